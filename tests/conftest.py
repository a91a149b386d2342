"""Fixtures shared by all tests, and the count of what was left out, on the last line of the run."""

import os
from collections import Counter
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from corpus.settings import CorpusSettings, read_corpus_settings
from ingest.coverage import Report
from tests import needs
from tests.ingest.small_shelf import SmallShelf, write_small_shelf
from tests.needs import NEEDS, left_out_line, require
from tests.real_index import build_real_index

_CHROMIUM_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

_LEFT_OUT = pytest.StashKey[Counter[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_LEFT_OUT] = Counter()


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers():
        if marker.name in NEEDS:
            require(marker.name)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    # An expected failure is reported as skipped too, with `wasxfail`: it was run.
    if report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        item.config.stash[_LEFT_OUT][reason.removeprefix("Skipped: ")] += 1
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> Generator[None, None, None]:
    # Outermost, so that pytest has printed its own closing line by the time it is done.
    yield
    if not session.config.option.collectonly:
        left_out: Counter[str] = session.config.stash[_LEFT_OUT]
        session.config.get_terminal_writer().line(left_out_line(left_out))


@pytest.fixture(scope="session")
def shelf() -> Path:
    """The folder with the published documents."""
    require("documents")
    return read_corpus_settings(os.environ).documents


@pytest.fixture(scope="session")
def first_build(tmp_path_factory: pytest.TempPathFactory) -> tuple[SmallShelf, Report]:
    """The small shelf after its first ingest, probe and all, with the report; not to be changed."""
    small = write_small_shelf(tmp_path_factory.mktemp("shelf") / "small")
    return small, small.ingest()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser: one for the whole run, for two at once cannot be driven from one thread."""
    require("browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=needs.chromium(), args=list(_CHROMIUM_FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def real_settings(shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> CorpusSettings:
    """The published documents in an index with the packaged model, built once for the run."""
    return build_real_index(shelf, tmp_path_factory.mktemp("real"))
