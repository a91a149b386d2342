"""Writes small PDFs for tests: lines of text at a place, in one of two weights, with an outline."""

from dataclasses import dataclass, field
from pathlib import Path

PITCH = 16
"""Points from line to line; a gap adds as much again."""
TOP = 780
NUMBER_X, TEXT_X, BULLET_X, BULLET_TEXT_X = 36, 72, 90, 108


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An entry of the outline: it leads to `top` on a page counted from 1."""

    title: str
    page: int
    top: float
    depth: int


@dataclass(slots=True)
class Sheet:
    """A page being filled from the top."""

    y: float = TOP
    drawn: list[str] = field(default_factory=list)

    def put(self, x: float, text: str, *, size: float = 12, bold: bool = False) -> "Sheet":
        """The next line."""
        self.y -= PITCH
        return self.draw(x, self.y, text, size=size, bold=bold)

    def gap(self) -> "Sheet":
        """White space before the next line."""
        self.y -= PITCH
        return self

    def draw(self, x: float, y: float, text: str, *, size: float = 12, bold: bool = False) -> "Sheet":
        """A line anywhere; the next `put` is not moved by it."""
        self.drawn.append(f"BT /{'B' if bold else 'R'} 1 Tf {size} 0 0 {size} {x} {y} Tm ({_escaped(text)}) Tj ET")
        return self

    def marked(self, x: float, text: str, mark: str, rest: str) -> "Sheet":
        """A line with a raised note mark in it, 150 points from its start."""
        self.y -= PITCH
        parts = ((12, x, self.y, text), (8, x + 150, self.y + 4, mark), (12, x + 160, self.y, rest))
        shown = " ".join(f"{size} 0 0 {size} {at} {y} Tm ({_escaped(words)}) Tj" for size, at, y, words in parts)
        self.drawn.append(f"BT /R 1 Tf {shown} ET")
        return self

    def row(self, cells: dict[float, str], *, bold: bool = False) -> "Sheet":
        """The next line of a table: the cells side by side, each tagged as a part of its own."""
        self.y -= PITCH
        for x, text in cells.items():
            self.drawn.append("/P BMC")
            self.draw(x, self.y, text, bold=bold)
            self.drawn.append("EMC")
        return self


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def write_pdf(path: Path, sheets: list[Sheet], outline: tuple[Mark, ...] = ()) -> Path:
    """The PDF at `path`."""
    objects = _objects(sheets, outline)
    body = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(body))
    path.write_bytes(body + head + table + tail)
    return path


def _objects(sheets: list[Sheet], outline: tuple[Mark, ...]) -> list[bytes]:
    """1 catalog, 2 page list, 3 and 4 fonts, then a page and its drawing for each sheet, then the outline."""
    pages = [5 + 2 * nth for nth in range(len(sheets))]
    outlines = 5 + 2 * len(sheets)
    kids = " ".join(f"{page} 0 R" for page in pages)
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R /Outlines {outlines} 0 R >>".encode(),
        f"<< /Type /Pages /Count {len(sheets)} /Kids [{kids}] >>".encode(),
        _font("Helvetica"),
        _font("Helvetica-Bold"),
    ]
    for page, sheet in zip(pages, sheets, strict=True):
        drawing = "\n".join(sheet.drawn).encode("cp1252")
        fonts = "/Resources << /Font << /R 3 0 R /B 4 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {fonts} /Contents {page + 1} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing))
    return objects + _outline(outline, outlines, pages)


def _font(name: str) -> bytes:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()


def _outline(marks: tuple[Mark, ...], root: int, pages: list[int]) -> list[bytes]:
    """The root and one object for each mark, linked as a tree by their depths."""
    children: dict[int, list[int]] = {root: []}
    path = [root]
    for nth, mark in enumerate(marks, start=root + 1):
        path = path[: mark.depth + 1]
        children.setdefault(path[-1], []).append(nth)
        path.append(nth)
    parents = {child: parent for parent, own in children.items() for child in own}
    objects = [_links(children, root)]
    for nth, mark in enumerate(marks, start=root + 1):
        siblings = children[parents[nth]]
        after = siblings[siblings.index(nth) + 1 :]
        following = f"/Next {after[0]} 0 R " if after else ""
        target = f"/Dest [{pages[mark.page - 1]} 0 R /XYZ 72 {mark.top} 0]"
        title = b"(" + _escaped(mark.title).encode("cp1252") + b")"
        head = f"<< /Parent {parents[nth]} 0 R {following}{target} ".encode()
        objects.append(head + _links(children, nth)[3:-3] + b" /Title " + title + b" >>")
    return objects


def _links(children: dict[int, list[int]], parent: int) -> bytes:
    own = children.get(parent, [])
    if not own:
        return b"<<  >>"
    return f"<< /First {own[0]} 0 R /Last {own[-1]} 0 R /Count {len(own)} >>".encode()
