"""What is refused, what lies outside the sources, and small talk: seen before anything is searched, after danger."""

from functools import cache

from bot.conversation import Question
from bot.folding import BREAK, WORDING, fold, spelling
from bot.patterns import Rules

_WORDS = WORDING / "scope_words.toml"


@cache
def _rules(name: str) -> Rules:
    return Rules.read((WORDING / f"{name}.toml",), _WORDS)


def look_for_refusal(question: Question) -> str | None:
    """Id of the text that refuses this; None when it may be answered."""
    return _first("refusals", question)


def look_for_out_of_scope(question: Question) -> str | None:
    """Id of the text that says where to go instead; None when the sources may hold the answer."""
    return _first("out_of_scope", question)


def look_for_small_talk(question: Question) -> str | None:
    """Id of the text for a greeting, thanks, or "what can you do"; None when any sentence of it asks for more."""
    parts = [part for part in fold(question.text, spelling()).split(f" {BREAK} ") if part.strip(f" {BREAK}")]
    found = [_rules("small_talk").first(part) for part in parts]
    return next((rule.reply for rule in found if rule), None) if all(found) else None


def _first(name: str, question: Question) -> str | None:
    rule = _rules(name).first(question.text)
    return rule.reply if rule else None
