"""A parent can never be shown a passage marked for the desk: every command, page and interface, one by one.

The desk's sources of the small library hold words that stand nowhere else. Whatever a parent asks, by their words,
their names or their locators, none of those words, and no such locator, may come back.
"""

import io
import json
from contextlib import redirect_stdout
from dataclasses import asdict

import pytest

from bot import terminal
from bot.answering import Assistant
from bot.conversation import Question, Speaker, Turn
from bot.langchain_retriever import SignpostRetriever
from bot.rendering import answer_as_email, answer_as_json, answer_as_markdown, answer_as_text
from bot.retrieval import BOOSTS
from corpus.library import View
from corpus.source import Audience, Role
from tests.bot.desk_leaks import ASKED, leaks
from tests.small_library import DESK_SOURCES, DESK_WORDS


def test_the_small_library_has_something_to_hide(desk_view: View, desk_locators: list[str]) -> None:
    assert len(desk_locators) == 10
    shown = json.dumps([asdict(passage) for passage in desk_view.get(desk_locators).values()]).lower()
    assert all(word in shown for word in DESK_WORDS)


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.STAFF])
def test_the_desk_does_see_it(assistant: Assistant, role: Role, desk_locators: list[str]) -> None:
    assert all(assistant.look_up(locator, role).passage for locator in desk_locators)
    ranked = assistant.ranked("what did the forum complain about the zebrafish", role, 5)
    assert any(c.passage.audience is Audience.DESK for c in ranked.candidates)


@pytest.mark.parametrize("asked", ASKED)
def test_no_answer_in_any_form_shows_it(assistant: Assistant, asked: str) -> None:
    answer = assistant.answer(Question(text=asked))
    for form in (answer_as_markdown, answer_as_text, answer_as_email):
        assert leaks(form(answer), asked) == []
    assert leaks(json.dumps(answer_as_json(answer), ensure_ascii=False), asked) == []


@pytest.mark.parametrize("asked", ASKED)
def test_no_answer_to_a_follow_up_shows_it(assistant: Assistant, asked: str) -> None:
    turns = (Turn(speaker=Speaker.USER, text=asked), Turn(speaker=Speaker.ASSISTANT, text="I found something."))
    for then in ("and what else does it say?", "the other one?", "why?"):
        answer = assistant.answer(Question(text=then, history=turns))
        assert leaks(json.dumps(answer_as_json(answer), ensure_ascii=False), asked) == []


@pytest.mark.parametrize("asked", ASKED)
def test_no_search_finds_it(assistant: Assistant, asked: str) -> None:
    ranked = assistant.ranked(asked, Role.PARENT, 100)
    assert {candidate.passage.audience for candidate in ranked.candidates} == {Audience.PUBLIC}
    printed = io.StringIO()
    with redirect_stdout(printed):
        terminal.print_search(asked, ranked, as_json=True)
        terminal.print_search(asked, ranked, as_json=False)
    assert leaks(printed.getvalue(), asked) == []


def test_no_look_up_finds_it_or_says_that_it_is_there(assistant: Assistant, desk_locators: list[str]) -> None:
    unknown = {"tide-letter": "tide-nothing", "desk-note": "dusk-note", "lgsco-33-000-111": "lgsco-34-000-111"}
    for locator in desk_locators:
        source, _, tail = locator.partition("/")
        found, other = (assistant.look_up(f"{name}/{tail}") for name in (source, unknown[source]))
        assert found.passage is None
        assert leaks(f"{found.note} {found.nearest} {found.previous} {found.next}") == []
        assert (found.note, found.nearest) == (other.note.replace("34-", "33-"), other.nearest)


def test_a_decision_of_the_desk_is_as_unknown_as_one_that_does_not_exist(assistant: Assistant) -> None:
    hidden, none = (assistant.look_up(reference) for reference in ("33 000 111 para 2", "34 000 111 para 2"))
    assert hidden.note == none.note.replace("34", "33")
    assert hidden.nearest == none.nearest


def test_neighbours_and_nearest_places_never_lead_there(assistant: Assistant, view: View) -> None:
    for source in view.sources:
        for locator in view.locators(source):
            found = assistant.look_up(locator)
            assert leaks(f"{found.previous} {found.next} {found.nearest}") == []


def test_passage_and_source_do_not_exist_for_a_parent(assistant: Assistant, desk_locators: list[str]) -> None:
    assert [assistant.passage(locator) for locator in desk_locators] == [None] * len(desk_locators)
    assert [assistant.source(source) for source in DESK_SOURCES] == [None] * len(DESK_SOURCES)
    assert [assistant.passage(locator, Role.PARENT) for locator in desk_locators] == [None] * len(desk_locators)


def test_no_way_into_the_view_leads_there(view: View, desk_locators: list[str]) -> None:
    assert view.get(desk_locators) == {}
    assert not set(DESK_SOURCES) & {*view.sources, *view.decisions}
    for source in DESK_SOURCES:
        assert view.locators(source) == []
        assert view.of_source(source) == []
    assert [view.document_frequency(view.terms(word)[0]) for word in DESK_WORDS] == [0] * len(DESK_WORDS)
    assert [view.speller.mend(f"{word}x") for word in DESK_WORDS] == [None] * len(DESK_WORDS)
    for asked in ASKED:
        (dense,) = view.dense(view.embedder.encode([asked]), 1000)
        lexical = view.lexical(dict.fromkeys(view.terms(asked), 1.0), 1000, BOOSTS)
        assert leaks(" ".join([*(hit.locator for hit in dense), *(hit.locator for hit in lexical)])) == []


def test_a_passage_of_the_desk_has_no_neighbours_for_a_parent(view: View, desk_view: View) -> None:
    passage = desk_view.passage("tide-letter/what-we-ask/1")
    assert passage is not None
    assert view.beside(passage) == (None, None)


@pytest.mark.parametrize("asked", ASKED)
def test_the_langchain_retriever_does_not_return_it(assistant: Assistant, asked: str) -> None:
    documents = SignpostRetriever.over(assistant, k=100).invoke(asked)
    assert leaks(json.dumps([[d.id, d.page_content, d.metadata] for d in documents])) == []
