"""The peers in the order they are measured: Signpost first, then without its plain voice, then the others."""

from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.embedding import Embedder, model_path
from corpus.glossary import Glossary, read_glossary
from corpus.library import Library
from corpus.settings import CorpusSettings
from evals.outside.collection import Collection
from evals.outside.shelf import opened as opened_collection
from evals.peers.langchain_setup import LangChainSetUp
from evals.peers.llamaindex_setup import LlamaIndexSetUp
from evals.peers.meaning_alone import MeaningAlone
from evals.peers.peer import Contender, Kept, timed
from evals.peers.rank_fusion import RankFusion
from evals.peers.signpost_itself import SignpostItself, ingested, opened_by
from evals.peers.words_alone import WordsAlone


def ours_on_documents(settings: CorpusSettings, embedder: Embedder) -> tuple[Contender, ...]:
    """Signpost as it is, and over the documents' own words alone."""
    nothing = TemporaryDirectory(prefix="signpost-peer-", ignore_cleanup_errors=True)

    def over(plain: Path | None) -> SignpostItself:
        def build(data: Path) -> float:
            return ingested(data, documents=settings.documents, model=settings.embedding_model, plain=plain)

        return SignpostItself(build, opened_by(embedder), read_glossary(), embedder)

    return (
        Contender(
            name="Signpost", says="the product: understanding, then retrieval.", make=lambda: over(None), is_ours=True
        ),
        Contender(
            name="… official only", says="Signpost without its plain voice.", make=lambda: over(Path(nothing.name)),
            is_ours=True,
        ),
    )  # fmt: skip


def ours_on_collection(collection: Collection, embedder: Embedder) -> tuple[Contender, ...]:
    """Signpost over somebody else's texts: there is no plain voice and no glossary for them."""

    def opened(data: Path) -> AbstractContextManager[Library]:
        return opened_collection(collection.texts, data, embedder, lambda *_: None)

    def build(data: Path) -> float:
        def once() -> None:
            with opened(data):
                pass

        return timed(once)

    def make() -> SignpostItself:
        return SignpostItself(build, opened, Glossary(()), embedder)

    says = "the product's understanding and retrieval; no plain voice is written for these texts."
    return (Contender(name="Signpost", says=says, make=make, is_ours=True),)


def others(settings: CorpusSettings, embedder: Embedder) -> tuple[Contender, ...]:
    """What others would set up, each with our embedding model where it needs one."""
    model = settings.embedding_model

    @cache
    def words() -> Kept:
        return Kept(WordsAlone())

    @cache
    def meaning() -> Kept:
        return Kept(MeaningAlone(embedder))

    return (
        Contender(
            name="LangChain", make=lambda: LangChainSetUp(model_path(model)),
            says="RecursiveCharacterTextSplitter 1000/200, HuggingFaceEmbeddings of the same model, Chroma.",
        ),
        Contender(
            name="LlamaIndex", make=lambda: LlamaIndexSetUp(model_path(model)),
            says="its default splitter (1,024 tokens) and vector index with the same model, which reads the first 256.",
        ),
        Contender(name="BM25", says="bm25s over our passages, English stems and stop words.", make=words),
        Contender(name="Dense", says="the same model over our passages, exact cosine.", make=meaning),
        Contender(
            name="BM25 + dense", make=lambda: RankFusion(words(), meaning()),
            says="reciprocal rank fusion (60) of the two before it.",
        ),
    )  # fmt: skip
