"""The terms of the field, and the words families use for them."""

from collections import Counter
from pathlib import Path

import pytest

from corpus.catalogue import read_catalogue
from corpus.errors import CatalogueError
from corpus.glossary import read_glossary
from corpus.locator import source_of
from corpus.plain import read_plain

WRITTEN = """\
[[term]]
term = "Keeper's Allowance"
abbreviation = "KA"
called = ["lamp money", "keeper's pay"]
meaning = "Money for keepers."

[[term]]
term = "Oil plan"
called = ["plan for oil"]
meaning = "Who brings the oil."
locator = "lamp-code/1.1"
"""


def glossary(folder: Path, text: str) -> Path:
    path = folder / "glossary.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_real_glossary_has_terms_enough_each_with_a_meaning() -> None:
    terms = read_glossary().terms
    assert len(terms) >= 120
    assert [term.term for term in terms if not term.meaning] == []
    assert len({term.term.lower() for term in terms}) == len(terms)


def test_no_abbreviation_and_no_phrase_means_two_things() -> None:
    names = Counter(
        name.lower() for term in read_glossary().terms for name in {term.abbreviation, *term.called} if name
    )
    assert [name for name, count in names.items() if count > 1] == []


def test_what_families_say_is_written_as_they_type_it() -> None:
    called = [name for term in read_glossary().terms for name in term.called]
    assert [name for name in called if name != name.lower() or "’" in name or name != name.strip()] == []


def test_every_place_named_is_one_we_have_words_for_or_in_a_listed_source() -> None:
    listed, written = {source.id for source in read_catalogue()}, read_plain()
    places = [term.locator for term in read_glossary().terms if term.locator]
    assert [place for place in places if place not in written and source_of(place) not in listed] == []


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("how much is ka", ["Keeper's Allowance"]),
        ("The KAs are late", ["Keeper's Allowance"]),
        ("KA’s", ["Keeper's Allowance"]),
        ("lamp money and a plan for oil", ["Keeper's Allowance", "Oil plan"]),
        ("keeper’s pay", ["Keeper's Allowance"]),
        ("kapok, lamp of money, oil-ka-x", []),
        ("", []),
    ],
)
def test_a_text_names_terms_as_whole_words(tmp_path: Path, text: str, terms: list[str]) -> None:
    found = read_glossary(glossary(tmp_path, WRITTEN)).named_in(text)
    assert [term.term for term in found] == terms


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (WRITTEN.replace('meaning = "Who brings the oil."\n', ""), r"entry 2: meaning: Field required\."),
        (WRITTEN + "colour = 1\n", "entry 2: colour: "),
        ("", r"expected \[\[term\]\] entries"),
        ("[[term", "not readable as TOML"),
    ],
)
def test_a_bad_entry_is_named_with_its_field(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(CatalogueError, match=rf"^glossary\.toml(, |: ){why}"):
        read_glossary(glossary(tmp_path, text))
