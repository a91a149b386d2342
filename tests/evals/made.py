"""Builders of cases, answers and passages: a test names the one fact that matters and gets the rest."""

from collections.abc import Mapping, Sequence

from bot.answer import Answer, Citation, Hit, Kind, Statement, Voice
from bot.outcomes import Outcome
from corpus.decision import Decision
from corpus.passage import Passage
from corpus.source import Audience, Authority
from evals.case import Case, Gold
from evals.places import Found
from evals.run import Asked, Crash, Header, Held, Run

ALLOWANCE = "The council must pay the allowance within six weeks. It may pay sooner."


def a_passage(locator: str = "code/1.1", official: str | None = ALLOWANCE, plain: str | None = None) -> Passage:
    """A passage with these words."""
    return Passage(
        locator=locator,
        source=locator.partition("/")[0],
        title="The Code",
        pinpoint=f"para {locator.partition('/')[2]}",
        heading=(),
        order=0,
        official=official,
        page=None,
        start=0,
        end=len(official or ""),
        authority=Authority.STATUTORY_GUIDANCE,
        as_of="2031",
        audience=Audience.PUBLIC,
        plain=plain,
    )


def a_citation(locator: str = "code/1.1", *, quote: str | None = None, start: int = 0, label: int = 1) -> Citation:
    """A citation of that place, with these exact words."""
    return Citation(
        label=label,
        locator=locator,
        source=locator.partition("/")[0],
        title="The Code",
        pinpoint=f"para {locator.partition('/')[2]}",
        heading=(),
        page=None,
        authority=Authority.STATUTORY_GUIDANCE,
        as_of="2031",
        voice=Voice.OFFICIAL if quote else Voice.PLAIN,
        quote=quote,
        start=start,
        end=start + len(quote or ""),
        url="",
    )


def a_statement(text: str, *citations: Citation, kind: Kind = Kind.PLAIN) -> Statement:
    """A statement with these citations."""
    return Statement(text=text, kind=kind, duty=None, citations=citations)


def an_answer(
    *statements: Statement, outcome: Outcome = Outcome.ANSWERED, ranked: Sequence[str] = (), reply: str = "",
    steps: tuple[tuple[str, str], ...] = (),
) -> Answer:  # fmt: skip
    """An answer with this ranking, best first."""
    hits = (Hit(rank=n, locator=name, score=1 / n, found_by=("dense",)) for n, name in enumerate(ranked, start=1))
    return Answer(
        outcome=outcome, question="?", query="q", statements=statements, passages=tuple(hits), reply=reply, steps=steps
    )


def a_gold(locator: str = "1.1", *, source: str = "code", quote: str = "", grade: int = 3) -> Gold:
    """A gold of that place."""
    return Gold.model_validate({"source": source, "locator": locator, "quote": quote, "grade": grade})


def a_case(**values: object) -> Case:
    """A case that wants an answer, unless told otherwise."""
    given: dict[str, object] = {
        "id": "c1", "question": "how long?", "type": "deadline", "audience": "parent", "answerable": True,
        "gold": [{"source": "code", "locator": "1.1"}], "provenance": "made for a test",
    }  # fmt: skip
    return Case.model_validate(given | values)


def an_asked(
    answer: Answer | None = None, *, case: Case | None = None, golds: Mapping[str, Sequence[str]] | None = None,
    passages: Sequence[Passage] = (), decision: Decision | None = None, crash: Crash | None = None,
) -> Asked:  # fmt: skip
    """A case with what came of it; `golds` maps a gold's locator to the passages that meet it (itself by default)."""
    case = case or a_case()
    met = golds if golds is not None else {gold.locator: [f"{gold.source}/{gold.locator}"] for gold in case.gold}
    held = Held(
        passages={passage.locator: passage for passage in passages or [a_passage()]},
        decisions={"code": decision} if decision else {},
    )
    found = tuple(Found(gold=gold, locators=tuple(met.get(gold.locator, ()))) for gold in case.gold)
    return Asked(case=case, found=found, answer=answer, crash=crash, held=held)


def a_run(*asked: Asked, seconds: Mapping[str, Mapping[str, float]] | None = None) -> Run:
    """A run of these cases."""
    header = Header(index="digest", shelves={}, prompts={}, settings={}, versions={}, cases={})
    return Run(header=header, asked=asked, seconds=seconds or {})
