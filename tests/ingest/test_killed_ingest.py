"""Ingest killed at any moment: the old index serves, and the next run succeeds and clears what was left."""

import shutil
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from corpus.library import open_library
from corpus.manifest import current_build
from ingest.coverage import Report
from tests.ingest.killed_ingest import POINTS
from tests.ingest.small_shelf import CODE, SmallShelf
from tests.small_embedder import SmallEmbedder

pytestmark = pytest.mark.usefixtures("quick_probe")

NEW = CODE.replace("weekly", "yearly") + "\nThe cat may stay.\n"


@pytest.fixture(scope="module")
def killed(first_build: tuple[SmallShelf, Report], tmp_path_factory: pytest.TempPathFactory) -> dict[str, SmallShelf]:
    """For each point, a shelf with a changed document whose ingest was killed there."""
    folder = tmp_path_factory.mktemp("killed")
    shelves = {point: SmallShelf(root=folder / point) for point in POINTS}
    for small in shelves.values():
        shutil.copytree(first_build[0].root, small.root)
        small.put("lamp-code.md", NEW)
    command = [sys.executable, "-m", "tests.ingest.killed_ingest", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert run.stdout.splitlines() == [f"{point} {signal.SIGKILL.value}" for point in sorted(POINTS)], run.stderr
    return shelves


def served_digest(small: SmallShelf) -> str:
    with closing(open_library(small.index, SmallEmbedder())) as library:
        return library.manifest.digest


@pytest.mark.parametrize("point", POINTS)
def test_what_was_in_force_serves_and_the_next_run_succeeds(
    killed: dict[str, SmallShelf], first_build: tuple[SmallShelf, Report], point: str
) -> None:
    small, old = killed[point], first_build[1].index
    assert (served_digest(small) == old) is (point != "in-force")

    served = small.in_force()
    report = small.ingest()
    assert not report.failed
    assert report.index != old
    assert served_digest(small) == report.index
    # What was served stays for readers that have it open; of the killed run nothing is left.
    assert set(small.builds()) <= {first_build[0].in_force(), served, small.in_force()}
    assert len(small.builds()) == 2
    assert sorted(path.name for path in small.index.iterdir() if path.is_file()) == ["current", "lock"]


def test_a_first_build_that_is_killed_leaves_no_index(killed: dict[str, SmallShelf], small: SmallShelf) -> None:
    # The remains of a killed run, and nothing in force.
    (remains,) = (name for name in killed["all-but-the-manifest"].builds() if name != small.in_force())
    shutil.rmtree(small.index)
    shutil.copytree(killed["all-but-the-manifest"].index / remains, small.index / remains)
    assert current_build(small.index) is None
    assert small.ingest().added == 28
    assert small.builds() == [small.in_force()]
