"""Words put in a source's mouth: exact, different, elsewhere, or not found."""

from bot.answer import Answer, Kind
from bot.answering import Assistant
from bot.conversation import Question


def answer(assistant: Assistant, text: str) -> Answer:
    """One answer."""
    return assistant.answer(Question(text=text))


def caution(given: Answer) -> str:
    """The first statement, which is a caution."""
    assert given.statements[0].kind is Kind.CAUTION
    return given.statements[0].text


def test_words_that_stand_at_their_number_are_confirmed(assistant: Assistant) -> None:
    given = answer(assistant, 'does 1.9 say "A doctor may add a page to the plan"?')
    assert "exactly" in caution(given)
    assert given.statements[0].citations[0].pinpoint == "para 1.9"


def test_changed_words_are_told_with_the_real_ones(assistant: Assistant) -> None:
    given = answer(assistant, 'my report has 1.9 as "A doctor should add a long page to the plan", can I copy it?')
    assert "Not word for word" in caution(given)
    assert any(c.quote == "A doctor may add a page to the plan." for s in given.statements for c in s.citations)


def test_words_at_another_number_are_sent_to_their_place(assistant: Assistant) -> None:
    given = answer(assistant, '1.6 says "The council must not charge a fee for a lantern plan", doesn\'t it?')
    assert "not at para 1.6" in caution(given)
    assert "para 1.5" in caution(given)


def test_words_that_no_source_has_are_not_vouched_for(assistant: Assistant) -> None:
    given = answer(assistant, 'the lantern code says "parents of seals get nine herrings" for a lantern plan, does it')
    assert "did not find those words" in caution(given)


def test_a_familys_own_words_in_quote_marks_are_no_quotation_of_a_source(assistant: Assistant) -> None:
    given = answer(assistant, 'how long for a lantern plan, she said "just wait and be patient with all of us"')
    assert all(statement.kind is not Kind.CAUTION for statement in given.statements)


def test_a_place_that_does_not_say_it_is_shown_with_what_it_says(assistant: Assistant) -> None:
    given = answer(assistant, "1.6 is the one about a doctor adding a page to the plan isn't it")
    assert "not what para 1.6 says" in caution(given)
    assert {"para 1.6", "para 1.9"} <= {c.pinpoint for c in given.citations}


def test_a_place_that_says_it_gets_no_caution(assistant: Assistant) -> None:
    given = answer(assistant, "1.6 is the one about a spare lantern in the hall isn't it")
    assert all(statement.kind is not Kind.CAUTION for statement in given.statements)
