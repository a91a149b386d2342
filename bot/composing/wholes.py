"""What belongs together and is shown together: the parts under a heading, the rows of a table, cases side by side."""

from collections.abc import Iterator

from bot.answer import Kind
from bot.composing.draft import QUOTED_AS, Drafted
from bot.evidence import Evidence, Labelled
from bot.overviews import is_summary
from bot.understanding import Query
from corpus.sentences import Span, sentences

# Sentences of ours for each case, and their words: four cases have to fit a phone.
_FOR_EACH_CASE, _CASE_WORDS = 2, 40


def cases_in_short(query: Query, evidence: Evidence) -> list[Drafted]:
    """For each case asked about as a whole, what our own account says was found; [] for one case alone."""
    cases = query.overview.cases if query.overview.answers else ()
    return [d for case in cases for i in evidence.passages if i.passage.source == case for d in _account(i)]


def _account(item: Labelled) -> Iterator[Drafted]:
    if not is_summary(item.passage):
        return
    words, told = 0, sentences(item.passage.plain or "")
    # From what was found on: two accounts that begin with the complaint do not show how the cases differ.
    found = next((n for n, text in enumerate(told) if "fault" in text), 0)
    for text in told[found : found + _FOR_EACH_CASE]:
        words += len(text.split())
        if words > _CASE_WORDS and words > len(text.split()):
            return
        yield Drafted(kind=Kind.PLAIN, labels=(item.label,), text=text)


def parts_listed(query: Query, evidence: Evidence) -> list[Drafted]:
    """How many parts stand under the heading asked about, and the first line of each; [] for other questions."""
    items = [i for locator in query.overview.locators for i in evidence.passages if i.passage.locator == locator]
    lines = [drafted for item in items for drafted in _first_line(item)]
    if not lines or query.overview.cases:
        return []
    heading = items[0].passage.heading[0].capitalize()
    counted = Drafted(
        kind=Kind.PLAIN,
        labels=tuple(item.label for item in items),
        text=f"{_named(items[0])} has {len(items)} parts under the heading {heading}.",
    )
    return [counted, *lines]


def _first_line(item: Labelled) -> Iterator[Drafted]:
    line = (item.passage.official or "").split("\n", 1)[0].rstrip()
    if line:
        kind = QUOTED_AS.get(item.passage.authority, Kind.QUOTE)
        yield Drafted(kind=kind, labels=(item.label,), span=Span(start=0, end=len(line)))


def rows_shown(evidence: Evidence) -> list[Drafted]:
    """Every row of a table that a question looks across, as it stands: one told by itself would read as the answer."""
    items = [item for locator in evidence.rows for item in evidence.passages if item.passage.locator == locator]
    if not items:
        return []
    told = f"{_named(items[0])} has a table on this, under {items[0].passage.heading[-1].capitalize()}."
    labels = tuple(item.label for item in items)
    led = Drafted(kind=Kind.PLAIN, labels=labels, text=f"{told} Every row of it is below.")
    return [led, *(d for item in items for d in _first_line(item))]


def _named(item: Labelled) -> str:
    return f"{item.passage.title[:1].upper()}{item.passage.title[1:]}"
