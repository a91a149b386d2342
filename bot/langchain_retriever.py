"""Signpost's retrieval as a LangChain retriever, for those who build a chain of their own.

retriever = SignpostRetriever.over(assistant, role=Role.PARENT, k=5)
documents = retriever.invoke("how long have they got to answer?")
"""

from typing import Self

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from bot.answering import Assistant
from bot.retrieval import Candidate
from corpus.source import Role


class SignpostRetriever(BaseRetriever):
    """Passages as LangChain documents, best first; only those the role may see."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    assistant: Assistant
    role: Role = Role.PARENT
    k: int = 10

    @classmethod
    def over(cls, assistant: Assistant, *, role: Role = Role.PARENT, k: int = 10) -> Self:
        """A retriever over an open assistant."""
        return cls(assistant=assistant, role=role, k=k)

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - LangChain's signature
    ) -> list[Document]:
        ranked = self.assistant.ranked(query, self.role, self.k)
        return [_document(candidate) for candidate in ranked.candidates]


def _document(candidate: Candidate) -> Document:
    """The official words where they are on the shelf, else our plain text; `voice` says which."""
    passage = candidate.passage
    return Document(
        id=passage.locator,
        page_content=passage.official or passage.plain or "",
        metadata={
            "locator": passage.locator,
            "source": passage.source,
            "title": passage.title,
            "pinpoint": passage.pinpoint,
            "page": passage.page,
            "authority": passage.authority.value,
            "as_of": passage.as_of,
            "voice": "official" if passage.official else "plain",
            "plain": passage.plain,
            "score": candidate.score,
        },
    )
