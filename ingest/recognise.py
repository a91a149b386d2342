"""Says what a file is that the catalogue does not list: an Ombudsman decision, or one with a sidecar."""

import re
from pathlib import Path

from corpus.catalogue import read_sidecar
from corpus.errors import SourceUnreadable
from corpus.source import Audience, Authority, Source
from ingest.lgsco_decision import iso_date
from ingest.lgsco_html import lines_of_page
from ingest.lgsco_lines import TITLE, Kind, Line, lines_of_text
from ingest.parse_lgsco import PAGES
from ingest.reading import decode
from ingest.transcript import folded

_HEAD = 16_384
"""Bytes; title and metadata of a decision saved as text stand in the first few hundred."""
_PAGE_HEAD = 262_144
"""Bytes; on a page they come after its styles and menus."""
_UNIT = 2
"""Bytes; cutting at a multiple of it never splits a character of UTF-16."""
_OMBUDSMAN = re.compile(r"ombudsman", re.IGNORECASE)
_ADDRESS = re.compile(r"https://www\.lgo\.org\.uk/decisions/[a-z0-9/-]+/(\d{2}-\d{3}-\d{3}[a-z]?)\b")
_KIND_OF_COUNCIL = re.compile(
    r"^(?:(?:London|Royal) Borough of |City of )|"
    r" (?:County|City|(?:Metropolitan )?(?:Borough|District)|Metropolitan) Council$| Council$"
)


def recognise(path: Path) -> Source | None:
    """The source a file is, or None; CatalogueError when its sidecar breaks the format."""
    sidecar = path.with_suffix(".toml")
    if sidecar.is_file():
        return read_sidecar(sidecar, path)
    ending = path.suffix.lower()
    if ending not in PAGES and ending != ".txt":
        return None
    try:
        return _decision(path, is_page=ending in PAGES)
    except SourceUnreadable:
        return None


def short_name(council: str) -> str:
    """A council as people call it: "London Borough of Aldersea" -> "Aldersea"."""
    return _KIND_OF_COUNCIL.sub("", _KIND_OF_COUNCIL.sub("", council))


def _decision(path: Path, *, is_page: bool) -> Source | None:
    """Looks at the head of the file first: the whole page is read only when it is the Ombudsman's."""
    head = _head(path, _PAGE_HEAD if is_page else _HEAD)
    if is_page and not ("<article" in head and _OMBUDSMAN.search(head)):
        return None
    lines = lines_of_page(path) if is_page else lines_of_text(head)
    metadata = {line.label: line.text for line in reversed(lines) if line.kind is Kind.METADATA}
    title = TITLE.match(metadata.get("title", ""))
    if not title or not _has_content(lines) or not ("category" in metadata or _OMBUDSMAN.search(head)):
        return None
    council, reference = title["council"], folded(title["reference"])
    date = iso_date(metadata.get("decision date", ""))
    return Source(
        id=f"lgsco-{_dashed(reference)}",
        title=f"{council} ({reference})",
        short_title=f"Ombudsman decision {reference} ({short_name(council)})",
        publisher="Local Government and Social Care Ombudsman",
        authority=Authority.OMBUDSMAN_DECISION,
        audience=Audience.PUBLIC,
        date=date,
        as_of=date,
        as_of_note="",
        url=_address(head, reference),
        licence="LGSCO terms: reproduce without change, with source and copyright acknowledged",
        file=path.name,
        parser="lgsco-html" if is_page else "lgsco-text",
    )


def _head(path: Path, most: int) -> str:
    """The beginning of the file as text; a character cut in two at its end is passed over."""
    try:
        with path.open("rb") as file:
            data = file.read(most)
    except OSError as error:
        why = f"the file cannot be opened ({error.strerror})"
        raise SourceUnreadable(file=path.name, place="whole file", why=why, cure="Check it.") from error
    end = data.rfind(b"\n") + 1 if len(data) == most else len(data)
    return decode(data[: end - end % _UNIT if end < len(data) else end], path.name).text


def _has_content(lines: tuple[Line, ...]) -> bool:
    return any(line.kind in (Kind.NUMBERED, Kind.TEXT, Kind.BULLET) for line in lines)


def _address(text: str, reference: str) -> str:
    """The decision's own address, when it stands in the file."""
    found = (match for match in _ADDRESS.finditer(text) if match[1] == _dashed(reference))
    match = next(found, None)
    return match[0] if match else ""


def _dashed(reference: str) -> str:
    return reference.replace(" ", "-")
