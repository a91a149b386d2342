"""Locators, and how people cite the places they name."""

import pytest

from corpus.locator import natural_key, pinpoint_of, source_of, tail_of


def test_a_locator_is_a_source_and_a_tail() -> None:
    assert source_of("children-act-1989/s17zd/5") == "children-act-1989"
    assert tail_of("children-act-1989/s17zd/5") == "s17zd/5"
    assert (source_of("send-code"), tail_of("send-code")) == ("send-code", "")


@pytest.mark.parametrize(
    ("locator", "pinpoint"),
    [
        ("send-code/9.14", "para 9.14"),
        ("working-together-2023/12", "para 12"),
        ("children-act-1989/s17", "s 17"),
        ("children-act-1989/s17zd/5", "s 17ZD(5)"),
        ("children-act-1989/s17zd/5a", "s 17ZD(5A)"),
        ("send-code/introduction/iv", "Introduction, para iv"),
        ("send-code/glossary/annual-review", "Glossary: Annual review"),
        ("send-code/page/154", "p. 154"),
        ("send-code/9.69/section-h1", "para 9.69 table, section H1"),
        ("send-code/annex-1", "Annex 1"),
        ("forum-report/cost-of-play-scheme/2", "Cost of play scheme, para 2 (our count)"),
    ],
)
def test_places_are_cited_as_people_cite_them(locator: str, pinpoint: str) -> None:
    assert pinpoint_of(locator) == pinpoint


def test_paragraphs_of_decisions_have_the_ombudsmans_sign() -> None:
    assert pinpoint_of("lgsco-23-013-051/11", is_decision=True) == "¶11"


def test_places_sort_as_people_count() -> None:
    counted = ["a/s2", "a/s17", "a/s17/2", "a/s17/10", "a/s17a", "a/s17za", "a/s18"]
    assert sorted(counted, key=natural_key) == counted
    assert sorted(["a/9.10", "a/10.1", "a/9.2"], key=natural_key) == ["a/9.2", "a/9.10", "a/10.1"]
