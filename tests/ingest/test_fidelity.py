"""An entry held against the official words of its place: what was added, what was lost."""

import pytest

from corpus.plain import PlainEntry
from ingest.fidelity import Kind, fidelity
from ingest.official import Official

KEEPING = (
    "The lamp council must answer a keeper within 15 working days of the request, unless the lamp is broken. "
    "It should send a lantern to keepers under 18. Keepers may appeal by 31 March."
)
FAITHFUL = (
    "Unless the lamp is broken, the council must reply within 15 working days of being asked. "
    "Keepers under 18 should be sent a lantern. They may appeal by 31 March."
)


def found(text: str, *, official: str = KEEPING, left_out: tuple[str, ...] = ()) -> set[tuple[Kind, str]]:
    place = Official(locator="lamp-code/1", text=official, beside="para 1\nThe lamp code", under="")
    entry = PlainEntry(locator="lamp-code/1", text=text, left_out=left_out)
    return {(finding.kind, finding.what) for finding in fidelity(entry, place)}


def test_a_faithful_entry_has_no_finding() -> None:
    assert found(FAITHFUL) == set()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("15 working days", "20 working days", {(Kind.PERIOD_ADDED, "20 working day"), (Kind.FIGURE_ADDED, "20")}),
        ("15 working days", "15 days", {(Kind.PERIOD_ADDED, "15 day")}),
        ("31 March", "30 March", {(Kind.DATE_ADDED, "30 mar"), (Kind.FIGURE_ADDED, "30")}),
        ("under 18", "under 16", {(Kind.AGE_ADDED, "16"), (Kind.FIGURE_ADDED, "16")}),
        ("a lantern", "a lantern (section 9)", {(Kind.REFERENCE_ADDED, "9"), (Kind.FIGURE_ADDED, "9")}),
        ("a lantern", "a lantern worth £40", {(Kind.AMOUNT_ADDED, "£40"), (Kind.FIGURE_ADDED, "40")}),
    ],
)
def test_what_the_document_does_not_say_is_found(before: str, after: str, expected: set[tuple[Kind, str]]) -> None:
    added = {finding for finding in found(FAITHFUL.replace(before, after)) if finding[0].value.endswith("added")}
    assert added == expected


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        (" within 15 working days of being asked", (Kind.PERIOD_LOST, "15 working day")),
        (" under 18", (Kind.AGE_LOST, "18")),
        (" by 31 March", (Kind.DATE_LOST, "31 mar")),
        ("Unless the lamp is broken, ", (Kind.BOUND_LOST, "exception")),
        ("Keepers under 18 should be sent a lantern. ", (Kind.DUTY_LOST, "should")),
        ("They may appeal by 31 March.", (Kind.PERMISSION_LOST, "may")),
    ],
)
def test_what_the_document_says_and_we_do_not_is_found(gone: str, expected: tuple[Kind, str]) -> None:
    assert expected in found(FAITHFUL.replace(gone, ""))


def test_what_is_listed_as_left_out_is_not_lost() -> None:
    short = FAITHFUL.replace(" They may appeal by 31 March.", "")
    assert found(short, left_out=("that keepers may appeal by 31 March",)) == set()


def test_must_for_should_is_found_in_a_passage_that_has_both() -> None:
    assert (Kind.DUTY_CHANGED, "must") in found(FAITHFUL.replace("should be sent a lantern", "must be sent a lantern"))


def test_must_is_added_where_the_passage_only_says_should() -> None:
    ours = "The council must send a lantern to every keeper."
    assert (Kind.DUTY_ADDED, "must") in found(ours, official="The council should send a lantern to every keeper.")


def test_must_not_is_added_where_the_passage_denies_nothing() -> None:
    ours = "The council must not light the lamp each evening."
    assert (Kind.DUTY_ADDED, "must not") in found(ours, official="The authority must light every lamp at dusk.")


def test_shall_in_an_act_supports_must() -> None:
    ours = "The council must light the lamp each evening."
    assert found(ours, official="The authority shall light every lamp at dusk.") == set()


def test_an_inverted_should_is_no_duty() -> None:
    theirs = "The council must tell keepers of their right of appeal should they wish to use it."
    assert found("The council must tell keepers that they can appeal.", official=theirs) == set()


def test_twelve_words_in_a_row_are_the_documents_own() -> None:
    assert any(kind is Kind.SAME_WORDS for kind, _ in found(KEEPING))


def test_pointers_to_other_places_are_no_figures_of_this_one() -> None:
    theirs = "Keepers light lamps (see Chapter 7, paragraphs 7.2 to 7.9) under subsection (4) for post-16 keepers."
    assert found("Keepers light lamps.", official=theirs) == set()


def test_errors_and_remarks_are_told_apart() -> None:
    assert Kind.DUTY_LOST.is_error
    assert not Kind.PERMISSION_LOST.is_error
