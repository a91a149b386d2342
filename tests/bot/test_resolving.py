"""References looked up in the small library: the place, or the nearest real ones and what is true instead."""

from contextlib import closing
from pathlib import Path

import pytest

from bot.looking_up import look_up
from bot.nearest import nearest
from bot.resolving import references_in, resolve_text
from corpus.catalogue import read_catalogue
from corpus.library import View, open_library
from corpus.source import Role
from ingest.build import ingest
from tests.small_embedder import SmallEmbedder

CODE = tuple(f"9.{n}" for n in range(1, 218))


@pytest.mark.parametrize(
    ("reference", "locator"),
    [
        ("1.2", "lantern-code/1.2"),
        ("1.14", "lantern-code/1.14"),
        ("para 1.2 of the lantern code", "lantern-code/1.2"),
        ("chapter 1, para 2", "lantern-code/1.2"),
        ("lantern-code/1.2", "lantern-code/1.2"),
        ("s 1(2)", "lantern-act-2031/s1/2"),
        ("section 1(2)(a) LPA 2031", "lantern-act-2031/s1/2"),
        ("s36", "lantern-act-2031/s36"),
        ("s 2ZA(5)", "lantern-act-2031/s2za/5"),
        ("section 40", "lantern-act-2031/s40"),
        ("section F", "lantern-code/9.69/section-f"),
        ("Section H 1", "lantern-code/9.69/section-h1"),
        ("chapter 1", "lantern-code/1.1"),
        ("chapter 9", "lantern-code/9.68"),
        ("introduction ii", "lantern-code/introduction/ii"),
        ("31 000 417", "lgsco-31-000-417/summary"),
        ("31 000 417 para 4", "lgsco-31-000-417/4"),
        ("32002003 ¶4", "lgsco-32-002-003/4"),
        ("the Brackenmoor one", "lgsco-32-002-003/summary"),
        ("para 4 of the Brackenmoor decision", "lgsco-32-002-003/4"),
        ("tide-report/cost-of-the-night-bus/2", "tide-report/cost-of-the-night-bus/2"),
        ("lantern-code/page/7", "lantern-code/page/7"),
        ("allowance-guide/how-the-allowance-is-paid/1", "allowance-guide/how-the-allowance-is-paid/1"),
    ],
)
def test_a_reference_leads_to_its_place(view: View, reference: str, locator: str) -> None:
    found = look_up(reference, view)
    assert found.passage is not None
    assert found.passage.locator == locator


def test_a_bare_number_is_read_as_a_paragraph(view: View) -> None:
    assert look_up("4", view).note == look_up("para 4", view).note != ""


def test_a_place_comes_with_its_neighbours(view: View) -> None:
    found = look_up("1.2", view)
    assert (found.previous, found.next) == ("lantern-code/1.1", "lantern-code/1.3")


def test_the_first_and_the_last_place_have_one_neighbour(view: View) -> None:
    assert look_up("introduction i", view).previous is None
    assert look_up("allowance-guide/how-the-allowance-is-paid/1", view).next is None


def test_a_paragraph_is_never_found_by_the_digits_it_begins_with(view: View) -> None:
    found = look_up("1.140", view)
    assert found.passage is None
    assert found.nearest[0] == "lantern-code/1.14"
    assert found.note == "There is no 1.140 in the Lantern Code of Practice: chapter 1 ends at 1.14."


def test_a_chapter_that_does_not_exist_is_said_not_to(view: View) -> None:
    found = look_up("chapter 12", view)
    assert found.passage is None
    assert found.note.startswith("There is no chapter 12 in the Lantern Code of Practice")


def test_a_paragraph_of_a_chapter_that_does_not_exist_says_how_many_there_are(view: View) -> None:
    assert look_up("12.3", view).note.endswith("it has 9 chapters.")


@pytest.mark.parametrize(
    ("reference", "first"),
    [
        ("s 36(99)", "lantern-act-2031/s36/8"),
        ("s 2ZA(4)", "lantern-act-2031/s2za/5"),
        ("s 39", "lantern-act-2031/s40"),
        ("31 000 417 para 99", "lgsco-31-000-417/6"),
        ("lantern-code/1.20", "lantern-code/1.2"),
        ("section G", "lantern-code/9.69"),
        ("99 000 001", "lgsco-31-000-417/summary"),
        ("para 99 of the Brackenmoor decision", "lgsco-32-002-003/6"),
    ],
)
def test_a_place_that_does_not_exist_offers_the_nearest(view: View, reference: str, first: str) -> None:
    found = look_up(reference, view)
    assert found.passage is None
    assert found.nearest[0] == first
    assert found.note.endswith(".")


def test_a_missing_subsection_is_not_taken_for_its_section(view: View) -> None:
    assert look_up("s 36(99)", view).note == "There is no s 36(99) in the Lantern Plans Act 2031."


def test_a_paragraph_the_named_guidance_lacks_is_not_taken_from_another(view: View) -> None:
    found = look_up("allowance guidance 1.2", view)
    assert found.passage is None
    assert found.nearest == ("lantern-code/1.2",)


@pytest.mark.parametrize("reference", ["banana", "", "the", "£5.80", "p. 7", "nowhere/1", "../../etc/passwd"])
def test_what_is_no_reference_says_so(view: View, reference: str) -> None:
    found = look_up(reference, view)
    assert found.passage is None
    assert found.note.startswith("That is not a reference")


def test_of_two_references_the_one_that_exists_is_taken(view: View) -> None:
    resolved = resolve_text("1.99 or rather 1.9", view)
    assert resolved is not None
    assert resolved.locators == ("lantern-code/1.9",)


def test_every_place_a_reader_may_see_is_found_by_its_locator(view: View) -> None:
    locators = [locator for source in view.sources for locator in view.locators(source)]
    found = [look_up(locator, view).passage for locator in locators]
    assert [passage.locator if passage else None for passage in found] == locators


def test_leafing_forward_meets_every_place_of_a_source_once(view: View) -> None:
    met, at = list[str](), "lantern-code/introduction/i"
    while found := look_up(at, view):
        met.append(at)
        if found.next is None:
            break
        at = found.next
    assert met == view.locators("lantern-code")


@pytest.mark.parametrize(
    ("wrong", "first"),
    [
        ("9.230", ("9.23", "9.203")),  # a digit too many; two swapped
        ("9.250", ("9.25", "9.205")),
        ("9.2177", ("9.217",)),
        ("9.218", ("9.21", "9.128")),
        ("9.0", ("9.1", "9.2")),
    ],
)
def test_the_likeliest_slip_comes_first(wrong: str, first: tuple[str, ...]) -> None:
    assert nearest(wrong, CODE)[: len(first)] == first


def test_a_number_left_out_in_print_has_its_neighbours_first() -> None:
    assert nearest("7.36", ("7.3", "7.6", "7.34", "7.35", "7.37", "7.38"))[:2] == ("7.35", "7.37")


def test_an_annex_that_does_not_exist_offers_those_there_are() -> None:
    assert nearest("annex-3/1", ("annex-1/1", "annex-1/2", "annex-2/1", "9.1")) == ("annex-2/1", "annex-1/1")


def test_nothing_near_is_nothing() -> None:
    assert nearest("44.1", CODE) == ()
    assert nearest("", CODE) == ()


def test_at_most_four_places_are_offered() -> None:
    assert len(nearest("9.999", CODE)) == 4


def test_the_sections_of_a_plan_are_found_wherever_the_shelf_sets_them_out(tmp_path: Path) -> None:
    entry = 'id = "kite-code"\ntitle = "Kite Code"\nauthority = "statutory_guidance"\naudience = "public"\n'
    (tmp_path / "sources.toml").write_text(
        f'[[source]]\n{entry}date = "2031"\nfile = "kites.md"\nparser = "markdown"\n', encoding="utf-8"
    )
    (tmp_path / "plain").mkdir()
    (tmp_path / "documents").mkdir()
    (tmp_path / "plain" / "kites.md").write_text(
        "# Kites\n\n## kite-code/4.7/section-f\nThe string is kept here.\n? what is in section f\n", encoding="utf-8"
    )
    ingest(
        documents=tmp_path / "documents", index=tmp_path / "index", embedder=SmallEmbedder(), tell=lambda *_: None,
        catalogue=read_catalogue(tmp_path / "sources.toml"), plain=tmp_path / "plain",
    )  # fmt: skip
    with closing(open_library(tmp_path / "index", SmallEmbedder())) as library:
        kites = library.seen_by(Role.PARENT)
        (there,) = references_in("what goes in section F", kites)
        (absent,) = references_in("what goes in section G", kites)
    assert there.locators == ("kite-code/4.7/section-f",)
    assert (absent.exists, absent.note) == (False, "There is no section G in the Kite Code.")
