"""What the chat itself says: welcome, buttons, and the sentences for a question that is not answered."""

from bot.store import Reason
from bot.web.answers import Recipient

NAME = "Signpost"
URGENT = "Urgent help"

Paragraphs = tuple[tuple[str, str], ...]
"""Of each paragraph what stands out at its beginning, and the rest."""

_WELCOME: Paragraphs = (
    (
        "Ask about support for your child.",
        "Plain answers on special educational needs and disability (SEND) in England.",
    ),
    (
        "What it rests on:",
        "the law, the SEND Code of Practice, Ombudsman decisions and local families' own report. "
        "Every answer shows you the passage behind it.",
    ),
    ("Information, not legal advice.", "Open the passage and check before you rely on it."),
)
_LEAVE_OUT = "Please leave out names,"
_NOT_STORED = "addresses and dates of birth. What you type is not stored"

HELPFUL, NOT_RIGHT, HOW = "Helpful", "Not right", "How this was found"
AS_EMAIL, AS_LETTER = "As an email", "As a letter"
EASY, FULL = "In easy words", "In full again"
FROM_TEXT = "From the passages alone"
REASONS = {
    Reason.WRONG: "It is wrong",
    Reason.OUT_OF_DATE: "It is out of date",
    Reason.NOT_MY_QUESTION: "It is not what I asked",
    Reason.HARD_TO_READ: "It is hard to read",
    Reason.OTHER: "Something else",
}
WHY_NOT_RIGHT = "Sorry about that. What was the matter? (Only your choice is kept, nothing you wrote.)"
THANKS = "Thank you. That is noted, without anything you wrote."
THANKED = "You have already told us about this answer. Thank you."
LETTER = "Here is what a letter to the council or school can say. Fill in the blanks and read it before you send it."
EMAIL = "Here is the answer as an email. Read it before you send it, and add your own greeting."
FORGOTTEN = "That answer is no longer held here. Please ask the question again."

FROM_TEXT_ALONE = "From the passages alone: no language model took part in this answer."
STOPPED = "Stopped."
STOPPED_MODEL = "**I stopped the language model.** Here is what the passages say by themselves."

_DANGER = "If someone may be in danger now, call 999."
UNAVAILABLE = (
    "Something went wrong here, and there is no answer. It was not your question. "
    f"Please try again in a minute. {_DANGER}"
)
NOT_SENT = f"Your question may not have reached us: the connection was lost. {_DANGER}"
SEND_AGAIN = "Send it again"
STARTING = f"I am still starting up. Please send your question again in a few seconds. {_DANGER}"
NOT_READY = "Signpost is still opening its sources. Please try again in a few seconds."


def welcome(model: Recipient | None) -> Paragraphs:
    """The welcome; where a language model writes, it says so and names who receives what a family asks."""
    if model is None:
        return (*_WELCOME, (_LEAVE_OUT, f"{_NOT_STORED}."))
    _, _, name = model.title.partition(":")
    goes = (
        f"What you ask goes to {name} at {model.goes_to}. "
        "Names, dates of birth, addresses and numbers are replaced first, where I see them. "
        "Each sentence it writes is checked before you see it."
    )
    return (*_WELCOME, (_LEAVE_OUT, f"{_NOT_STORED} here."), ("A language model helps to write answers.", goes))


def as_markdown(paragraphs: Paragraphs) -> str:
    """The paragraphs as Chainlit shows them beside a profile."""
    return "\n\n".join(f"**{lead}** {rest}" for lead, rest in paragraphs)


def hid(what: str) -> str:
    """What the model was not shown: "2 names, 1 phone number" in one line; "" for nothing."""
    *first, last = what.split(", ")
    listed = f"{', '.join(first)} and {last}" if first else last
    return f"I hid {listed} from the language model." if what else ""


def too_long(length: int, longest: int) -> str:
    """What to say to a question of `length` characters."""
    return (
        f"That is {length:,} characters, and I can read {longest:,} at a time. "
        "Please send the part that matters most, as one question. Leave out names."
    )


def too_often(seconds: float) -> str:
    """What to say to a client that has to wait."""
    wait = max(1, round(seconds))
    return f"That is a lot of questions in a short time. Please wait {wait} seconds and ask again. {_DANGER}"
