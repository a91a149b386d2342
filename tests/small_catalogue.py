"""The small library's catalogue, sidecars and plain text; everything in them is invented."""


def _entry(source: str, title: str, authority: str, file: str, parser: str, names: str, more: str = "") -> str:
    audience = "desk" if source in {"tide-letter", "lgsco-33-000-111", "desk-note"} else "public"
    return f"""
id = "{source}"
title = "{title}"
publisher = "Nobody"
authority = "{authority}"
audience = "{audience}"
date = "2031-05"
url = "https://lanterns.example/{source}"
parser = "{parser}"
names = [{names}]
{f'file = "{file}"' if file else ""}
{more}
"""


_LISTED = (
    ("lantern-act-2031", "Lantern Plans Act 2031", "law", "act.md", "act-markdown",
     '"lantern plans act", "lpa 2031"', 'sections = ["1-36"]'),
    ("lantern-code", "Lantern Code of Practice", "statutory_guidance", "code.pdf", "send-code-pdf",
     '"lantern code", "the code"', "expected = 24"),
    ("lgsco-31-000-417", "Ombudsman decision 31 000 417 (Aldersea)", "ombudsman_decision", "aldersea.txt",
     "lgsco-text", ""),
    ("lgsco-32-001-220", "Ombudsman decision 32 001 220 (Aldersea)", "ombudsman_decision", "aldersea-late.txt",
     "lgsco-text", ""),
    ("lgsco-33-000-111", "Ombudsman decision 33 000 111 (Coldharbour)", "ombudsman_decision", "coldharbour.txt",
     "lgsco-text", '"the coldharbour decision"'),
    ("tide-report", "Tides and Lanterns", "families_experience", "report.md", "markdown",
     '"forum report", "the report"'),
    ("tide-letter", "Letter about the zebrafish", "correspondence", "letter.md", "markdown",
     '"complaint letter", "the letter"'),
    ("island-note", "Notes on the islands", "note", "", "markdown", '"island notes"'),
    ("desk-note", "Notes for the desk", "note", "", "markdown", '"desk notes"'),
)  # fmt: skip
CATALOGUE = "\n".join(f"[[source]]{_entry(*row)}" for row in _LISTED)

SIDECARS = {
    "guide.toml": _entry(
        "allowance-guide",
        "Guidance on lantern allowances",
        "statutory_guidance",
        "",
        "markdown",
        '"allowance guidance"',
    )
}
"""Beside a document that the catalogue does not list."""

PLAIN = {
    "code.md": """# Lantern code

## lantern-code/1.1
A parent can ask the council for a lantern plan by letter, by phone or in person.
? how do i ask for a lantern plan for my daughter

## lantern-code/1.2
The council must tell you within six weeks of your request whether it will write a lantern plan.
? how long has the council got to decide about a lantern plan
- left out: how the six weeks are counted in a storm

## lantern-code/1.3
If the council refuses it must give you its reasons. It should tell you about mediation too.
? they refused a lantern plan, do they have to say why

## lantern-code/2.1
The council should offer lantern breaks of several kinds, and one kind may be at home.
? can a lantern break happen at home

## lantern-code/page/7
The picture shows that an appeal goes to the harbour tribunal.
? where does a lantern appeal go
""",
    "decisions.md": """# Decisions

## lgsco-31-000-417/4
In this case the council looked only at outings, and the Ombudsman called that fault.
? council says no lantern break because he wont go out
""",
    "notes.md": """# Notes

## island-note/ferry
A family on an island may take the last ferry free of charge with a lantern plan.
? is the last ferry free on the island with a lantern plan
- source: Island Ferries Order 2030, article 4
- certainty: check

## desk-note/marzipan
Volunteers keep the marzipan for Ms Quillon in the Coldharbour drawer.
? where do we keep the marzipan

## tide-letter/complaint-the-zebrafish/1
The forum complains that every lantern plan went into the sea with a zebrafish.
? what did the forum complain about the zebrafish
""",
}
"""Our own plain text, by file name."""
