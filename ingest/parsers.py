"""Which parser reads which layout: a table, so that a new layout is one line."""

from collections.abc import Callable
from pathlib import Path

from corpus.errors import CatalogueError
from corpus.source import Source
from ingest import (
    parse_act_clml,
    parse_act_markdown,
    parse_act_xhtml,
    parse_code,
    parse_guidance,
    parse_lgsco,
    parse_markdown,
)
from ingest.sections import Parsed

Parser = Callable[[Path, Source], Parsed]

VERSION = "1"
"""Raised when a parser gives other passages for the same document: everything is then parsed again."""

PARSERS: dict[str, Parser] = {
    "send-code-pdf": parse_code.parse,
    "numbered-pdf": parse_guidance.parse,
    "lgsco-text": parse_lgsco.parse,
    "lgsco-html": parse_lgsco.parse,
    "markdown": parse_markdown.parse,
    "act-markdown": parse_act_markdown.parse,
    "act-xhtml": parse_act_xhtml.parse,
    "act-clml": parse_act_clml.parse,
}


def parser_of(source: Source) -> Parser:
    """The parser a source names; CatalogueError lists those there are."""
    if source.parser not in PARSERS:
        raise CatalogueError(f"{source.id}: there is no parser {source.parser!r}; use one of {', '.join(PARSERS)}.")
    return PARSERS[source.parser]
