"""The words of a line of Markdown, its marks taken off; the only file that knows markdown-it."""

import re
from functools import cache

from markdown_it import MarkdownIt

_STRAY_STAR = re.compile(r"\\\*+(?=[\"“”'])|(?<=[\"“”'])\\\*+")
"""An escaped star stuck to a quotation mark is what an editor left of emphasis that crossed a paragraph."""
_FOOTNOTE_MARK = re.compile(r"<sup>\s*[\d*†]+\s*</sup>|\[\^[^\]]+\]", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def words(markdown: str) -> str:
    """Plain text: emphasis, links, tags and escapes gone, single spaces; a hard break stays a new line."""
    cleaned = _FOOTNOTE_MARK.sub("", _STRAY_STAR.sub("", _COMMENT.sub("", markdown)))
    parts = []
    for token in _reader().parseInline(cleaned)[0].children or []:
        if token.type in ("text", "text_special", "code_inline"):
            parts.append(token.content)
        elif token.type == "softbreak":
            parts.append(" ")
        elif token.type == "hardbreak" or (token.type == "html_inline" and token.content.startswith("<br")):
            parts.append("\n")
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark")
