"""Opening XML and HTML from strangers: entities, networks, broken files, wrong encodings are refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import SourceUnreadable
from ingest.xml_safe import all_text, read_html, read_utf8, read_xml

BOMB = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;&c;</a>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY secret SYSTEM "{}">]><a>&secret;</a>'
PARAMETER = '<!DOCTYPE a [<!ENTITY % remote SYSTEM "http://example.invalid/x.dtd"> %remote;]><a/>'


def a_file(folder: Path, content: str | bytes) -> Path:
    path = folder / "page.xml"
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def test_well_formed_xml_is_read_without_comments(tmp_path: Path) -> None:
    root = read_xml(a_file(tmp_path, '<?xml version="1.0"?><a>sw<!-- not text -->ing &amp; slide</a>'))
    assert all_text(root) == "swing & slide"


def test_html_is_read_and_mended(tmp_path: Path) -> None:
    root = read_html(a_file(tmp_path, "<!DOCTYPE html><p>swing<p>slide &nbsp;&pound;5"))
    assert [all_text(paragraph) for paragraph in root.iter("p")] == ["swing", "slide \xa0£5"]


@pytest.mark.parametrize("read", [read_xml, read_html])
def test_an_entity_bomb_is_refused(read: Callable[[Path], object], tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match=r"page\.xml, line 1: declares .*not safe"):
        read(a_file(tmp_path, BOMB))


def test_an_entity_bomb_in_another_encoding_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="declares the entity b"):
        read_xml(a_file(tmp_path, BOMB.encode("utf-16")))


@pytest.mark.parametrize("read", [read_xml, read_html])
def test_a_file_that_names_another_file_is_refused(read: Callable[[Path], object], tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the key", encoding="utf-8")
    with pytest.raises(SourceUnreadable) as refused:
        read(a_file(tmp_path, OUTSIDE.format(secret.as_uri())))
    assert "the key" not in str(refused.value)


def test_a_parameter_entity_is_refused_before_anything_is_fetched(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="declares the entity remote"):
        read_xml(a_file(tmp_path, PARAMETER))


def test_an_external_dtd_is_not_loaded(tmp_path: Path) -> None:
    (tmp_path / "outer.dtd").write_text('<!ENTITY word "from outside">', encoding="utf-8")
    with pytest.raises(SourceUnreadable, match="uses &word;, which the file does not define"):
        read_xml(a_file(tmp_path, '<!DOCTYPE a SYSTEM "outer.dtd"><a>&word;</a>'))


def test_a_plain_doctype_is_harmless(tmp_path: Path) -> None:
    doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://example.invalid/x.dtd">'
    assert all_text(read_xml(a_file(tmp_path, f"{doctype}<html>swing</html>"))) == "swing"


def test_broken_xml_names_its_line_and_the_cure(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match=r"page\.xml, line 3: not well-formed XML .* Fetch the file again"):
        read_xml(a_file(tmp_path, "<a>\n<b>\n</a>"))


def test_xml_broken_before_its_first_element_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="line 2: not well-formed XML"):
        read_xml(a_file(tmp_path, "<?xml version='1.0'?>\nwords"))


def test_elements_nested_without_end_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="not well-formed XML"):
        read_xml(a_file(tmp_path, "<a>" * 100_000 + "</a>" * 100_000))


@pytest.mark.parametrize("content", [b"", b" \n ", b"<html><body></body></html>"])
def test_a_page_without_text_is_refused(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match=r"line 1: (the file is empty|the page holds no text)"):
        read_html(a_file(tmp_path, content))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"<a>\ncaf\xe9 swings</a>", "line 2"),
        (b'<?xml version="1.0" encoding="nonsense-9"?><a/>', "nonsense-9|unknown encoding|not known"),
        ('<?xml version="1.0" encoding="iso-8859-1"?><a>child’s</a>'.encode(), "mark of a wrong encoding"),
    ],
)
def test_xml_in_a_wrong_encoding_is_refused(content: bytes, why: str, tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match=why):
        read_xml(a_file(tmp_path, content))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"<p>one\n<p>caf\xe9 swings", "line 2: not readable as utf-8"),
        (b'<meta charset="nonsense-9"><p>swings', r"the encoding it names is not known \(nonsense-9\)"),
        ("<meta charset=windows-1252><p>child’s".encode(), "mark of a wrong encoding"),
        (b"<p>swings\x00\x01", "mark of a wrong encoding"),
    ],
)
def test_html_in_a_wrong_encoding_is_refused(content: bytes, why: str, tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match=why):
        read_html(a_file(tmp_path, content))


@pytest.mark.parametrize(
    "content",
    [
        '<meta charset="utf-8"><p>child’s'.encode(),
        "<p>child’s".encode("utf-16"),
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>child’s'.encode("cp1252"),
    ],
)
def test_html_is_read_in_the_encoding_it_names(content: bytes, tmp_path: Path) -> None:
    assert "child’s" in all_text(read_html(a_file(tmp_path, content)))


def test_a_missing_file_says_where_to_put_it(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match=r"nowhere\.xml, line 1: cannot be opened .*Put the file on the shelf"):
        read_xml(tmp_path / "nowhere.xml")


def test_utf8_text_loses_its_mark_and_odd_line_ends(tmp_path: Path) -> None:
    assert read_utf8(a_file(tmp_path, "\ufeffone\r\ntwo\rthree".encode())) == "one\ntwo\nthree"


def test_text_that_is_not_utf8_names_the_line(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="line 2: not readable as utf-8"):
        read_utf8(a_file(tmp_path, b"one\ncaf\xe9"))
