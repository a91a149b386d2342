"""Invented documents about an invented county: passages, and citations of their exact words."""

from bot.answer import Citation, Kind, Statement, Voice
from corpus.passage import Passage
from corpus.source import Audience, Authority, Source

GUIDANCE = (
    "Each council must say in writing what breaks it offers.\n"
    "It should ask carers what would help, and keep a note of it."
)
DECISION = (
    "Mrs R asked for a carer's assessment in March. Nobody replied until July. That delay was fault by the council."
)
FAMILIES = "Seven parents told us that their hours were cut by telephone, with no letter."


def _source(identity: str, title: str, authority: Authority, audience: Audience = Audience.PUBLIC) -> Source:
    return Source(
        id=identity,
        title=title,
        short_title=title,
        publisher="Department of Meadows",
        authority=authority,
        audience=audience,
        date="2021-05",
        as_of="2021-05",
        as_of_note="The meadow rules have not changed since.",
        url=f"https://meadow.example/{identity}",
        licence="",
        file="",
        parser="",
    )


SOURCES = {
    "meadow-code": _source("meadow-code", "Meadow Code", Authority.STATUTORY_GUIDANCE),
    "meadow-decision": _source("meadow-decision", "Ombudsman 90 001 002", Authority.OMBUDSMAN_DECISION),
    "meadow-report": _source("meadow-report", "Meadow families' report", Authority.FAMILIES_EXPERIENCE),
    "meadow-letter": _source("meadow-letter", "Letter", Authority.CORRESPONDENCE, Audience.DESK),
}


def _passage(locator: str, pinpoint: str, order: int, official: str | None, plain: str | None = None) -> Passage:
    source = SOURCES[locator.partition("/")[0]]
    return Passage(
        locator=locator,
        source=source.id,
        title=source.short_title,
        pinpoint=pinpoint,
        heading=("Chapter 2", "Breaks for carers"),
        order=order,
        official=official,
        page=12 + order,
        start=0,
        end=len(official or ""),
        authority=source.authority,
        as_of=source.as_of,
        audience=source.audience,
        plain=plain,
    )


PASSAGES = {
    passage.locator: passage
    for passage in (
        _passage("meadow-code/2.1", "para 2.1", 0, "This chapter is about breaks."),
        _passage("meadow-code/2.2", "para 2.2", 1, GUIDANCE, plain="The council has to publish what breaks there are."),
        _passage("meadow-code/2.3", "para 2.3", 2, None, plain="Breaks can be at home <or> outside."),
        _passage("meadow-decision/4", "para 4", 0, DECISION),
        _passage("meadow-report/hours/1", "Hours, item 1", 0, FAMILIES),
        _passage("meadow-letter/1", "item 1", 0, "For the desk only."),
    )
}


def quoting(label: int, locator: str, quote: str) -> Citation:
    """A citation of these exact words of the passage."""
    passage = PASSAGES[locator]
    start = (passage.official or "").index(quote)
    return Citation(
        label=label,
        locator=locator,
        source=passage.source,
        title=passage.title,
        pinpoint=passage.pinpoint,
        heading=passage.heading,
        page=passage.page,
        authority=passage.authority,
        as_of=passage.as_of,
        voice=Voice.OFFICIAL,
        quote=quote,
        start=start,
        end=start + len(quote),
        url=SOURCES[passage.source].url,
    )


OFFER = "must say in writing what breaks it offers"
FAULT = "That delay was fault by the council."
CUT = "their hours were cut by telephone"


def statements() -> tuple[Statement, ...]:
    """The answer about breaks, one statement of each kind."""
    offer = quoting(1, "meadow-code/2.2", OFFER)
    fault = quoting(2, "meadow-decision/4", FAULT)
    cut = quoting(3, "meadow-report/hours/1", CUT)
    short = "Yes. Your council has to write down which breaks it offers, and may not leave you waiting for months."
    return (
        Statement(text=short, kind=Kind.PLAIN, duty=None, citations=(offer, fault)),
        Statement(text="Ask in writing for a carer's assessment.", kind=Kind.ROUTE, duty=None, citations=(fault,)),
        Statement(text=OFFER, kind=Kind.QUOTE, duty="must", citations=(offer,)),
        Statement(text=FAULT, kind=Kind.DECISION, duty=None, citations=(fault,)),
        Statement(text=f"Some said that {CUT}.", kind=Kind.EXPERIENCE, duty=None, citations=(cut,)),
    )
