"""Words to passages: the only file that knows tantivy. English stems, several fields, BM25 per field."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import tantivy

from corpus.passage import Passage

FIELDS = ("official", "plain", "questions", "heading")
_ANALYZER = "signpost_en"
# Bytes tantivy may hold before it writes a segment; one segment keeps document order, and so ties, stable.
_HEAP = 200_000_000
# What two words near each other add beside what each counts, and how many words may stand between them. Measured on
# five sets (evals/README.md): more finds the wording and loses the matter.
_NEAR = 0.3
_BETWEEN = 5
# Stems of less weight were added to the question and do not stand in its order.
_WRITTEN = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class LexicalHit:
    """A passage found by its words."""

    locator: str
    score: float


class LexicalIndex:
    """A tantivy index of one audience's searchable passages."""

    def __init__(self, folder: Path) -> None:
        """Open the index in `folder`, or make an empty one there."""
        folder.mkdir(parents=True, exist_ok=True)
        self._analyzer = _analyzer()
        self._index = tantivy.Index(_schema(), path=str(folder), reuse=True)
        self._index.register_tokenizer(_ANALYZER, self._analyzer)
        self._index.reload()

    def write(self, passages: Iterable[Passage]) -> None:
        """The index holds these passages, in their order, and no others.

        Written whole: tantivy counts deleted passages in how often a word stands until segments merge,
        so an index changed in place would rank otherwise than the same index built anew.
        """
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        writer.delete_all_documents()
        for passage in passages:
            writer.add_document(tantivy.Document(**_fields(passage)))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def terms(self, text: str) -> tuple[str, ...]:
        """The stems searched for: lower case, common words dropped, in order, once each."""
        return tuple(dict.fromkeys(self._analyzer.analyze(text)))

    def document_count(self) -> int:
        """How many passages are indexed."""
        return int(self._index.searcher().num_docs)

    def document_frequency(self, term: str) -> int:
        """In how many passages a stem stands, in the field where it stands most often."""
        searcher = self._index.searcher()
        return max(int(searcher.doc_freq(field, term)) for field in FIELDS)

    def rarity(self, term: str) -> float:
        """Inverse document frequency as BM25 has it: log(1 + (N - n + 0.5) / (n + 0.5)); 0 for an empty index."""
        count, frequency = self.document_count(), self.document_frequency(term)
        return math.log(1 + (count - frequency + 0.5) / (frequency + 0.5)) if count else 0.0

    def search(self, weights: Mapping[str, float], k: int, boosts: Mapping[str, float]) -> tuple[LexicalHit, ...]:
        """The k best passages for weighted stems, best first; ties by locator.

        `weights` maps a stem to its weight in the query, in the order they stand there; `boosts` a field to its weight.
        Two stems that follow each other in the query count a little more where they stand near each other in that order
        (ordered windows: Metzler and Croft, SIGIR 2005).
        Each field scores with BM25 (Robertson and Zaragoza 2009, k1 1.2, b 0.75) and the fields are summed. The sum is
        divided by the weight the words carry in this index, so that scores of a small and a large index can be merged.
        """
        scale = sum(weight * self.rarity(term) for term, weight in weights.items())
        if not scale:
            return ()
        searcher = self._index.searcher()
        found = searcher.search(self._query(weights, boosts), limit=k)
        hits = [
            LexicalHit(locator=str(searcher.doc(address).get_first("locator")), score=float(score) / scale)
            for score, address in found.hits
        ]
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.locator)))

    def _query(self, weights: Mapping[str, float], boosts: Mapping[str, float]) -> tantivy.Query:
        schema = self._index.schema
        clauses = [
            (
                tantivy.Occur.Should,
                tantivy.Query.boost_query(tantivy.Query.term_query(schema, field, term), boost * weight),
            )
            for term, weight in weights.items()
            for field, boost in boosts.items()
        ]
        near = [
            (
                tantivy.Occur.Should,
                tantivy.Query.boost_query(
                    tantivy.Query.phrase_query(schema, field, list(pair), slop=_BETWEEN),
                    _NEAR * boost * min(weights[stem] for stem in pair),
                ),
            )
            for pair in pairwise(stem for stem, weight in weights.items() if weight >= _WRITTEN)
            for field, boost in boosts.items()
        ]
        return tantivy.Query.boolean_query([*clauses, *near])


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("locator", stored=True, tokenizer_name="raw")
    for field in FIELDS:
        builder.add_text_field(field, stored=False, tokenizer_name=_ANALYZER)
    return builder.build()


def _analyzer() -> tantivy.TextAnalyzer:
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.stopword("english"))
        .filter(tantivy.Filter.stemmer("english"))
        .build()
    )


def _fields(passage: Passage) -> dict[str, str]:
    return {
        "locator": passage.locator,
        "official": " ".join(filter(None, (passage.lead, passage.official))),
        "plain": passage.plain or "",
        "questions": "\n".join(passage.questions),
        "heading": "\n".join((passage.title, *passage.heading)),
    }
