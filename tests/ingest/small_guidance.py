"""A small guidance of our own in the layout of the SEND Code, about ducks and ponds."""

from tests.ingest.small_pdf import BULLET_TEXT_X, BULLET_X, NUMBER_X, TEXT_X, Mark, Sheet


def a_sheet(number: int) -> Sheet:
    """A page with its printed number at the foot, drawn first as publishers do."""
    return Sheet().draw(290, 50, str(number))


def heading(sheet: Sheet, title: str, marks: list[Mark], *, page: int, depth: int, size: float) -> None:
    """A heading in bold, with its place in the outline."""
    sheet.gap()
    marks.append(Mark(title=title, page=page, top=sheet.y, depth=depth))
    sheet.put(TEXT_X, title, size=size, bold=True).gap()


def chapter(sheet: Sheet, title: str, marks: list[Mark], *, page: int) -> None:
    """A heading of the first level."""
    heading(sheet, title, marks, page=page, depth=0, size=18)


def section(sheet: Sheet, title: str, marks: list[Mark], *, page: int) -> None:
    """A heading of the second level."""
    heading(sheet, title, marks, page=page, depth=1, size=16)


def paragraph(sheet: Sheet, *lines: str) -> None:
    """A numbered paragraph: its first line stands out to the left."""
    sheet.gap().put(NUMBER_X, lines[0])
    for line in lines[1:]:
        sheet.put(TEXT_X, line)


def bullet(sheet: Sheet, *lines: str) -> None:
    """A list item with a gap before it."""
    sheet.gap().put(BULLET_X, f"• {lines[0]}")
    for line in lines[1:]:
        sheet.put(BULLET_TEXT_X, line)


def a_small_code() -> tuple[list[Sheet], tuple[Mark, ...]]:
    """Six pages: contents, introduction, chapters 1 and 2, annex and glossary, references."""
    marks: list[Mark] = []
    sheets = [a_sheet(number) for number in range(1, 7)]
    _contents(sheets[0])
    _introduction(sheets[1], marks)
    _chapter_one(sheets[2], sheets[3], marks)
    _chapter_two(sheets[3], marks)
    _back(sheets[4], marks)
    chapter(sheets[5], "References", marks, page=6)
    sheets[5].put(TEXT_X, "A long list of links to other books about ducks")
    return sheets, tuple(marks)


def _contents(sheet: Sheet) -> None:
    sheet.put(TEXT_X, "Contents", size=18, bold=True)
    for title in ("Introduction 2", "1 Ponds 3", "2 Feeding 4", "Annex 1: Ice 5", "Glossary of terms 5"):
        sheet.put(TEXT_X, title)


def _introduction(sheet: Sheet, marks: list[Mark]) -> None:
    chapter(sheet, "Introduction", marks, page=2)
    section(sheet, "Who must read this", marks, page=2)
    sheet.gap().put(52, "i. Everybody who keeps ducks must read this guidance from the first")
    sheet.put(TEXT_X, "page to the last.")
    sheet.gap().put(48, "ii. It will be kept under review.")


def _chapter_one(sheet: Sheet, overleaf: Sheet, marks: list[Mark]) -> None:
    chapter(sheet, "1 Ponds", marks, page=3)
    section(sheet, "What this chapter covers", marks, page=3)
    sheet.put(TEXT_X, "This chapter is about ponds.")
    section(sheet, "Relevant legislation", marks, page=3)
    sheet.put(TEXT_X, "The Ponds Act 1902").gap().put(TEXT_X, "The Ducks (Amendment) Act 1911")
    section(sheet, "How deep", marks, page=3)
    paragraph(
        sheet,
        "1.1  A keeper must dig a pond of half a metre, as said in paragraphs",
        "1.4 to 1.6 below, and a well-",
        "kept edge.",
    )
    paragraph(sheet, "1.2 The pond should have:")
    bullet(sheet, "clean water, changed in each week of the summer by the person who", "keeps the ducks, and")
    bullet(sheet, "an edge that ducks of every size and age can climb without help from")
    overleaf.put(BULLET_TEXT_X, "their keeper")
    overleaf.gap().put(TEXT_X, "A bath may do instead.")


def _chapter_two(sheet: Sheet, marks: list[Mark]) -> None:
    chapter(sheet, "2 Feeding", marks, page=4)
    section(sheet, "Introduction", marks, page=4)
    paragraph(sheet, "1.4 Printed with the number of the chapter before.")
    paragraph(sheet, "2.1 A keeper may feed bread.")
    sheet.draw(300, 200, "label", size=8).draw(340, 180, "arrow", size=8)


def _back(sheet: Sheet, marks: list[Mark]) -> None:
    chapter(sheet, "Annex 1: Ice", marks, page=5)
    sheet.put(TEXT_X, "Three rules hold in winter:")
    bullet(sheet, "break the ice")
    bullet(sheet, "feed more")
    sheet.gap().put(TEXT_X, "They end in March.")
    chapter(sheet, "Glossary of terms", marks, page=5)
    sheet.put(TEXT_X, "Duck's egg:", bold=True).draw(150, sheet.y, "an egg laid by a duck.")
    sheet.gap().put(TEXT_X, "Pond (small):", bold=True).draw(150, sheet.y, "less than a lake.")


def a_code_with_a_table() -> tuple[list[Sheet], tuple[Mark, ...]]:
    """Two pages of chapter 9 with the table after 9.69, whose second row crosses the page."""
    marks: list[Mark] = []
    first, second = a_sheet(1), a_sheet(2)
    chapter(first, "9 Plans", marks, page=1)
    paragraph(first, "9.68 A plan has sections.")
    paragraph(first, "9.69 They are set out below, each with what it must hold.")
    section(first, "What to include", marks, page=1)
    first.row({72: "Section", 198: "Information to include"}, bold=True).gap()
    _row(first, "(A) The wishes", "of the duck", "• What the duck would like to do in the", "coming year")
    first.gap()
    _row(first, "(H1) Care that", "must be", "• Care should be detailed,", "clear and")
    second.row({72: "Section", 198: "Information to include"}, bold=True).gap()
    _row(second, "given", "", "counted in hours", "")
    paragraph(second, "9.70 The plan must be reviewed.")
    paragraph(second, "9.71 The review must be written down.")
    return [first, second], tuple(marks)


def _row(sheet: Sheet, label: str, more_label: str, words: str, more_words: str) -> None:
    """A row as it is drawn: all of the first cell, then all of the second."""
    sheet.gap()
    top = sheet.y
    for text in filter(None, (label, more_label)):
        sheet.row({72: text}, bold=True)
    sheet.y = top
    for x, text in ((198 if words.startswith("•") else 216, words), (216, more_words)):
        if text:
            sheet.row({x: text})
