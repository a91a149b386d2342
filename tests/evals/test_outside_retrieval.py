"""`signpost eval-retrieval`: somebody else's collection through our own retrieval."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from evals.errors import CollectionUnreadable
from evals.outside.collection import read_collection
from evals.outside.measuring import Found, measured
from evals.outside.retrieval_cli import eval_retrieval
from evals.outside.retrieving import measure
from tests.small_embedder import SmallEmbedder

TEXTS = (
    {"_id": "kite/1", "title": "Kites", "text": "A broken kite is mended by the harbour office within nine weeks."},
    {"_id": "kite/2", "title": "Kites", "text": "Lost string is paid for by whoever lost it."},
    {"_id": "boat", "text": "A boat needs a lamp after sunset."},
)
QUERIES = (
    {"_id": "q1", "text": "who mends a broken kite", "set": "plain"},
    {"_id": "q2", "text": "and who pays for that?", "set": "talk", "rewritten": "does a boat need a lamp after sunset",
     "history": [{"role": "user", "text": "i lost the string"}, {"role": "assistant", "text": "Kite string?"}]},
    {"_id": "q3", "text": "what of submarines", "set": "plain"},
)  # fmt: skip
QRELS = "query-id\tcorpus-id\tscore\nq1\tkite/1\t1\nq2\tkite/2\t1\nq2\tboat\t0\n"


def _nobody(what: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A collection of three passages and three queries, one of them without marks."""
    return _write(tmp_path / "kites", qrels=QRELS)


def _write(folder: Path, *, qrels: str, texts: object = TEXTS, queries: object = QUERIES) -> Path:
    folder.mkdir()
    for name, rows in (("corpus.jsonl", texts), ("queries.jsonl", queries)):
        assert isinstance(rows, tuple)
        (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (folder / "qrels.tsv").write_text(qrels, encoding="utf-8")
    return folder


def test_a_collection_is_measured_by_our_own_retrieval(folder: Path, tmp_path: Path) -> None:
    done = measure(read_collection(folder), tmp_path, SmallEmbedder(), _nobody)
    assert (done.n, done.without_marks, done.unknown) == (2, 1, 0)
    assert done.measures["success@5"].value == 1
    assert done.by_label["set"]["talk"]["recall@10"].n == 1


def test_two_measurings_agree_and_the_second_embeds_no_passage_again(folder: Path, tmp_path: Path) -> None:
    first, second = SmallEmbedder(), SmallEmbedder()
    one = measure(read_collection(folder), tmp_path, first, _nobody).as_json()
    two = measure(read_collection(folder), tmp_path, second, _nobody).as_json()
    words = str(TEXTS[2]["text"])
    assert json.dumps([one["measures"], one["by_label"]]) == json.dumps([two["measures"], two["by_label"]])
    assert (words in first.asked, words in second.asked) == (True, False)


def test_other_words_of_a_passage_make_another_index(folder: Path, tmp_path: Path) -> None:
    measure(read_collection(folder), tmp_path, SmallEmbedder(), _nobody)
    other = _write(tmp_path / "other", qrels=QRELS, texts=(*TEXTS[:2], {"_id": "boat", "text": "Boats are blue."}))
    asked = SmallEmbedder()
    measure(read_collection(other), tmp_path, asked, _nobody)
    assert "Boats are blue." in asked.asked


def test_the_rewrite_and_other_fields_are_never_searched_with(folder: Path, tmp_path: Path) -> None:
    asked = SmallEmbedder()
    measure(read_collection(folder), tmp_path, asked, _nobody)
    assert not any("sunset" in text and "A boat" not in text for text in asked.asked)


def test_measures_agree_with_hand_worked_values(folder: Path) -> None:
    # q1 finds its passage second: recall 1, reciprocal rank 1/2, nDCG 1 / log2(3) = 0.6309. q2 finds nothing: 0.
    found = {
        "q1": Found(ranked=("boat", "kite/1"), seconds=0.1),
        "q2": Found(ranked=(), seconds=0.3),
    }
    done = measured(read_collection(folder), found)
    assert {name: summary.value for name, summary in done.measures.items()} == {
        "success@5": 0.5, "recall@5": 0.5, "recall@10": 0.5, "ndcg@5": 0.3155, "ndcg@10": 0.3155,
        "reciprocal_rank": 0.25,
    }  # fmt: skip
    assert done.by_label["set"]["talk"]["success@5"].value == 0
    assert (done.seconds, done.per_query["p50"].value) == (0.4, 0.2)


def test_marks_for_what_is_not_there_are_counted(tmp_path: Path) -> None:
    folder = _write(tmp_path / "gone", qrels=QRELS + "q1\tgone\t1\nq9\tboat\t1\n")
    assert read_collection(folder).unknown == 2


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("corpus.jsonl", '{"_id": "a", "text": "x"}\n{"_id": "b"}\n', "corpus.jsonl, line 2: text: field required."),
        ("corpus.jsonl", "{\n", "corpus.jsonl, line 1: expected one JSON object."),
        ("corpus.jsonl", "[1]\n", "corpus.jsonl, line 1: expected one JSON object."),
        ("corpus.jsonl", "", "corpus.jsonl is empty."),
        ("corpus.jsonl", '{"_id": "a", "text": "x"}\n' * 2, "corpus.jsonl: the _id 'a' stands on two lines."),
        ("queries.jsonl", '{"_id": "q1", "text": "?", "history": [{"role": "dog", "text": ""}]}', "history.0.role"),
        ("qrels.tsv", "q1\tkite/1\t1\n", "the first line must be query-id corpus-id score, with tabs between."),
        ("qrels.tsv", "query-id\tcorpus-id\tscore\nq1 kite/1 1\n", "line 2: expected a query, a passage"),
        ("qrels.tsv", "query-id\tcorpus-id\tscore\nq7\tkite/1\t1\n", "marks no passage for any query"),
    ],
)
def test_a_collection_that_cannot_be_read_is_one_line_that_says_where(
    folder: Path, name: str, text: str, said: str
) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(CollectionUnreadable) as error:
        read_collection(folder)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_a_missing_folder_or_file_is_named(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(CollectionUnreadable, match="is not a folder"):
        read_collection(tmp_path / "nowhere")
    (folder / "qrels.tsv").unlink()
    with pytest.raises(CollectionUnreadable, match=r"qrels\.tsv cannot be read"):
        read_collection(folder)


def test_json_has_the_promised_keys_and_nothing_else_is_printed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNPOST_DATA", str(tmp_path / "data"))
    app = typer.Typer()
    app.command()(eval_retrieval)
    result = CliRunner().invoke(app, [str(folder), "--json"])
    found = json.loads(result.stdout)
    assert (result.exit_code, found["n"]) == (0, 2)
    assert set(found["measures"]["ndcg@10"]) == {"value", "low", "high", "n"}
    assert found["seconds"] > 0
    shown = CliRunner().invoke(app, [str(folder)]).stdout
    assert "set: talk" in shown
    assert "1 queries have no marked passage" in shown
