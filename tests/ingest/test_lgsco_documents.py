"""The real decisions on the shelf: counts, running numbers, remedies and facts word for word."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.catalogue import read_catalogue
from ingest import parse_lgsco
from ingest.sections import Parsed
from tests.ingest.decisions import decision, folded, section


def real(shelf: Path, source: str) -> Parsed:
    """A decision of the catalogue, parsed from the shelf."""
    entry = next(entry for entry in read_catalogue() if entry.id == source)
    return parse_lgsco.parse(shelf / entry.file, entry)


@pytest.mark.documents
@pytest.mark.parametrize(
    ("source", "found", "passages"),
    [("lgsco-23-013-051", 46, 47), ("lgsco-24-007-529", 39, 40), ("lgsco-23-004-755", 0, 13)],
)
def test_real_decisions_have_the_paragraphs_they_print(shelf: Path, source: str, found: int, passages: int) -> None:
    whole = real(shelf, source)
    assert (whole.found, len(whole.sections)) == (found, passages)
    for part in whole.sections:
        assert folded(whole.text[part.start : part.end]) == folded(part.text)


@pytest.mark.documents
@pytest.mark.parametrize(
    ("tail", "words"),
    [
        ("1", "Ms x complains the Council failed"),
        ("10", "Under our information sharing agreement"),
        ("11", "All disabled children are regarded"),
        ("14", "duty to meet every assessed need"),
        ("18", "section 17ZD/E"),
        ("36", "This was fault."),
        ("37", "not fault if not all disabled children"),
        ("41", "pay Ms X £150"),
        ("44", "Within two months of my final decision"),
        ("46", "The complaint is upheld."),
    ],
)
def test_paragraphs_of_23_013_051_stand_at_their_running_numbers(shelf: Path, tail: str, words: str) -> None:
    assert words in section(real(shelf, "lgsco-23-013-051"), tail).text


@pytest.mark.documents
@pytest.mark.parametrize(
    ("source", "remedies", "deadlines"),
    [
        (
            "lgsco-23-013-051",
            (150,),
            ("Within four weeks of my final decision", "Within two months of my final decision"),
        ),
        ("lgsco-24-007-529", (300,), ("Within four weeks",)),
        ("lgsco-23-004-755", (1000,), ("within three months", "within eight weeks")),
    ],
)
def test_remedies_and_time_limits_of_real_decisions(
    shelf: Path, source: str, remedies: tuple[int, ...], deadlines: tuple[str, ...]
) -> None:
    facts = decision(real(shelf, source))
    assert facts.remedies_pounds == remedies
    assert facts.deadlines == deadlines


@pytest.mark.documents
@pytest.mark.parametrize("source", ["lgsco-23-013-051", "lgsco-24-007-529", "lgsco-23-004-755"])
def test_facts_of_real_decisions_stand_in_them_word_for_word(shelf: Path, source: str) -> None:
    whole = real(shelf, source)
    facts = decision(whole)
    assert facts.outcome == "Upheld"
    assert facts.faults
    for words in (*facts.faults, *facts.injustices, *facts.deadlines):
        assert words in whole.text


@pytest.mark.documents
def test_real_recommendations_are_one_passage_each(shelf: Path) -> None:
    whole = real(shelf, "lgsco-23-004-755")
    assert "pay Mrs X £1,000" in section(whole, "recommendations/4").text
    assert "within eight weeks" in section(whole, "recommendations/5").text
    assert section(whole, "summary").text.startswith("Mrs X complained that an assessment")


@pytest.mark.documents
def test_an_unlisted_name_changes_nothing_but_the_facts_that_come_from_it(shelf: Path) -> None:
    entry = next(entry for entry in read_catalogue() if entry.id == "lgsco-24-007-529")
    whole = parse_lgsco.parse(shelf / entry.file, replace(entry, title="?"))
    assert decision(whole).council == "Southend-on-Sea City Council"
