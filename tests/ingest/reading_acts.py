"""Reads a small Act in a test: the text written to a file, parsed in its layout."""

from pathlib import Path

from corpus.source import Audience, Authority, Source
from ingest import parse_act_clml, parse_act_markdown, parse_act_xhtml
from ingest.sections import Parsed, Section
from tests.ingest.small_acts import CLML, MARKDOWN, XHTML

LAYOUTS = {
    "act-markdown": (parse_act_markdown.parse, MARKDOWN),
    "act-xhtml": (parse_act_xhtml.parse, XHTML),
    "act-clml": (parse_act_clml.parse, CLML),
}


def an_act(layout: str, sections: tuple[str, ...] = ()) -> Source:
    return Source(
        id="playgrounds-act-2031",
        title="Playgrounds Act 2031",
        short_title="Playgrounds Act 2031",
        publisher="us",
        authority=Authority.LAW,
        audience=Audience.PUBLIC,
        date="2031",
        as_of="2031",
        as_of_note="",
        url="",
        licence="",
        file="act",
        parser=layout,
        sections=sections,
    )


def parsed(layout: str, folder: Path, text: str = "", sections: tuple[str, ...] = ()) -> Parsed:
    parse, act = LAYOUTS[layout]
    path = folder / "act"
    path.write_text(text or act, encoding="utf-8")
    return parse(path, an_act(layout, sections))


def at(result: Parsed, tail: str) -> Section:
    return next(section for section in result.sections if section.tail == tail)
