"""References in every form people write them, and the places they name.

"9.14", "para 9.14 of the Code", "s17ZD CA 1989", "section 36(8)", "the Leicestershire one", "23 013 051 para 11",
"section F", "Annex 1", "Introduction xviii", or a locator itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.reference_patterns import (
    AFTER_LETTER,
    CHAPTER,
    CHAPTER_PARAGRAPH,
    CLOCK,
    DECISION,
    LOCATOR,
    MORE_LETTERS,
    MORE_SECTIONS,
    NUMBERED,
    PARAGRAPH_IN,
    PART,
    PLAN_SECTION,
    RANGE,
    SECTION,
    SUB,
    SUBSECTION_OF,
    THREE_PARTS,
)
from corpus.source import Authority, Source


class Form(StrEnum):
    """What kind of place a reference names."""

    PARAGRAPH = "paragraph"
    SECTION = "section"
    PLAN_SECTION = "plan section"
    DECISION = "decision"
    CHAPTER = "chapter"
    PART = "part"
    LOCATOR = "locator"


_TOPICS = frozenset({"section", "plan section", "chapter"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A reference as written, before it is looked up."""

    form: Form
    text: str
    """As it stands in the question."""
    value: str
    """"9.14", "36/8", "f", "23-013-051", "12", "introduction/xviii"."""
    source: str = ""
    """Id of the source named with it; "" when none is."""
    paragraph: str = ""
    """For decisions: the paragraph asked for; "" when none is."""

    @property
    def is_pinpoint(self) -> bool:
        """True when it names one place: "9.14", "section 20(7)"; "section F" and "section 17" may be only the topic."""
        return self.form.value not in _TOPICS or "/" in self.value


def find_references(text: str, sources: Sequence[Source]) -> tuple[Reference, ...]:
    """Every reference in the text; a number is read once."""
    named = named_sources(text, sources)
    acts = [s.id for s in sources if s.id in named and s.authority is Authority.LAW]
    others = [s.id for s in sources if s.id in named and s.authority is Authority.STATUTORY_GUIDANCE]
    locators = tuple(_locators(text, sources))
    without = _blanked(text, [locator.text for locator in locators])
    decisions = tuple(_decisions(without))
    rest = _without_clock_times(DECISION.sub(" ", without))
    return (
        *locators,
        *decisions,
        *_paragraphs(rest, others[0] if others else "", is_in_decision=bool(decisions)),
        *_sections(rest, acts[0] if acts else ""),
        *_plan_sections(rest),
        *_parts(rest),
    )


def named_sources(text: str, sources: Sequence[Source]) -> tuple[str, ...]:
    """Ids of the sources a text calls by one of their names, longest name first read, in the catalogue's order."""
    left, found = text.lower().replace("’", "'"), set[str]()
    names = sorted(((name, s.id) for s in sources for name in s.names), key=lambda pair: -len(pair[0]))
    for name, source in names:
        pattern = re.compile(rf"(?<![\w-]){_spaced(name)}(?![\w-])")
        if pattern.search(left):
            found.add(source)
            left = pattern.sub(" ", left)
    return tuple(s.id for s in sources if s.id in found)


def _spaced(name: str) -> str:
    """ "ca 1989" is also written "ca1989"."""
    return re.escape(name).replace(r"\ ", r"\s*")


def _blanked(text: str, pieces: Sequence[str]) -> str:
    """The text without these pieces of it, whatever their case."""
    for piece in pieces:
        text = re.sub(re.escape(piece), " ", text, flags=re.IGNORECASE)
    return text


def _without_clock_times(text: str) -> str:
    """ "from 8.45 to 3.15", "it opens at 9.15": times of day. Paragraphs are counted upwards, "9.14 to 9.16"."""
    ranges = RANGE.sub(lambda match: " " if int(match[2]) < int(match[1]) else match[0], text)
    return CLOCK.sub(" ", ranges)


def _locators(text: str, sources: Sequence[Source]) -> Iterator[Reference]:
    ids = {source.id for source in sources}
    for match in LOCATOR.finditer(text.lower()):
        if match[1] in ids:
            yield Reference(form=Form.LOCATOR, text=match[0], value=match[2], source=match[1])


def _decisions(text: str) -> Iterator[Reference]:
    """Each decision with the paragraph named after it; before it only when there is one decision."""
    found = list(DECISION.finditer(text))
    for n, match in enumerate(found):
        digits = match[4] or "".join(match.group(1, 2, 3))
        after = text[match.end() : found[n + 1].start() if n + 1 < len(found) else len(text)]
        paragraph = PARAGRAPH_IN.search(text if len(found) == 1 else after)
        value = f"{digits[:2]}-{digits[2:5]}-{digits[5:]}"
        yield Reference(form=Form.DECISION, text=match[0], value=value, paragraph=paragraph[1] if paragraph else "")


def _paragraphs(text: str, source: str, *, is_in_decision: bool) -> Iterator[Reference]:
    for match in CHAPTER_PARAGRAPH.finditer(text):
        yield Reference(form=Form.PARAGRAPH, text=match[0], value=f"{match[1]}.{match[2]}", source=source)
    for match in THREE_PARTS.finditer(text):
        yield Reference(form=Form.PARAGRAPH, text=match[0], value=match[1], source=source)
    rest = CHAPTER_PARAGRAPH.sub(" ", THREE_PARTS.sub(" ", text))
    for match in NUMBERED.finditer(rest):
        yield Reference(form=Form.PARAGRAPH, text=match[0], value=f"{match[1]}.{match[2]}", source=source)
    if not is_in_decision:
        for match in PARAGRAPH_IN.finditer(rest):
            yield Reference(form=Form.PARAGRAPH, text=match[0], value=match[1], source=source)


def _sections(text: str, act: str) -> Iterator[Reference]:
    for match in SUBSECTION_OF.finditer(text):
        yield Reference(form=Form.SECTION, text=match[0], value=f"{match[2]}/{match[1]}".lower(), source=act)
    rest = SUBSECTION_OF.sub(" ", text)
    for match in SECTION.finditer(rest):
        subs = [*SUB.findall(match[2]), *filter(None, [match[3]])]
        yield _section(match[0], match[1], subs, act)
        for more in _following(MORE_SECTIONS, rest, match.end()) if _is_plural(match[0]) else ():
            yield _section(f"s {more[1]}{more[2]}", more[1], SUB.findall(more[2]), act)


def _section(text: str, number: str, subs: Sequence[str], act: str) -> Reference:
    return Reference(form=Form.SECTION, text=text.strip(), value="/".join([number, *subs]).lower(), source=act)


def _is_plural(text: str) -> bool:
    """ "sections 36 and 37", "ss 36-37": a number that follows is a section too."""
    return text.lower().startswith(("sections", "ss", "§§"))


def _following(pattern: re.Pattern[str], text: str, at: int) -> Iterator[re.Match[str]]:
    """Matches that follow each other without a gap from `at`."""
    while match := pattern.match(text, at):
        yield match
        at = match.end()


def _plan_sections(text: str) -> Iterator[Reference]:
    for match in PLAN_SECTION.finditer(text):
        if match[1] in ("a", "i") and AFTER_LETTER.match(text, match.end()):
            continue
        yield _plan_section(match[0], match[1])
        for more in _following(MORE_LETTERS, text, match.end()) if match[0].lower().startswith("sections") else ():
            yield _plan_section(f"section {more[1]}", more[1])


def _plan_section(text: str, letter: str) -> Reference:
    return Reference(form=Form.PLAN_SECTION, text=text, value=re.sub(r"\s", "", letter.lower()))


def _parts(text: str) -> Iterator[Reference]:
    for match in CHAPTER.finditer(CHAPTER_PARAGRAPH.sub(" ", text)):
        yield Reference(form=Form.CHAPTER, text=match[0], value=match[1])
    for match in PART.finditer(text):
        value = f"annex-{match[2]}/1" if match[1] else f"introduction/{match[3].lower()}"
        yield Reference(form=Form.PART, text=match[0], value=value)
