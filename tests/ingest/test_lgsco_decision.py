"""What a decision says about itself: council, outcome, remedies, time limits, faults, laws."""

from pathlib import Path

from ingest.acts_cited import acts_cited
from tests.ingest.decision_samples import NUMBERED, UNNUMBERED
from tests.ingest.decisions import decision, parsed


def test_a_decision_says_who_when_and_what_came_of_it(tmp_path: Path) -> None:
    facts = decision(parsed(tmp_path, NUMBERED))
    assert (facts.council, facts.reference) == ("Aldersea Borough Council", "31 000 417")
    assert (facts.category, facts.outcome) == ("Children's care services > Other", "Upheld")
    assert facts.date == "2031-02-07"
    assert facts.acts_cited == ("Lighthouses Act 1902, section 4",)


def test_remedies_are_what_is_still_to_be_paid(tmp_path: Path) -> None:
    assert decision(parsed(tmp_path, NUMBERED)).remedies_pounds == (1250, 90)
    assert decision(parsed(tmp_path, UNNUMBERED)).remedies_pounds == (75,)


def test_time_limits_are_given_as_printed(tmp_path: Path) -> None:
    three_weeks, two_months = decision(parsed(tmp_path, NUMBERED)).deadlines
    assert three_weeks == "Within three weeks of my final decision"
    assert two_months == "Within two months of my final decision"
    assert decision(parsed(tmp_path, UNNUMBERED)).deadlines == ("within five weeks",)


def test_faults_are_found_and_doubts_are_not(tmp_path: Path) -> None:
    facts = decision(parsed(tmp_path, NUMBERED))
    assert facts.faults == (
        "It did, and that was fault by the Council.",
        "The Council did not look for the form. This was fault.",
    )
    assert facts.injustices == ("It caused Mrs Q distress.",)


def test_a_decision_without_metadata_takes_council_and_reference_from_the_catalogue(tmp_path: Path) -> None:
    facts = decision(parsed(tmp_path, NUMBERED[NUMBERED.index("The Ombudsman's final") :]))
    assert (facts.council, facts.reference) == ("Aldersea Borough Council", "31 000 417")
    assert (facts.outcome, facts.date) == ("", "")


def test_laws_are_named_once_with_the_sections_beside_them() -> None:
    text = "Under section 7 of the Tides Act 1920 and the Boats and Oars Regulations 2004, and the Tides Act 1920."
    assert acts_cited([text, text]) == (
        "Tides Act 1920, section 7",
        "Boats and Oars Regulations 2004",
        "Tides Act 1920",
    )
