"""LGSCO decisions: running numbers, bullets, headings and furniture, the same from text and page."""

from pathlib import Path

import pytest

from corpus.errors import SourceUnreadable
from tests.ingest.decision_samples import NUMBERED, PAGE, UNNUMBERED
from tests.ingest.decisions import folded, parsed, section


def test_numbers_run_over_the_whole_decision(tmp_path: Path) -> None:
    whole = parsed(tmp_path, NUMBERED)
    numbered = [section.tail for section in whole.sections if section.pinpoint.startswith("¶")]
    assert numbered == [str(n) for n in range(1, 12)]
    assert whole.found == 11
    assert section(whole, "4").text == "Nothing in section 4 says how."
    assert section(whole, "4").pinpoint == "¶4"


def test_bullets_belong_to_the_paragraph_that_introduces_them(tmp_path: Path) -> None:
    assert section(parsed(tmp_path, NUMBERED), "3").text == "A keeper has three tasks:\n• oil\n• wick"


def test_the_heading_path_is_section_and_sub_heading(tmp_path: Path) -> None:
    whole = parsed(tmp_path, NUMBERED)
    assert section(whole, "1").heading == ("The complaint",)
    assert section(whole, "2").heading == ("What I found", "Law and policy")
    assert section(whole, "5").heading == ("What I found", "What happened")
    assert section(whole, "10").heading == ("Agreed action", "Within two months of my final decision")


def test_a_heading_that_sets_a_time_limit_opens_the_first_paragraph_under_it(tmp_path: Path) -> None:
    whole = parsed(tmp_path, NUMBERED)
    assert section(whole, "8").text.split("\n")[0] == "Within three weeks of my final decision"
    assert section(whole, "9").text.startswith("The Council will pay")


def test_the_summary_is_found_inline_and_under_its_heading(tmp_path: Path) -> None:
    inline = section(parsed(tmp_path, NUMBERED), "summary")
    headed = section(parsed(tmp_path, UNNUMBERED), "summary")
    assert inline.text.startswith("Mrs Q says")
    assert inline.pinpoint == "summary"
    assert headed.text.startswith("Mr B says nobody came.")


def test_an_unnumbered_paragraph_of_a_numbered_decision_is_not_lost(tmp_path: Path) -> None:
    loose = section(parsed(tmp_path, NUMBERED), "final-decision/1")
    assert loose.text == "The Council wrote to us later to say it agreed."
    assert loose.pinpoint == "Final decision, item 1"


def test_furniture_and_the_cookie_notice_are_dropped(tmp_path: Path) -> None:
    text = parsed(tmp_path, NUMBERED).text.lower()
    for furniture in ("back to top", "print this page", "logogram", "on behalf of the ombudsman", "cookies"):
        assert furniture not in text


def test_the_page_and_the_saved_text_give_the_same_passages(tmp_path: Path) -> None:
    text, page = parsed(tmp_path, NUMBERED), parsed(tmp_path, PAGE, "aldersea.html")
    assert page.sections == text.sections
    assert page.text == text.text
    assert page.decision == text.decision


@pytest.mark.parametrize("text", [NUMBERED, UNNUMBERED])
def test_every_span_holds_the_words_of_its_passage(tmp_path: Path, text: str) -> None:
    whole = parsed(tmp_path, text)
    assert len({part.tail for part in whole.sections}) == len(whole.sections)
    for part in whole.sections:
        assert folded(whole.text[part.start : part.end]) == folded(part.text)


def test_a_decision_without_numbers_is_cited_by_heading_and_item(tmp_path: Path) -> None:
    whole = parsed(tmp_path, UNNUMBERED)
    assert whole.found == 0
    assert section(whole, "recommendations/4").text == "pay Mr B £75; and"
    assert section(whole, "recommendations/4").pinpoint == "Recommendations, item 4"
    assert section(whole, "recommendations/4").lead == "To put this right, we ask the Council to:"
    assert not section(whole, "recommendations/2").searchable
    assert section(whole, "recommendations/6").text == "The Council has said yes."
    assert section(whole, "key-to-names-used/2").text == "D His daughter"


def test_dashes_without_numbers_or_empty_lines_are_read(tmp_path: Path) -> None:
    dashes = NUMBERED.replace("\n\n", "\n").replace("Back to top\n", "").replace("  1. ", "- ").replace("  2. ", "- ")
    whole = parsed(tmp_path, dashes.replace("•", "-"))
    assert whole.found == 0
    assert section(whole, "analysis/1").heading == ("What I found", "Analysis")
    assert section(whole, "within-two-months-of-my-final-decision/1").heading[0] == "Agreed action"


def test_numbers_that_never_start_again_are_kept_as_printed(tmp_path: Path) -> None:
    chapter = "Background\n\n  41. The lamp is old.\n  42. It leaks.\n\nFindings\n\n  43. It was not mended.\n"
    assert [part.tail for part in parsed(tmp_path, chapter).sections] == ["41", "42", "43"]


def test_numbers_set_further_in_are_items_of_their_paragraph(tmp_path: Path) -> None:
    text = "The complaint\n\n  1. He says:\n      1. the lamp leaked;\n      2. it rained.\n  2. He is cross.\n"
    first, second = parsed(tmp_path, text).sections
    assert first.text == "He says:\n• 1. the lamp leaked;\n• 2. it rained."
    assert second.tail == "2"


def test_a_last_line_that_looks_like_a_heading_is_not_lost(tmp_path: Path) -> None:
    text = "Final decision\n\n  1. It is over.\n\nOmbudsman content with the reply: 4 May 2031\n"
    assert parsed(tmp_path, text).sections[-1].text == "Ombudsman content with the reply: 4 May 2031"


def test_rows_that_were_wrapped_are_put_together(tmp_path: Path) -> None:
    text = "The complaint\n\n  1. The lamp was out\n     all night long.\n  • and\n  wet\n"
    assert parsed(tmp_path, text).sections[0].text == "The lamp was out all night long.\n• and wet"


@pytest.mark.parametrize("name", ["empty.txt", "empty.html"])
def test_an_empty_file_is_one_clear_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceUnreadable, match="the file is empty"):
        parsed(tmp_path, " \n", name)


def test_a_page_without_an_article_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="no article was found"):
        parsed(tmp_path, "<html><body><p>Hello</p></body></html>", "page.html")


def test_a_text_with_nothing_of_a_decision_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="no paragraph of a decision"):
        parsed(tmp_path, "Print this page\n\nLGO logogram\n")
