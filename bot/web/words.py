"""What the chat itself says: welcome, buttons, and the sentences for a question that is not answered."""

from bot.store import Reason

NAME = "Signpost"
URGENT = "Urgent help"

WELCOME = (
    "**Ask about support for your child.** "
    "Plain answers on special educational needs and disability (SEND) in England.\n\n"
    "**What it rests on:** the law, the SEND Code of Practice, Ombudsman decisions and local families' own report. "
    "Every answer shows you the passage behind it.\n\n"
    "**Information, not legal advice.** Open the passage and check before you rely on it.\n\n"
    "**Please leave out names,** addresses and dates of birth. What you type is not stored.\n"
)

HELPFUL, NOT_RIGHT, AS_EMAIL, HOW = "Helpful", "Not right", "As an email", "How this was found"
EASY, FULL = "In easy words", "In full again"
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
EMAIL = "Here is the answer as an email. Read it before you send it, and add your own greeting."
FORGOTTEN = "That answer is no longer held here. Please ask the question again."

_DANGER = "If someone may be in danger now, call 999."
UNAVAILABLE = (
    "Something went wrong here, and there is no answer. It was not your question. "
    f"Please try again in a minute. {_DANGER}"
)
STARTING = f"I am still starting up. Please send your question again in a few seconds. {_DANGER}"
NOT_READY = "Signpost is still opening its sources. Please try again in a few seconds."


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
