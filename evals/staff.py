"""The evals as the staff desk asks for them: `bot.evaluations.Evaluations`, found by its entry point."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from bot.answering import Assistant, open_assistant
from bot.evaluations import Asked, CaseSet, Mend, Tell
from bot.run_views import CaseView, Compared, RunLine, Summary
from corpus.settings import CorpusSettings
from evals.cases import read_cases
from evals.comparing import compare
from evals.errors import CasesUnreadable, RunUnreadable
from evals.evaluating import REPORT, evaluate
from evals.report.page import page
from evals.run import Run
from evals.run_files import RUN, read_run
from evals.running import OpenShelf, file_digests, generate
from evals.scoring import Scores, score
from evals.shelves import built
from evals.staff_cases import CaseFiles
from evals.staff_plots import plot
from evals.staff_views import case_view, compared, run_line, summary

_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,60}\Z")
_NOW = "%Y-%m-%dT%H-%M-%SZ"


class StaffDesk:
    """Case sets, runs and new cases, all under the data folder. Safe to use from several threads."""

    def __init__(self, settings: CorpusSettings) -> None:
        self._settings = settings
        self._runs = settings.data / "evals" / "runs"
        self._files = CaseFiles(settings.data / "evals" / "cases")

    def sets(self) -> tuple[CaseSet, ...]:
        """The case files, those kept here first."""
        return tuple(_set(name, path) for name, path in self._files.paths().items())

    def run(self, sets: Sequence[str], asked: Asked, tell: Tell) -> str:
        """Every case of these sets asked, measured and reported; the id of the run."""
        paths = self._files.named(sets)
        run = generate(
            read_cases(paths), self._opener(asked), settings=self._used(), files=file_digests(paths), tell=tell
        )
        name = datetime.now(UTC).strftime(_NOW)
        evaluate(run, self._runs / name)
        return name

    def _used(self) -> dict[str, str]:
        return {"embedding_model": self._settings.embedding_model or "packaged", "composer": "text"}

    def _opener(self, asked: Asked) -> OpenShelf:
        @contextmanager
        def open_shelf(name: str) -> Iterator[Assistant]:
            """The real shelf is the one in use; a fictional one is opened for these cases and closed."""
            if not name and isinstance(asked, Assistant):
                yield asked
                return
            assistant = open_assistant(built(name, self._settings) if name else self._settings)
            try:
                yield assistant
            finally:
                assistant.close()

        return open_shelf

    def runs(self) -> tuple[RunLine, ...]:
        """Newest first; a folder that holds no whole run is left out."""
        found = self._runs.iterdir() if self._runs.is_dir() else ()
        whole = [folder for folder in found if (folder / RUN).is_file() and (folder / REPORT).is_file()]
        return tuple(run_line(folder) for folder in sorted(whole, key=lambda f: f.name, reverse=True))

    def summary(self, run: str) -> Summary:
        """A run in short."""
        folder = self._folder(run)
        return summary(run_line(folder), _scored(folder)[1])

    def case(self, run: str, case: str) -> CaseView:
        """One case of a run, opened."""
        for scored in _scored(self._folder(run))[1].cases:
            if scored.asked.case.id == case:
                return case_view(scored)
        raise RunUnreadable("That run holds no such case.")

    def compare(self, before: str, after: str) -> Compared:
        """Two runs side by side."""
        old, new = self._folder(before), self._folder(after)
        return compared(run_line(old), run_line(new), compare(_scored(old)[1], _scored(new)[1]))

    def report(self, run: str, before: str | None) -> str:
        """The self-contained page, with the comparison when another run is named."""
        folder = self._folder(run)
        if before is None:
            return (folder / REPORT).read_text(encoding="utf-8")
        made, scores = _scored(folder)
        return page(made, scores, (), compare(_scored(self._folder(before))[1], scores))

    def plot(self, run: str, name: str) -> str:
        """An SVG file."""
        return plot(_scored(self._folder(run))[1], name)

    def check(self, case: Mapping[str, object]) -> tuple[Mend, ...]:
        """What to mend; () for a case that may be kept."""
        return self._files.check(case)

    def keep(self, case: Mapping[str, object]) -> str:
        """The case is in the file of cases kept here; the name of its set."""
        return self._files.keep(case)

    def kept(self) -> str:
        """That file; "" when there is none yet."""
        return self._files.kept()

    def _folder(self, run: str) -> Path:
        """RunUnreadable for anything but the name of a run that is there."""
        folder = self._runs / run
        if not _ID.match(run) or not (folder / RUN).is_file() or not (folder / REPORT).is_file():
            raise RunUnreadable("There is no such run.")
        return folder


def _set(name: str, path: Path) -> CaseSet:
    try:
        return CaseSet(name=name, cases=len(read_cases([path])))
    except CasesUnreadable as error:
        return CaseSet(name=name, cases=0, problem=str(error).splitlines()[0])


def _scored(folder: Path) -> tuple[Run, Scores]:
    return _scored_as_written(folder, (folder / RUN).stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _scored_as_written(folder: Path, _written: int) -> tuple[Run, Scores]:
    """Scoring takes seconds, and a desk looks at the same two runs again and again."""
    run = read_run(folder)
    return run, score(run)
