"""The chat's own page: Chainlit's index without any outside address, and a policy that names its scripts.

Chainlit writes preconnects to font hosts and a stylesheet from a CDN into its page. No request of ours leaves
the machine, so the page is written anew here, and served at "/" before Chainlit's catch-all route is asked.
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from html import escape

from bot.web import words

_OUTSIDE = re.compile(r"<(?:link|meta)\b[^>]*\b(?:href|content)=\"https?://[^>]*>\s*", re.IGNORECASE)
_OUR_STYLE = re.compile(r"<link\b[^>]*\bhref=\"/public/[^>]*>", re.IGNORECASE)
"""Moved to the end of the head, so that our rules come after Chainlit's."""
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)

_NOT_SENT = (
    f'<template id="signpost-not-sent"><p>{escape(words.NOT_SENT)}</p>'
    f'<button type="button">{escape(words.SEND_AGAIN)}</button></template>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """The page and the policy that lets exactly its scripts run."""

    html: str
    script_digests: tuple[str, ...]
    """'sha256-…' of each inline script, as a policy writes it."""

    def policy(self, host: str) -> str:
        """The content security policy for a browser that called us `host`.

        Styles may be inline: Chainlit's components set style attributes. The socket's address is written out
        because older Safari does not count it under 'self'.
        """
        scripts = " ".join(self.script_digests)
        return (
            f"default-src 'self'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; "
            "img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; "
            f"connect-src 'self' ws://{host} wss://{host}; "
            "object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'"
        )


def front_page(template: str, *, longest_question: int, welcome: words.Paragraphs) -> FrontPage:
    """Chainlit's template with no outside address left, in English as written here, with what our scripts show."""
    limit = f'<meta name="longest-question" content="{longest_question}">'
    texts = f'<template id="signpost-welcome">{_as_html(welcome)}</template>{_NOT_SENT}'
    html = _OUTSIDE.sub("", template).replace('<html lang="en">', '<html lang="en-GB">', 1)
    ours = "".join(_OUR_STYLE.findall(html))
    html = _OUR_STYLE.sub("", html).replace("</head>", f"{limit}{ours}{texts}</head>", 1)
    digests = tuple(_digest(script) for script in _INLINE_SCRIPT.findall(html))
    return FrontPage(html=html, script_digests=digests)


def _as_html(paragraphs: words.Paragraphs) -> str:
    return "".join(f"<p><strong>{escape(lead)}</strong> {escape(rest)}</p>" for lead, rest in paragraphs)


def _digest(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
