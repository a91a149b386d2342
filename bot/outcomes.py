"""Every way an answer can end. Abstaining is an outcome; breaking is an error; the two never look alike."""

from enum import StrEnum


class Outcome(StrEnum):
    """Each has one reviewed text in `replies.toml` where it is not an answer."""

    ANSWERED = "answered"
    PARTLY_ANSWERED = "partly_answered"
    NOT_IN_SOURCES = "not_in_sources"
    NO_SUCH_REFERENCE = "no_such_reference"
    CLARIFY = "clarify"
    OUT_OF_SCOPE = "out_of_scope"
    DANGER = "danger"
    REFUSED = "refused"
    UNAVAILABLE = "unavailable"

    @property
    def is_answer(self) -> bool:
        """True when statements with citations are shown."""
        return self in (Outcome.ANSWERED, Outcome.PARTLY_ANSWERED)
