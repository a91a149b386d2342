"""What keeps the plain voice whole: promises, exceptions, digests, form, and what the command prints."""

import json
from pathlib import Path

import pytest

from corpus.errors import CatalogueError
from corpus.plain import PlainEntry
from corpus.source import Authority, Source
from ingest.coverage import report_lines
from ingest.excepted import Excepted, read_exceptions, without
from ingest.fidelity import Finding, Kind
from ingest.official import named_places, official_places
from ingest.plain_check import finding_lines, grade_lines
from ingest.plain_findings import Voice, findings
from ingest.plain_form import form
from ingest.plain_grade import grades
from ingest.promised import Promise, missing, read_promises
from ingest.reviewed import digest, read_reviewed, to_review, write_reviewed
from ingest.sections import Parsed, Section
from tests.ingest.small_shelf import SmallShelf, line_of
from tests.samples import a_source


def an_entry(
    locator: str = "lamp-code/1", text: str = "Keepers light lamps.", *, source_line: str = "", certainty: str = ""
) -> PlainEntry:
    questions = ("who lights the lamp", "is it me who lights it")
    return PlainEntry(locator=locator, text=text, questions=questions, source_line=source_line, certainty=certainty)


def a_section(tail: str, text: str, pinpoint: str = "") -> Section:
    return Section(tail=tail, pinpoint=pinpoint or f"para {tail}", heading=(), text=text, page=None, start=0, end=0)


def a_voice(*entries: PlainEntry, text: str = "Keepers light the lamps.", promises: tuple[Promise, ...] = ()) -> Voice:
    source = a_source()
    parsed = Parsed(text=text, sections=(a_section("1", text),), found=1)
    return Voice(
        entries={entry.locator: entry for entry in entries},
        places=official_places([(source, parsed)]),
        sources={source.id: source},
        promises=promises,
        reviewed={"lamp-code/1": digest(text)},
    )


def no_exceptions(folder: Path) -> Path:
    (folder / "exceptions.toml").write_text("", encoding="utf-8")
    return folder


def test_an_entry_for_no_place_of_its_document_is_found(tmp_path: Path) -> None:
    voice = a_voice(an_entry(), an_entry("lamp-code/99"))
    assert [(f.kind, f.locator) for f in findings(voice, no_exceptions(tmp_path))] == [
        (Kind.UNKNOWN_PLACE, "lamp-code/99")
    ]


def test_a_place_promised_as_a_picture_page_is_no_unknown_place(tmp_path: Path) -> None:
    promise = Promise(source="lamp-code", also=("page/7",))
    voice = a_voice(an_entry(), an_entry("lamp-code/page/7"), promises=(promise,))
    assert findings(voice, no_exceptions(tmp_path)) == []


def test_an_entry_whose_official_words_changed_is_a_remark(tmp_path: Path) -> None:
    voice = a_voice(an_entry(), text="Keepers must light the lamps.")
    old = Voice(
        entries=voice.entries, places=voice.places, sources=voice.sources, promises=(),
        reviewed={"lamp-code/1": digest("Keepers light the lamps.")},
    )  # fmt: skip
    kinds = [finding.kind for finding in findings(old, no_exceptions(tmp_path))]
    assert kinds == [Kind.DUTY_LOST, Kind.CHANGED]


def test_a_promised_place_is_written_by_itself_or_by_all_under_it() -> None:
    promise = Promise(source="an-act", places=(r"s\d+",))
    places = ["an-act/s1", "an-act/s1/1", "an-act/s1/2", "an-act/s2", "an-act/s3"]
    written = {locator: an_entry(locator) for locator in ("an-act/s1/1", "an-act/s1/2", "an-act/s2")}
    assert [finding.locator for finding in missing(promise, places, written)] == ["an-act/s3"]


def test_too_few_entries_are_found_without_the_document() -> None:
    (finding,) = missing(Promise(source="lamp-code", count=3), (), {"lamp-code/1": an_entry()})
    assert finding.what == "1 entries of 3"


def test_numbers_of_a_promise_are_read_as_ranges(tmp_path: Path) -> None:
    path = tmp_path / "promised.toml"
    path.write_text('[[promised]]\nsource = "lamp-code"\nnumbers = ["3-5", "9"]\n', encoding="utf-8")
    assert read_promises(path)[0].places == ("3", "4", "5", "9")


def test_an_unknown_key_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "promised.toml"
    path.write_text('[[promised]]\nsource = "lamp-code"\nplace = ["1"]\n', encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"promised\.toml.*place is not one of"):
        read_promises(path)


def test_an_exception_without_a_reason_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "exceptions.toml"
    path.write_text('[[exception]]\nlocator = "lamp-code/1"\nwhat = ["7"]\nreason = "fine"\n', encoding="utf-8")
    with pytest.raises(CatalogueError, match="lamp-code/1 gives no reason"):
        read_exceptions(path)


def test_an_exception_answers_its_own_word_only_and_is_found_when_it_answers_none() -> None:
    row = Excepted(locator="lamp-code/1", what=frozenset({"7", "8"}), reason="The lamp says so.")
    seven, nine = (Finding(kind=Kind.FIGURE_ADDED, locator="lamp-code/1", what=what) for what in ("7", "9"))
    assert without([seven, nine], [row]) == [
        nine, Finding(kind=Kind.STALE_EXCEPTION, locator="lamp-code/1", what="8")
    ]  # fmt: skip


def test_digests_change_with_words_and_not_with_spaces() -> None:
    assert digest("Light  the\nlamp.") == digest("Light the lamp.") != digest("Light a lamp.")


def test_digests_written_are_read_back_without_the_words(tmp_path: Path) -> None:
    assert write_reviewed(tmp_path, [("lamp-code/1", "Light the lamp.")], ["lamp-code/1"]) == 1
    assert write_reviewed(tmp_path, [("lamp-code/1", "Light the lamp.")], ["lamp-code/1"]) == 0
    assert "lamp." not in (tmp_path / "reviewed.json").read_text(encoding="utf-8")
    assert to_review([("lamp-code/1", "Light no lamp."), ("lamp-code/2", "New.")], read_reviewed(tmp_path)) == (
        "lamp-code/1",
    )


def test_digests_of_absent_documents_are_kept_and_of_deleted_entries_dropped(tmp_path: Path) -> None:
    write_reviewed(tmp_path, [("lamp-code/1", "One."), ("oil-act/1", "Two.")], ["lamp-code/1", "oil-act/1"])
    write_reviewed(tmp_path, [], ["oil-act/1"])
    assert list(read_reviewed(tmp_path)) == ["oil-act/1"]


@pytest.mark.parametrize("text", ["not json", "[]", '{"a": 1}'])
def test_a_broken_record_of_digests_names_the_cure(tmp_path: Path, text: str) -> None:
    (tmp_path / "reviewed.json").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError, match="signpost plain-check --reviewed"):
        read_reviewed(tmp_path)


@pytest.mark.usefixtures("quick_probe")
def test_ingest_lists_entries_whose_official_words_changed(small: SmallShelf) -> None:
    record = {"lamp-code/lighting/1": digest("Lighting\nEach keeper must light the lamp at dusk.")}
    (small.plain / "reviewed.json").write_text(json.dumps(record), encoding="utf-8")
    assert line_of(small.ingest(), "lamp-code").to_review == ()
    small.put("lamp-code.md", "# Lighting\n\nEach keeper must light the lamp at dawn.\n")
    report = small.ingest()
    assert line_of(report, "lamp-code").to_review == ("lamp-code/lighting/1",)
    assert any("to be reviewed" in line and "lamp-code/lighting/1" in line for line in report_lines(report))


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (
            PlainEntry(locator="lamp-code/1", text="A lamp.", questions=("what lamp",)),
            "not two to twenty-four questions",
        ),
        (an_entry(text='The "lamp" is lit.'), "quotation marks or emphasis"),
        (an_entry(text="The lamp is *lit*."), "quotation marks or emphasis"),
        (an_entry(text="The lamp is lit"), "does not end as a sentence"),
        (an_entry("notes/lamps/oil", certainty="check"), "a note without its source"),
        (an_entry("notes/lamps/oil", source_line="Oil Rules", certainty="maybe"), "a note without its certainty"),
        (an_entry(source_line="Oil Rules"), "a source line under a document's locator"),
        (
            an_entry("notes/l/o", text="This is not settled.", source_line="Oil Rules", certainty="verified"),
            "not settled, and marked verified",
        ),
    ],
)
def test_a_fault_of_form_is_named(entry: PlainEntry, fault: str) -> None:
    assert [finding.what for finding in form(entry)] == [fault]


def test_a_subsection_named_stands_beside_the_one_that_names_it() -> None:
    sections = (
        a_section("s1/2", "Subsection (8) applies.", "s 1(2)"),
        a_section("s1/8", "It lasts 40 days.", "s 1(8)"),
    )
    places = official_places([(a_source("an-act"), Parsed(text="", sections=sections, found=2))])
    assert "40 days" in places["an-act/s1/2"].support


def test_paragraphs_that_a_report_of_families_names_support_what_we_say_of_them() -> None:
    code = official_places([(a_source(), Parsed(text="", sections=(a_section("4.8", "They must."),), found=1))])
    assert "They must." in named_places("It stands at 4.8.", a_report(), code, "lamp-code")
    assert named_places("It stands at 4.8.", a_source(), code, "lamp-code") == ""


def a_report() -> Source:
    return a_source("tide-report", authority=Authority.FAMILIES_EXPERIENCE)


def test_grades_rise_with_longer_words_and_sentences() -> None:
    easy, hard = (
        "The lamp is lit. We go home.",
        "Notwithstanding institutional illumination requirements, authorities deliberate.",
    )
    measured = grades([("lamp-code/1", easy), ("lamp-code/2", hard)])
    assert (measured.count, measured.easy, measured.hardest) == (2, 0.5, ("lamp-code/2", "lamp-code/1"))


def test_the_command_prints_errors_first_and_counts_each_kind() -> None:
    remark = Finding(kind=Kind.FIGURE_LOST, locator="lamp-code/1", what="7")
    error = Finding(kind=Kind.DUTY_LOST, locator="lamp-code/2", what="must")
    lines = list(finding_lines([remark, error]))
    assert lines[0] == "! lamp-code/2: duty lost: must"
    assert lines[-1] == "1 errors, 1 remarks"
    assert "1 figure lost (remark)" in lines


def test_the_command_prints_the_grade_of_each_source_and_of_all() -> None:
    lines = list(grade_lines(a_voice(an_entry())))
    assert lines[0].startswith("lamp-code: 1 entries: median grade")
    assert lines[-1].startswith("All: 1 entries")
    assert "aim 80%" in lines[-1]
