"""The support score, with the real model: what is said in other words passes, what is added does not."""

import pytest

from bot.grounding.opposites import opposite
from bot.support import answer_support
from bot.verification import learned_fault, statement_fault
from corpus.embedding import SentenceTransformerEmbedder

SOURCE = (
    "The lantern office must answer a request within six weeks of receiving it. "
    "Where the office refuses, it must give the family its reasons in writing. "
    "Repairs are free for children under sixteen. "
    "The keeper may visit a home before a lantern is lent, and should agree a day with the family beforehand."
)
SUPPORTED = (
    "The office has six weeks from getting your request to answer it.",
    "If it refuses, the office must give you its reasons in writing.",
    "Children under sixteen do not pay for repairs.",
    "The keeper may visit your home before lending a lantern.",
)
INVENTED = {
    "a figure": "The lantern office must answer a request within nine weeks of receiving it.",
    "another matter": "Harvest dances are held at the town hall every second Friday in autumn.",
    "an added clause": "Repairs are free for children, who also win a holiday in Norway and a painted bicycle.",
    "a name": "Professor Dalrymple of Aberdeen designed the brass burner that collectors admire.",
    "an opinion": "I love wandering about with my own friends when everything smells of smoke.",
    "the opposite": "The lantern office must not answer a request within six weeks of receiving it.",
    "another force": "The office should give the family its reasons in writing where it refuses.",
}


@pytest.fixture(scope="module")
def model() -> SentenceTransformerEmbedder:
    """The packaged model."""
    return SentenceTransformerEmbedder()


def _fault(sentence: str, source: str, model: SentenceTransformerEmbedder) -> str:
    return statement_fault(sentence, source) or opposite(sentence, source) or learned_fault(sentence, source, model)


@pytest.mark.parametrize("sentence", SUPPORTED)
def test_what_the_source_says_in_other_words_is_supported(model: SentenceTransformerEmbedder, sentence: str) -> None:
    assert _fault(sentence, SOURCE, model) == ""


@pytest.mark.parametrize("kind", INVENTED)
def test_each_kind_of_invention_is_held_back(model: SentenceTransformerEmbedder, kind: str) -> None:
    assert _fault(INVENTED[kind], SOURCE, model)


def test_every_supported_sentence_scores_above_every_invention_by_meaning(model: SentenceTransformerEmbedder) -> None:
    least = min(answer_support(sentence, SOURCE, model).score for sentence in SUPPORTED)
    for kind in ("another matter", "an added clause", "a name", "an opinion"):
        assert answer_support(INVENTED[kind], SOURCE, model).score < least, kind


def test_the_sentence_at_fault_is_the_span_that_is_told(model: SentenceTransformerEmbedder) -> None:
    answer = f"{SUPPORTED[1]} {INVENTED['a name']}"
    found = answer_support(answer, SOURCE, model)
    assert not found.is_supported
    assert [span.of(answer) for span in found.unsupported_spans] == [INVENTED["a name"]]


def test_one_invented_sentence_among_good_ones_lowers_the_score(model: SentenceTransformerEmbedder) -> None:
    good = " ".join(SUPPORTED)
    assert answer_support(good, SOURCE, model).is_supported
    assert (
        answer_support(f"{good} {INVENTED['a name']}", SOURCE, model).score
        < answer_support(good, SOURCE, model).score - 0.1
    )


def test_nothing_supports_a_claim_when_there_is_no_source(model: SentenceTransformerEmbedder) -> None:
    assert answer_support(SUPPORTED[0], "", model).score == 0
    assert _fault(SUPPORTED[0], " \n ", model)


@pytest.mark.parametrize("answer", ["", "Yes.", "I do not have any information on that."])
def test_an_answer_that_claims_nothing_needs_no_source(model: SentenceTransformerEmbedder, answer: str) -> None:
    found = answer_support(answer, "", model)
    assert (found.score, found.is_supported, found.unsupported_spans) == (1, True, ())


def test_labels_of_citations_are_no_words_of_the_claim(model: SentenceTransformerEmbedder) -> None:
    with_label = answer_support("Repairs are free for children under sixteen [2].", SOURCE, model).score
    assert with_label == pytest.approx(
        answer_support("Repairs are free for children under sixteen .", SOURCE, model).score, abs=0.02
    )


def test_a_source_of_a_thousand_sentences_is_read_in_part_and_the_right_part(
    model: SentenceTransformerEmbedder,
) -> None:
    long = "\n".join(f"Ledger {n} was bound in grey cloth by its clerk." for n in range(1000)) + "\n" + SOURCE
    assert answer_support(SUPPORTED[1], long, model).is_supported
    assert not answer_support(INVENTED["a name"], long, model).is_supported
