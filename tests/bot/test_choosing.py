"""Which words of a passage are quoted: exact spans, with the list's lead-in and what a sentence points back to."""

import pytest

from bot.composing.choosing import Weighed, weigh
from bot.composing.quoting import best_sentences, best_span, points_back, shown_span
from corpus.library import View
from corpus.sentences import sentence_spans
from tests.bot.asking_small import gathered, understood

LIST = (
    "When it decides, the council should look at:\n"
    "• how the child travels\n• what the school has tried\n• the stairs at home"
)
PROSE = "A council lost the letter. This was fault. The family waited a year. A cat slept."


def weighed(text: str, best: str, *, others: float = 0.1) -> list[Weighed]:
    """The sentences of a text; the one that holds `best` bears most."""
    return [Weighed(span=span, score=1.0 if best in span.of(text) else others) for span in sentence_spans(text)]


def quoted(text: str, best: str, *, others: float = 0.1) -> str:
    """What is quoted when that sentence bears most."""
    return best_span(text, weighed(text, best, others=others)).of(text)


def test_the_sentence_that_bears_most_is_quoted_alone() -> None:
    assert quoted(PROSE, "The family") == "The family waited a year."


@pytest.mark.parametrize("item", ["how the child", "the school", "the stairs"])
def test_an_item_of_a_list_is_quoted_with_the_words_that_introduce_it(item: str) -> None:
    words = quoted(LIST, item)
    assert words.startswith("When it decides, the council should look at:")
    assert item in words


def test_the_words_that_introduce_a_list_are_quoted_with_its_items() -> None:
    assert quoted(LIST, "When it decides") == LIST


LONG_LIST = "\n".join(
    ["Some words come first.", "The plan must have:"]
    + [f"• item {n} with some twenty words of its own so that no short quotation of it can hold all" for n in range(9)]
    + ["A sentence after the list."]
)


def test_who_asks_for_the_list_gets_all_of_it_and_nothing_beside_it() -> None:
    lines = weighed(LONG_LIST, "item 4")
    whole = shown_span(LONG_LIST, lines, asks_for_list=True).of(LONG_LIST)
    assert whole.startswith("The plan must have:\n• item 0")
    assert whole.splitlines()[-1].startswith("• item 8")
    assert len(shown_span(LONG_LIST, lines).of(LONG_LIST)) < len(whole)


def test_a_text_without_a_list_is_quoted_as_ever() -> None:
    prose = " ".join(f"Sentence {n} tells of something else that a council wrote down." for n in range(20))
    lines = weighed(prose, "Sentence 7 ")
    assert shown_span(prose, lines, asks_for_list=True) == shown_span(prose, lines)


def test_a_list_too_long_for_a_phone_is_cut_at_an_item() -> None:
    items = [
        f"• item {n} has some twenty words of its own so that the whole list is far too long to be read"
        for n in range(12)
    ]
    words = quoted("\n".join(["The plan must have:", *items]), "The plan must have")
    assert words.startswith("The plan must have:\n• item 0")
    assert len(words.split()) <= 150
    assert words.endswith("read")


def test_a_sentence_that_points_back_is_quoted_with_the_one_before() -> None:
    assert quoted(PROSE, "This was fault") == "A council lost the letter. This was fault."


def test_the_next_sentence_is_quoted_when_it_bears_nearly_as_much() -> None:
    assert quoted(PROSE, "The family", others=0.95) == "The family waited a year. A cat slept."


@pytest.mark.parametrize(
    "sentence",
    [
        "It must reply.", "This was fault.", "They may refuse.", "Such a plan ends.", "The council can then refuse.",
        "If so, it must reply.", "But a plan may end.", "After that the plan ends.", "Or it may refuse.",
        "One is that the keeper asks.", "The second is a fee.", "So the lamp goes out.",
    ],
)  # fmt: skip
def test_a_sentence_that_goes_on_from_the_one_before_points_back(sentence: str) -> None:
    assert points_back(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Items are kept.", "The council must reply.", "Thistles grow.", "If the school agrees, the council then pays.",
        "The first lamp burns.", "One keeper is enough.", "Oranges are sold.",
    ],
)  # fmt: skip
def test_a_sentence_with_its_own_subject_points_to_nothing(sentence: str) -> None:
    assert not points_back(sentence)


@pytest.mark.parametrize("text", [LIST, PROSE, "One line only", "  A.  B is here.  "])
def test_a_quotation_is_a_slice_of_the_text_with_no_white_space_at_its_ends(text: str) -> None:
    for span in sentence_spans(text):
        words = quoted(text, span.of(text))
        assert words in text
        assert words == words.strip() != ""


def test_a_short_text_of_ours_is_shown_whole() -> None:
    assert best_sentences(PROSE, weighed(PROSE, "A cat"), most=4, words=60, opening=False) == tuple(
        span.of(PROSE) for span in sentence_spans(PROSE)
    )


def test_of_a_long_text_of_ours_the_sentences_around_the_best_are_shown() -> None:
    shown = best_sentences(PROSE, weighed(PROSE, "The family"), most=2, words=60, opening=False)
    assert len(shown) == 2
    assert "The family waited a year." in shown


def test_a_sentence_of_ours_never_stands_without_the_one_it_points_back_to() -> None:
    shown = best_sentences(PROSE, weighed(PROSE, "This was fault"), most=2, words=60, opening=False)
    assert shown == ("A council lost the letter.", "This was fault.")


def test_every_sentence_of_the_leading_passages_is_weighed_where_it_stands(view: View) -> None:
    evidence = gathered(view, "can a lantern break happen at home")
    bearings = weigh(evidence, frozenset(), view)
    assert [bearing.item.label for bearing in bearings] == [item.label for item in evidence.passages[: len(bearings)]]
    for bearing in bearings:
        official, plain = bearing.item.passage.official or "", bearing.item.passage.plain or ""
        assert tuple(weighed.span for weighed in bearing.official) == sentence_spans(official)
        assert tuple(weighed.span for weighed in bearing.plain) == sentence_spans(plain)


def test_the_sentence_that_answers_is_weighed_heaviest(view: View) -> None:
    text = "is one kind of lantern break given at home"
    evidence = gathered(view, text)
    bearing = next(
        b for b in weigh(evidence, understood(view, text).asks, view) if b.item.passage.pinpoint == "para 2.1"
    )
    best = max(bearing.official, key=lambda weighed: weighed.score)
    assert best.span.of(bearing.item.passage.official or "") == "One kind of lantern break may be given at home."


def test_a_short_text_is_shown_whole_and_a_long_one_by_what_bears_most() -> None:
    long = " ".join([*(f"Sentence number {n} says a little." for n in range(40)), "The family waited a year."])
    assert shown_span(PROSE, weighed(PROSE, "The family")).of(PROSE) == PROSE
    assert shown_span(long, weighed(long, "The family")).of(long) == "The family waited a year."
