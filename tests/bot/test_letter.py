"""The letter to a council or school: law and decisions with their places, blanks for what is the family's."""

from dataclasses import replace

import pytest

from bot.answer import Kind
from bot.letter import answer_as_letter
from bot.outcomes import Outcome
from corpus.source import Authority
from tests.bot.test_rendering import WHOLE, a_citation, a_statement, an_answer

DECIDED = a_statement(
    Kind.DECISION,
    "Aldersea, 2031: upheld.",
    a_citation(authority=Authority.OMBUDSMAN_DECISION, title="Decision 31", quote=None),
)
REPORTED = a_statement(
    Kind.EXPERIENCE, "Families were told nothing.", a_citation(authority=Authority.FAMILIES_EXPERIENCE, quote=None)
)
NOTED = a_statement(
    Kind.PLAIN,
    "A lamp may be lent.",
    a_citation(authority=Authority.NOTE, source_line="rule 7 of the Lamp Rules", quote=None),
)


def test_a_letter_has_blanks_for_the_family_and_the_words_with_their_places() -> None:
    letter = answer_as_letter(WHOLE)
    assert letter.startswith("[Your name and address]\n[Date]\n\nDear [name],")
    assert "“The council must reply.” (" in letter
    assert "Yours sincerely" in letter
    assert "[1]" not in letter


def test_what_families_reported_is_not_sent_to_a_council() -> None:
    letter = answer_as_letter(an_answer(DECIDED, REPORTED))
    assert "Aldersea, 2031: upheld." in letter
    assert "Families were told nothing." not in letter


def test_a_sentence_of_ours_gives_way_to_the_exact_words_of_its_passage() -> None:
    told, quoted = (
        a_statement(Kind.PLAIN, "It must.", a_citation(quote=None)),
        a_statement(Kind.QUOTE, "x", a_citation()),
    )
    assert "It must." in answer_as_letter(an_answer(told))
    assert "It must." not in answer_as_letter(an_answer(told, quoted))


def test_a_note_of_ours_names_the_rule_it_tells_of() -> None:
    assert "A lamp may be lent. (rule 7 of the Lamp Rules)" in answer_as_letter(an_answer(NOTED))


def test_without_law_or_decision_there_is_nothing_to_send() -> None:
    assert answer_as_letter(an_answer(REPORTED)).startswith("These sources hold no law")


@pytest.mark.parametrize("outcome", [Outcome.DANGER, Outcome.NOT_IN_SOURCES])
def test_what_is_no_answer_stays_its_own_text(outcome: Outcome) -> None:
    assert answer_as_letter(replace(WHOLE, outcome=outcome, reply="Call 999.")) == "Call 999."
