"""The chat's page, from a template in Chainlit's layout."""

import base64
import hashlib

from bot.web import words
from bot.web.front import front_page

TEMPLATE = """<!doctype html>
<html lang="en">
<head>
<link rel="icon" href="/favicon" />
<link rel="preconnect" href="https://fonts.example" />
<link
  href="https://fonts.example/css2?family=X"
  rel="stylesheet"
/>
<meta property="og:image" content="https://pictures.example/a.png">
<link rel="stylesheet" type="text/css" href="/public/signpost.css" >
<script>const a = 1;</script>
<script src="/public/signpost.js" defer></script>
<link rel="stylesheet" crossorigin href="/assets/index.css">
</head><body></body></html>"""

WELCOME = (("Come in & ask.", "It is <free>."),)


def test_no_outside_address_is_left() -> None:
    html = front_page(TEMPLATE, longest_question=5, welcome=WELCOME).html
    assert "http" not in html.replace("<!doctype html>", "")
    assert 'href="/favicon"' in html


def test_our_styles_come_after_chainlits() -> None:
    html = front_page(TEMPLATE, longest_question=5, welcome=WELCOME).html
    assert html.index("/assets/index.css") < html.index("/public/signpost.css")
    assert html.count("/public/signpost.css") == 1


def test_the_policy_names_each_inline_script_and_allows_no_other() -> None:
    page = front_page(TEMPLATE, longest_question=5, welcome=WELCOME)
    digest = base64.b64encode(hashlib.sha256(b"const a = 1;").digest()).decode()
    policy = page.policy("localhost:8000")
    assert f"script-src 'self' 'sha256-{digest}';" in policy
    assert "unsafe-eval" not in policy
    assert "connect-src 'self' ws://localhost:8000 wss://localhost:8000" in policy


def test_the_page_is_british_english_and_carries_the_limit() -> None:
    html = front_page(TEMPLATE, longest_question=5, welcome=WELCOME).html
    assert '<html lang="en-GB">' in html
    assert '<meta name="longest-question" content="5">' in html


def test_the_page_carries_the_welcome_and_what_to_say_of_a_lost_question() -> None:
    html = front_page(TEMPLATE, longest_question=5, welcome=WELCOME).html
    assert "<strong>Come in &amp; ask.</strong> It is &lt;free&gt;." in html
    assert words.SEND_AGAIN in html
