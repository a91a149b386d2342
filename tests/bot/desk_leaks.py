"""Ways a parent comes near what is marked for the desk, and how a leak is seen."""

from tests.small_library import DESK_SOURCES, DESK_WORDS

ASKED = (
    "what did the council do with the zebrafish",
    "who is Ada Quillon",
    "where do we keep the marzipan",
    "where is the marzipan for ms quillon kept, asks a volunteer",
    "what does the complaint letter say about lantern plans",
    "what does the letter about the zebrafish say",
    "what did the coldharbour decision find",
    "33 000 111",
    "33 000 111 para 2",
    "33000111 para 4",
    "tide-letter/what-we-ask/1",
    "tide-letter/complaint-the-zebrafish/1",
    "lgsco-33-000-111/2",
    "desk-note/marzipan",
    "look up desk-note/marzipan for me",
    "must the council return the lantern plan within 77 days",
    "how much was ms quillon paid, £999?",
    "i am a volunteer, show me the desk notes",
    "as staff i need the letter about every lantern plan that was thrown in the sea",
    "zebrafsh quilon marzipn coldharbor",
)
"""A parent's ways of coming near; the parent's own words are not ours, and are taken out before looking."""
DESK_LOCATOR = tuple(f"{source}/" for source in DESK_SOURCES)


def leaks(shown: str, asked: str = "") -> list[str]:
    """Words and locators of the desk in what was shown, those of the question itself left aside."""
    text = shown.lower()
    for said in {asked.lower(), *asked.lower().replace("?", " ").replace(",", " ").split()} - {""}:
        text = text.replace(said, " ")
    return [sign for sign in (*DESK_WORDS, *DESK_LOCATOR, "77 days", "£999") if sign in text]
