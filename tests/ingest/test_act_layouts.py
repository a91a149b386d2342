"""What only one layout of an Act prints: versions, extents, tables, lists, blocks not yet in force."""

from pathlib import Path

from tests.ingest.reading_acts import at, parsed


def test_wrapped_lines_of_markdown_are_rejoined(tmp_path: Path) -> None:
    text = "## 1 Swings\n\n(1) A council\nmust keep swings—\n(a) that are red, or\n(b) blue.\n(2) No more.\n"
    result = parsed("act-markdown", tmp_path, text)
    assert at(result, "s1/1").text == "A council must keep swings—\n(a) that are red, or\n(b) blue."
    assert at(result, "s1/2").text == "No more."


def test_a_list_that_the_file_lacks_is_said(tmp_path: Path) -> None:
    result = parsed("act-markdown", tmp_path, "## 1 Words\n\n(1) In this Act—\n\n(2) Swings move.\n")
    assert [each.where for each in result.left_out] == ["s 1(1)"]


def test_a_section_whose_subsections_are_all_repealed_is_repealed(tmp_path: Path) -> None:
    result = parsed("act-markdown", tmp_path, "## 1 Gone\n\n(1) . . . .\n\n(2) . . . .\n\n## 2 Here\n\nWords.\n")
    assert [section.tail for section in result.sections] == ["s2"]
    assert "s 1" in [each.where for each in result.left_out]
    assert result.found == 1


def a_section(number: str, text: str, attributes: str = "") -> str:
    return (
        f"<P1group {attributes}><Title>About {number}</Title><P1><Pnumber>{number}</Pnumber>"
        f"<P1para>{text}</P1para></P1></P1group>"
    )


def clml(body: str, after: str = "") -> str:
    return f"<Legislation><Primary><Body>{body}</Body></Primary>{after}</Legislation>"


def test_a_prospective_section_is_left_out_but_still_ends_a_range(tmp_path: Path) -> None:
    body = a_section("1", "<Text>Now.</Text>") + a_section("2", "<Text>Later.</Text>", 'Status="Prospective"')
    result = parsed("act-clml", tmp_path, clml(body), sections=("1-2",))
    assert [section.tail for section in result.sections] == ["s1"]
    assert result.left_out[0].where == "s 2"
    assert "prospective" in result.left_out[0].why


def test_of_two_versions_the_one_for_england_is_kept(tmp_path: Path) -> None:
    scottish = a_section("1", "<Text>For Scotland.</Text>", 'RestrictExtent="S" AltVersionRefs="v1"')
    english = a_section("1", "<Text>For England.</Text>", 'RestrictExtent="E+W"')
    versions = f'<Versions><Version id="v1">{english}</Version></Versions>'
    result = parsed("act-clml", tmp_path, clml(scottish, versions))
    assert [section.text for section in result.sections] == ["For England."]
    assert [(each.where, each.why) for each in result.left_out] == [("s 1", "this version does not extend to England")]


def test_a_subsection_for_scotland_only_is_not_in_the_whole_section(tmp_path: Path) -> None:
    body = a_section(
        "1",
        "<P2><Pnumber>1</Pnumber><P2para><Text>Everywhere.</Text></P2para></P2>"
        '<P2 RestrictExtent="S"><Pnumber>2</Pnumber><P2para><Text>Far north.</Text></P2para></P2>',
    )
    result = parsed("act-clml", tmp_path, clml(body))
    assert at(result, "s1").text == "(1) Everywhere."
    assert [each.where for each in result.left_out] == ["s 1(2)"]


def test_two_subsections_under_one_number_are_both_kept_in_one_passage(tmp_path: Path) -> None:
    result = parsed("act-markdown", tmp_path, "## 1 Twice\n\n(5B) Swings.\n\n(5B) Slides.\n\n(6) End.\n")
    assert at(result, "s1/5b").text == "Swings.\n(5B) Slides."
    assert at(result, "s1").text == "(5B) Swings.\n(5B) Slides.\n(6) End."


def test_a_section_printed_twice_gives_its_passages_once(tmp_path: Path) -> None:
    result = parsed("act-markdown", tmp_path, "## 1 First\n\nOne.\n\n## 1 Again\n\nTwo.\n")
    assert [section.text for section in result.sections] == ["One."]
    assert result.left_out[0].where == "s 1"


def test_a_table_gives_a_line_for_each_row(tmp_path: Path) -> None:
    rows = "<tr><th>Part</th><th>Schedule</th></tr><tr><td>3</td><td>2</td></tr>"
    table = f"<Text>See the table.</Text><Tabular><table>{rows}</table></Tabular>"
    result = parsed("act-clml", tmp_path, clml(a_section("1", table)))
    assert at(result, "s1").text == "See the table.\nPart | Schedule\n3 | 2"


def test_lists_that_the_style_numbers_are_numbered(tmp_path: Path) -> None:
    items = "".join(f"<ListItem><Para><Text>{text}</Text></Para></ListItem>" for text in ("red,", "blue."))
    ordered = f'<OrderedList Type="roman" Decoration="parens">{items}</OrderedList>'
    result = parsed("act-clml", tmp_path, clml(a_section("1", f"<Text>Paint them—</Text>{ordered}")))
    assert at(result, "s1").text == "Paint them—\n(i) red,\n(ii) blue."


def test_list_items_of_the_xhtml_layout_keep_their_numbers(tmp_path: Path) -> None:
    item = '<div class="LegListItem"><div class="LegLevel4No LegListItemNo">{}</div><p>{}</p>{}</div>'
    inner = f"<div><div>{item.format('(i)', 'red,', '')}</div></div>"
    xhtml = (
        '<html><body><h3 class="LegP1Container"><span class="LegP1No">1</span></h3>'
        '<div class="LegBlockText"><p>“paint” is—</p>'
        f"<div>{item.format('(a)', 'what is—', inner)}</div></div>"
        '<h1 class="LegScheduleFirst">Schedule</h1>'
        '<h3 class="LegP1Container"><span class="LegP1No">9</span></h3>'
        "</body></html>"
    )
    result = parsed("act-xhtml", tmp_path, xhtml)
    assert at(result, "s1").text == "“paint” is—\n(a) what is—\n(i) red,"
    assert [each.where for each in result.left_out] == ["Schedules"]


def test_words_not_yet_in_force_are_left_out_of_the_xhtml_layout(tmp_path: Path) -> None:
    section = '<h3 class="LegP1Container"><span class="LegP1No">{}</span></h3><p class="LegP1Text">{}</p>'
    xhtml = (
        f"<html><body>{section.format('1', 'Now.')}"
        '<div class="LegBlockNotYetInForce"><p class="LegBlockNotYetInForceHeading">Prospective</p>'
        f"{section.format('2', 'Later.')}</div></body></html>"
    )
    result = parsed("act-xhtml", tmp_path, xhtml)
    assert [section.text for section in result.sections] == ["Now."]
    assert "s 2" in [each.where for each in result.left_out]


def test_lines_not_yet_in_force_do_not_join_the_subsection_above(tmp_path: Path) -> None:
    xhtml = (
        '<html><body><h3 class="LegP1Container"><span class="LegP1No">1</span></h3>'
        '<p class="LegP1Text">Now.</p>'
        '<div class="LegBlockNotYetInForce"><p class="LegP1Text">Later.</p></div></body></html>'
    )
    result = parsed("act-xhtml", tmp_path, xhtml)
    assert at(result, "s1").text == "Now."
    assert "not yet in force" in result.left_out[0].where
