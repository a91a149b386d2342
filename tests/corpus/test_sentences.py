"""Sentences as spans: what is quoted can be marked where it stands."""

from itertools import pairwise

import pytest

from corpus.sentences import fold, fold_marks, sentence_spans, sentences

TEXT = "Lamps burn oil. “Who pays?” The keeper does.\n• a wick; and\n• a match.\n\n  Nothing else!  "


def test_sentences_end_at_marks_and_at_line_breaks() -> None:
    assert sentences(TEXT) == (
        "Lamps burn oil.",
        "“Who pays?”",
        "The keeper does.",
        "• a wick; and",
        "• a match.",
        "Nothing else!",
    )


def test_spans_point_at_the_words_without_white_space_at_their_ends() -> None:
    spans = sentence_spans(TEXT)
    assert tuple(TEXT[span.start : span.end] for span in spans) == sentences(TEXT)
    assert all(span.of(TEXT) == span.of(TEXT).strip() for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))


@pytest.mark.parametrize(
    "text",
    [
        "See s. 4 and para. 12 of it.",
        "Mrs. Quill, Dr. Marsh and St. Ives.",
        "Lamps (e.g. Argand lamps) burn.",
        "It costs £3.50 a day.",
        "Three things: Oil is one.",
        "R v. Keepers of the lamp.",
        "the lamp. and then small letters",
    ],
)
def test_a_stop_within_a_sentence_does_not_end_it(text: str) -> None:
    assert sentences(text) == (text,)


@pytest.mark.parametrize("text", ["", " \n \n", "\t"])
def test_nothing_has_no_sentences(text: str) -> None:
    assert sentence_spans(text) == ()


def test_folding_leaves_single_spaces() -> None:
    assert fold(" a\n b\u00a0\tc ") == "a b c"


def test_folding_marks_makes_quotes_dashes_and_letters_plain() -> None:
    assert fold_marks("The Keeper’s – “lamp”\u00a0— it") == 'the keeper\'s - "lamp" - it'
