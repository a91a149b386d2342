"""The patterns of references as people write them, and of numbers that only look like one: times, prices, dates."""

import re

# Spaced as printed, or run together: then only as the Ombudsman numbers them (a few thousand a year), never a date.
# A telephone number has digits before or after.
DECISION = re.compile(
    r"(?<!\d)(?<!\d[ \-])(\d{2})[ \-/](\d{3})[ \-/](\d{3})(?![ \-/]?\d)|(?<!\d)(\d{2}0[0-2]\d{4})(?!\d)"
)
LOCATOR = re.compile(r"\b([a-z][a-z0-9-]+)/([a-z0-9](?:[a-z0-9./-]*[a-z0-9])?)")
_UNIT = (
    r"\s*(?:%|percent|per cent|hours?\b|hrs?\b|h\b|min(?:ute)?s?\b|miles?\b|km\b|kg\b|pm\b|am\b|k\b|years?\b|weeks?\b|"
    r"days?\b|months?\b|times\b|x\b|fte\b|pounds?\b|quid\b|an? (?:hour|day|week|month|session|mile)\b|per\b|o'?clock\b)"
)
# No chapter and no paragraph is numbered 0, and none has a 0 before its number: "0.5", "3.00".
NUMBERED = re.compile(rf"(?<!\d\.)(?<![\d£$:v])([1-9]\d?)\.([1-9]\d{{0,2}})(?![\d.]*\d|{_UNIT})", re.IGNORECASE)
CLOCK = re.compile(
    r"\b(?:starts?|begins?|finish(?:es)?|ends?|opens?|closes?|until|till|arrives?|leaves?)\s+(?:at\s+|by\s+)?\d{1,2}\.\d\d\b",
    re.IGNORECASE,
)
RANGE = re.compile(r"\b(\d{1,2})\.\d\d\s*(?:to|until|till|and|-|–)\s*(\d{1,2})\.\d\d\b", re.IGNORECASE)
_PARA_WORD = r"(?:paragraphs?|paras?\.?|pars?\.?|¶)"
# "paragraph 9.1.4": some guidance is numbered so. Without the word it is as often a date.
THREE_PARTS = re.compile(rf"{_PARA_WORD}\s*(\d{{1,2}}\.\d{{1,3}}\.\d{{1,3}})\b(?!\.\d)", re.IGNORECASE)
PARAGRAPH_IN = re.compile(rf"{_PARA_WORD}\s*(\d{{1,3}})\b(?!\.\d)", re.IGNORECASE)
CHAPTER_PARAGRAPH = re.compile(
    rf"\b(?:chapter|ch\.?)\s*(\d{{1,2}}),?\s*{_PARA_WORD}\s*(\d{{1,3}})\b(?!\.\d)", re.IGNORECASE
)
# After an apostrophe an s is no section: "my son's 3 years old".
_SECTION_WORD = r"(?:(?<!['’])\b(?:sections?|sect?\.?|ss?\.?)|§+)"
_NUMBER = r"(\d{1,3}[A-Z]{0,3})\b(?!\.\d)((?:\s*\(\s*\w{1,3}\s*\))*)"
SECTION = re.compile(
    rf"{_SECTION_WORD}\s*{_NUMBER}(?:,?\s*sub-?sections?\s*\(?(\d{{1,2}}[A-Z]{{0,2}})\)?)?", re.IGNORECASE
)
SUBSECTION_OF = re.compile(
    rf"\bsub-?section\s*\(?(\d{{1,2}}[A-Z]{{0,2}})\)?\s+of\s+{_SECTION_WORD}\s*(\d{{1,3}}[A-Z]{{0,3}})\b", re.IGNORECASE
)
_AND = r"\s*(?:,\s*and|,|and|&|or|to|-|–)\s*"
MORE_SECTIONS = re.compile(rf"{_AND}(?:{_SECTION_WORD}\s*)?{_NUMBER}", re.IGNORECASE)
_LETTER = r"([A-GIJK]|H\s?[12])(?![\w'’])"
PLAN_SECTION = re.compile(rf"\b(?:sections?|sect?\.?|part)\s+{_LETTER}", re.IGNORECASE)
MORE_LETTERS = re.compile(rf"{_AND}{_LETTER}", re.IGNORECASE)
# "which section a plan has", "what section i need": there the letter is a word, unless one of these follows.
AFTER_LETTER = re.compile(r"\s+(?!(?:of|in|on|is|and|or|to|says?|must|about|for|contains?|where|names|was)\b)\w")
CHAPTER = re.compile(r"\b(?:chapter|ch\.?)\s*(\d{1,2})\b(?!\.\d)", re.IGNORECASE)
PART = re.compile(r"\b(annexe?)\s*(\d)\b|\bintroduction,?\s*(?:para(?:graph)?\s*)?([ivx]{1,5})\b", re.IGNORECASE)
SUB = re.compile(r"\(\s*(\w{1,3})\s*\)")
