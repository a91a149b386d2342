"""Personal data: mobile numbers and listed names are masked at their own length."""

import re
from pathlib import Path

import pytest

from ingest.redaction import MASK, digest, redacted
from tests.ingest.reports import REPORT, parsed


def test_mobile_numbers_are_masked_and_spans_stay_true(tmp_path: Path) -> None:
    whole = parsed(tmp_path, REPORT)
    part = whole.sections[-1]
    assert part.text.endswith(f"- Ring the keeper on {MASK * 12} before dusk.")
    assert whole.text[part.start : part.end] == part.text
    assert "900123" not in repr(whole)


@pytest.mark.parametrize("text", ["ring +44 7700 900123", "ring 07700-900-123", "ring 07700900123 now"])
def test_mobile_numbers_are_masked_however_they_are_written(text: str) -> None:
    assert len(redacted(text, "any")) == len(text)
    assert not re.search(r"\d", redacted(text, "any"))


@pytest.mark.parametrize("text", ["company 15322658", "£07123 and 0.7123456789", "call 023 8000 0000"])
def test_other_numbers_are_left_as_they_are(text: str) -> None:
    assert redacted(text, "any") == text


def test_a_name_is_listed_by_digest_for_one_source_only() -> None:
    assert digest("tide-report", "Ada") == digest("tide-report", "ADA")
    assert digest("tide-report", "Ada") != digest("other", "Ada")
