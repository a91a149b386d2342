"""The checks of a language model's sentences over passages at hand, without a question that found them."""

from collections.abc import Callable, Sequence

import numpy as np

from bot.composing.checking import Checker
from bot.composing.fencing import fenced
from bot.evidence import Evidence, Labelled, Sufficiency
from bot.retrieval import Candidate
from bot.verification import learned_fault
from corpus.library import View
from corpus.passage import Passage
from corpus.reading import Encoder


def checker_of(
    passages: Sequence[Passage], view: View, learned: Callable[[str, str, Encoder], str] = learned_fault
) -> Checker:
    """A checker for statements that cite these passages, labelled from 1 in their order; `learned` as its own."""
    labelled = tuple(
        Labelled(label=n, passage=p, candidate=Candidate(passage=p, score=1.0, cosine=1.0, found_by=()))
        for n, p in enumerate(passages, start=1)
    )
    evidence = Evidence(
        passages=labelled, sufficiency=Sufficiency.ENOUGH, vectors=np.zeros((0, 0), dtype=np.float32), weights={}
    )
    return Checker(evidence=evidence, fenced=fenced(evidence, ""), view=view, learned=learned)
