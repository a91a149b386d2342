"""The files that Chainlit reads: what must stay off, and what must keep up with Chainlit."""

import json
import tomllib
from importlib.util import find_spec
from pathlib import Path

import bot.web

WEB = Path(bot.web.__file__).parent
CONFIG = tomllib.loads((WEB / ".chainlit" / "config.toml").read_text(encoding="utf-8"))


def _keys(node: object, path: str = "") -> set[str]:
    if not isinstance(node, dict):
        return {path}
    return {key for name, child in node.items() for key in _keys(child, f"{path}/{name}")}


def test_what_could_hurt_a_family_is_off() -> None:
    features = CONFIG["features"]
    assert features["unsafe_allow_html"] is False
    assert features["user_message_markdown"] is False
    assert features["spontaneous_file_upload"]["enabled"] is False
    assert features["mcp"]["enabled"] is False
    assert features["mcp"]["user_servers"]["enabled"] is False
    assert CONFIG["project"]["allow_origins"] == []


def test_the_steps_of_the_flow_are_hidden_until_asked_for_and_the_theme_is_light() -> None:
    assert (CONFIG["UI"]["cot"], CONFIG["UI"]["default_theme"], CONFIG["UI"]["language"]) == (
        "hidden",
        "light",
        "en-GB",
    )


def test_our_english_has_every_text_that_chainlit_asks_for() -> None:
    chainlit = find_spec("chainlit")
    assert chainlit is not None
    assert chainlit.origin is not None
    theirs = json.loads((Path(chainlit.origin).parent / "translations" / "en-US.json").read_text(encoding="utf-8"))
    ours = json.loads((WEB / ".chainlit" / "translations" / "en-GB.json").read_text(encoding="utf-8"))
    assert _keys(ours) == _keys(theirs)
    assert ours["chat"]["watermark"] == "Information, not legal advice. Check the cited passage."


def test_no_file_the_browser_gets_names_an_outside_address() -> None:
    public = sorted((WEB / "public").iterdir())
    assert public != []
    for file in public:
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "http://" not in text, file.name
        assert "https://" not in text, file.name
    assert json.loads((WEB / "public" / "theme.json").read_text(encoding="utf-8"))["custom_fonts"] == []
