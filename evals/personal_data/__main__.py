"""`python -m evals.personal_data`: recall by kind, precision and false alarms of each set of sentences."""

import sys

from evals.personal_data.counting import Count, count
from evals.personal_data.sentences import FOLDER, read_sentences


def report(name: str, counted: Count) -> str:
    """One set of sentences in a few lines; ids only, never the words."""
    kinds = "\n".join(
        f"  {kind.value:27} {counted.hidden[kind]:4} of {marks:4}   {counted.recall_of(kind):.3f}"
        for kind, marks in counted.marked.items()
    )
    whole = f"  recall {counted.recall:.3f}   precision {counted.precision:.3f}   "
    alarms = f"false alarms {len(counted.alarms)} of {counted.clean} clean sentences ({counted.false_alarms:.1%})"
    ids = f"  missed: {' '.join(counted.missed) or '-'}   alarms: {' '.join(counted.alarms) or '-'}"
    return f"{name}\n{kinds}\n{whole}{alarms}\n{ids}"


def main() -> None:
    """Every set has been counted and printed."""
    for path in sorted(FOLDER.glob("*.jsonl")):
        sys.stdout.write(report(path.stem, count(read_sentences(path.stem))) + "\n")


if __name__ == "__main__":
    main()
