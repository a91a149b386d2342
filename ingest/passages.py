"""Joins what a parser found with the source's standing and our plain text: the passages, in a stable order."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from corpus.decision import decision_from
from corpus.duty import duty_words
from corpus.locator import pinpoint_of, source_of, tail_of
from corpus.passage import Passage
from corpus.plain import PlainEntry
from corpus.source import Authority, Source
from ingest.sections import LeftOut, Parsed, Section


def passages_of(source: Source, parsed: Parsed | None, plain: Mapping[str, PlainEntry]) -> tuple[Passage, ...]:
    """The passages of one source; without its document, those that have our plain text.

    `plain` holds this source's entries in the order they were written. An entry for a place the parser left out
    (a picture page) stands after the entry before it.
    """
    sections = {f"{source.id}/{s.tail}": s for s in parsed.sections} if parsed else {}
    order = _order(list(sections), list(plain))
    return tuple(
        _passage(source, locator, position, sections.get(locator), plain.get(locator))
        for position, locator in enumerate(order)
    )


def _order(found: Sequence[str], written: Sequence[str]) -> list[str]:
    """The document's order; a plain-only locator stands after the one written before it, or at the front."""
    order, known = list(found), set(found)
    after: str | None = None
    for locator in written:
        if locator not in known:
            order.insert(0 if after is None else order.index(after) + 1, locator)
            known.add(locator)
        after = locator
    return order


def _passage(source: Source, locator: str, position: int, section: Section | None, entry: PlainEntry | None) -> Passage:
    official = section.text if section else None
    plain = entry.text if entry else None
    is_decision = source.authority is Authority.OMBUDSMAN_DECISION
    return Passage(
        locator=locator,
        source=source.id,
        title=source.short_title,
        pinpoint=section.pinpoint if section else pinpoint_of(locator, is_decision=is_decision),
        heading=section.heading if section else (),
        order=position,
        official=official,
        page=section.page if section else _page(locator),
        start=section.start if section else 0,
        end=section.end if section else 0,
        authority=source.authority,
        as_of=source.as_of,
        audience=source.audience,
        duty=duty_words(official or plain or ""),
        lead=section.lead if section else "",
        searchable=section.searchable if section else True,
        plain=plain,
        questions=entry.questions if entry else (),
        left_out=entry.left_out if entry else (),
        source_line=entry.source_line if entry else "",
        certainty=entry.certainty if entry else "",
    )


def _page(locator: str) -> int | None:
    """Entries for picture pages carry their page: "send-code/page/154" -> 154."""
    head, _, number = tail_of(locator).partition("/")
    return int(number) if head == "page" and number.isdigit() else None


def digest_of(passage: Passage) -> str:
    """Changes whenever anything of the passage does."""
    return hashlib.sha256(json.dumps(asdict(passage), sort_keys=True).encode()).hexdigest()


def plain_by_source(plain: Mapping[str, PlainEntry]) -> dict[str, dict[str, PlainEntry]]:
    """The plain entries of each source, in the order written."""
    grouped: dict[str, dict[str, PlainEntry]] = {}
    for locator, entry in plain.items():
        grouped.setdefault(source_of(locator), {})[locator] = entry
    return grouped


def parsed_as_json(parsed: Parsed) -> str:
    """Kept in the index, so that an unchanged or unreadable document need not be parsed again."""
    return json.dumps(asdict(parsed), ensure_ascii=False)


def parsed_from_json(text: str) -> Parsed:
    """What `parsed_as_json` kept."""
    values = json.loads(text)
    decision = values.pop("decision")
    return Parsed(
        text=values["text"],
        sections=tuple(Section(**{**s, "heading": tuple(s["heading"])}) for s in values["sections"]),
        found=values["found"],
        left_out=tuple(LeftOut(**row) for row in values["left_out"]),
        decision=decision_from(decision) if decision else None,
    )
