"""Messages with several questions, and long stories, taken apart; what names several sources at once."""

import pytest

from bot.parts import asks
from bot.sides import from_each_side
from corpus.library import View
from corpus.locator import source_of
from tests.bot.asking_small import found, retrieved, understood

STORY = (
    "Sorry this is so long. We moved in spring and the removal van lost every box we owned. "
    "My sister knits hats for the penguins on the pier. How long has the council got to decide about a lantern plan? "
    "The neighbours say the tide was high that whole week. Can a lantern break happen at home?"
)
QUESTIONS = (
    "How long has the council got to decide about a lantern plan?",
    "Can a lantern break happen at home?",
)


def test_each_question_of_a_story_is_kept_apart(view: View) -> None:
    query = understood(view, STORY)
    assert query.is_story
    assert query.questions == QUESTIONS


def test_each_question_has_passages_of_its_own(view: View) -> None:
    query, ranked = understood(view, STORY), retrieved(view, STORY)
    first = {part.text: locators[0] for part, locators in zip(query.parts, ranked.parts, strict=True)}
    assert [first[text] for text in QUESTIONS] == ["lantern-code/1.2", "lantern-code/2.1"]
    assert {"lantern-code/1.2", "lantern-code/2.1"} <= set(found(view, STORY)[:3])


def test_what_is_asked_weighs_more_than_what_is_told(view: View) -> None:
    weights = {part.is_question: part.search.weight for part in understood(view, STORY).parts}
    assert weights[True] > weights[False]


def test_the_whole_turn_stands_as_a_search_of_its_own(view: View) -> None:
    assert len(understood(view, STORY).searches) == 1
    assert retrieved(view, STORY).vectors.shape[0] == 1


def test_two_questions_of_a_short_message_are_told_apart_but_it_is_no_story(view: View) -> None:
    query = understood(view, "Who pays for a lantern plan? How long does the council have?")
    assert query.questions == ("Who pays for a lantern plan?", "How long does the council have?")
    assert not query.is_story


@pytest.mark.parametrize(
    "text", ["how long has the council got", "The council refused a lantern plan. Is that right?", ""]
)
def test_one_question_has_no_parts(view: View, text: str) -> None:
    query = understood(view, text)
    assert (query.parts, query.questions, query.is_story) == ((), (), False)


@pytest.mark.parametrize(
    ("text", "is_question"),
    [
        ("can they do that", True),
        ("And what happens next", True),
        ("we never heard back?", True),
        ("i want to know who pays", True),
        ("They said no.", False),
        ("We can never get an answer.", False),
    ],
)
def test_a_question_is_seen_with_or_without_its_mark(text: str, is_question: bool) -> None:
    assert asks(text) is is_question


def test_two_decisions_held_against_each_other_both_come_first(view: View) -> None:
    query = understood(view, "what is the difference between the two Aldersea decisions")
    assert query.sides == ("lgsco-31-000-417", "lgsco-32-001-220")
    sources = [source_of(locator) for locator in found(view, query.text)[:4]]
    assert {sources[0], sources[1]} == set(query.sides) == {sources[2], sources[3]}


def test_a_named_pair_that_is_not_compared_ranks_as_it_stands(view: View) -> None:
    assert understood(view, "what did the Aldersea decisions say about lantern breaks").sides == ()


def test_sides_take_turns_twice_and_the_rest_keeps_its_order() -> None:
    ranking = ["a/1", "a/2", "a/3", "c/1", "b/1"]
    assert from_each_side(ranking, ("a", "b")) == ["a/1", "b/1", "a/2", "a/3", "c/1"]
    assert from_each_side(ranking, ()) == ranking


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("put the three decisions side by side", ("lgsco-31-000-417", "lgsco-32-001-220", "lgsco-32-002-003")),
        ("what did all the ombudsman decisions find", ("lgsco-31-000-417", "lgsco-32-001-220", "lgsco-32-002-003")),
        ("what did the two decisions find", ()),
        ("i meant the tides one", ("tide-report",)),
        ("the lantern one", ()),
    ],
)
def test_sources_are_meant_by_their_number_or_by_a_word_of_their_title(
    view: View, text: str, sources: tuple[str, ...]
) -> None:
    assert understood(view, text).sources == sources


@pytest.mark.parametrize(
    ("text", "means_it"),
    [
        ("who signed the letter about the tide gate", True),
        ("what did the forum want in its letter", True),
        ("the council's letter came late, what can we do", False),
        ("they sent a letter that says no", False),
    ],
)
def test_the_letter_is_the_only_one_there_is_for_those_who_may_see_it(
    view: View, desk_view: View, text: str, means_it: bool
) -> None:
    assert ("tide-letter" in understood(desk_view, text).sources) is means_it
    assert "tide-letter" not in understood(view, text).sources


@pytest.mark.parametrize(
    ("text", "is_unheld"),
    [
        ("what does the pcf ask for in its spring letter", True),
        ("can you show me the letter from the forum", True),
        ("what did the letter demand from them", True),
        ("what must the council say in the letter that refuses us", False),
        ("the letter says no and gives two months, is that right", False),
        ("does the forum have a say", False),
        ("the letter asks us to sign by friday, do we have to", False),
        ("what should the letter to the council ask for", False),
    ],
)
def test_a_letter_that_a_reader_may_not_see_is_no_source_for_them(
    view: View, desk_view: View, text: str, is_unheld: bool
) -> None:
    assert understood(view, text).is_unheld is is_unheld
    assert not understood(desk_view, text).is_unheld


@pytest.mark.parametrize(
    ("text", "before", "locators"),
    [
        ("next para", ("show me 1.2", "Here it is."), ["lantern-code/1.3"]),
        ("what does the one before say", ("show me 1.2", "Here it is."), ["lantern-code/1.1"]),
        ("and the paragraph after?", ("is mediation in the code", "Yes, see para 1.3."), ["lantern-code/1.4"]),
        ("next para", ("how do i ask for a lantern plan", "By letter."), []),
        ("what about the next lantern break after school in the harbour", ("show me 1.2", "Here it is."), []),
        ("what does the lantern plans act say", ("what does section 36 say", "It is not clear."), []),
        ("I meant the lantern plans act", ("what does section 36 say", "It is not clear."), ["lantern-act-2031/s36"]),
    ],
)
def test_a_follow_up_points_on_from_the_place_named_before(
    view: View, text: str, before: tuple[str, ...], locators: list[str]
) -> None:
    assert [
        locator for resolved in understood(view, text, *before).references for locator in resolved.locators
    ] == locators


@pytest.mark.parametrize(
    ("text", "source"),
    [("what did the first case find?", "lgsco-32-001-220"), ("and the second one?", "lgsco-31-000-417")],
)
def test_the_first_of_several_is_the_one_listed_first(view: View, text: str, source: str) -> None:
    before = ("tell me about the Aldersea decisions", "There are two, 32 001 220 and 31 000 417.")
    assert understood(view, text, *before).sources == (source,)


def test_a_section_that_was_meant_is_what_is_asked_about(view: View) -> None:
    query = understood(view, "I meant the lantern plans act", "what does section 36 say", "It is not clear.")
    assert query.pinned == ("lantern-act-2031/s36",)


def test_short_questions_are_questions_too(view: View) -> None:
    assert len(understood(view, "Who decides? And who pays? Is that right?").questions) == 2


def test_the_place_pointed_to_comes_first(view: View) -> None:
    assert found(view, "next para", "show me 1.2", "Here it is.")[0] == "lantern-code/1.3"
