"""A run to judgements: every case, every judge, several times; a judge that fails leaves a row without a score."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from math import inf
from time import monotonic

from bot.breaker import Breaker
from bot.chat_model import ChatModel
from bot.errors import ModelUnavailable, WhyNoModel
from bot.model_settings import ModelSettings
from bot.prompts import Prompt, read_prompt
from bot.spending import Tokens
from evals.judging.judgement import JudgeMeasure, Judgement, Unscored
from evals.judging.replies import JUDGE_REPLIES, Reading, read_reply
from evals.judging.showing import Hide, Shown, applies, show
from evals.run import Asked, Run

_GIVEN_UP_AFTER = 5
"""Failures in a row after which nobody waits for this judge any more."""
_AT_ONCE = 4
"""Calls under way at the same time."""

Tell = Callable[[int, int], None]
"""Called with the judgements done and the judgements there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What judging needs."""

    model: ChatModel
    prompts: Mapping[JudgeMeasure, Prompt]
    hide: Hide
    breaker: Breaker
    at_once: int = _AT_ONCE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """One judgement to come."""

    asked: Asked
    measure: JudgeMeasure
    repeat: int
    shown: Shown | None
    """None for a crashed case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reply:
    """What came back."""

    reading: Reading | Unscored | WhyNoModel
    tokens: Tokens = field(default_factory=Tokens)


def open_bench(settings: ModelSettings, *, at_once: int = _AT_ONCE) -> Bench:
    """The judges with this model; SettingsError when it cannot be opened, PromptError when a prompt is broken."""
    # Imported here: its lists of names are read at once.
    from bot.personal_data.hiding import hide_all  # noqa: PLC0415

    return Bench(
        model=ChatModel(settings),
        prompts={measure: read_prompt(f"judge_{measure}", outputs=JUDGE_REPLIES) for measure in JudgeMeasure},
        hide=hide_all,
        breaker=Breaker(monotonic, failures=_GIVEN_UP_AFTER, within=inf, rest=inf),
        at_once=at_once,
    )


def judge_run(run: Run, bench: Bench, *, repeats: int, tell: Tell) -> tuple[Judgement, ...]:
    """Case by case as in the run, judge by judge, repeat by repeat."""
    tasks = [task for asked in run.asked for task in _tasks(asked, repeats, bench.hide)]
    done: list[Judgement] = []
    with ThreadPoolExecutor(max_workers=bench.at_once) as pool:
        for judgement in pool.map(lambda task: _judged(task, bench), tasks):
            done.append(judgement)
            tell(len(done), len(tasks))
    return tuple(done)


def _tasks(asked: Asked, repeats: int, hide: Hide) -> Iterator[_Task]:
    for measure in JudgeMeasure:
        for repeat in range(1, repeats + 1):
            shown = show(measure, asked, repeat, hide)
            if shown or (asked.crash and applies(measure, asked)):
                yield _Task(asked=asked, measure=measure, repeat=repeat, shown=shown)


def _judged(task: _Task, bench: Bench) -> Judgement:
    began = monotonic()
    reply = _called(task.measure, task.shown, bench) if task.shown else _Reply(reading=Unscored.CRASHED)
    read = reply.reading if isinstance(reply.reading, Reading) else None
    return Judgement(
        case=task.asked.case.id,
        measure=task.measure,
        repeat=task.repeat,
        score=read.score if read else None,
        why=read.why if read else str(reply.reading),
        marks=read.marks if read else (),
        seconds=round(monotonic() - began, 3),
        tokens={"read": reply.tokens.read, "written": reply.tokens.written},
        judge=bench.model.title,
        prompt=bench.prompts[task.measure].digest,
    )


def _called(measure: JudgeMeasure, shown: Shown, bench: Bench) -> _Reply:
    """The reply, read; why there is none otherwise, at once after too many failures in a row."""
    if not bench.breaker.allows():
        return _Reply(reading=WhyNoModel.RESTING)
    prompt, text, tokens = bench.prompts[measure], "", Tokens()
    filled, seconds = prompt.fill(**shown.values), bench.model.settings.seconds
    try:
        for piece in bench.model.stream(filled.messages, seconds=seconds, temperature=filled.temperature):
            text, tokens = text + piece.text, tokens + piece.tokens
    except ModelUnavailable as error:
        bench.breaker.failed()
        return _Reply(reading=error.why, tokens=tokens)
    bench.breaker.succeeded()
    return _Reply(reading=read_reply(text, prompt.output, shown.order), tokens=tokens)
