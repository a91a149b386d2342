"""The small library's numbered code, in the layout of the SEND Code: three chapters, a table, a glossary."""

import textwrap
from pathlib import Path

from tests.ingest.small_guidance import a_sheet, bullet, chapter, paragraph, section
from tests.ingest.small_pdf import TEXT_X, Mark, Sheet, write_pdf

_WIDTH = 78

ASKING = (
    "1.1 A parent may ask the council for a lantern plan by letter, by telephone or in person.",
    "1.2 The council must tell the parent within six weeks of the request whether it will write a lantern plan. "
    "It should count the weeks from the day on which the request arrives.",
    "1.3 If the council refuses it must give the parent its reasons. It should tell the parent about mediation.",
)
DECIDING = "1.4 When it decides, the council should look at:"
LOOKED_AT = (
    "how the child travels in the dark, and with whom",
    "what the school has tried already to keep the child safe",
    "what the family says about stairs and cellars at home",
)
MORE_ON_ASKING = (
    "1.5 The council must not charge a fee for a lantern plan.",
    "1.6 A school should keep a spare lantern in the hall.",
    "1.7 A request may be made again after twelve months.",
    "1.8 The council must send the plan to the harbour master.",
    "1.9 A doctor may add a page to the plan.",
    "1.10 The plan should be printed in large letters.",
    "1.11 The plan must be reviewed each spring.",
    "1.12 A review should hear the child first.",
    "1.13 A plan may end when the child is 18.",
    "1.14 The council must write to the family before a plan ends.",
)
BREAKS = (
    "2.1 The council should offer a range of lantern breaks. One kind of lantern break may be given at home.",
    "2.2 The council must publish a statement of lantern breaks.",
    "2.3 A family may refuse a lantern break.",
    "2.4 Carers should be asked which evenings they need.",
    "2.5 The council must answer a carer within fifteen working days.",
)
PLANS = (
    "9.68 A lantern plan has sections.",
    "9.69 They are set out below, each with what it must hold.",
)
LAST = (
    "9.70 The plan must be signed by the council.",
    "9.71 The plan should be kept dry.",
    "9.72 A copy may be kept at school.",
)


def write_small_code(path: Path) -> Path:
    """The PDF at `path`: an introduction, chapters 1, 2 and 9, and a glossary, on pages 2 to 6."""
    marks: list[Mark] = []
    sheets = [a_sheet(number) for number in range(1, 7)]
    _contents(sheets[0])
    _introduction(sheets[1], marks)
    _asking(sheets[2], marks)
    _chapter(sheets[3], "2 Lantern breaks", "Kinds of break", BREAKS, marks, page=4)
    _chapter(sheets[4], "9 What a plan holds", "Sections", PLANS, marks, page=5)
    _table(sheets[4], marks)
    for text in LAST:
        _put(sheets[4], text)
    chapter(sheets[5], "Glossary of terms", marks, page=6)
    sheets[5].put(TEXT_X, "Lantern plan:", bold=True).draw(170, sheets[5].y, "a plan for travel in the dark.")
    return write_pdf(path, sheets, tuple(marks))


def _contents(sheet: Sheet) -> None:
    sheet.put(TEXT_X, "Contents", size=18, bold=True)
    for title in ("Introduction 2", "1 Asking for a lantern plan 3", "2 Lantern breaks 4", "9 What a plan holds 5"):
        sheet.put(TEXT_X, title)


def _introduction(sheet: Sheet, marks: list[Mark]) -> None:
    chapter(sheet, "Introduction", marks, page=2)
    section(sheet, "Who must read this", marks, page=2)
    sheet.gap().put(52, "i. Every council must have regard to this code.")
    sheet.gap().put(48, "ii. It will be kept under review by nobody at all.")


def _asking(sheet: Sheet, marks: list[Mark]) -> None:
    _chapter(sheet, "1 Asking for a lantern plan", "How to ask", (*ASKING, DECIDING), marks, page=3)
    for item in LOOKED_AT:
        bullet(sheet, item)
    for text in MORE_ON_ASKING:
        _put(sheet, text)


def _chapter(sheet: Sheet, title: str, part: str, texts: tuple[str, ...], marks: list[Mark], *, page: int) -> None:
    chapter(sheet, title, marks, page=page)
    section(sheet, part, marks, page=page)
    for text in texts:
        _put(sheet, text)


def _put(sheet: Sheet, text: str) -> None:
    paragraph(sheet, *textwrap.wrap(text, _WIDTH))


def _table(sheet: Sheet, marks: list[Mark]) -> None:
    """Sections A, F and H1 of a plan, drawn a cell at a time."""
    section(sheet, "What to include", marks, page=5)
    sheet.row({72: "Section", 198: "Information to include"}, bold=True)
    for label, words in (
        ("(A) The wishes", "• What the child would like to do at night"),
        ("(F) The lantern", "• The lantern must be described, with its oil"),
        ("(H1) Care at home", "• Care at home in the dark"),
    ):
        sheet.gap().gap()
        sheet.row({72: label}, bold=True)
        sheet.y += 16
        sheet.row({198: words})
