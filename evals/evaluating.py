"""One evaluation from case files to reports: run, score, compare, write."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.answering import Assistant, open_assistant
from corpus.settings import CorpusSettings
from evals.cases import read_cases
from evals.comparing import Comparison, compare
from evals.minimums import Bound, Missed, missed
from evals.report.junit import junit
from evals.report.markdown import markdown
from evals.report.page import page
from evals.run import Run
from evals.run_files import read_run, write_run
from evals.running import Tell, file_digests, generate
from evals.scoring import Scores, score, scores_as_json
from evals.shelves import built

REPORT = "report.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """What came out, and where it lies."""

    run: Run
    scores: Scores
    missed: tuple[Missed, ...]
    comparison: Comparison | None
    folder: Path

    @property
    def report(self) -> Path:
        """The page for people."""
        return self.folder / REPORT

    def as_json(self) -> dict[str, object]:
        """The promised object; with a baseline, also which cases changed."""
        found = scores_as_json(self.scores, str(self.report)) | {"missed": [str(item) for item in self.missed]}
        if self.comparison:
            names = [(item.change, item.after.asked.case.id) for item in self.comparison.changed]
            changes = {change: [name for kind, name in names if kind is change] for change in dict(names)}
            found["compared"] = changes | {"same": self.comparison.same}
        return found


def ask_all(paths: Sequence[Path], settings: CorpusSettings, tell: Tell) -> Run:
    """A fresh run of the case files, each shelf opened in turn."""

    @contextmanager
    def open_shelf(name: str) -> Iterator[Assistant]:
        assistant = open_assistant(built(name, settings) if name else settings)
        try:
            yield assistant
        finally:
            assistant.close()

    used = {"embedding_model": settings.embedding_model or "packaged", "composer": "text"}
    return generate(read_cases(paths), open_shelf, settings=used, files=file_digests(paths), tell=tell)


def evaluate(run: Run, folder: Path, *, bounds: Sequence[Bound] = (), baseline: Path | None = None) -> Evaluation:
    """The run scored, compared and reported; everything is written into the folder."""
    scores = score(run)
    comparison = compare(score(read_run(baseline)), scores) if baseline else None
    kept = missed(scores, bounds)
    done = Evaluation(run=run, scores=scores, missed=kept, comparison=comparison, folder=folder)
    _write(done)
    return done


def _write(done: Evaluation) -> None:
    write_run(done.run, done.folder)
    files = {
        REPORT: page(done.run, done.scores, done.missed, done.comparison),
        "report.md": markdown(done.scores, done.missed, done.comparison),
        "junit.xml": junit(done.scores),
        "scores.json": json.dumps(scores_as_json(done.scores, REPORT), ensure_ascii=False, indent=1) + "\n",
    }
    for name, text in files.items():
        (done.folder / name).write_text(text, encoding="utf-8")
