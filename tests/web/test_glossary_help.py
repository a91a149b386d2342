"""Terms explained where an answer first uses them."""

from bot.web.glossary_help import Explainer, glossary, term_address, term_at, term_page


def test_a_term_is_linked_where_it_is_first_used_and_its_meaning_is_the_title() -> None:
    written = Explainer().explained("A short break helps. Ask for a short break.")
    assert written.startswith("A [short break](/glossary/short-break")
    assert written.count("/glossary/") == 1
    assert written.endswith(" helps. Ask for a short break.")


def test_a_term_explained_in_one_sentence_is_not_explained_again_in_the_next() -> None:
    explainer = Explainer()
    explainer.explained("The EHC plan says so.")
    assert explainer.explained("Look at the EHCP again.") == "Look at the EHCP again."


def test_no_more_than_four_terms_are_explained_in_one_answer() -> None:
    text = "SENCO, CAMHS, Ofsted, mediation, Portage, Healthwatch and advocacy."
    assert Explainer().explained(text).count("/glossary/") == 4


def test_the_longest_name_wins_and_a_sentence_without_terms_is_unchanged() -> None:
    assert "[mediation certificate](" in Explainer().explained("You need a mediation certificate.")
    assert Explainer().explained("Nothing here to explain.") == "Nothing here to explain."


def test_every_term_has_an_address_of_its_own_and_is_found_there() -> None:
    assert len({term_address(term) for term in glossary().terms}) == len(glossary().terms)
    assert all(term_at(term_address(term).rpartition("/")[2]) is term for term in glossary().terms)


def test_the_page_of_a_term_gives_its_meaning_its_other_names_and_its_place() -> None:
    term = term_at("short-break")
    assert term is not None
    page = term_page(term)
    assert "respite" in page
    assert f'href="/sources/{term.locator}"' in page
    assert "in our own words" in page
