"""Learns the weights of the support score from grounding sets, says how well they hold elsewhere, and writes them.

    python -m evals.learn_support --set NAME=FILE … --licence NAME=LICENCE … [--one-is-supported NAME …] [--out FILE]

Only files named here are read, and the same files give the same weights. Nothing of their text is kept.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from bot.grounding.answer import parts
from bot.grounding.learned import LEARNED, LearnedFile, LearnedOn
from corpus.embedding import SentenceTransformerEmbedder
from evals.learning_support import Example, example, fit
from evals.outside.grounding_set import Labels, read_grounding
from evals.support_held_out import calibrated, elsewhere, in_folds, line_for, measured

_ABOUT = (
    "Weights of bot.support, written by evals.learn_support; to change them, run it again. Learned on the sets below, "
    "none of whose text is here; label unsupported = holds something that its source does not support."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSet:
    """A set as examples."""

    name: str
    licence: str
    examples: tuple[Example, ...]


def learn(
    sets: Annotated[list[str], typer.Option("--set", metavar="NAME=FILE", help="A set.")],
    licence: Annotated[list[str] | None, typer.Option(metavar="NAME=LICENCE", help="A set's licence.")] = None,
    one_is_supported: Annotated[list[str] | None, typer.Option(help="A set where label 1 is supported.")] = None,
    out: Annotated[Path, typer.Option(help="Where the weights go.")] = LEARNED,
) -> None:
    """Learn on these sets, print how well it holds on a set left out and in five folds, write the weights."""
    files, licences = _named(sets), _named(licence or [])
    if unknown := [*(licences.keys() ^ files.keys()), *(set(one_is_supported or ()) - files.keys())]:
        raise typer.BadParameter(f"each set needs a file and a licence: {', '.join(sorted(unknown))}")
    read = [
        _training_set(name, Path(file), licences[name], name in (one_is_supported or ()))
        for name, file in files.items()
    ]
    examples = [example for one in read for example in one.examples]
    typer.echo("\n".join(_report(examples)))
    out.write_text(_file(read, examples).model_dump_json(indent=1) + "\n", encoding="utf-8")


def _named(options: Sequence[str]) -> dict[str, str]:
    """NAME=VALUE options by name."""
    found = dict[str, str]()
    for option in options:
        name, equals, value = option.partition("=")
        if not (name and equals and value):
            raise typer.BadParameter(f"{option!r} is not NAME=VALUE")
        found[name] = value
    return found


def _training_set(name: str, path: Path, licence: str, one_is_supported: bool) -> TrainingSet:
    encoder = SentenceTransformerEmbedder()
    marked = read_grounding(path, Labels.SUPPORTED if one_is_supported else Labels.AUTO).answers
    found = ((one, parts(one.answer, one.source, encoder)) for one in marked)
    return TrainingSet(
        name=name,
        licence=licence,
        # An answer without a source to rest on teaches nothing about sources.
        examples=tuple(
            example(name, one.source, its, supported=not one.unsupported)
            for one, its in found
            if any(part.features for part in its)
        ),
    )


def _report(examples: Sequence[Example]) -> Iterator[str]:
    for name, logits in elsewhere(examples).items():
        yield f"{name}: learned on the others {measured(examples, name, logits, line_for(examples, leaving_out=name))}"
    for name, logits in in_folds(examples).items():
        yield f"{name}: five folds {measured(examples, name, logits, None)}"


def _file(read: Sequence[TrainingSet], examples: Sequence[Example]) -> LearnedFile:
    fitted, line = fit(examples), calibrated(examples)
    return LearnedFile(
        about=_ABOUT,
        learned_on=tuple(
            LearnedOn(
                set=one.name, n=len(one.examples), unsupported=sum(not other.supported for other in one.examples),
                licence=one.licence,
            )
            for one in read
        ),
        bias=round(fitted.bias * line.slope + line.intercept, 5),
        softness=line.slope,
        threshold=line.threshold,
        sentence_threshold=line.sentence_threshold,
        features={
            name: its.model_copy(update={"weight": round(its.weight * line.slope, 5)})
            for name, its in fitted.weighed.items()
        },
    )  # fmt: skip


if __name__ == "__main__":
    typer.run(learn)
