"""The commands with a language model: who wrote is said, spending is kept, and the doctor tries it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.store import Store
from tests.bot.commands import Shell
from tests.bot.model_lines import QUESTION, QUOTED, SIX_WEEKS, ending
from tests.model_acts import Fails, Says
from tests.model_server import ModelServer

NAMED = "My son is called Oliver Twistleton and lives at 4 Harbour Road."


@pytest.fixture
def model(shell: Shell, server: ModelServer, tmp_path: Path) -> Shell:
    """A shell in which the scripted server's address is set, and a store of its own; no model is named yet."""
    shell.patch.setenv("SIGNPOST_MODEL_URL", server.url)
    shell.patch.setenv("SIGNPOST_DATABASE", f"sqlite:///{tmp_path / 'store.sqlite3'}")
    return shell


def test_ask_says_who_wrote_and_what_was_hidden(model: Shell, server: ModelServer, tmp_path: Path) -> None:
    server.will(Says(lines=(SIX_WEEKS, QUOTED, ending())))
    ran = model.run("ask", f"{NAMED} {QUESTION}", "--model", "openai:scripted")
    assert ran.code == 0
    assert "Written by openai:scripted from the passages shown; each sentence checked." in ran.out
    assert "Hidden from it: " in ran.out
    assert "Twistleton" not in server.said()
    assert "Harbour Road" not in server.said()
    store = Store.open(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    assert store.spent(datetime.now(UTC).date()) == 760
    store.close()


def test_without_a_model_nothing_is_sent_and_nothing_is_said_of_one(model: Shell, server: ModelServer) -> None:
    ran = model.run("ask", QUESTION)
    assert server.asked == []
    assert "language model" not in ran.out
    assert "Written by" not in ran.out


def test_the_environment_names_the_model_too_and_json_says_what_happened(model: Shell, server: ModelServer) -> None:
    model.patch.setenv("SIGNPOST_MODEL", "openai:scripted")
    server.will(Fails(status=401))
    printed = json.loads(model.run("ask", QUESTION, "--json").out)
    assert (printed["composer"], printed["instead"], printed["held_back"]) == ("text", "refused", {})
    assert printed["outcome"] == "answered"


def test_an_answer_from_text_instead_says_so(model: Shell, server: ModelServer) -> None:
    server.will(Fails(status=401))
    ran = model.run("ask", QUESTION, "--model", "openai:scripted")
    assert "Taken from the passages alone: the language model could not be used this time." in ran.out


def test_a_model_that_cannot_be_used_ends_with_two_and_one_line(model: Shell) -> None:
    ran = model.run("ask", QUESTION, "--model", "parrot:polly")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)


def test_the_doctor_says_there_is_no_model(model: Shell) -> None:
    ran = model.run("doctor")
    assert ran.code == 0
    assert "Language model: none" in ran.out


def test_the_doctor_tries_the_model(model: Shell, server: ModelServer) -> None:
    model.patch.setenv("SIGNPOST_MODEL", "openai:scripted")
    umbrella = '{"kind": "plain", "labels": [1], "text": "A library must lend an umbrella."}'
    server.will(Says(lines=(umbrella, '{"answers": "complete"}')))
    ran = model.run("doctor")
    assert ran.code == 0
    assert "Language model: openai:scripted, questions go to 127.0.0.1" in ran.out
    assert "760 tokens, 1 statements, in the form asked for" in ran.out


def test_the_doctor_says_what_is_wrong_with_the_model(model: Shell, server: ModelServer) -> None:
    model.patch.setenv("SIGNPOST_MODEL", "openai:scripted")
    server.will(Fails(status=401))
    ran = model.run("doctor")
    assert ran.code == 1
    assert "! The language model could not be used: refused (" in ran.out
    assert "check key, address and model name" in ran.out
