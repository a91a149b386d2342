"""Grounding sets as files: what may be missing, what label 1 means, and errors a person can act on."""

import json
from pathlib import Path

import pytest

from evals.errors import GroundingUnreadable
from evals.outside.grounding_set import GroundingSet, Labels, read_grounding
from evals.outside.label_meaning import LabelOne


def written(tmp_path: Path, *rows: object) -> Path:
    """A file of these rows; text is written as it is."""
    path = tmp_path / "set.jsonl"
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
    return path


def row(label: int, **more: object) -> dict[str, object]:
    """A row of the promised form."""
    return {"id": f"a{label}", "source_text": "A lantern costs £3.", "answer": "It costs £5.", "label": label} | more


def unsupported(grounding: GroundingSet) -> list[bool]:
    """The marks, in order."""
    return [answer.unsupported for answer in grounding.answers]


def test_label_one_is_unsupported_as_promised(tmp_path: Path) -> None:
    found = read_grounding(written(tmp_path, row(1), row(0)))
    assert unsupported(found) == [True, False]
    assert found.told_by == ""


def test_task_spans_and_source_may_be_missing_or_empty(tmp_path: Path) -> None:
    found = read_grounding(written(tmp_path, {"answer": "Yes.", "label": 1, "spans": None, "source_text": None}))
    assert (found.answers[0].source, found.answers[0].spans, found.answers[0].id) == ("", (), "line 1")


def test_a_span_past_the_end_is_cut(tmp_path: Path) -> None:
    found = read_grounding(written(tmp_path, row(1, spans=[{"start": 9, "end": 99}, {"start": 50, "end": 60}])))
    assert [(span.start, span.end) for span in found.answers[0].spans] == [(9, 12)]


@pytest.mark.parametrize(
    "words", [("Fully supported", "Not supported"), ("complete", "partial"), ("faithful", "Unfaithful")]
)
def test_words_in_the_file_tell_that_one_is_supported(tmp_path: Path, words: tuple[str, str]) -> None:
    found = read_grounding(written(tmp_path, row(1, verdict=words[0]), row(0, verdict=words[1])))
    assert unsupported(found) == [False, True]
    assert "verdict" in found.told_by


def test_spans_tell_which_label_is_unsupported(tmp_path: Path) -> None:
    found = read_grounding(written(tmp_path, row(1), row(0, spans=[{"start": 0, "end": 4}])))
    assert unsupported(found) == [False, True]


def test_what_the_person_says_goes_before_what_the_file_says(tmp_path: Path) -> None:
    path = written(tmp_path, row(1, verdict="supported"), row(0, verdict="not supported"))
    assert read_grounding(path, Labels.UNSUPPORTED).label_one is LabelOne.UNSUPPORTED


def test_words_that_stand_with_both_labels_tell_nothing(tmp_path: Path) -> None:
    rows = [row(label, kind=kind) for label in (0, 1) for kind in ("supported", "not supported")]
    assert read_grounding(written(tmp_path, *rows)).label_one is LabelOne.UNSUPPORTED


def test_classes_of_error_come_from_rows_and_from_spans(tmp_path: Path) -> None:
    spans = [{"start": 0, "end": 2, "label_type": "Evident Conflict"}]
    found = read_grounding(written(tmp_path, row(1, error_class="invented", spans=spans), row(0, error_class="none")))
    assert found.answers[0].classes == {"Evident Conflict", "invented"}
    assert found.answers[1].classes == frozenset()


def test_a_field_that_supported_answers_have_too_is_no_class(tmp_path: Path) -> None:
    found = read_grounding(written(tmp_path, row(1, type="QA"), row(0, type="QA")))
    assert found.answers[0].classes == frozenset()


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ("{oops", "line 2: not JSON"),
        ({"label": 1}, "line 2: answer: field required"),
        ({"answer": "x", "label": "perhaps"}, "line 2: label:"),
        ([1], "line 2: input should be"),
        (row(1, spans=[{"start": "a", "end": 2}]), "line 2: spans.0.start"),
    ],
)
def test_a_bad_line_is_named_with_the_form_it_should_have(tmp_path: Path, bad: object, says: str) -> None:
    with pytest.raises(GroundingUnreadable) as raised:
        read_grounding(written(tmp_path, row(0), bad))
    assert says in str(raised.value).replace("not one object", "input should be")
    assert '"source_text"' in str(raised.value)


def test_an_empty_file_and_a_missing_one_are_named(tmp_path: Path) -> None:
    with pytest.raises(GroundingUnreadable, match=r"is empty"):
        read_grounding(written(tmp_path))
    with pytest.raises(GroundingUnreadable, match=r"cannot be read"):
        read_grounding(tmp_path / "nowhere.jsonl")
