"""Reports and letters in Markdown: passages by heading, lists, tables, mending and furniture."""

from pathlib import Path

import pytest

from tests.ingest.reports import LETTER, REPORT, folded, parsed, section


@pytest.mark.parametrize("text", [REPORT, LETTER])
def test_every_span_holds_the_words_of_its_passage(tmp_path: Path, text: str) -> None:
    whole = parsed(tmp_path, text)
    assert len({part.tail for part in whole.sections}) == len(whole.sections) == whole.found
    for part in whole.sections:
        assert folded(whole.text[part.start : part.end]) == folded(part.text)


def test_the_first_passage_under_a_heading_begins_with_it(tmp_path: Path) -> None:
    first = section(parsed(tmp_path, REPORT), "cost-of-the-sea-bus/1")
    assert first.text.split("\n")[0] == "COST OF THE SEA BUS"
    assert first.pinpoint == "Cost of the sea bus, para 1 (our count)"


def test_table_rows_are_passages_with_their_headers_as_lead(tmp_path: Path) -> None:
    whole = parsed(tmp_path, REPORT)
    assert section(whole, "cost-of-the-sea-bus/2").text == "Tern 9 to 5 £12"
    assert section(whole, "cost-of-the-sea-bus/2").lead == "Boat: Tern; Hours: 9 to 5; Price: £12"
    assert section(whole, "cost-of-the-sea-bus/4").pinpoint == "Cost of the sea bus, table, row 3 (our count)"


def test_an_empty_first_cell_means_the_one_above(tmp_path: Path) -> None:
    row = section(parsed(tmp_path, REPORT), "cost-of-the-sea-bus/3")
    assert row.text == "8 to 6 £15.50"
    assert row.lead == "Boat: Tern; Hours: 8 to 6; Price: £15.50"


def test_pipe_tables_are_read_like_tab_tables(tmp_path: Path) -> None:
    whole = parsed(tmp_path, "# Boats\n\n| Boat | Price |\n|---|:-:|\n| Tern | **£12** |\n| | £9 |\n")
    assert [part.text for part in whole.sections] == ["Boats\nTern £12", "£9"]
    assert whole.sections[1].lead == "Boat: Tern; Price: £9"


def test_sentences_broken_by_page_breaks_are_whole_again(tmp_path: Path) -> None:
    broken = section(parsed(tmp_path, REPORT), "cost-of-the-sea-bus/5")
    assert broken.text == "The forum was told that the SEN bus would come every hour."


def test_a_heading_that_is_a_quotation_is_a_passage(tmp_path: Path) -> None:
    whole = parsed(tmp_path, REPORT)
    assert section(whole, "what-we-read/2").text == '4.8: "Keepers may ask twice..."'
    assert section(whole, "what-we-read/3").text == "So they may."


def test_stray_marks_and_emphasis_are_taken_off(tmp_path: Path) -> None:
    whole = parsed(tmp_path, REPORT)
    assert section(whole, "what-we-read/1").text.split("\n")[1] == '4.7: "Keepers should ask families about:'
    assert section(whole, "1-the-lamp-act-1902/1").text.endswith("The Act says a lamp must burn.")
    assert section(whole, "2-the-oil-rules-1903/1").text.endswith("The rules say how much oil is needed.")


def test_a_list_that_goes_on_in_headings_is_one_row_of_headings(tmp_path: Path) -> None:
    whole = parsed(tmp_path, REPORT)
    assert section(whole, "1-the-lamp-act-1902/1").heading == ("REASONS", "1. The Lamp Act 1902")
    assert section(whole, "2-the-oil-rules-1903/1").heading == ("REASONS", "2. The Oil Rules (1903)")
    assert section(whole, "reasons/1").text == "REASONS\nThere are two reasons"


def test_levels_one_and_two_are_not_trusted_and_deeper_ones_are(tmp_path: Path) -> None:
    whole = parsed(tmp_path, REPORT)
    assert section(whole, "cost-of-the-sea-bus/1").heading == ("COST OF THE SEA BUS",)
    assert section(whole, "what-we-read/1").heading == ("COST OF THE SEA BUS", "What we read")
    assert section(whole, "1-light-the-lamp/1").heading == ("RECOMMENDATIONS", "1 Light the Lamp")


def test_a_heading_with_a_list_is_one_passage_without_empty_items(tmp_path: Path) -> None:
    recommendation = section(parsed(tmp_path, REPORT), "1-light-the-lamp/1")
    assert recommendation.text == "1 Light the Lamp\n- Buy oil for the lamp.\n- Buy a wick."


def test_title_and_contact_blocks_are_left_out_and_said(tmp_path: Path) -> None:
    whole = parsed(tmp_path, REPORT)
    assert whole.sections[0].tail == "executive-summary/1"
    assert "example.org" not in whole.text
    assert [note.where for note in whole.left_out] == ["title block", "closing block"]


def test_bold_lines_are_headings_and_salutation_and_signature_are_left_out(tmp_path: Path) -> None:
    whole = parsed(tmp_path, LETTER)
    assert [part.tail for part in whole.sections] == [
        "complaint-the-lamp/1",
        "what-went-wrong/1",
        "1-light/1",
        "2-oil/1",
    ]
    assert "Quill" not in whole.text
    assert "Marsh" not in whole.text
    assert [note.where for note in whole.left_out] == ["title block", "signature"]


def test_numbers_stay_as_printed_with_nested_and_detached_items(tmp_path: Path) -> None:
    light = section(parsed(tmp_path, LETTER), "1-light/1")
    assert light.text == "1. Light\n1. Light it.\n2. Keep it lit:\n- by day\n- by night\n3. Tell us."
    assert light.heading == ("What We Ask", "1. Light")


def test_the_end_of_a_sentence_that_runs_through_a_list_stays_with_it(tmp_path: Path) -> None:
    wrong = section(parsed(tmp_path, LETTER), "what-went-wrong/1")
    assert wrong.text == "What Went Wrong\nWhen we ask for:\n- oil,\n- a wick,\nnobody answers us at all."


def test_a_long_list_is_cut_into_its_items_with_the_lead_in_kept(tmp_path: Path) -> None:
    items = "\n".join(f"{n}. " + "lamp " * 40 + "\n  - a wick" for n in range(1, 5))
    whole = parsed(tmp_path, f"# Lamps\n\nWe ask for these:\n\n{items}\n")
    assert [part.tail for part in whole.sections] == [f"lamps/{n}" for n in range(1, 6)]
    assert whole.sections[1].text.startswith("1. lamp")
    assert whole.sections[1].text.endswith("\n- a wick")
    assert whole.sections[1].lead == "We ask for these:"


def test_headings_that_repeat_get_a_number(tmp_path: Path) -> None:
    whole = parsed(tmp_path, "# Oil\n\nOne.\n\n# Oil\n\nTwo.\n")
    assert [part.tail for part in whole.sections] == ["oil/1", "oil-2/1"]


def test_ordinary_markdown_is_read_too(tmp_path: Path) -> None:
    text = "---\ntitle: x\n---\nLamps\n=====\n\nFirst line\nsecond line.\n\n***\n\n> Quoted\n> words.\n"
    assert [part.text for part in parsed(tmp_path, text).sections] == [
        "Lamps\nFirst line second line.",
        "Quoted words.",
    ]


def test_a_document_without_headings_is_counted_from_its_opening(tmp_path: Path) -> None:
    only = parsed(tmp_path, "The lamp is out.\n").sections[0]
    assert (only.tail, only.heading) == ("opening/1", ())
    assert only.pinpoint == "Opening, para 1 (our count)"


def test_abbreviations_in_capital_headings_keep_their_capitals(tmp_path: Path) -> None:
    whole = parsed(tmp_path, "# THE SEN BUS\n\nThe SEN bus is late.\n")
    assert whole.sections[0].pinpoint.startswith("The SEN bus,")
