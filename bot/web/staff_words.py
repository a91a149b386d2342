"""What the staff desk says in the chat."""

from bot.store import Reason
from bot.web import words

PROFILE = "Staff"
MENU = (
    "**Staff desk.** Logged in as {name}. Type a question to see how it is answered and what it rests on "
    "(with the documents for the desk), or choose below.\n\n[Reports, downloads and log out](/staff)"
)
NOT_INSTALLED = (
    "The evals are not installed here, so there are no cases to run. Questions can still be asked and traced."
)
LOGIN_ENDED = "Your login has ended, or there was none. [Log in](/staff/login), then open the chat again."
CHOOSE = "**Which cases?** Families are answered meanwhile; a run of all takes some minutes."
BUSY = "A run goes on already ({sets}, begun by {by}). One at a time."
STOPPED = "The run was stopped. Nothing of it is kept."
NOTHING_RUNS = "No run goes on."
FAILED = "The run could not be finished: {why}"
NO_RUNS = "There is no run yet."
NO_OTHER_RUN = "There is no other run to compare with."
NO_FAILURES = "Every case passed."
NO_FEEDBACK = "Nobody has pressed “Not right” yet."
FEEDBACK = (
    "**The last answers that were not right.** No words of a family are kept, only the reason pressed and the places "
    "that were cited. A case is written from them by somebody who knows what was meant."
)
DRAFT = (
    "The form is ready: [open it, read it, keep it]({address}). {taken_out}"
    "Nothing is kept before you press the button there."
)
TAKEN_OUT = "Taken out of it: {kinds}. "
FORGOTTEN = "That answer is no longer held here. Please ask the question again."
TOO_LONG = "At most {longest:,} characters can be asked."
AGAINST = "**Compare with which run?** Only the cases that both have are compared."
NO_SUCH_BUTTON = "That button is not known here. Open the chat again."

SETS, RUNS, FEEDBACKS, NEW_CASE, STOP = "Run cases", "Past runs", "Not right", "New case", "Stop the run"
ALL = "All {n} cases"
FAILURES, PLOTS, COMPARE, MORE = "What failed ({n})", "Plots", "Compare with another run", "Show more"
MAKE_CASE, TRACE = "Make a case", "How this was found"

REASONS = {reason: label.removeprefix("It is ") for reason, label in words.REASONS.items()}


def reason(code: Reason | None) -> str:
    """Why, as the family pressed it."""
    return REASONS[code] if code else ""
