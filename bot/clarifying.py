"""One short question back, when the answer turns on something unsaid and the evidence really splits on it."""

import re
import tomllib
from pathlib import Path

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from bot.answer import Answer
from bot.conversation import Question
from bot.evidence import Evidence
from bot.replies import Replies
from bot.retrieval import Ranked
from bot.understanding import Query
from corpus.library import View

CLARIFYING = Path(__file__).with_name("clarifying.toml")
# Cosine with the nearest of a topic's questions; asking back is worse than answering twice, so it is high.
_NEAR = 0.72
_SIDES = 2


class Choice(BaseModel):
    """What a button offers, and the places it leads to."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    says: str = Field(min_length=10)
    places: tuple[str, ...] = Field(min_length=1)
    """Beginnings of locators."""


class Unsaid(BaseModel):
    """One `[topic.<id>]` as written; unknown keys fail."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ask: str = Field(min_length=10)
    asked: tuple[str, ...] = Field(min_length=1)
    said: tuple[str, ...]
    choices: tuple[Choice, ...] = Field(min_length=2)


class _Sheet(BaseModel):
    model_config = ConfigDict(extra="forbid")

    topic: dict[str, Unsaid]


def read_unsaid(path: Path = CLARIFYING) -> tuple[Unsaid, ...]:
    """The topics in the order of the file; pydantic's error names the field that is wrong."""
    return tuple(_Sheet.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).topic.values())


def clarify(
    question: Question, query: Query, ranked: Ranked, evidence: Evidence, view: View,
    topics: tuple[Unsaid, ...], replies: Replies,
) -> Answer | None:  # fmt: skip
    """The question back with its choices; None when the question says enough, or goes on with an earlier one."""
    if question.history or query.references or query.sources:
        return None
    for topic in topics:
        if not _is_said(topic, query.text) and _splits(topic, evidence) and _nearness(topic, evidence, view) >= _NEAR:
            reply = replies.reply("clarify")
            return Answer(
                outcome=reply.outcome,
                question=question.text,
                query=query.standalone,
                passages=ranked.hits(),
                strength=round(evidence.strength, 4),
                reply=reply.text.format(question=topic.ask),
                choices=tuple(choice.says for choice in topic.choices),
                steps=(("clarify", f"asked back: {topic.ask}"),),
            )
    return None


def _is_said(topic: Unsaid, text: str) -> bool:
    return re.search("|".join(topic.said), text, re.IGNORECASE) is not None


def _splits(topic: Unsaid, evidence: Evidence) -> bool:
    """True when the evidence holds places of more than one choice."""
    locators = [item.passage.locator for item in evidence.passages]
    held = [any(locator.startswith(choice.places) for locator in locators) for choice in topic.choices]
    return sum(held) >= _SIDES


def _nearness(topic: Unsaid, evidence: Evidence, view: View) -> float:
    return float(np.max(view.remembered(list(topic.asked)) @ evidence.vectors.T))
