"""What pydantic found wrong with a case, in words that say what to write instead."""

from pydantic_core import ErrorDetails

from bot.outcomes import Outcome

_WRITE = {
    "id": 'Write a short name of its own, such as "short-breaks-012".',
    "question": "Write the question as a person would.",
    "history": 'Write a list of earlier turns: [{"role": "user", "text": "…"}, …], or [].',
    "history.role": 'Write "user" for the family or "assistant" for Signpost.',
    "history.text": "Write what was said in that turn.",
    "type": 'Write one word for the kind of question: "deadline", "follow-up", "unanswerable" …',
    "audience": 'Write "parent", "volunteer" or "staff".',
    "answerable": "Write true when the documents answer it, false when they do not (no quote marks).",
    "gold": 'Write a list of places: [{"source": "send-code", "locator": "9.14", "quote": "a few words"}], or [].',
    "gold.source": 'Write the id of the document, such as "send-code" (see corpus/sources.toml).',
    "gold.locator": 'Write the paragraph, such as "9.14".',
    "gold.quote": "Write a few exact words of that place, in quote marks.",
    "gold.grade": "Write 3 (answers by itself), 2 (answers a part) or 1 (background only), without quote marks.",
    "gold.verified": "Write true when somebody has read the words at that place.",
    "needs": 'Write "any" when one of the places is enough, "all" when every one is needed.',
    "must_mention": 'Write a list of what an answer must hold: ["20 working days", "13 weeks|65 working days"].',
    "must_not": 'Write a list of words an answer must not assert: ["8 weeks"], or [].',
    "expect": f"Write how it should end, one of {', '.join(Outcome)}, or a list of them.",
}


def advice(error: ErrorDetails) -> tuple[str, str]:
    """(field, what is wrong and what to write instead) for one finding of pydantic."""
    field = ".".join(str(part) for part in error["loc"])
    name = ".".join(part for part in error["loc"] if isinstance(part, str))
    write = _WRITE.get(name) or _WRITE.get(name.partition(".")[0]) or "See evals/cases/README.md."
    return field, f"{_wrong(error)} {write}"


def _wrong(error: ErrorDetails) -> str:
    if error["type"] == "missing":
        return "is missing."
    found = error["input"]
    if found in ("", None):
        return "is empty."
    return f"cannot be {found!r}." if isinstance(found, str | int | float | bool) else "has the wrong form."
