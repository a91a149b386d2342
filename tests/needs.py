"""What some tests need that a machine may not have: left out and counted, or an error where it is required.

A test carries the marker of its need; with `SIGNPOST_REQUIRE_<NEED>=1` it fails where the need is not met.
"""

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest

from corpus.settings import read_corpus_settings

_CHROMIUMS = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One marker."""

    what: str
    """As in "12 tests need …"."""
    is_met: Callable[[], bool]
    cure: str


def has_documents() -> bool:
    """True when the published documents are on the shelf."""
    return (read_corpus_settings(os.environ).documents / "send-code-of-practice-2015.pdf").is_file()


def chromium() -> str:
    """The browser's program; "" when there is none."""
    named = os.environ.get("SIGNPOST_CHROMIUM") or next(filter(os.path.exists, _CHROMIUMS), "")
    return shutil.which(named) or ""


def postgres() -> str:
    """The address of a Postgres server to test on; "" when none is named."""
    return os.environ.get("SIGNPOST_TEST_POSTGRES", "")


NEEDS = {
    "documents": Need(
        what="the published documents",
        is_met=has_documents,
        cure="Put them in corpus/documents, or name their folder in SIGNPOST_DOCUMENTS.",
    ),
    "browser": Need(
        what="a browser",
        is_met=lambda: bool(chromium()),
        cure="Install Chromium, or name it in SIGNPOST_CHROMIUM.",
    ),
    "postgres": Need(
        what="a Postgres server",
        is_met=lambda: bool(postgres()),
        cure="Name one in SIGNPOST_TEST_POSTGRES.",
    ),
    "model": Need(
        what="a chat model and the network",
        is_met=lambda: bool(os.environ.get("SIGNPOST_TEST_MODEL")),
        cure="Name a model in SIGNPOST_TEST_MODEL.",
    ),
}


def require(marker: str) -> None:
    """The need of this marker is met; else the test is left out, or fails where the need is required."""
    need, variable = NEEDS[marker], f"SIGNPOST_REQUIRE_{marker.upper()}"
    if need.is_met():
        return
    if os.environ.get(variable) == "1":
        pytest.fail(f"{variable}=1, and this test needs {need.what}. {need.cure}", pytrace=False)
    pytest.skip(f"needs {need.what}")


def left_out_line(reasons: Mapping[str, int]) -> str:
    """{"needs a browser": 4} -> "Left out: 4 tests need a browser."."""
    parts = [_part(reason, count, is_first=not n) for n, (reason, count) in enumerate(reasons.items())]
    return f"Left out: {'; '.join(parts)}." if parts else "Nothing was left out."


def _part(reason: str, count: int, *, is_first: bool) -> str:
    tests = f" test{'' if count == 1 else 's'}" if is_first else ""
    if reason.startswith("needs "):
        return f"{count}{tests} need{'s' if count == 1 else ''} {reason.removeprefix('needs ')}"
    return f"{count}{tests} skipped: {reason}"
