"""Length: the words of an answer, quotations and reply included.

Formula: words separated by white space. On a phone, two hundred words are about three screens.
"""

from evals.run import Asked


def words(asked: Asked) -> float | None:
    """A count; None when there is no answer."""
    if asked.answer is None:
        return None
    texts = [s.text for s in asked.answer.statements] + [asked.answer.reply]
    return float(sum(len(text.split()) for text in texts))
