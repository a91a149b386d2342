"""The forum's real report and letter: counts, table, recommendations, mending, masking."""

import re
from pathlib import Path

import pytest

from corpus.catalogue import read_catalogue
from ingest import parse_markdown
from ingest.redaction import MASK
from ingest.sections import Parsed
from tests.ingest.reports import folded


def real(shelf: Path, source: str) -> Parsed:
    """A document of the catalogue, parsed from the shelf."""
    entry = next(entry for entry in read_catalogue() if entry.id == source)
    return parse_markdown.parse(shelf / entry.file, entry)


@pytest.mark.documents
@pytest.mark.parametrize(
    ("source", "count", "pinned"),
    [
        (
            "forum-report",
            167,
            ("executive-summary/1", "working-relationship/5", "8-expand-community-provision/1"),
        ),
        (
            "complaint-letter",
            50,
            (
                "formal-complaint-ongoing-failure-to-address-systemic/1",
                "safeguarding-and-reputational-risk/1",
                "our-position/6",
            ),
        ),
    ],
)
def test_real_documents_keep_their_passages(shelf: Path, source: str, count: int, pinned: tuple[str, str, str]) -> None:
    tails = [part.tail for part in real(shelf, source).sections]
    assert len(tails) == count
    assert (tails[0], tails[9], tails[-1]) == pinned


@pytest.mark.documents
@pytest.mark.parametrize("source", ["forum-report", "complaint-letter"])
def test_real_spans_are_true_and_hold_no_mobile_number(shelf: Path, source: str) -> None:
    whole = real(shelf, source)
    for part in whole.sections:
        assert folded(whole.text[part.start : part.end]) == folded(part.text)
    assert not re.search(r"07\d{3}|Yours sincerely|facebook\.com", whole.text)


@pytest.mark.documents
def test_the_real_play_scheme_table_has_a_passage_per_row(shelf: Path) -> None:
    whole = real(shelf, "forum-report")
    rows = [part for part in whole.sections if ", table, row " in part.pinpoint]
    assert len(rows) == 8
    assert rows[0].text == "Rose Road 10 to 3 £29 £5.80"
    assert rows[3].text == "8 to 6 £33 £3.30"
    assert rows[3].lead.startswith("Provision: Testlands Holiday club; Times: 8 to 6;")
    assert rows[7].text == "Shirley Junior School 9 to 3 £20 £3.33"


@pytest.mark.documents
def test_the_eight_real_recommendations_are_a_passage_each_with_their_heading(shelf: Path) -> None:
    whole = real(shelf, "forum-report")
    recommendations = [part for part in whole.sections if part.heading[0] == "RECOMMENDATIONS"]
    assert [part.text[:2] for part in recommendations] == [f"{n} " for n in range(1, 9)]
    assert recommendations[7].text.startswith("8 Expand Community Provision\n- ")


@pytest.mark.documents
def test_sentences_of_the_real_documents_broken_by_pages_are_whole(shelf: Path) -> None:
    report, letter = real(shelf, "forum-report").text, real(shelf, "complaint-letter").text
    for words in (
        "continue to report suggest that the system",
        "often indicates that the policy",
        "around work, other",
    ):
        assert words in report
    assert "have we received a clear action plan" in letter


@pytest.mark.documents
def test_the_worker_named_in_the_real_report_is_masked(shelf: Path) -> None:
    masked = [part for part in real(shelf, "forum-report").sections if MASK in part.text]
    assert [part.tail for part in masked] == ["working-parents-of-sen-young-people/5"]
