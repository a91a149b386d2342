"""Refuses files that cannot be read as a PDF with text, each with its place and its cure."""

from pathlib import Path

from corpus.errors import SourceUnreadable

MAX_BYTES = 200 * 2**20
"""Fifty times the largest guidance we know; above it a file is a scan or a mistake, and would fill the memory."""
MAX_PAGES = 3000
"""Ten times the SEND Code; at some 30 ms a page, a minute and a half of work."""
PICTURES_SHARE = 0.9
"""A guidance has a picture here and there; a scanned one is pictures from end to end."""
_HEAD = 1024
"""Bytes in which the mark `%PDF-` must stand: readers allow some rubbish before it."""
_TAIL = 2048
"""Bytes in which the end mark must stand; a download that broke off has none."""

_FRESH = "Fetch it again from the publisher, or save it anew as a PDF"


def unreadable(path: Path, place: str, why: str, cure: str = _FRESH) -> SourceUnreadable:
    """The one error a PDF may end in."""
    return SourceUnreadable(file=path.name, place=place, why=why, cure=f"{cure}.")


def refuse_wrong_file(path: Path) -> None:
    """Nothing happens to a whole PDF of a bearable size; anything else is refused by its first and last bytes."""
    size, head, tail = _ends(path)
    if size == 0:
        raise unreadable(path, "the file", "empty, 0 bytes")
    if b"%PDF-" not in head:
        raise unreadable(path, "its first bytes", "not a PDF")
    if size > MAX_BYTES:
        why = f"{size // 2**20} MB, over the limit of {MAX_BYTES // 2**20} MB"
        raise unreadable(path, "the file", why, "Split it, or leave its pictures out")
    if b"%%EOF" not in tail:
        raise unreadable(path, "its end", "cut short: no end mark")


def _ends(path: Path) -> tuple[int, bytes, bytes]:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
            file.seek(max(0, size - _TAIL))
            return size, head, file.read()
    except OSError as error:
        cure = "Check that it is on the shelf and may be read"
        raise unreadable(path, "the file", f"cannot be opened ({error.strerror})", cure) from error


def refuse_page_count(path: Path, count: int) -> None:
    """Nothing happens to a file with a bearable number of pages."""
    if count == 0:
        raise unreadable(path, "its page list", "no pages")
    if count > MAX_PAGES:
        why = f"{count} pages, over the limit of {MAX_PAGES}"
        raise unreadable(path, "its page list", why, "Split it into parts")


def refuse_pictures(path: Path, bare: int, count: int) -> None:
    """Nothing happens when enough of the `count` pages have text; `bare` of them have none."""
    if bare >= PICTURES_SHARE * count:
        cure = "Run text recognition (OCR) over it, or ask the publisher for a text version"
        raise unreadable(path, f"{bare} of {count} pages", "pictures without a text layer", cure)
