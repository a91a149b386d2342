"""What the commands print."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from bot.answer import Answer
from bot.easy_read import EasyRead, easy_read_as_markdown
from bot.letter import answer_as_letter
from bot.looking_up import LookUp
from bot.rendering import answer_as_email, answer_as_json, answer_as_text
from bot.retrieval import Candidate, Ranked
from corpus.library import View
from corpus.passage import Passage

# Characters of a passage shown per line of a search.
_LINE = 160


def _print_json(values: Mapping[str, object]) -> None:
    print(json.dumps(values, ensure_ascii=False))


def print_answer(
    answer: Answer, easy: EasyRead | None = None, *, as_email: bool, as_json: bool, as_letter: bool = False
) -> None:
    """The answer in the form asked for."""
    if as_json:
        _print_json(answer_as_json(answer) | ({"easy_read": asdict(easy)} if easy else {}))
    elif easy and answer.outcome.is_answer:
        print(easy_read_as_markdown(easy).replace("**", "").replace("*", ""))
    elif as_letter:
        print(answer_as_letter(answer))
    else:
        print(answer_as_email(answer) if as_email else answer_as_text(answer))


def print_search(query: str, ranked: Ranked, *, as_json: bool) -> None:
    """Ranked passages, best first, with the reason each was found."""
    if as_json:
        rows = [_search_row(n, candidate) for n, candidate in enumerate(ranked.candidates, start=1)]
        _print_json({"query": query, "passages": rows})
        return
    for n, candidate in enumerate(ranked.candidates, start=1):
        passage = candidate.passage
        print(f"{n:2}. {passage.title}, {passage.pinpoint}  [{passage.locator}]  {'+'.join(candidate.found_by)}")
        print(f"    {_one_line(passage.official or passage.plain or '')}")


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LINE else line[:_LINE].rsplit(" ", 1)[0] + " …"


def _search_row(rank: int, candidate: Candidate) -> dict[str, object]:
    passage = candidate.passage
    return {
        "rank": rank,
        "locator": passage.locator,
        "source": passage.source,
        "pinpoint": passage.pinpoint,
        "score": round(candidate.score, 6),
        "found_by": list(candidate.found_by),
        "official": passage.official,
        "plain": passage.plain,
    }


def print_look_up(found: LookUp, view: View, *, as_json: bool) -> None:
    """The passage whole with its neighbours, or the nearest there are."""
    if as_json:
        _print_json(_look_up_row(found))
    elif found.passage is None:
        print("\n".join([found.note, *_nearest_lines(found.nearest, view)]))
    else:
        print("\n".join(_passage_lines(found.passage, found, view)))


def _look_up_row(found: LookUp) -> dict[str, object]:
    passage = found.passage
    if passage is None:
        return {"found": False, "nearest": list(found.nearest), "note": found.note}
    return {
        "found": True,
        "locator": passage.locator,
        "title": passage.title,
        "pinpoint": passage.pinpoint,
        "page": passage.page,
        "heading": list(passage.heading),
        "authority": passage.authority.value,
        "as_of": passage.as_of,
        "official": passage.official,
        "plain": passage.plain,
        "previous": found.previous,
        "next": found.next,
        "nearest": list(found.nearest),
    }


def _nearest_lines(nearest: Sequence[str], view: View) -> list[str]:
    passages = view.get(nearest)
    lines = [f"  {passages[loc].pinpoint}  [{loc}]" for loc in nearest if loc in passages]
    return ["Were you looking for one of these?", *lines] if lines else []


def _passage_lines(passage: Passage, found: LookUp, view: View) -> list[str]:
    source = view.sources[passage.source]
    page = f", page {passage.page}" if passage.page else ""
    head = [f"{passage.title}, {passage.pinpoint}{page}", f"{passage.authority.label}, as of {passage.as_of}"]
    path = [" > ".join(passage.heading)] if passage.heading else []
    official = [
        "",
        passage.official or f"The official text is not on this shelf. It is at {source.url or 'no public address'}.",
    ]
    plain = ["", f"In plain English (ours): {passage.plain}"] if passage.plain else []
    around = [f"before: {found.previous or '-'}   after: {found.next or '-'}"]
    also = [f"also: {', '.join(found.nearest)}"] if found.nearest else []
    return [*head, *path, *official, *plain, "", *around, *also, *([source.url] if source.url else [])]
