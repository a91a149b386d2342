"""How a rung of the ladder and a date read to a family."""

from corpus.source import Authority

STANDING = {
    Authority.LAW: "This is law. It binds councils and schools.",
    Authority.STATUTORY_GUIDANCE: (
        "Councils and schools have to take account of it. “Must” is a duty in law; "
        "“should” is to be followed unless there is a good reason not to."
    ),
    Authority.OMBUDSMAN_DECISION: "One family's case. Good evidence of what is expected, but not a rule.",
    Authority.FAMILIES_EXPERIENCE: "What families told their forum. Experience, not law and not a finding.",
    Authority.CORRESPONDENCE: "A letter. One side's words.",
    Authority.NOTE: "Our own note on a rule that is not on this shelf. Check it where it says it stands.",
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def when(date: str) -> str:
    """ "2015-01" -> "January 2015"; "2024-06-03" -> "3 June 2024"."""
    year, *rest = date.split("-")
    words = [year]
    if rest:
        words.insert(0, _MONTHS[int(rest[0]) - 1])
    if rest[1:]:
        words.insert(0, str(int(rest[1])))
    return " ".join(words)
