"""`python -m evals.learn_support` from files to weights, with the real model."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.grounding.learned import Learned, LearnedFile
from bot.support import answer_support
from corpus.embedding import SentenceTransformerEmbedder
from evals.learn_support import learn

OFFICES = ("lantern", "kite", "bell", "boat", "clock", "drum", "lamp", "sledge", "tent", "wheel")
INVENTED = "Tickets for the harvest dance cost eleven pounds and sell out by Friday evening."


def _set(path: Path, season: str) -> Path:
    """Ten sources, each with an answer that it bears out and one that it does not."""
    rows = [
        {"id": f"{office} {label}", "source_text": _source(office, season), "answer": answer, "label": label}
        for office in OFFICES
        for label, answer in ((0, f"A {office} may be borrowed for three weeks in {season}."), (1, INVENTED))
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def _source(office: str, season: str) -> str:
    return (
        f"The {office} office opens at nine. A {office} may be borrowed for three weeks in {season}. Repairs are free."
    )


def _learn(*arguments: object) -> tuple[int, str]:
    app = typer.Typer()
    app.command()(learn)
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.output


def test_two_sets_become_weights_that_tell_the_two_kinds_apart(tmp_path: Path) -> None:
    first, second = _set(tmp_path / "one.jsonl", "spring"), _set(tmp_path / "two.jsonl", "autumn")
    out = tmp_path / "learned.json"
    code, said = _learn(
        "--set", f"one={first}", "--set", f"two={second}", "--licence", "one=MIT", "--licence", "two=CC0",
        "--out", out,
    )  # fmt: skip
    assert code == 0, said
    assert "one: learned on the others AUROC 1.000" in said
    file = LearnedFile.model_validate_json(out.read_text(encoding="utf-8"))
    assert [(one.set, one.n, one.unsupported, one.licence) for one in file.learned_on] == [
        ("one", 20, 10, "MIT"), ("two", 20, 10, "CC0"),
    ]  # fmt: skip
    weights, model = Learned.of(file), SentenceTransformerEmbedder()
    source = _source("basket", "winter")
    assert answer_support("A basket may be borrowed for three weeks.", source, model, weights).is_supported
    assert not answer_support(INVENTED, source, model, weights).is_supported


@pytest.mark.parametrize(
    "options", [("--set", "one"), ("--set", "one=x.jsonl"), ("--set", "one=x.jsonl", "--licence", "two=MIT")]
)
def test_a_set_without_its_file_or_licence_is_refused(options: tuple[str, ...]) -> None:
    code, said = _learn(*options)
    assert code == 2
    assert "one" in said
