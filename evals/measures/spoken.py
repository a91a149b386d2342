"""What an answer says, as measures read it."""

from bot.answer import Answer, Kind, Statement


def said(answer: Answer) -> str:
    """Everything the case format compares: statements, quotations and reply, a line each."""
    quotes = (c.quote for s in answer.statements for c in s.citations if c.quote)
    return "\n".join([*(s.text for s in answer.statements), *quotes, answer.reply])


def is_ours(statement: Statement) -> bool:
    """True for words of our own; False when the statement is nothing but words of a document."""
    return statement.kind is not Kind.QUOTE and all(c.quote != statement.text for c in statement.citations)


def own_words(answer: Answer) -> str:
    """Our own words: statements that are no quotations, and the reply, as sentences."""
    ours = [s.text for s in answer.statements if is_ours(s)] + ([answer.reply] if answer.reply else [])
    return " ".join(text if text.rstrip().endswith((".", "!", "?", ":")) else f"{text}." for text in ours)
