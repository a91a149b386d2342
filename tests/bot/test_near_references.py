"""Numbers and letters that only look like a reference."""

import pytest

from bot.references import find_references
from corpus.catalogue import read_catalogue

SOURCES = read_catalogue()


@pytest.mark.parametrize(
    "text",
    [
        # money
        "it costs £5.80", "£12.50 a week", "12.50 pounds", "5.80 an hour", "she pays $9.14",
        # amounts
        "2.5 hours", "2.5 hrs a week", "1.5h", "12.5 miles", "11.5%", "9.5 percent", "2.5 times", "0.5 FTE", "1.5 x",
        # times of day
        "8.45 to 3.15", "school is 8.45-3.15", "from 8.30 until 3.00", "8.45am", "at 3.15 pm", "it starts at 9.15",
        "they open 9.30", "between 9.30 and 3.30", "till 3.15",
        # dates and other numbers
        "12.03.2025", "on 3.9.25", "23 May 2024", "23 01 2025", "born 20120304", "192.168.1.1", "1.2.3", "v2.1", "2.0",
        # telephone numbers
        "023 8083 3001", "023 80 833 001", "0300 12 345 678", "0808 808 3555", "07700900123", "12345678",
        # letters that are words
        "which section a plan has", "is there a section a parent fills in", "what section i need", "under 5s",
        # an s after an apostrophe
        "my son's 9 and", "she’s 3 years old", "year 9", "page 145", "class 9", "0 to 25",
        # words of law that are not on the shelf by number
        "regulation 18", "article 8", "schedule 1", "",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_reference_is_none(text: str) -> None:
    assert find_references(text, SOURCES) == ()


def test_a_real_reference_beside_a_trap_is_still_read() -> None:
    text = "he's 15, gets 2.5 hours for £5.80 from 8.45 to 3.15: is that 9.14?"
    assert [found.value for found in find_references(text, SOURCES)] == ["9.14"]
