"""Turns the lines of an Act into sections: what the three Act parsers share.

A section without subsections is one passage, "s19". One with subsections gives the whole, "s36", for look-up
only, and one passage per subsection, "s36/8". Outside the catalogue's scope everything is for look-up only.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import SourceUnreadable
from corpus.source import Source
from ingest.act_scope import sections_in_scope
from ingest.act_tree import Kind, Line, Provision, grow
from ingest.sections import LeftOut, Parsed, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printed:
    """One section as text, with its passages placed from its first character."""

    text: str
    sections: tuple[Section, ...]


def parsed_act(lines: Iterable[Line], path: Path, source: Source) -> Parsed:
    """The Act whose printed lines these are; `found` counts the sections in force."""
    printed = tuple(lines)
    provisions = grow(printed)
    if not any(not provision.absent for provision in provisions):
        raise _no_sections(path, source)
    scope = sections_in_scope(source, tuple(p.number.upper() for p in provisions), path)
    in_force = [provision for provision in provisions if not provision.absent]
    blocks, position = [], 0
    for provision in in_force:
        block = _print(provision, position, in_scope=provision.number.upper() in scope)
        blocks.append(block)
        position += len(block.text)
    return Parsed(
        text="".join(block.text for block in blocks),
        sections=tuple(section for block in blocks for section in block.sections),
        found=len(in_force),
        left_out=tuple(dict.fromkeys([*_passed_over(printed), *_missing(provisions)])),
    )


def _print(provision: Provision, position: int, *, in_scope: bool) -> _Printed:
    """The section's title line, its text and an empty line, with the passages in it."""
    title = f"{provision.number} {provision.title}".strip()
    start = position + len(title) + 1
    body = _whole(provision)
    whole = Section(
        tail=f"s{provision.number.lower()}",
        pinpoint=f"s {provision.number}",
        heading=(*provision.heading, title),
        text=body,
        page=None,
        start=start,
        end=start + len(body),
        searchable=in_scope and not provision.children,
    )
    parts = tuple(_subsections(provision, whole, in_scope=in_scope))
    return _Printed(text=f"{title}\n{body}\n\n", sections=(whole, *parts))


def _whole(provision: Provision) -> str:
    """All the section's lines; a repealed subsection keeps its dots, as printed."""
    return "\n".join([*provision.lines, *(_numbered(child) for child in provision.children if child.lines)])


def _numbered(child: Provision) -> str:
    return f"({child.number}) " + "\n".join(child.lines)


def _subsections(provision: Provision, whole: Section, *, in_scope: bool) -> Iterator[Section]:
    position = whole.start + sum(len(line) + 1 for line in provision.lines)
    for child in provision.children:
        if not child.lines:
            continue
        text = "\n".join(child.lines)
        start = position + len(child.number) + 3
        position = start + len(text) + 1
        if not child.absent:
            yield Section(
                tail=f"{whole.tail}/{child.number.lower()}",
                pinpoint=f"{whole.pinpoint}({child.number})",
                heading=whole.heading,
                text=text,
                page=None,
                start=start,
                end=start + len(text),
                searchable=in_scope,
            )


def _passed_over(lines: Iterable[Line]) -> Iterator[LeftOut]:
    for line in lines:
        if line.kind is Kind.LEFT_OUT:
            yield LeftOut(where=line.number, why=line.text)


def _missing(provisions: Iterable[Provision]) -> Iterator[LeftOut]:
    """What gives no passage, and what gives one that stops at a dash because the file lacks its list."""
    for provision in provisions:
        yield from _missing_here(provision, f"s {provision.number}")
        for child in () if provision.absent else provision.children:
            yield from _missing_here(child, f"s {provision.number}({child.number})")


def _missing_here(provision: Provision, where: str) -> Iterator[LeftOut]:
    if provision.absent:
        yield LeftOut(where=where, why=provision.absent)
    elif provision.lines and not provision.children and provision.lines[-1].endswith("—"):
        yield LeftOut(where=where, why="the file stops at the dash: the words that follow are not in it")


def _no_sections(path: Path, source: Source) -> SourceUnreadable:
    return SourceUnreadable(
        file=path.name,
        place="the whole file",
        why=f"no section in force was found, read as {source.parser}",
        cure=f"Check `parser` of {source.id} in the catalogue, or fetch the file again.",
    )
