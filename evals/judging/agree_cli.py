"""`signpost eval agree` and `signpost eval-agree`: judges held against people's marks."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from evals.judging.agreement import Agreed, Agreement

WORD = "agree"
"""As the first argument of `signpost eval`."""


def eval_agree(
    judgements: Annotated[Path, typer.Argument(metavar="JUDGEMENTS.jsonl", help="As `signpost eval --judge` wrote.")],
    marks: Annotated[Path, typer.Argument(metavar="MARKS.csv", help="Columns case, measure, mark; marker if several.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Say how far a judge agrees with people: agreement, Cohen's kappa, how many were compared, what was left out.

    Example: signpost eval-agree judgements.jsonl marks.csv
    """
    from evals.judging.agreement import agree  # noqa: PLC0415 - no other command needs numpy for it
    from evals.judging.files import read_judgements  # noqa: PLC0415 - likewise
    from evals.judging.marks import read_marks  # noqa: PLC0415 - likewise

    found = agree(read_judgements(judgements), read_marks(marks))
    as_object = {"measures": {one.measure: one.as_json() for one in found}}
    typer.echo(json.dumps(as_object, ensure_ascii=False) if as_json else told(found))


def agree_on(files: Sequence[Path], *, as_json: bool) -> None:
    """What follows the word `agree`; a usage error unless it is two files."""
    if len(files) != 2:
        raise typer.BadParameter("`signpost eval agree` wants two files: JUDGEMENTS.jsonl MARKS.csv")
    eval_agree(files[0], files[1], as_json=as_json)


def told(found: "Sequence[Agreement]") -> str:
    """The agreement as a person reads it in a terminal."""
    lines: list[str] = []
    for one in found:
        lines += [one.measure, *(_line(agreed) for agreed in one.agreed)]
        lines += [f"  left out: {count} {why}" for why, count in one.left_out.items()]
    return "\n".join(lines)


def _line(agreed: "Agreed") -> str:
    same, beyond = agreed.agreement, agreed.kappa
    if same.value is None:
        return f"  {agreed.raters}: nothing to compare"
    share = f"{same.value:.0%} the same ({same.low:.0%} to {same.high:.0%})"
    kappa = (
        "kappa not defined: both gave one mark throughout"
        if beyond.value is None
        else f"kappa {beyond.value:.2f} ({beyond.low:.2f} to {beyond.high:.2f})"
    )
    return f"  {agreed.raters}: n {same.n}, {share}, {kappa}"
