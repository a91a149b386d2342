"""The words of the corpus, and misspellings mended against them."""

from pathlib import Path

import pytest

from corpus.vocabulary import Speller, count_words, read_vocabulary, words, write_vocabulary
from tests.samples import a_passage

COUNTS = {"council": 40, "counsel": 2, "keeper": 9, "lamp": 5, "lump": 7, "oil": 3, "assessment": 8, "slipp": 1}


def test_words_are_lower_case_with_plain_apostrophes() -> None:
    assert words("Child’s EHCP, 9.14 (co-production)") == ["child's", "ehcp", "co", "production"]


def test_both_voices_questions_and_headings_are_counted() -> None:
    passage = a_passage(official="Light lamps.", plain="Lamps, lit.", questions=("lamps?",), heading=("Lamps",))
    assert count_words([passage, a_passage(official=None)]) == {"light": 1, "lamps": 4, "lit": 1}


def test_what_is_written_is_read_back_in_order(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.txt"
    write_vocabulary(path, COUNTS)
    assert path.read_text(encoding="utf-8").splitlines()[:2] == ["assessment 8", "council 40"]
    assert read_vocabulary(path) == COUNTS


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("counsil", "council"),
        ("cuoncil", "council"),
        ("keepr", "keeper"),
        ("assesmnet", "assessment"),
        ("limp", "lump"),
    ],
)
def test_a_misspelling_is_mended_to_the_nearest_and_then_the_commonest(typed: str, meant: str) -> None:
    assert Speller(COUNTS).mend(typed) == meant


@pytest.mark.parametrize("typed", ["council", "slipp", "oli", "xyzzy", "ouncil", "kepr", "slippp", ""])
def test_known_short_far_and_doubtful_words_stay(typed: str) -> None:
    assert Speller(COUNTS).mend(typed) is None
