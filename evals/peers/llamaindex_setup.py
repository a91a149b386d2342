"""LlamaIndex's default splitter and retriever: sentences up to 1,024 tokens, vectors in memory, similarity."""

from collections.abc import Sequence
from typing import Protocol

from bot.conversation import Question
from evals.peers.ground import Shelf, Shown
from evals.peers.peer import MORE, distinct, timed


class Node(Protocol):
    """What is read of one of its pieces."""

    ref_doc_id: str
    start_char_idx: int
    end_char_idx: int


class LlamaIndexSetUp:
    """Documents split by its defaults, found by their vectors."""

    reads_history = False

    def __init__(self, model: str) -> None:
        """The model of this path is in memory once this returns; ModuleNotFoundError without LlamaIndex's packages."""
        from llama_index.core import Document, VectorStoreIndex  # type: ignore[import-not-found]  # noqa: PLC0415
        from llama_index.embeddings.huggingface import (  # type: ignore[import-not-found]  # noqa: PLC0415
            HuggingFaceEmbedding,
        )

        self._document, self._make = Document, VectorStoreIndex.from_documents
        self._embedding = HuggingFaceEmbedding(model_name=model, device="cpu", show_progress_bar=False)
        self._embedding.get_text_embedding("ready")
        self._shelf = Shelf(())

    def build(self, shelf: Shelf) -> float:
        """Every document is split and embedded."""
        self._shelf = shelf
        return timed(self._write)

    def _write(self) -> None:
        documents = [self._document(text=d.text, id_=d.id) for d in self._shelf.documents]
        self._index = self._make(documents, embed_model=self._embedding, show_progress=False)

    def find(self, question: Question, k: int) -> Sequence[Shown]:
        """At most k pieces, best first."""
        found = self._index.as_retriever(similarity_top_k=MORE * k).retrieve(question.text)
        return distinct((self._shown(item.node) for item in found), k)

    def _shown(self, node: Node) -> Shown:
        return self._shelf.shown(node.ref_doc_id, node.start_char_idx, node.end_char_idx)

    def close(self) -> None:
        """Nothing is held but memory."""
