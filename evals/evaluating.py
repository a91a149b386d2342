"""One evaluation from case files to reports: run, score, compare, write."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.answering import Assistant, open_assistant
from bot.author import Author
from corpus.settings import CorpusSettings
from evals.cases import read_cases
from evals.comparing import Comparison, compare
from evals.judging.files import write_judgements
from evals.judging.judgement import Judgement
from evals.judging.summing import JudgesSummary, summed
from evals.minimums import Bound, Missed, missed
from evals.model_use import model_use
from evals.report.junit import junit
from evals.report.markdown import markdown
from evals.report.page import page
from evals.run import Run
from evals.run_files import read_run, write_run
from evals.running import Tell, file_digests, generate
from evals.scoring import Scores, score, scores_as_json
from evals.shelves import built

REPORT = "report.html"
FROM_TEXT = "from-text"
"""Folder of the run without a language model, beside one with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """What came out, and where it lies."""

    run: Run
    scores: Scores
    missed: tuple[Missed, ...]
    comparison: Comparison | None
    folder: Path
    judges: JudgesSummary | None = None
    """None when nothing was judged. Minimums never look here."""

    @property
    def report(self) -> Path:
        """The page for people."""
        return self.folder / REPORT

    def as_json(self) -> dict[str, object]:
        """The promised object; with a baseline, also which cases changed."""
        found = scores_as_json(self.scores, str(self.report)) | {"missed": [str(item) for item in self.missed]}
        if use := model_use(self.run.asked):
            found["model"] = use.as_json()
        if self.judges:
            found["judges"] = self.judges.as_json()
        if self.comparison:
            names = [(item.change, item.after.asked.case.id) for item in self.comparison.changed]
            changes = {change: [name for kind, name in names if kind is change] for change in dict(names)}
            found["compared"] = changes | {"same": self.comparison.same}
        return found


_TODAY = date(2026, 11, 20)
"""The day on which every case is asked: a run of tomorrow works out the same dates."""
_WORTH_LEARNING = 150
"""Cases from which it pays to read the shelf's sentences first, at once, instead of a few with each answer."""


def ask_all(paths: Sequence[Path], settings: CorpusSettings, tell: Tell, author: Author | None = None) -> Run:
    """A fresh run of the case files, each shelf opened in turn; with an author a language model writes."""
    cases = read_cases(paths)

    @contextmanager
    def open_shelf(name: str) -> Iterator[Assistant]:
        assistant = open_assistant(built(name, settings) if name else settings, author, today=lambda: _TODAY)
        try:
            if not name and len(cases) >= _WORTH_LEARNING:
                assistant.learn()
            yield assistant
        finally:
            assistant.close()

    used = {"embedding_model": settings.embedding_model or "packaged", "composer": author.title if author else "text"}
    used["today"] = _TODAY.isoformat()
    return generate(cases, open_shelf, settings=used, files=file_digests(paths), tell=tell)


def evaluate(
    run: Run, folder: Path, *, bounds: Sequence[Bound] = (), baseline: Path | None = None, from_text: Run | None = None,
    judgements: Sequence[Judgement] = (),
) -> Evaluation:  # fmt: skip
    """The run scored, compared and reported; everything is written into the folder.

    With a language model, `from_text` is the same cases answered without: it is what the run is set beside.
    """
    scores = score(run)
    comparison = compare(score(read_run(baseline)), scores) if baseline else None
    if from_text:
        write_run(from_text, folder / FROM_TEXT)
        comparison = compare(score(from_text), scores, "the answers from text")
    kept = missed(scores, bounds)
    judges = summed(judgements, run.asked)
    done = Evaluation(run=run, scores=scores, missed=kept, comparison=comparison, folder=folder, judges=judges)
    _write(done)
    if judgements:
        write_judgements(judgements, folder)
    return done


def _write(done: Evaluation) -> None:
    write_run(done.run, done.folder)
    files = {
        REPORT: page(done.run, done.scores, done.missed, done.comparison, done.judges),
        "report.md": markdown(done.scores, done.missed, done.comparison, done.judges),
        "junit.xml": junit(done.scores),
        "scores.json": json.dumps(scores_as_json(done.scores, REPORT), ensure_ascii=False, indent=1) + "\n",
    }
    for name, text in files.items():
        (done.folder / name).write_text(text, encoding="utf-8")
