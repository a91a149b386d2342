"""Ombudsman decisions called by their council: "the Leicestershire one", "para 11 of the Southend decision"."""

import re
from dataclasses import replace

from bot.references import Form, Reference
from corpus.library import View

_KIND_OF_COUNCIL = re.compile(
    r"\b(london borough of|royal borough of|county|city|borough|metropolitan|district|unitary|council|of|the)\b",
    re.IGNORECASE,
)


def decisions_of_council(text: str, view: View) -> tuple[str, ...]:
    """Sources of the decisions whose council the text names, in the catalogue's order."""
    return tuple(
        source
        for source, facts in view.decisions.items()
        if (name := short_name(facts.council)) and re.search(rf"\b{re.escape(name)}", text, re.IGNORECASE)
    )


def short_name(council: str) -> str:
    """The distinguishing first word, lower case: "Southend-on-Sea City Council" -> "southend"."""
    left = _KIND_OF_COUNCIL.sub(" ", council).split()
    return left[0].lower().split("-on-")[0] if left else ""


def of_decision(source: str, view: View, paragraph: Reference | None = None) -> Reference:
    """The reference to a decision, and to a paragraph of it when a whole-numbered one is given."""
    facts = view.decisions[source]
    reference = Reference(form=Form.DECISION, text=facts.reference, value=source.removeprefix("lgsco-"))
    return replace(reference, paragraph=paragraph.value) if paragraph else reference
