"""What a scripted language model's server may do with a call (`tests.model_server`)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from threading import Event


class Then(StrEnum):
    """What follows the last line of a reply."""

    END = "end"
    CUT = "cut"
    """The reply ends in good form, but for its reason to end."""
    CLOSE = "close"
    """The socket is closed in the middle of a line."""
    STALL = "stall"
    """Nothing more comes until the client goes away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Says:
    """A reply of these lines."""

    lines: Sequence[str]
    then: Then = Then.END
    wait: Event | None = None
    """Waited for after the first line: what comes after it comes when the test allows."""
    tokens: tuple[int, int] | None = (700, 60)
    """Read and written, as reported at the end; None for a server that does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fails:
    """An error of HTTP."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hangs:
    """The socket is closed, or kept without a word until the client goes away."""

    closes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Babbles:
    """What a real model writes whose weights are random (`tests.random_model`)."""

    in_form: bool
    """Each of its sentences as a statement that cites the first passage, as a server does that holds a model to a form;
    else its words as they come."""


Act = Says | Fails | Hangs | Babbles
