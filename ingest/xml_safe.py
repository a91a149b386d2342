"""Opens XML and HTML that strangers may have written: no entities, no network, no DTD, one clear error.

Nothing outside the file is ever read; a file that declares entities is refused before any of them can grow.
"""

import re
from pathlib import Path
from xml.parsers import expat

from lxml import etree
from lxml.etree import _Element as Element

from corpus.errors import SourceUnreadable

_FETCH = "Fetch the file again from its publisher."
_SAVE = "Save the file as UTF-8, or fetch it again from its publisher."
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([A-Za-z0-9._-]+)""")
_ENTITY_DECLARATION = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x80-\x9f\ufffd]|â€")
_AS_BROWSERS_READ = {"utf-8": "utf-8-sig", "utf8": "utf-8-sig", "iso-8859-1": "cp1252", "us-ascii": "cp1252"}
"""What pages mean by the name they give: the HTML standard reads Latin-1 as Windows-1252."""
_HEAD = 2048
"""Bytes in which a page must name its encoding: the HTML standard allows 1024."""


class _PrologueRead(Exception):
    """Expat has seen everything that stands before the first element."""


def read_xml(path: Path) -> Element:
    """The root of a well-formed XML file that declares no entities and holds no unresolved ones."""
    data = read_bytes(path)
    _refuse_entity_declarations(data, path)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _unreadable(path, error.lineno or 1, f"not well-formed XML ({error.msg})", _FETCH) from error
    _refuse_entities_left(root, path)
    refuse_garbled(all_text(root), path)
    return root


def read_html(path: Path) -> Element:
    """The root of an HTML page as browsers would build it: unclosed tags are mended.

    A page without text is refused, since nothing can be quoted from it.
    """
    text = _decoded(path)
    declared = _ENTITY_DECLARATION.search(text)
    if declared:
        raise _unreadable(path, _line(text, declared.start()), "declares entities, which is not safe", _FETCH)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise _unreadable(path, error.lineno or 1, f"not readable as HTML ({error.msg})", _FETCH) from error
    if root is None or not all_text(root).strip():
        raise _unreadable(path, 1, "the page holds no text", _FETCH)
    return root


def read_utf8(path: Path) -> str:
    """The text of a UTF-8 file, without a byte order mark and with plain line ends."""
    text = _strictly(read_bytes(path), "utf-8-sig", path).replace("\r\n", "\n").replace("\r", "\n")
    refuse_garbled(text, path)
    return text


def read_bytes(path: Path) -> bytes:
    """All bytes of a file that is there and is not empty."""
    try:
        data = path.read_bytes()
    except OSError as error:
        why = f"cannot be opened ({error.strerror})"
        raise _unreadable(path, 1, why, "Put the file on the shelf.") from error
    if not data.strip():
        raise _unreadable(path, 1, "the file is empty", _FETCH)
    return data


def all_text(element: Element) -> str:
    """Every character inside an element, as it stands."""
    return "".join(str(piece) for piece in element.itertext())


def refuse_garbled(text: str, path: Path) -> None:
    """Raises when the text shows that it was read in the wrong encoding, or is not text."""
    garbled = _CONTROL.search(text)
    if garbled:
        why = f"holds {garbled.group()!r}, the mark of a wrong encoding"
        raise _unreadable(path, _line(text, garbled.start()), why, _SAVE)


def _refuse_entity_declarations(data: bytes, path: Path) -> None:
    """Raises at the first entity declaration; expat stops there, so nothing is ever expanded."""
    parser = expat.ParserCreate()

    def declared(name: str, *_rest: object) -> None:
        why = f"declares the entity {name}, which is not safe"
        raise _unreadable(path, parser.CurrentLineNumber, why, _FETCH)

    def element(_name: str, _attributes: dict[str, str]) -> None:
        raise _PrologueRead

    parser.EntityDeclHandler = declared
    parser.StartElementHandler = element
    try:
        parser.Parse(data, True)
    except _PrologueRead:
        return
    except expat.ExpatError as error:
        raise _unreadable(path, error.lineno, f"not well-formed XML ({error})", _FETCH) from error
    except (LookupError, ValueError) as error:
        raise _unreadable(path, 1, f"the encoding it names is not known ({error})", _SAVE) from error


def _refuse_entities_left(root: Element, path: Path) -> None:
    for entity in root.iter(etree.Entity):
        why = f"uses {entity.text or 'an entity'}, which the file does not define"
        cure = "Replace it with the character it stands for, or fetch the file again."
        raise _unreadable(path, getattr(entity, "sourceline", None) or 1, why, cure)


def _decoded(path: Path) -> str:
    """The page in the encoding it names in its first lines; UTF-8 when it names none."""
    data = read_bytes(path)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(data, "utf-16", path)
    named = _CHARSET.search(data[:_HEAD])
    encoding = named[1].decode("ascii") if named else "utf-8"
    text = _strictly(data, _AS_BROWSERS_READ.get(encoding.lower(), encoding), path)
    refuse_garbled(text, path)
    return text


def _strictly(data: bytes, encoding: str, path: Path) -> str:
    try:
        return data.decode(encoding)
    except LookupError as error:
        raise _unreadable(path, 1, f"the encoding it names is not known ({encoding})", _SAVE) from error
    except UnicodeError as error:
        line = data.count(b"\n", 0, getattr(error, "start", 0)) + 1
        raise _unreadable(path, line, f"not readable as {encoding}", _SAVE) from error


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _unreadable(path: Path, line: int, why: str, cure: str) -> SourceUnreadable:
    return SourceUnreadable(file=path.name, place=f"line {line}", why=why, cure=cure)
