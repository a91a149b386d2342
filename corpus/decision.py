"""What an Ombudsman decision says about itself: council, reference, outcome, remedies."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The facts of one LGSCO decision, read from its own text."""

    council: str
    """As printed: "Leicestershire County Council"."""
    reference: str
    """With its spaces: "23 013 051"."""
    category: str
    outcome: str
    """As printed: "Upheld"."""
    date: str
    """ISO 8601; "" when the page does not say."""
    remedies_pounds: tuple[int, ...] = ()
    """Amounts in pounds the decision asks the council to pay, in order of mention."""
    deadlines: tuple[str, ...] = ()
    """Time limits set for agreed actions, as printed: "within four weeks"."""
    faults: tuple[str, ...] = ()
    """Sentences (verbatim) that say fault was found."""
    injustices: tuple[str, ...] = ()
    """Sentences (verbatim) that say what injustice the fault caused."""
    acts_cited: tuple[str, ...] = ()
    """Acts and sections named in it: "Children Act 1989, section 17"."""


def decision_from(values: dict[str, Any]) -> Decision:
    """A decision as JSON gave it back, lists made tuples again."""
    made: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    return Decision(**made)
