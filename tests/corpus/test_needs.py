"""The marks of passages: how often families need one, and the groups outside of which it does not hold."""

from pathlib import Path

import pytest

from bot.groups import group_words
from corpus.errors import CatalogueError
from corpus.needs import OFTEN, SOMETIMES, UNMARKED, Need, read_needs
from corpus.plain import read_plain


def marks(folder: Path, text: str) -> Path:
    path = folder / "needs.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_line_gives_how_often_and_the_groups(tmp_path: Path) -> None:
    found = read_needs(marks(tmp_path, "# a word first\nlamp-code/1 3\n\nlamp-code/2 0 island boat # why\n"))
    assert found == {
        "lamp-code/1": Need(asked=OFTEN),
        "lamp-code/2": Need(asked=0, only=frozenset({"island", "boat"})),
    }
    assert Need(asked=SOMETIMES) == UNMARKED


@pytest.mark.parametrize("line", ["lamp-code/1", "lamp-code/1 4", "lamp-code/1 often", "lamp-code/1 2\nlamp-code/1 2"])
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(CatalogueError, match=r"needs\.txt:[12]: expected"):
        read_needs(marks(tmp_path, line))


def test_every_mark_is_of_a_place_that_has_plain_text_and_of_groups_that_have_words() -> None:
    needs, plain = read_needs(), read_plain()
    assert sorted(set(needs) - set(plain)) == []
    assert {group for need in needs.values() for group in need.only} <= set(group_words())


def test_nearly_every_place_with_plain_text_is_marked() -> None:
    needs, plain = read_needs(), read_plain()
    assert len(set(plain) - set(needs)) <= 0.02 * len(plain)
