"""The commands: what they print, on which stream, and how they end; 0 done, 1 no, 2 wrong use or broken set-up."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bot.commands import Shell
from tests.small_library import DESK_WORDS

KNOWN = "how long has the council got to decide about a lantern plan"
Printed = dict[str, Any]  # JSON of any shape


def one_object(out: str) -> Printed:
    """The one JSON object printed, and nothing beside it."""
    assert len(out.splitlines()) == 1
    printed: Printed = json.loads(out)
    assert isinstance(printed, dict)
    return printed


def test_ask_prints_the_answer_with_its_sources(shell: Shell) -> None:
    ran = shell.run("ask", KNOWN)
    assert (ran.code, ran.err) == (0, "")
    assert "within six weeks" in ran.out
    assert "\nSources\n[1] " in ran.out


def test_ask_prints_one_object_and_nothing_else(shell: Shell) -> None:
    ran = shell.run("ask", KNOWN, "--json")
    assert (ran.code, ran.err) == (0, "")
    printed = one_object(ran.out)
    assert (printed["outcome"], printed["question"]) == ("answered", KNOWN)


def test_ask_prints_an_email(shell: Shell) -> None:
    ran = shell.run("ask", KNOWN, "--as-email")
    assert ran.out.startswith("Hello,")
    assert "Where this comes from:\n[1] " in ran.out


@pytest.mark.parametrize(
    ("text", "outcome"),
    [("hello", "clarify"), ("what does 1.140 say", "no_such_reference"), ("dad hits him, what do i do", "danger")],
)
def test_what_is_no_answer_ends_well_too(shell: Shell, text: str, outcome: str) -> None:
    ran = shell.run("ask", text, "--json")
    assert ran.code == 0
    assert one_object(ran.out)["outcome"] == outcome


def test_ask_reads_the_turns_before(shell: Shell, tmp_path: Path) -> None:
    history = tmp_path / "turns.json"
    turns = [{"role": "user", "text": "what did 31 000 417 find"}, {"role": "assistant", "text": "Fault."}]
    history.write_text(json.dumps(turns), encoding="utf-8")
    printed = one_object(shell.run("ask", "and the other one?", "--history", str(history), "--json").out)
    assert printed["query"] == "and the other one? (about: 31 000 417 find)"


def test_search_ranks_passages_with_the_reason_each_was_found(shell: Shell) -> None:
    ran = shell.run("search", "lantern break at home", "-k", "3")
    assert ran.code == 0
    assert [line[:3] for line in ran.out.splitlines()[::2]] == [" 1.", " 2.", " 3."]
    assert "dense+lexical" in ran.out


def test_search_prints_one_object_of_the_promised_form(shell: Shell) -> None:
    printed = one_object(shell.run("search", "what does 1.2 say", "-k", "2", "--json").out)
    assert set(printed) == {"query", "passages"}
    first, second = printed["passages"]
    for row in (first, second):
        assert set(row) == {"rank", "locator", "source", "pinpoint", "score", "found_by", "official", "plain"}
    assert (first["rank"], first["locator"]) == (1, "lantern-code/1.2")
    assert "reference" in first["found_by"]


def test_look_up_shows_the_place_whole_with_its_neighbours(shell: Shell) -> None:
    ran = shell.run("look-up", "para", "1.2", "of", "the", "lantern", "code")
    assert (ran.code, ran.err) == (0, "")
    for shown in (
        "Lantern Code of Practice, para 1.2, page 3",
        "Statutory guidance, as of 2031-05",
        "1 Asking for a lantern plan > How to ask",
        "The council must tell the parent within six weeks",
        "In plain English (ours): The council must tell you",
        "before: lantern-code/1.1   after: lantern-code/1.3",
        "https://lanterns.example/lantern-code",
    ):
        assert shown in ran.out


def test_look_up_prints_one_object_of_the_promised_form(shell: Shell) -> None:
    printed = one_object(shell.run("look-up", "s 36(8)", "--json").out)
    assert set(printed) == {
        "found", "locator", "title", "pinpoint", "page", "heading", "authority", "as_of", "official", "plain",
        "previous", "next", "nearest",
    }  # fmt: skip
    assert (printed["found"], printed["locator"], printed["page"]) == (True, "lantern-act-2031/s36/8", None)


def test_look_up_of_a_place_without_official_words_says_where_they_are(shell: Shell) -> None:
    ran = shell.run("look-up", "lantern-code/page/7")
    assert "The official text is not on this shelf. It is at https://lanterns.example/lantern-code." in ran.out


def test_a_place_that_does_not_exist_ends_with_1_and_the_nearest(shell: Shell) -> None:
    ran = shell.run("look-up", "1.140")
    assert ran.code == 1
    assert ran.out.startswith("There is no 1.140 in the Lantern Code of Practice: chapter 1 ends at 1.14.\nWere you")
    assert "para 1.14  [lantern-code/1.14]" in ran.out
    assert ran.err == ""


def test_a_place_that_does_not_exist_is_one_object_too(shell: Shell) -> None:
    ran = shell.run("look-up", "1.140", "--json")
    printed = one_object(ran.out)
    assert (ran.code, printed["found"], printed["nearest"][0]) == (1, False, "lantern-code/1.14")


@pytest.mark.parametrize("command", [("ask", "what does the letter about the zebrafish say"), ("search", "zebrafish")])
def test_a_reader_is_a_parent_unless_another_role_is_given(shell: Shell, command: tuple[str, str]) -> None:
    parent = shell.run(*command, "--json").out.replace(command[1], "")
    assert not [word for word in DESK_WORDS if word in parent.lower()]
    assert "tide-letter" not in parent
    assert "tide-letter" in shell.run(*command, "--json", "--role", "volunteer").out


def test_look_up_shows_the_desks_sources_to_the_desk_only(shell: Shell) -> None:
    assert shell.run("look-up", "tide-letter/what-we-ask/1").code == 1
    assert shell.run("look-up", "tide-letter/what-we-ask/1", "--role", "staff").code == 0
