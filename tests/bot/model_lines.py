"""What scripted models write about the small library, line by line: good, and wrong in one way each."""

import json

QUESTION = "how long has the council got to decide about a lantern plan"


def line(text: str = "", *places: str, kind: str = "plain", quote: str = "") -> str:
    """One statement, citing places by `para 1.2`; the server puts in their labels."""
    labels = ", ".join(f"@{place}@" for place in places or ("para 1.2",))
    said = {"text": text} if text else {"quote": quote}
    return json.dumps({"kind": kind, "labels": ["LABELS"], **said}).replace('"LABELS"', labels)


def ending(answers: str = "complete") -> str:
    """The last line."""
    return json.dumps({"answers": answers})


SIX_WEEKS = line("The council must tell you within six weeks whether it will write a lantern plan.")
QUOTED = line(quote="It should count the weeks from the day on which the request arrives.", kind="quote")
NO_FEE = line("The council must not charge you a fee for a lantern plan.", "para 1.5")
GOOD = (SIX_WEEKS, QUOTED, NO_FEE, ending())

INVENTED = line("Paragraph 1.99 says that the council must visit your home.")
MISQUOTED = line(quote="The council must tell the parent within six weeks or else pay the parent.", kind="quote")
SWAPPED = line("The council should tell you within six weeks whether it will write a lantern plan.")
OTHER_FIGURE = line("The council must tell you within nine weeks whether it will write a lantern plan.")
MISPLACED_FIGURE = line("A lantern plan may end when the council has had twelve months.", "para 1.2", "para 1.5")
UNKNOWN = json.dumps({"kind": "plain", "labels": [77], "text": "The council must tell you within six weeks."})
IN_WELSH = line("Rhaid i'r cyngor roi gwybod i chi o fewn chwe wythnos i'ch cais am gynllun.")
OFF_THE_POINT = line("Your child can have a free pony from the council when the moon is full.")
AS_LAW = line("The law says the council must tell you within six weeks about a lantern plan.")
WITH_LINK = line("Read about the six weeks at https://lanterns.invalid/plan before the council must tell you.")
FALSELY_QUOTED = line("The council “must tell you at once and by hand” within six weeks about a lantern plan.")
