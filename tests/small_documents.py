"""The documents of the small library, as their publishers would save them; everything in them is invented."""

ACT = """# Lantern Plans Act 2031, Part 1: Lantern plans

## 1 Duty to write lantern plans

(1) A council must write a lantern plan for a child in its area who needs one to travel safely in the dark.

(2) In deciding whether a child needs a lantern plan the council must have regard to—

(a) the views of the child, and

(b) the views of the child's parent.

(3) A council may ask a school for advice.

## 2 Lantern breaks

(1) A council must provide a range of lantern breaks for carers of children with a lantern plan.

(2) A lantern break may be given at home.

## 2ZA Assessments of carers

(1) A council must assess a carer of a child with a lantern plan if it appears that the carer may need support.

(5) The assessment must consider whether the carer is able to go on caring.

## 36 Asking for a plan

(1) A parent may ask the council for a lantern plan.

(8) The council must secure an assessment if the child has or may have need of a lantern.

## 40 Short title

This Act may be cited as the Lantern Plans Act 2031.
"""

GUIDE = """# Guidance on lantern allowances

## Who may have an allowance

Every family with a lantern plan may have a lantern allowance for oil and wicks.

The council should pay the allowance in the first week of each month.

## How the allowance is paid

The allowance is £14 a week and is paid into a bank account.
"""


def _decision(
    council: str, reference: str, outcome: str, date: str, summary: str, happened: str, analysis: str, action: str
) -> str:
    return f"""\
{council} ({reference})

Category : Children's care services > Disabled children

Decision : {outcome}

Decision date : {date}

The Ombudsman's final decision:

Summary: {summary}

The complaint

  1. Mrs Q says the Council let her family down over a lantern.

What I found

What happened

  1. {happened}
  2. She complained to the Council in winter.

Analysis

  1. {analysis}

Agreed action

Within three weeks of my final decision

  1. {action}

Final decision

  1. I have ended my look at this.

Investigator's decision on behalf of the Ombudsman
"""


ALDERSEA = _decision(
    "Aldersea Borough Council", "31 000 417", "Upheld", "07 Feb 2031",
    "Mrs Q says her council stopped her lantern breaks. It did, and that was fault by the Council.",
    "The Council stopped lantern breaks because the child would not leave home.",
    "A lantern break can take place at home. The Council looked only at outings. This was fault.",
    "The Council will say sorry and pay Mrs Q £150 for the worry.",
)  # fmt: skip
ALDERSEA_LATE = _decision(
    "Aldersea Borough Council", "32 001 220", "Not upheld", "11 Mar 2032",
    "Mr V says a lantern plan came late. The Council was not at fault.",
    "The Council wrote the lantern plan nine weeks after the request arrived.",
    "The storm closed every office for a fortnight. The Council was not at fault for the late plan.",
    "The Council will send the plan by post.",
)  # fmt: skip
BRACKENMOOR = _decision(
    "Brackenmoor City Council", "32 002 003", "Upheld", "20 May 2032",
    "Miss T says nobody answered her complaint about a lantern. That was fault by the Council.",
    "The Council lost the complaint in a drawer.",
    "A complaint should be answered. The Council lost it. This was fault.",
    "The Council will pay Miss T £75 for her time.",
)  # fmt: skip
COLDHARBOUR = _decision(
    "Coldharbour County Council", "33 000 111", "Upheld", "02 Apr 2033",
    "Ms Quillon says her lantern plan named a zebrafish. That was fault by the Council.",
    "The Council put a zebrafish in the lantern plan of Ms Quillon.",
    "A zebrafish cannot hold a lantern. This was fault by Coldharbour.",
    "The Council will pay Ms Quillon £999 for the zebrafish.",
)  # fmt: skip

REPORT = """# **TIDES AND LANTERNS**

# EXECUTIVE SUMMARY

Families told us that lantern breaks were cut without any explanation.

## COST OF THE NIGHT BUS

The night bus costs more than the day bus on every route.

Boat\tHours\tPrice
Tern\t9 to 5\t£12
Gull (small)\t10 to 3\t£9
"""

LETTER = """**Aldersea Forum**

**Complaint: The Zebrafish**

Dear **Ada Quillon**,

We write to complain that every lantern plan was thrown in the sea with a zebrafish.

**What We Ask**

1. The council must return the lantern plan of Quillon within 77 days.
2. The council must write to us about the zebrafish.
"""

DOCUMENTS = {
    "act.md": ACT,
    "guide.md": GUIDE,
    "aldersea.txt": ALDERSEA,
    "aldersea-late.txt": ALDERSEA_LATE,
    "saved-page.txt": BRACKENMOOR,
    "coldharbour.txt": COLDHARBOUR,
    "report.md": REPORT,
    "letter.md": LETTER,
}
"""By file name; the code is written apart, as a PDF. "saved-page.txt" is listed nowhere and has to be recognised."""
