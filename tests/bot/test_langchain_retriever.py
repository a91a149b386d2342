"""Our retrieval inside a LangChain chain: the same passages, in the same order, for the same readers."""

from langchain_core.documents import Document
from langchain_core.runnables import RunnableLambda

from bot.answering import Assistant
from bot.langchain_retriever import SignpostRetriever
from corpus.source import Role

ASKED = "can a lantern break happen at home"


def test_documents_are_the_passages_our_own_search_ranks(assistant: Assistant) -> None:
    documents = SignpostRetriever.over(assistant, k=5).invoke(ASKED)
    ranked = assistant.ranked(ASKED, Role.PARENT, 5)
    assert [document.id for document in documents] == [c.passage.locator for c in ranked.candidates]


def test_a_document_has_the_official_words_and_where_they_stand(assistant: Assistant) -> None:
    document = SignpostRetriever.over(assistant, k=1).invoke("what does 1.2 say")[0]
    assert document.page_content.startswith("The council must tell the parent within six weeks")
    metadata = document.metadata
    assert (metadata["locator"], metadata["pinpoint"], metadata["page"]) == ("lantern-code/1.2", "para 1.2", 3)
    assert (metadata["authority"], metadata["voice"]) == ("statutory_guidance", "official")
    assert metadata["plain"].startswith("The council must tell you")


def test_a_passage_without_official_words_is_given_in_ours_and_says_so(assistant: Assistant) -> None:
    document = SignpostRetriever.over(assistant, k=1).invoke(
        "is the last ferry free on the island with a lantern plan"
    )[0]
    assert document.metadata["voice"] == "plain"
    assert document.page_content == document.metadata["plain"]


def _ids(documents: list[Document]) -> list[str | None]:
    return [document.id for document in documents]


def test_it_works_as_a_step_of_a_chain(assistant: Assistant) -> None:
    chain = SignpostRetriever.over(assistant, k=2) | RunnableLambda(_ids)
    assert len(chain.invoke(ASKED)) == 2


def test_only_the_desk_gets_passages_of_the_desk(assistant: Assistant) -> None:
    asked = "what did the forum complain about the zebrafish"
    for role, sees in ((Role.PARENT, False), (Role.VOLUNTEER, True), (Role.STAFF, True)):
        documents = SignpostRetriever.over(assistant, role=role, k=100).invoke(asked)
        assert ("tide-letter" in {document.metadata["source"] for document in documents}) is sees
