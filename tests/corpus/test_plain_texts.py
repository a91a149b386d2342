"""Our plain text as shipped: its form and its notes without any document, its fidelity with the real ones."""

import re
from pathlib import Path

import pytest

from corpus.locator import pinpoint_of, source_of
from corpus.plain import PLAIN, PlainEntry, read_plain
from ingest.excepted import read_exceptions
from ingest.plain_findings import Voice, findings, read_voice
from ingest.plain_form import form
from ingest.plain_grade import grades
from ingest.promised import missing, read_promises
from ingest.reviewed import read_reviewed


@pytest.fixture(scope="module")
def entries() -> dict[str, PlainEntry]:
    return read_plain()


@pytest.fixture(scope="module")
def voice(shelf: Path) -> Voice:
    return read_voice(shelf)


@pytest.fixture(scope="module")
def notes(entries: dict[str, PlainEntry]) -> list[PlainEntry]:
    return [entry for entry in entries.values() if source_of(entry.locator) == "notes"]


def test_every_entry_has_good_form(entries: dict[str, PlainEntry]) -> None:
    assert [finding for entry in entries.values() for finding in form(entry)] == []


def test_no_promised_entry_is_missing_without_the_documents(entries: dict[str, PlainEntry]) -> None:
    assert [finding for promise in read_promises() for finding in missing(promise, (), entries)] == []


def test_every_source_with_entries_has_a_promise(entries: dict[str, PlainEntry]) -> None:
    assert {source_of(locator) for locator in entries} == {promise.source for promise in read_promises()}


def test_every_exception_names_an_entry_and_its_reason(entries: dict[str, PlainEntry]) -> None:
    assert {row.locator for row in read_exceptions()} <= set(entries)


def test_notes_are_either_verified_or_to_be_checked(notes: list[PlainEntry]) -> None:
    marks = [note.certainty for note in notes]
    assert (len(notes), marks.count("verified"), marks.count("check")) == (138, 62, 76)
    assert notes[0].locator == "notes/social-care-complaint/three-stages"
    assert notes[-1].locator == "notes/reuse/ombudsman-decisions"


HELP_LINES = {"116 123", "0800 1111", "85258", "0808 800 5000", "0808 801 0366", "0345 015 4033"}
"""The numbers that were read at their source; 999 and 111 are not looked for here."""


def test_notes_give_no_telephone_number_but_the_verified_help_lines(notes: list[PlainEntry]) -> None:
    numbers = {
        number
        for note in notes
        for number in re.findall(r"\b0[1-9]\d{1,3} \d{3,4}(?: \d{4})?\b|\b116 123\b|\b85258\b", note.text)
    }
    assert numbers == HELP_LINES


def test_the_times_families_ask_for_most_stand_in_the_notes(entries: dict[str, PlainEntry]) -> None:
    assert "10 working days" in entries["notes/social-care-complaint/stage-1-time"].text
    assert "65 working days" in entries["notes/social-care-complaint/stage-2-time"].text
    assert "30 working days" in entries["notes/social-care-complaint/stage-3-panel"].text
    assert "12 weeks" in entries["notes/annual-review/twelve-weeks"].text
    assert "3 months" in entries["notes/judicial-review/three-months"].text


def test_what_may_change_is_never_marked_verified(notes: list[PlainEntry]) -> None:
    assert {note.certainty for note in notes if note.locator.startswith("notes/changes/")} == {"check"}


def test_a_note_is_cited_by_its_topic() -> None:
    assert pinpoint_of("notes/ombudsman/twelve-months") == "Ombudsman: twelve months"


@pytest.mark.documents
def test_nothing_in_the_plain_voice_contradicts_the_documents(voice: Voice) -> None:
    assert [finding for finding in findings(voice) if finding.kind.is_error] == []


@pytest.mark.documents
def test_entries_are_held_against_all_documents(voice: Voice) -> None:
    assert len(voice.sources) == 10
    assert len(voice.officials) == 2081


@pytest.mark.documents
def test_every_entry_was_held_against_the_words_now_on_the_shelf(voice: Voice) -> None:
    assert set(read_reviewed(PLAIN)) == {locator for locator, _ in voice.officials}


def test_the_reading_grade_does_not_rise(entries: dict[str, PlainEntry]) -> None:
    # The aim is four in five at grade 9 or lower; measured on 22 November 2026: median 10.2, three in ten.
    measured = grades((locator, entry.text) for locator, entry in entries.items())
    assert measured.median < 10.5
    assert measured.easy > 0.28
