"""What an Ombudsman decision says about itself, read from its own lines: outcome, remedies, time limits.

Read by the words of the field, so a fact can be missed; what is given stands in the text word for word.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from corpus.decision import Decision
from corpus.sentences import sentences
from corpus.source import Source
from ingest.acts_cited import acts_cited
from ingest.lgsco_lines import TITLE, Kind, Line
from ingest.lgsco_places import Place, plainly
from ingest.transcript import folded

_ACTIONS = re.compile(r"\b(agreed|recommended|proposed) (action|remedy)|^(action|remedy)|recommendation")
_FINDINGS = re.compile(
    r"analysis|finding|assessment|consideration of|my (view|decision)|(final |draft )?decision$|conclusion"
    r"|injustice|fault|^what (i|we) found$|^summary$|^overview$"
)
_NOT_FINDINGS = re.compile(r"law|legislation|guidance|what happened|background|chronology|complaint$|powers|how (i|we)")

_PAY = re.compile(r"\b(pay|pays|payments?|reimburses?|refunds?|compensates?|compensation)\b", re.IGNORECASE)
_POUNDS = re.compile(r"£\s?(\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{2})?")
_PAID_BEFORE = re.compile(r"\balready\b[^£.;]{0,60}\Z", re.IGNORECASE)
_PAID_AFTER = re.compile(
    r"\s(?:(?:that|which)\s)?(?:it|the council)\s(?:(?:has|had)\s)?(?:already\s)?(?:paid|offered)\b",
    re.IGNORECASE,
)
_TIME_LIMIT = re.compile(
    r"\b(?:within|no later than) (?:the next )?(?:\d+|[a-z]+(?:-[a-z]+)?) (?:calendar |working |school )?"
    r"(?:days?|weeks?|months?|years?)"
    r"(?: of (?:the date of )?(?:my|our|this|the) (?:final )?(?:decision|report))?"
    r"|\bby \d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" \d{4}",
    re.IGNORECASE,
)
_FAULT = re.compile(
    r"\b((is|was|were|are|be) (also |therefore |a |repeated )*(at )?fault"
    r"|(there (is|was|has been)|finds?|found|identified|amounts? to)"
    r" (the council (was |to be )?(at )?)?(also )?fault"
    r"|fault (found|by|in|causing|with))\b",
    re.IGNORECASE,
)
_NO_FAULT = re.compile(
    r"\b(no (evidence of )?fault|not (find |found )?(any |the council )?(was )?(at )?fault|without fault"
    r"|(if|whether|alleg\w+) .{0,40}fault|(due to|because of|for|by) the fault)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"^(this|that|it|which|these) (is|was|were|amounts?)\b", re.IGNORECASE)
_INJUSTICE = re.compile(
    r"\b(caus\w+|led to|leads? to|resulted in|meant)\b.*"
    r"\b(injustice|distress|frustration|uncertainty|upset|worry|anxiety|time and trouble|inconvenience"
    r"|missed|lost|loss)\b",
    re.IGNORECASE | re.DOTALL,
)
_NO_INJUSTICE = re.compile(
    r"\b(not (been )?caus\w+|not cause|no (significant )?injustice|(whether|if)\b.{0,60}\bcaus\w+"
    r"|(says|said|claims|complain(s|ed)|felt|feels|believes) (this|that|it|the|his|her|their|she|he|they))\b",
    re.IGNORECASE,
)
"""Nothing was caused, or it is what somebody says was."""


def decision_of(lines: Sequence[Line], places: Sequence[Place], source: Source) -> Decision:
    """The facts of one decision; council and reference come from the catalogue when the page has no title."""
    metadata = {line.label: line.text for line in reversed(lines) if line.kind is Kind.METADATA}
    title = TITLE.match(metadata.get("title", "")) or TITLE.match(source.title)
    actions = tuple(place for place in places if _is_action(place))
    findings = tuple(_findings(places))
    return Decision(
        council=title["council"] if title else "",
        reference=folded(title["reference"]) if title else "",
        category=metadata.get("category", ""),
        outcome=metadata.get("decision", ""),
        date=iso_date(metadata.get("decision date", "")),
        remedies_pounds=tuple(dict.fromkeys(amount for place in actions for amount in _amounts(place))),
        deadlines=tuple(dict.fromkeys(limit for place in actions for limit in _time_limits(place))),
        faults=tuple(dict.fromkeys(sentence for place in findings for sentence in _faults(place.text))),
        injustices=tuple(dict.fromkeys(sentence for place in findings for sentence in _injustices(place.text))),
        acts_cited=acts_cited(place.text for place in places),
    )


def iso_date(text: str) -> str:
    """ "03 Jun 2024" -> "2024-06-03"; "" when it is not a date."""
    for form in ("%d %b %Y", "%d %B %Y", "%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text.strip(), form).date().isoformat()
        except ValueError:
            continue
    return ""


def _is_action(place: Place) -> bool:
    return any(_ACTIONS.search(plainly(heading)) for heading in place.heading)


def _findings(places: Sequence[Place]) -> Iterator[Place]:
    """Places where the Ombudsman finds: from a heading of findings on, until a heading of law or history."""
    section, is_finding = "", False
    for place in places:
        headings = [plainly(heading) for heading in place.heading]
        if headings[:1] != [section]:
            section, is_finding = headings[0] if headings else "", False
        last = headings[-1] if headings else ""
        if _NOT_FINDINGS.search(last):
            is_finding = False
        elif _FINDINGS.search(last):
            is_finding = True
        if is_finding and not _is_action(place):
            yield place


def _amounts(place: Place) -> Iterator[int]:
    """Pounds in the sentences that ask for a payment, those already paid left out."""
    for sentence in sentences(place.text):
        if not _PAY.search(sentence) and not _PAY.search(place.lead):
            continue
        for match in _POUNDS.finditer(sentence):
            paid = _PAID_BEFORE.search(sentence[: match.start()]) or _PAID_AFTER.match(sentence, match.end())
            if not paid:
                yield int(match[1].replace(",", ""))


def _time_limits(place: Place) -> Iterator[str]:
    for text in (*place.heading, place.lead, place.text):
        for match in _TIME_LIMIT.finditer(text):
            yield match[0]


def _faults(text: str) -> Iterator[str]:
    """Sentences that find fault; one that only points back brings the sentence before it."""
    before = ""
    for sentence in sentences(text):
        finds = bool(_FAULT.search(sentence)) and not _NO_FAULT.search(sentence)
        if finds:
            yield f"{before} {sentence}" if before and _POINTS_BACK.match(sentence) else sentence
        before = "" if finds else sentence


def _injustices(text: str) -> Iterator[str]:
    for sentence in sentences(text):
        if _INJUSTICE.search(sentence) and not _NO_INJUSTICE.search(sentence):
            yield sentence
