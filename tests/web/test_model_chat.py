"""The chat where a language model writes: statements one by one, a stop button, who wrote it, and without it."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from bot.conversation import Question
from bot.outcomes import Outcome
from bot.web import words
from bot.web.forms import answer_message, easy_message, safe, unfinished
from bot.web.talk import Talk
from corpus.source import Role
from tests.web.conftest import SIZES, free_port
from tests.web.fake_writer import FakeWriter, Scribe
from tests.web.meadow import PASSAGES, statements
from tests.web.serving import Served, served_by
from tests.web.visit import Visit, visit

_PATIENCE = 60_000
"""Milliseconds until what is awaited counts as never coming."""
BREAKS = Question(text="What breaks are there?")
WRITTEN = FakeWriter().answer(BREAKS, Role.PARENT)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A chat whose answers a language model seems to write."""
    folder = tmp_path_factory.mktemp("written")
    command = (sys.executable, "-m", "tests.web.serve_fake", str(free_port()), str(folder), "1000", "model")
    with served_by(command, folder) as server:
        yield server


@pytest.fixture(params=SIZES, ids=["phone", "desktop"])
def family(request: pytest.FixtureRequest, chromium: Browser, written: Served) -> Iterator[Visit]:
    """A visit on each kind of screen; nothing may go elsewhere or be wider than the screen."""
    width, height = request.param
    visitor = visit(chromium, written, width=width, height=height)
    yield visitor
    assert visitor.strangers == []
    assert visitor.complaints == []
    assert not visitor.is_wider_than_its_screen()
    visitor.page.context.close()


@pytest.mark.browser
def test_the_answer_says_who_wrote_it_what_was_hidden_and_comes_from_text_alone_on_demand(
    family: Visit, screenshots: Path
) -> None:
    expect(family.page.locator("#welcome-screen")).to_contain_text("goes to scribe at scribes.invalid")
    family.picture(screenshots, "model-1-welcome")
    answer = family.ask(BREAKS.text)
    expect(answer).to_contain_text("Written by openai:scribe from the passages shown; each sentence checked.")
    expect(answer).to_contain_text("I hid 2 names and 1 phone number from the language model.")
    expect(answer).not_to_contain_text("What local families reported")
    expect(answer.get_by_role("button", name=words.HELPFUL)).to_have_count(1)
    family.picture(screenshots, "model-2-written")
    alone = family.press(words.FROM_TEXT)
    expect(alone).to_contain_text("What local families reported")
    expect(alone).to_contain_text(words.FROM_TEXT_ALONE)
    expect(alone.get_by_role("button", name=words.FROM_TEXT)).to_have_count(0)
    family.picture(screenshots, "model-3-from-text")


@pytest.mark.browser
def test_the_stop_button_ends_the_writing_and_the_passages_answer(family: Visit, screenshots: Path) -> None:
    answer = family.ask("Please wait: what breaks are there?")
    expect(answer).to_contain_text("Ask in writing for a carer's assessment.")
    expect(answer).not_to_contain_text("What the law and guidance say")
    family.picture(screenshots, "model-4-being-written")
    family.page.locator("#stop-button").click()
    expect(answer).to_contain_text("What the law and guidance say")
    expect(answer).to_contain_text("Taken from the passages alone: the language model was stopped.")
    expect(answer.get_by_role("button", name=words.HELPFUL)).to_have_count(1)
    expect(answer).to_contain_text("I stopped the language model.")
    expect(family.answers()).to_have_count(1)
    family.picture(screenshots, "model-5-stopped")
    expect(family.ask("And at home?")).to_contain_text("Written by openai:scribe")


@pytest.mark.browser
def test_closing_the_page_ends_the_writing(chromium: Browser, tmp_path: Path) -> None:
    command = (sys.executable, "-m", "tests.web.serve_fake", str(free_port()), str(tmp_path), "1000", "model")
    with served_by(command, tmp_path) as server:
        leaver, stayer = (visit(chromium, server, width=400, height=800) for _ in range(2))
        expect(leaver.ask("Please wait: what breaks are there?")).to_contain_text("carer's assessment")
        leaver.page.close()
        answer = stayer.ask("Has another page stopped? What breaks are there?")
        # Comes once the moment in which the leaver might be back has passed, which is as long as a page is waited for.
        expect(answer).to_contain_text("Written by openai:scribe", timeout=_PATIENCE)
        stayer.page.context.close()


@pytest.mark.browser
def test_no_question_that_follows_on_danger_is_written_by_a_model(family: Visit) -> None:
    family.ask("We are in danger")
    answer = family.ask(BREAKS.text)
    expect(answer).to_contain_text("What local families reported")
    expect(answer).not_to_contain_text("Written by")


@pytest.mark.browser
def test_an_answer_that_breaks_off_leaves_nothing_half_done(family: Visit, written: Served) -> None:
    family.ask("broken: my son Xanthippus is unwell")
    expect(family.answers()).to_have_count(1)
    expect(family.answers()).to_contain_text("Something went wrong here")
    assert "Xanthippus" not in written.log


def test_without_a_model_the_welcome_is_as_it_was_and_with_one_it_names_who_receives_what() -> None:
    plain = words.as_markdown(words.welcome(None))
    assert safe(plain) == plain
    assert plain.endswith("not stored.")
    said = words.as_markdown(words.welcome(Scribe()))
    assert "scribe at scribes.invalid" in said
    assert "not stored here." in said


def test_an_answer_from_the_passages_says_so_only_when_a_model_was_asked() -> None:
    plain = FakeWriter().answer(BREAKS, Role.PARENT, from_text=True)
    assert "passages alone" not in answer_message(plain)
    assert "*Taken from the passages alone" in answer_message(replace(plain, instead="too slow"))


def test_easy_words_say_who_wrote_the_answer_too() -> None:
    assert "Written by openai\\:scribe" in easy_message(WRITTEN, PASSAGES.get)


def test_what_was_hidden_is_one_line() -> None:
    assert words.hid("") == ""
    assert words.hid("1 name") == "I hid 1 name from the language model."
    assert words.hid("2 names, 1 email, 1 phone number").startswith("I hid 2 names, 1 email and 1 phone number from")


def test_what_passed_so_far_has_the_form_of_the_whole_and_nothing_that_did_not_pass() -> None:
    first = statements()[:1]
    so_far = answer_message(unfinished(BREAKS, first))
    assert so_far.startswith("**In short.**")
    assert "Written by" not in so_far
    assert "Ask in writing" not in so_far


def test_danger_is_forgotten_with_the_turn_that_told_of_it() -> None:
    talk = Talk()
    talk.remember("danger", replace(WRITTEN, outcome=Outcome.DANGER))
    told = []
    for _ in range(3):
        told.append(talk.tells_of_danger)
        talk.remember("next", WRITTEN)
    assert [*told, talk.tells_of_danger] == [True, True, True, False]
    assert "danger" not in talk.question("last").earlier


def test_a_question_is_held_with_the_turns_before_it() -> None:
    talk = Talk()
    talk.remember("first", WRITTEN)
    number = talk.remember("second", WRITTEN)
    assert talk.questions[number].history[0].text == "first"
    again = talk.hold(talk.questions[number], WRITTEN)
    assert len(talk.history) == 4
    assert again in talk.answers
