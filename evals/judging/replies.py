"""What judges are asked to write, as one JSON object: the only place where their words enter."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evals.judging.judgement import Unscored

_LONGEST_WHY = 300
"""Characters kept of a reason."""


class _Reply(BaseModel):
    """A reply as written; what was not asked for is ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=True)


class ItemMark(_Reply):
    """One statement or fact."""

    number: int
    why: str = ""
    holds: bool


class ItemMarks(_Reply):
    """Every statement or fact that was shown."""

    items: tuple[ItemMark, ...]


class ToneMark(_Reply):
    """The tone of a whole answer."""

    why: str = ""
    mark: Annotated[int, Field(ge=1, le=5)]


JUDGE_REPLIES: dict[str, type[BaseModel]] = {reply.__name__: reply for reply in (ItemMarks, ToneMark)}
"""What a judge's prompt may name as its `output`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A reply that was understood."""

    score: float
    why: str
    marks: tuple[bool, ...] = ()


def read_reply(text: str, form: type[BaseModel], order: Sequence[int]) -> Reading | Unscored:
    """The score of a reply; `order` has for each number shown, from 1, the place of its item, from 0."""
    begin, end = text.find("{"), text.rfind("}")
    if begin < 0:
        return Unscored.DECLINED
    try:
        # Strings may hold line breaks: models write them.
        value = json.loads(text[begin : end + 1], strict=False)
        if "declined" in value:
            return Unscored.DECLINED
        return _reading(form.model_validate(value), order)
    except (ValueError, RecursionError, ValidationError):
        return Unscored.NOT_UNDERSTOOD


def _reading(reply: BaseModel, order: Sequence[int]) -> Reading:
    """ValueError when an item shown has no mark, or more than one."""
    if isinstance(reply, ToneMark):
        return Reading(score=float(reply.mark), why=reply.why[:_LONGEST_WHY])
    if not isinstance(reply, ItemMarks) or sorted(item.number for item in reply.items) != _numbers(order):
        raise ValueError("items")
    by_place = sorted(reply.items, key=lambda item: order[item.number - 1])
    marks = tuple(item.holds for item in by_place)
    # Why something holds is seldom asked; why it does not is what people check.
    against = [f"{place}: {item.why[:_LONGEST_WHY]}" for place, item in enumerate(by_place, start=1) if not item.holds]
    return Reading(score=sum(marks) / len(marks), why=" ".join(against), marks=marks)


def _numbers(order: Sequence[int]) -> list[int]:
    return list(range(1, len(order) + 1))
