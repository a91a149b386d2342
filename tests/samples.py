"""Invented sources and passages, each fact that matters given by the test that needs it."""

from corpus.decision import Decision
from corpus.locator import source_of, tail_of
from corpus.passage import Passage
from corpus.source import Audience, Authority, Source


def a_source(
    identity: str = "lamp-code",
    *,
    authority: Authority = Authority.STATUTORY_GUIDANCE,
    audience: Audience = Audience.PUBLIC,
    file: str = "lamp-code.md",
    parser: str = "markdown",
    names: tuple[str, ...] = ("the lamp code",),
) -> Source:
    """A catalogue entry of our invention."""
    return Source(
        id=identity,
        title=f"The {identity}",
        short_title=identity,
        publisher="Department of Lamps",
        authority=authority,
        audience=audience,
        date="2031-04",
        as_of="2031-04",
        as_of_note="",
        url="",
        licence="",
        file=file,
        parser=parser,
        names=names,
    )


def a_passage(
    locator: str = "lamp-code/1.1",
    *,
    official: str | None = "Each keeper must light the lamp.",
    plain: str | None = None,
    questions: tuple[str, ...] = (),
    heading: tuple[str, ...] = (),
    order: int = 0,
    audience: Audience = Audience.PUBLIC,
    searchable: bool = True,
    lead: str = "",
) -> Passage:
    """A passage of our invention."""
    return Passage(
        locator=locator,
        source=source_of(locator),
        title=source_of(locator),
        pinpoint=f"para {tail_of(locator)}",
        heading=heading,
        order=order,
        official=official,
        page=None,
        start=0,
        end=len(official or ""),
        authority=Authority.STATUTORY_GUIDANCE,
        as_of="2031-04",
        audience=audience,
        duty=("must",),
        lead=lead,
        searchable=searchable,
        plain=plain,
        questions=questions,
    )


def a_decision() -> Decision:
    """What an invented decision says about itself."""
    return Decision(
        council="Aldersea Borough Council",
        reference="31 000 417",
        category="Other",
        outcome="Upheld",
        date="2031-02-07",
        remedies_pounds=(1250, 90),
        deadlines=("within three weeks",),
    )
