"""A source: one document of the catalogue, with its standing and its audience."""

from dataclasses import dataclass
from enum import StrEnum


class Authority(StrEnum):
    """The ladder of standing, highest first; every card and sentence carries it."""

    LAW = "law"
    STATUTORY_GUIDANCE = "statutory_guidance"
    OMBUDSMAN_DECISION = "ombudsman_decision"
    FAMILIES_EXPERIENCE = "families_experience"
    CORRESPONDENCE = "correspondence"
    NOTE = "note"
    """Ours, about rules outside this shelf: each names where the rule stands and how sure we are."""

    @property
    def rung(self) -> int:
        """0 for law, 5 for our notes: lower stands higher."""
        return list(Authority).index(self)

    @property
    def label(self) -> str:
        """The badge shown to families."""
        return _LABELS[self]


_LABELS = {
    Authority.LAW: "Law",
    Authority.STATUTORY_GUIDANCE: "Statutory guidance",
    Authority.OMBUDSMAN_DECISION: "Ombudsman decision",
    Authority.FAMILIES_EXPERIENCE: "Families' experience",
    Authority.CORRESPONDENCE: "Correspondence",
    Authority.NOTE: "Note (ours)",
}


class Audience(StrEnum):
    """Who may be shown a source: everybody, or volunteers and staff only."""

    PUBLIC = "public"
    DESK = "desk"


class Role(StrEnum):
    """Who is asking."""

    PARENT = "parent"
    VOLUNTEER = "volunteer"
    STAFF = "staff"

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """The audiences whose passages this role may see."""
        if self is Role.PARENT:
            return (Audience.PUBLIC,)
        return (Audience.PUBLIC, Audience.DESK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One entry of the catalogue."""

    id: str
    """Stable name, first part of every locator of this source: "send-code"."""
    title: str
    """Full title, shown on the card."""
    short_title: str
    """As cited in a sentence: "SEND Code of Practice"."""
    publisher: str
    authority: Authority
    audience: Audience
    date: str
    """Date of the document, ISO 8601, as exact as known: "2015-01"."""
    as_of: str
    """The date up to which the text is known to be right, ISO 8601."""
    as_of_note: str
    """What a reader must know about its age, in our words; "" when nothing."""
    url: str
    """The publisher's page; "" when it is not published."""
    licence: str
    file: str
    """File name looked for on the shelf."""
    parser: str
    """Key of `ingest.parsers.PARSERS`."""
    names: tuple[str, ...] = ()
    """What people call it in a question, lower case: "the code", "cop"."""
    sections: tuple[str, ...] = ()
    """For Acts: the sections in scope ("17", "17ZD", "19-83"); () means all of them."""
    expected: int | None = None
    """How many numbered paragraphs or sections the document prints; None when not known."""
    sha256: str = ""
    """Checksum of the file this catalogue entry was written from; "" when not recorded."""
