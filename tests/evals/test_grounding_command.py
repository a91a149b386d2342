"""`signpost eval-grounding`, as a shell sees it."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from evals.errors import GroundingUnreadable
from evals.outside.grounding_cli import eval_grounding

SOURCE = (
    "The lantern office opens at nine on weekdays. A lantern may be borrowed for three weeks. "
    "Whoever loses one must tell the keeper in writing. Repairs are free for children."
)
ROWS: tuple[tuple[str, int, str, list[tuple[int, int]]], ...] = (
    ("a", 0, "A lantern may be borrowed for three weeks.", []),
    ("b", 0, "The lantern office opens at nine on weekdays, and repairs are free for children.", []),
    ("c", 1, "Tickets for the harvest dance cost eleven pounds and sell out by Friday evening.", [(0, 80)]),
    ("d", 1, "Repairs are free for children. My uncle in Norwich paints wooden boats every summer.", [(31, 84)]),
)


@pytest.fixture
def grounding_file(tmp_path: Path) -> Path:
    """Two supported answers and two with an invented sentence, its place marked."""
    path = tmp_path / "lanterns.jsonl"
    path.write_text(
        "\n".join(
            json.dumps(
                {
                    "id": name, "task": "QA", "source_text": SOURCE, "answer": answer, "label": label,
                    "spans": [{"start": start, "end": end, "label_type": "invented"} for start, end in spans],
                }
            )
            for name, label, answer, spans in ROWS
        ),
        encoding="utf-8",
    )  # fmt: skip
    return path


def _shell(*arguments: object) -> tuple[int, str, str]:
    app = typer.Typer()
    app.command()(eval_grounding)
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def test_json_has_the_promised_keys_and_nothing_else_is_printed(grounding_file: Path) -> None:
    code, out, _ = _shell(grounding_file, "--json")
    found = json.loads(out)
    assert code == 0
    assert found["n"] == 4
    assert found["seconds"] > 0
    assert {"auroc", "f1", "precision", "recall", "span_f1", "auroc_of_length"} <= set(found["measures"])
    assert set(found["by_task"]) == {"QA"}
    assert set(found["by_error_class"]) == {"invented"}


def test_invented_sentences_are_flagged_and_their_place_is_told(grounding_file: Path) -> None:
    measures = json.loads(_shell(grounding_file, "--json")[1])["measures"]
    assert measures["auroc"]["value"] == 1
    assert measures["f1"]["value"] == 1
    assert measures["span_f1"]["value"] > 0.9


def test_labels_that_rank_the_wrong_way_are_said_and_can_be_turned(grounding_file: Path) -> None:
    turned = [
        row | {"label": 1 - row["label"], "spans": []}
        for row in map(json.loads, grounding_file.read_text(encoding="utf-8").splitlines())
    ]
    # Eight of each, so that the interval is narrow enough to say so.
    grounding_file.write_text("\n".join(json.dumps(row) for row in turned * 8), encoding="utf-8")
    code, out, err = _shell(grounding_file)
    assert code == 0
    assert "--label-one supported" in err
    assert "auroc" in out
    assert (
        json.loads(_shell(grounding_file, "--label-one", "supported", "--json")[1])["measures"]["auroc"]["value"] == 1
    )


def test_a_file_that_breaks_its_form_is_an_error_we_know(tmp_path: Path) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text('{"answer": 3}', encoding="utf-8")
    with pytest.raises(GroundingUnreadable, match="line 1"):
        _shell(path)
