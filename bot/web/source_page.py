"""One passage as a page: standing, official words with the cited ones marked, our plain English, neighbours.

The chat shows the same `<article>` at the side; printed citations point here too. Everything is escaped.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from bot.web.standing import STANDING, when
from corpus.passage import Passage
from corpus.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A passage with what stands around it."""

    passage: Passage
    source: Source | None
    previous: Passage | None
    next: Passage | None
    spans: tuple[tuple[int, int], ...] = ()
    """Characters of the official text to mark."""


def address(locator: str) -> str:
    """ "send-code/9.14" -> "/sources/send-code/9.14"."""
    return "/sources/" + quote(locator)


def passage_page(shown: Shown) -> str:
    """The whole page of one passage."""
    return page(f"{shown.passage.pinpoint}, {shown.passage.title}", _article(shown))


def missing_page(nearest: Iterable[Passage]) -> str:
    """The page for a place that does not exist, or is not for families; offers the nearest that are."""
    links = "".join(f"<li>{_link(passage)}</li>" for passage in nearest)
    offer = f"<p>The nearest that we have:</p><ul>{links}</ul>" if links else ""
    return page("No such passage", f"<h1>There is no such passage here</h1>{offer}")


def notice_page(title: str, text: str) -> str:
    """A page of one sentence: starting up, or asked too often."""
    return page(title, f"<h1>{escape(title)}</h1><p>{escape(text)}</p>")


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text escaped, each span in <mark>; spans that overlap are joined, spans outside the text ignored."""
    written, at = [], 0
    for start, end in _joined(spans, len(text)):
        written += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    return "".join([*written, escape(text[at:])])


def _joined(spans: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if 0 <= span[0] < span[1] <= length):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _article(shown: Shown) -> str:
    passage = shown.passage
    top = _heading(passage) + _standing(shown)
    words = _official(shown) + _plain(passage)
    ways_on = _publisher(shown) + _neighbours(shown)
    return f'<article class="passage" data-locator="{escape(passage.locator)}">{top}{words}{ways_on}</article>'


def _heading(passage: Passage) -> str:
    where = [f"Page {passage.page}"] if passage.page is not None else []
    where += list(passage.heading)
    line = f'<p class="where">{escape(" › ".join(where))}</p>' if where else ""
    return f"<h1>{escape(passage.title)}, <span>{escape(passage.pinpoint)}</span></h1>{line}"


def _standing(shown: Shown) -> str:
    authority = shown.passage.authority
    note = shown.source.as_of_note if shown.source else ""
    dated = f"As of {escape(when(shown.passage.as_of))}." if shown.passage.as_of else ""
    return (
        f'<p class="standing"><strong class="badge {authority.value}">{escape(authority.label)}</strong> '
        f"{escape(STANDING[authority])}</p>"
        f'<p class="as-of">{dated} {escape(note)}</p>'
    )


def _official(shown: Shown) -> str:
    text = shown.passage.official
    if text is None:
        words = "<p>They are not on this shelf.</p>"
    else:
        words = f"<blockquote>{marked(text, shown.spans)}</blockquote>"
    return f'<section class="official"><h2>The official words</h2>{words}</section>'


def _plain(passage: Passage) -> str:
    if not passage.plain:
        return ""
    left = "".join(f"<li>{escape(item)}</li>" for item in passage.left_out)
    more = f'<p class="left-out">Left out here:</p><ul>{left}</ul>' if left else ""
    return f'<section class="plain"><h2>In plain English (ours)</h2><p>{escape(passage.plain)}</p>{more}</section>'


def _publisher(shown: Shown) -> str:
    source = shown.source
    if source is None or not source.url:
        return ""
    at = source.publisher or "the publisher"
    return (
        f'<p class="publisher"><a href="{escape(source.url)}" rel="noopener noreferrer" target="_blank">'
        f"Read it at the publisher: {escape(at)} (new tab)</a></p>"
    )


def _neighbours(shown: Shown) -> str:
    before = _link(shown.previous, "Previous: ") if shown.previous else ""
    after = _link(shown.next, "Next: ") if shown.next else ""
    return f'<nav aria-label="Neighbouring passages">{before}{after}</nav>' if before or after else ""


def _link(passage: Passage, words: str = "") -> str:
    name = passage.pinpoint if words else f"{passage.title}, {passage.pinpoint}"
    return f'<a href="{escape(address(passage.locator))}">{words}{escape(name)}</a>'


def page(title: str, body: str) -> str:
    """A whole page of ours around this body, which is HTML already."""
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} · Signpost</title>"
        '<link rel="icon" href="/favicon"><link rel="stylesheet" href="/public/passage.css"></head>'
        '<body class="passage-page"><header><a href="/">Signpost: ask a question</a></header>'
        f"<main>{body}</main><footer>Information, not legal advice.</footer></body></html>"
    )
