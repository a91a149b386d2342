"""Every measure by name, in the order reports show them; the names are those of `--min` and evals/minimums.toml."""

from evals.measures.abstention import answers_withheld, coverage, risk, wrong_answers_given
from evals.measures.citation_precision import citation_precision
from evals.measures.citation_recall import citation_recall
from evals.measures.danger import danger_false_alarms, danger_recall
from evals.measures.duty_words import duty_words_kept
from evals.measures.figures import figures_kept
from evals.measures.gold_citations import gold_citation_precision, gold_citation_recall
from evals.measures.length import words
from evals.measures.measure import Better, Measure
from evals.measures.must_mention import must_mention
from evals.measures.must_not import must_not
from evals.measures.ndcg import ndcg
from evals.measures.outcomes import outcome_right
from evals.measures.quotations import verbatim_quotations
from evals.measures.readability import readability_grade
from evals.measures.recall_at_k import recall_at_k
from evals.measures.reciprocal_rank import reciprocal_rank
from evals.measures.success_at_k import success_at_k
from evals.run import Asked
from evals.verdict import Verdict, verdict_of


def _passed(asked: Asked) -> float | None:
    return float(verdict_of(asked).verdict is Verdict.PASSED)


MEASURES = (
    Measure(name="passed", title="Cases passed", says="Ended rightly, cited and said what it must.", of=_passed),
    Measure(name="outcome_right", title="Right outcome", says="Ended in a right way.", of=outcome_right),
    Measure(
        name="success@1", title="Success@1", says="The first passage found answers.", of=lambda a: success_at_k(a, 1)
    ),
    Measure(
        name="success@5", title="Success@5", says="One of the first five answers.", of=lambda a: success_at_k(a, 5)
    ),
    Measure(name="recall@5", title="Recall@5", says="Right places in the first five.", of=lambda a: recall_at_k(a, 5)),
    Measure(name="recall@10", title="Recall@10", says="The same in the first ten.", of=lambda a: recall_at_k(a, 10)),
    Measure(name="ndcg@10", title="nDCG@10", says="Right places stand high in the first ten.", of=ndcg),
    Measure(
        name="reciprocal_rank", title="Reciprocal rank", says="One divided by the first right rank.", of=reciprocal_rank
    ),
    Measure(name="must_mention", title="Must-mention", says="Facts that had to be said and were.", of=must_mention),
    Measure(
        name="must_not", title="Must-not hits", says="Answers with words for a person to look at.", of=must_not,
        better=Better.LOWER,
    ),
    Measure(
        name="citation_recall", title="Citation recall", says="Statements that their citations support.",
        of=citation_recall,
    ),
    Measure(
        name="citation_precision", title="Citation precision", says="Citations that are needed or sufficient.",
        of=citation_precision,
    ),
    Measure(
        name="gold_citation_recall", title="Right places cited", says="Marked places that the answer cites.",
        of=gold_citation_recall,
    ),
    Measure(
        name="gold_citation_precision", title="Citations that are marked",
        says="Citations to marked places; a lower bound, since marks are not complete.", of=gold_citation_precision,
    ),
    Measure(
        name="verbatim_quotations", title="Exact quotations", says="Quotations that are the document's very words.",
        of=verbatim_quotations,
    ),
    Measure(
        name="duty_words_kept", title="Duty words kept", says="Must, should and may as the source has them.",
        of=duty_words_kept,
    ),
    Measure(name="figures_kept", title="Figures kept", says="Figures that stand in the source.", of=figures_kept),
    Measure(
        name="coverage", title="Coverage", says="Questions that were answered at all.", of=coverage,
        better=Better.NEITHER,
    ),
    Measure(
        name="risk", title="Risk", says="Answers given that failed.", of=risk, better=Better.LOWER,
    ),
    Measure(
        name="wrong_answers_given", title="Wrong answers given", says="Answered although the sources do not answer.",
        of=wrong_answers_given, better=Better.LOWER,
    ),
    Measure(
        name="answers_withheld", title="Answers withheld", says="Not answered although the sources answer.",
        of=answers_withheld, better=Better.LOWER,
    ),
    Measure(name="danger_recall", title="Danger seen", says="People in danger told whom to call.", of=danger_recall),
    Measure(
        name="danger_false_alarms", title="Danger: false alarms", says="Others told so without need.",
        of=danger_false_alarms, better=Better.LOWER,
    ),
    Measure(
        name="readability_grade", title="Reading grade", says="School grade our own words need; plus five is the age.",
        of=readability_grade, better=Better.LOWER, is_share=False,
    ),
    Measure(
        name="words", title="Words", says="Length of an answer.", of=words, better=Better.NEITHER, is_share=False,
    ),
)  # fmt: skip

BY_NAME = {measure.name: measure for measure in MEASURES}

HEADLINES = (
    "passed", "outcome_right", "success@5", "ndcg@10", "must_mention", "gold_citation_recall", "citation_recall",
    "citation_precision", "verbatim_quotations", "wrong_answers_given", "answers_withheld", "danger_recall",
)  # fmt: skip
"""What a reader sees first."""
