"""A plain LangChain set-up, as its tutorials have it: recursive splitter 1000/200, embeddings, Chroma, similarity.

The one change: Chroma lies in a folder of its own, and is asked for more than five so that measures at ten exist.
"""

from collections.abc import Sequence
from tempfile import TemporaryDirectory

from bot.conversation import Question
from evals.peers.ground import Shelf, Shown
from evals.peers.peer import MORE, distinct, timed

# Characters, as the tutorials on retrieval have them.
_SIZE, _OVERLAP = 1000, 200
# Chroma takes at most 5,461 records a call.
_BATCH = 5000


class LangChainSetUp:
    """Documents split by length, found by their vectors."""

    reads_history = False

    def __init__(self, model: str) -> None:
        """The model of this path is in memory once this returns; ModuleNotFoundError without LangChain's packages."""
        from langchain_chroma import Chroma  # type: ignore[import-not-found]  # noqa: PLC0415 - of the extra `peers`
        from langchain_huggingface import HuggingFaceEmbeddings  # type: ignore[import-not-found]  # noqa: PLC0415
        from langchain_text_splitters import (  # type: ignore[import-not-found]  # noqa: PLC0415
            RecursiveCharacterTextSplitter,
        )

        self._folder = TemporaryDirectory(prefix="signpost-peer-", ignore_cleanup_errors=True)
        embeddings = HuggingFaceEmbeddings(model_name=model, model_kwargs={"device": "cpu"})
        embeddings.embed_query("ready")
        self._splitter = RecursiveCharacterTextSplitter(chunk_size=_SIZE, chunk_overlap=_OVERLAP, add_start_index=True)
        self._store = Chroma("peers", embedding_function=embeddings, persist_directory=self._folder.name)
        self._shelf = Shelf(())

    def build(self, shelf: Shelf) -> float:
        """Every document is split and stored."""
        self._shelf = shelf
        return timed(self._write)

    def _write(self) -> None:
        documents = self._shelf.documents
        pieces = self._splitter.create_documents([d.text for d in documents], [{"id": d.id} for d in documents])
        for start in range(0, len(pieces), _BATCH):
            self._store.add_documents(pieces[start : start + _BATCH])

    def find(self, question: Question, k: int) -> Sequence[Shown]:
        """At most k pieces, best first."""
        pieces = self._store.similarity_search(question.text, k=MORE * k)
        return distinct((self._shown(piece.metadata, piece.page_content) for piece in pieces), k)

    def _shown(self, where: dict[str, str], text: str) -> Shown:
        start = int(where["start_index"])
        return self._shelf.shown(where["id"], start, start + len(text))

    def close(self) -> None:
        """The folder is gone."""
        self._folder.cleanup()
