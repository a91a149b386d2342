"""Words are compared as the case format says."""

import pytest

from evals.wording import comparable, holds


@pytest.mark.parametrize(
    ("text", "item", "stands"),
    [
        ("They have Thirteen weeks.", "13 weeks", True),
        ("They have 65 working days.", "13 weeks|65 working days", True),
        ("Twenty-one days", "21 days", True),
        ("Pay £1,000 now", "£1000", True),
        ("It took 300 days", "30", False),
        ("After 18 weeks", "8 weeks", False),
        ("You appealed in time", "appeal", True),
        ("They reappeal", "appeal", False),
        ("The council’s “own” offer", 'council\'s "own"', True),
        ("Paragraph 9.14 says", "9.1", False),
        ("See 9.14.", "9.14", True),
        ("stage  three\nreview", "stage 3|nothing", True),
        ("anything", " | ", False),
    ],
)
def test_an_item_stands_in_a_text(text: str, item: str, stands: bool) -> None:
    assert holds(comparable(text), item) is stands
