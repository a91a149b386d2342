"""Questions understood over the small library: names, follow-ups, misspellings, abbreviations, references."""

import pytest

from bot.searching import content_words
from corpus.library import View
from tests.bot.asking_small import understood

ASKED = "how do i ask for a lantern plan"
ANSWERED = "By letter, by phone or in person."
ALDERSEA = ("lgsco-31-000-417", "lgsco-32-001-220")


def words_of(view: View, text: str, *before: str) -> set[str]:
    """Every stem searched for."""
    return {stem for search in understood(view, text, *before).searches for stem in search.weights}


def test_a_first_question_is_searched_for_as_it_stands(view: View) -> None:
    query = understood(view, ASKED)
    assert (query.text, query.standalone, query.is_follow_up) == (ASKED, ASKED, False)
    assert [search.text for search in query.searches] == [ASKED]


@pytest.mark.parametrize(
    "text", ["how long does it take?", "and if they refuse?", "why?", "what about a break instead", "who", "ok so then"]
)
def test_a_follow_up_is_read_with_the_turn_before(view: View, text: str) -> None:
    query = understood(view, text, ASKED, ANSWERED)
    assert query.is_follow_up
    assert query.standalone == f"{text} (about: lantern plan)"
    assert "lantern" in words_of(view, text, ASKED, ANSWERED)


def test_the_last_turn_always_stands_as_a_search_of_its_own(view: View) -> None:
    query = understood(view, "and if they refuse?", ASKED, ANSWERED)
    assert query.searches[0].text == "and if they refuse?"


def test_what_the_assistant_said_last_is_searched_with_a_follow_up(view: View) -> None:
    query = understood(view, "is that right?", ASKED, "You can ask the harbour master.")
    assert any("harbour master" in search.text for search in query.searches)
    assert "harbour" in words_of(view, "is that right?", ASKED, "You can ask the harbour master.")


def test_thanks_are_not_carried_on(view: View) -> None:
    query = understood(view, "how long does it take?", ASKED, ANSWERED, "ok thanks", "You are welcome.")
    assert query.standalone == "how long does it take? (about: lantern plan)"
    assert any("lantern" in search.text for search in query.searches)


def test_a_long_story_before_is_not_told_again(view: View) -> None:
    query = understood(view, "is that right?", "Our harbour lantern broke. " * 20, ANSWERED)
    assert len(query.standalone.split()) < 35


def test_what_was_said_long_ago_is_dropped(view: View) -> None:
    before = ("penguins ride free", "Yes.", "school lanterns", "Yes.", "harbour lanterns", "Yes.")
    assert "penguin" not in words_of(view, "and why is that?", *before)
    assert {"school", "harbour"} <= words_of(view, "and why is that?", *before)


def test_earlier_turns_weigh_less_for_a_turn_that_says_enough_alone(view: View) -> None:
    enough = understood(view, "Must schools keep spare lanterns near every hall door?", ASKED, ANSWERED)
    leaning = understood(view, "and if they refuse?", ASKED, ANSWERED)
    assert enough.searches[1].weight < leaning.searches[1].weight < leaning.searches[0].weight


def test_the_same_words_without_earlier_turns_are_no_follow_up(view: View) -> None:
    assert not understood(view, "and if they refuse?").is_follow_up


def test_a_question_that_says_enough_is_no_follow_up(view: View) -> None:
    query = understood(view, "Must schools keep spare lanterns near every hall door?", ASKED, ANSWERED)
    assert not query.is_follow_up
    assert "ask" not in query.standalone


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("what does the lantern code say about fees", ("lantern-code",)),
        ("does the Lantern Plans Act help", ("lantern-act-2031",)),
        ("what does the forum report say", ("tide-report",)),
        ("what did the Aldersea decision find", ALDERSEA),
        ("the Brackenmoor one", ("lgsco-32-002-003",)),
        ("what did 31 000 417 find", ("lgsco-31-000-417",)),
        ("the aldersea one, 32 001 220", ("lgsco-32-001-220",)),
        ("what does the council say", ()),
    ],
)
def test_sources_are_named_as_people_name_them(view: View, text: str, sources: tuple[str, ...]) -> None:
    assert understood(view, text).sources == sources


def test_a_follow_up_keeps_the_source_named_before(view: View) -> None:
    assert understood(view, "does it say why?", "what does the forum report say", "Buses.").sources == ("tide-report",)


def test_a_follow_up_that_names_another_source_turns_to_it(view: View) -> None:
    query = understood(view, "and the lantern code?", "what does the forum report say", "Buses.")
    assert query.sources == ("lantern-code",)


def test_the_other_one_is_the_councils_other_decision(view: View) -> None:
    query = understood(view, "and the other one?", "what did 31 000 417 find", "Fault.")
    assert query.sources == ("lgsco-32-001-220",)


def test_the_other_one_of_a_council_with_one_decision_is_another_of_that_standing(view: View) -> None:
    query = understood(view, "what about the other decision", "what did the Brackenmoor decision say", "Fault.")
    assert query.sources == ALDERSEA


@pytest.mark.parametrize("text", ["what did the coldharbour decision say", "what does the complaint letter say"])
def test_a_source_the_reader_may_not_see_cannot_be_named(view: View, desk_view: View, text: str) -> None:
    assert understood(view, text).sources == ()
    assert understood(desk_view, text).sources != ()


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("how do i get an LPX", "lantern plan"),
        ("we need a glow plan", "lantern plan"),
        ("can i have a night off", "lantern break"),
    ],
)
def test_what_families_call_a_thing_is_spelt_out(view: View, text: str, term: str) -> None:
    query = understood(view, text)
    assert [found.term for found in query.terms] == [term]
    assert f"({term})" in query.searches[0].text


def test_a_term_families_use_weighs_less_than_a_word_they_wrote(view: View) -> None:
    weights = understood(view, "do i need an LPX").searches[0].weights
    assert weights["lantern"] < weights["lpx"]


def test_a_misspelling_is_mended_and_the_word_as_written_is_kept(view: View) -> None:
    search = understood(view, "can the counsil refuse a lantren plan").searches[0]
    assert search.text == "can the council refuse a lantern plan"
    assert {"counsil", "council", "lantren", "lantern"} <= set(search.weights)


def test_a_misspelling_is_never_mended_to_a_word_of_the_desk(view: View, desk_view: View) -> None:
    assert "zebrafish" not in understood(view, "is a zebrafsh ok").searches[0].text
    assert "zebrafish" in understood(desk_view, "is a zebrafsh ok").searches[0].text


@pytest.mark.parametrize(
    ("text", "locators"),
    [
        ("what does 1.2 say", ["lantern-code/1.2"]),
        ("are 1.2 and 2.1 the same", ["lantern-code/1.2", "lantern-code/2.1"]),
        ("does s 36(8) apply", ["lantern-act-2031/s36/8"]),
        ("my section F is empty", ["lantern-code/9.69/section-f"]),
        ("is 1.99 right", []),
        ("we pay £1.20 for 2.5 hours", []),
    ],
)
def test_places_named_by_number_are_looked_up(view: View, text: str, locators: list[str]) -> None:
    assert [locator for resolved in understood(view, text).references for locator in resolved.locators] == locators


def test_only_a_bare_reference_is_a_look_up(view: View) -> None:
    assert understood(view, "what does 1.2 say").is_look_up
    assert not understood(
        view, "does 1.2 mean that a council may take its time when the winter is very long"
    ).is_look_up
    assert not understood(view, "what does it say").is_look_up


@pytest.mark.parametrize("text", ["", " ", "???", "🕯", "the", "1"])
def test_a_question_without_words_is_still_understood(view: View, text: str) -> None:
    assert understood(view, text).text == text


def test_content_words_are_those_that_carry_the_matter() -> None:
    assert content_words("What can I do if they won't give us a lantern?") == ["give", "lantern"]
