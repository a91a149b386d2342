"""Ombudsman decisions of our own making, in the layout of those saved as text: drawn from parameters by a seed.

Each has its own council, people, dates, needs, findings and remedies; its sentences come from `decisions.toml`.
Seed and number say which decision it is, however many are written.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random
from string import Template

from pydantic import BaseModel, ConfigDict

WORDING = Path(__file__).with_suffix(".toml")
PASSAGES = 25
"""Passages of one decision: the summary and its numbered paragraphs."""
_MOST = 999_999
"""References have six digits after the year."""
_YEAR = 31
"""The year of the references: no real decision has it, so none is taken for another."""
# How many paragraphs each section has: with the summary, 25.
_COUNTS = {"complaint": 3, "checked": 2, "law": 4, "happened": 8, "analysis": 5, "final": 1}
_ACTIONS = 5


class _Topic(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    category: str
    services: tuple[str, ...]


class _Wording(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    places: tuple[str, ...]
    endings: tuple[str, ...]
    kinds: tuple[str, ...]
    letters: tuple[str, ...]
    titles: tuple[str, ...]
    months: tuple[str, ...]
    needs: tuple[str, ...]
    officers: tuple[str, ...]
    topics: tuple[_Topic, ...]
    paragraphs: Mapping[str, tuple[str, ...]]


def write_decisions(folder: Path, count: int, seed: int) -> None:
    """The folder holds the first `count` decisions of a seed, one file each."""
    for number in range(1, count + 1):
        (folder / f"decision-{number:06}.txt").write_text(decision(number, seed), encoding="utf-8")


def decision(number: int, seed: int) -> str:
    """The whole text of one decision; numbers are 1 to 999,999."""
    if not 1 <= number <= _MOST:
        raise ValueError(f"Expected a number from 1 to {_MOST}, got {number}.")
    draw = Random(f"{seed} {number}")  # noqa: S311 - facts to be drawn alike every time, no secrets
    topic = draw.choice(_wording().topics)
    facts = _facts(draw, topic)
    council = f"{facts['place']} {draw.choice(_wording().kinds)}"
    reference = f"{_YEAR} {number // 1000:03} {number % 1000:03}"
    return "\n".join(
        [
            f"{council} ({reference})\n",
            f"Category : {topic.category}\n",
            "Decision : Upheld\n",
            f"Decision date : {draw.randint(1, 28):02} {draw.choice(_wording().months)[:3]} 20{_YEAR}\n",
            "The Ombudsman's final decision:\n",
            *_body(draw, facts),
        ]
    )


def _facts(draw: Random, topic: _Topic) -> dict[str, str]:
    words = _wording()
    return {
        "place": draw.choice(words.places) + draw.choice(words.endings),
        "parent": f"{draw.choice(words.titles)} {draw.choice(words.letters)}",
        "child": draw.choice(words.letters),
        "need": draw.choice(words.needs),
        "officer": draw.choice(words.officers),
        "topic": topic.name,
        "service": draw.choice(topic.services),
        **{name: f"{draw.randint(low, high):,}" for name, (low, high) in _FIGURES.items()},
        "pounds": f"{50 * draw.randint(3, 90):,}",
        "month": draw.choice(words.months),
        "year": str(draw.randint(2026, 2030)),
    }


_FIGURES = {
    "age": (3, 19), "weeks": (9, 90), "limit": (4, 8), "hours": (6, 300), "count": (5, 30), "answered": (1, 4),
    "attendance": (5, 88), "gap": (2, 26), "spent": (40, 2900), "trouble": (100, 400),
}  # fmt: skip


def _body(draw: Random, facts: dict[str, str]) -> Iterator[str]:
    """Summary, then the sections with their headings; numbers start again at 1 in each, as they are printed."""
    yield _filled(draw, "summary", 1, facts)[0] + "\n"
    sections = {
        "The complaint": ("", "complaint"), "How I considered this complaint": ("", "checked"),
        "Law and guidance": ("What I found", "law"), "What happened": ("", "happened"),
        "Analysis": ("", "analysis"),
    }  # fmt: skip
    for heading, (above, name) in sections.items():
        yield from filter(None, (f"{above}\n" if above else "", f"{heading}\n"))
        yield from _numbered(_filled(draw, name, _COUNTS[name], facts))
    yield "Agreed action\n"
    yield from _actions(draw, facts)
    yield "Final decision\n"
    yield from _numbered(_filled(draw, "final", _COUNTS["final"], facts))
    yield "Investigator's decision on behalf of the Ombudsman\n"


def _actions(draw: Random, facts: dict[str, str]) -> Iterator[str]:
    yield f"  1. Within {draw.choice(('four weeks', 'one month', 'six weeks'))} of my decision the Council will:"
    yield from (f"  • {text}" for text in _filled(draw, "actions", _ACTIONS, facts))
    yield ""


def _numbered(texts: list[str]) -> Iterator[str]:
    yield from (f"  {number}. {text}" for number, text in enumerate(texts, start=1))
    yield ""


def _filled(draw: Random, section: str, count: int, facts: dict[str, str]) -> list[str]:
    """Paragraphs of a section in the order of the wording, each with a month of its own."""
    pool = _wording().paragraphs[section]
    chosen = sorted(draw.sample(range(len(pool)), count))
    months = [draw.choice(_wording().months) for _ in chosen]
    texts = [Template(pool[n]).substitute(facts | {"month": month}) for n, month in zip(chosen, months, strict=True)]
    return [text if section == "actions" else text[0].upper() + text[1:] for text in texts]


@cache
def _wording() -> _Wording:
    return _Wording.model_validate(tomllib.loads(WORDING.read_text(encoding="utf-8")))
