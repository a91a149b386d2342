"""One case on the page: what was asked, what came, what should have been found, and what was found instead."""

from bot.answer import Answer, Statement
from corpus.passage import Passage
from evals.measures.outcomes import ended
from evals.places import Found
from evals.report.markup import Markup, element, join
from evals.run import Asked
from evals.scoring import Scored
from evals.verdict import Verdict

_SHOWN_HITS = 5
_NOT_RANKED = 9999


def card(scored: Scored) -> Markup:
    """A closed box that opens; its data attributes are what filters and sorting read."""
    asked, judged = scored.asked, scored.judged
    reasons = [*judged.reasons, *judged.looks]
    summary = element(
        "summary",
        element("span", asked.case.id, cls="id"),
        element("span", asked.case.type, cls="chip"),
        *(element("span", reason, cls="chip why") for reason in reasons),
        element("span", asked.case.question, cls="question"),
    )
    return element(
        "details",
        summary,
        *_body(scored),
        cls=f"case {judged.verdict}",
        hidden=not reasons,
        data_id=asked.case.id,
        data_type=asked.case.type,
        data_source=" ".join(scored.sources),
        data_reason="|".join(reasons) or Verdict.PASSED,
        data_reasons=len(reasons),
        data_rank=first_right_rank(asked) or _NOT_RANKED,
    )


def first_right_rank(asked: Asked) -> int | None:
    """The rank of the first passage that answers; None when none was ranked."""
    right = frozenset[str]().union(*(place.locators for place in asked.places if place.grade > 1))
    hits = asked.answer.passages if asked.answer else ()
    return next((hit.rank for hit in hits if hit.locator in right), None)


def _body(scored: Scored) -> list[Markup]:
    asked = scored.asked
    why = element("ul", *(element("li", detail) for detail in scored.judged.details), cls="why")
    parts = [why, _asked(asked), answer_box(asked)]
    if scored.judged.verdict is not Verdict.PASSED or scored.judged.looks:
        parts += [_should(asked), _instead(asked)]
    return [*parts, element("p", f"{asked.case.provenance} {asked.case.note}".strip(), cls="small")]


def _asked(asked: Asked) -> Markup:
    turns = (element("p", element("b", f"{turn.role}: "), turn.text) for turn in asked.case.history)
    question = element("p", element("b", f"{asked.case.audience}: "), asked.case.question)
    searched = asked.answer.query if asked.answer else ""
    query = element("p", f"Searched for: {searched}", cls="small") if searched else Markup("")
    return _part("Asked", *turns, question, query)


def answer_box(asked: Asked) -> Markup:
    """The answer as it was given, with its citations."""
    title = f"Answer: {ended(asked).replace('_', ' ')}; expected: {asked.case.expected.replace('_', ' ')}"
    if asked.answer is None:
        return _part(title, element("p", f"{asked.crash.error} in {asked.crash.at}" if asked.crash else ""))
    statements = (
        element("ul", *(_statement(s) for s in asked.answer.statements)) if asked.answer.statements else Markup("")
    )
    reply = element("p", asked.answer.reply, cls="reply") if asked.answer.reply else Markup("")
    notes = (element("p", note, cls="small") for note in asked.answer.notes)
    return _part(title, reply, statements, *notes, _citations(asked.answer))


def _statement(statement: Statement) -> Markup:
    labels = " ".join(f"[{c.label}]" for c in statement.citations)
    return element("li", element("span", statement.kind, cls="chip"), f" {statement.text} ", element("b", labels))


def _citations(answer: Answer) -> Markup:
    cited = (
        element("li", f"[{c.label}] {c.title}, {c.pinpoint} ", element("code", c.locator)) for c in answer.citations
    )
    return element("ul", *cited, cls="citations") if answer.citations else Markup("")


def _should(asked: Asked) -> Markup:
    """The places people marked, with where they stood in the ranking."""
    if not asked.found:
        return Markup("")
    ranks = {hit.locator: hit.rank for hit in asked.answer.passages} if asked.answer else {}
    return _part("Should have been found", *(_gold(found, asked, ranks) for found in asked.found))


def _gold(found: Found, asked: Asked, ranks: dict[str, int]) -> Markup:
    gold = found.gold
    if not found.locators:
        return element(
            "p", f"{gold.source}, {gold.locator}: not in the index: the document is absent, or the case is wrong."
        )
    return join(*(_passage(asked.passages.get(locator), locator, ranks.get(locator)) for locator in found.locators[:3]))


def _passage(passage: Passage | None, locator: str, rank: int | None) -> Markup:
    stood = f"rank {rank}" if rank else "not in the ranking"
    if passage is None:
        return element("p", element("code", locator), f" ({stood})")
    official = passage.official or f"(our words) {passage.plain or ''}"
    where = element("b", f"{passage.title}, {passage.pinpoint} ")
    return element("blockquote", element("p", where, element("code", locator), f" {stood}"), element("p", official))


def _instead(asked: Asked) -> Markup:
    hits = asked.answer.passages[:_SHOWN_HITS] if asked.answer else ()
    rows = (
        element("li", f"{_where(asked, hit.locator)} ", element("code", hit.locator), f" by {', '.join(hit.found_by)}")
        for hit in hits
    )
    return _part("Found first", element("ol", *rows)) if hits else Markup("")


def _where(asked: Asked, locator: str) -> str:
    passage = asked.passages.get(locator)
    return f"{passage.title}, {passage.pinpoint}" if passage else locator


def _part(title: str, *children: Markup) -> Markup:
    return element("section", element("h4", title), *children)
