"""`python -m evals.altered`: how many changed sentences the verification holds back, and how many true ones.

A change that cannot be told from the passage ("must" for "has to") is in the count all the same: no share is corrected.
"""

import os
import sys
from collections import Counter, defaultdict

import typer

from corpus.embedding import SentenceTransformerEmbedder, retrieval_embedder
from corpus.errors import CorpusError
from corpus.library import open_library
from corpus.settings import read_corpus_settings
from corpus.source import Role
from evals.altered.measuring import check_all


def altered(
    every: int = typer.Option(12, min=1, help="Sentences of every so many passages; what is rare of all."),
) -> None:
    """Print, for each kind of change, how many sentences were held back, of how many, and the commonest reason."""
    settings = read_corpus_settings(os.environ)
    library = open_library(
        settings.index, retrieval_embedder(settings.embedding_model), settings.data,
        SentenceTransformerEmbedder(settings.embedding_model),
    )  # fmt: skip
    whys = defaultdict[str, Counter[str]](Counter)
    for checked in check_all(library.seen_by(Role.STAFF), every=every):
        whys[checked.change][checked.why] += 1
    library.close()
    for change, counted in whys.items():
        n, held = counted.total(), counted.total() - counted.pop("", 0)
        reasons = ", ".join(f"{why} {times}" for why, times in counted.most_common(3))
        typer.echo(f"{change}: held back {held / n:.1%} of {n} ({reasons or 'none'})")


if __name__ == "__main__":
    try:
        typer.run(altered)
    except CorpusError as error:
        sys.stderr.write(f"altered: {error}\n")
        raise SystemExit(2) from error
