"""Drafts composed from text alone: every statement cites what it was given, each under its own standing."""

from dataclasses import replace

import pytest

from bot.answer import Kind
from bot.asking import Asks
from bot.composing.draft import Draft, Drafted
from bot.composing.from_text import compose_from_text
from bot.composing.missing import notes_of
from bot.evidence import Evidence
from corpus.library import View
from corpus.source import Authority
from tests.bot.asking_small import gathered, understood

QUESTIONS = (
    "how long has the council got to decide about a lantern plan",
    "can a lantern break happen at home",
    "lantern breaks were cut without any explanation",
    "what did the Aldersea decisions say about lantern breaks at home",
    "is the last ferry free on the island with a lantern plan",
    "what does 1.4 say",
    "must the council charge a fee for a lantern plan",
)


def draft(view: View, text: str) -> tuple[Draft, Evidence]:
    """The draft for a question, and the evidence it was made from."""
    evidence = gathered(view, text)
    return compose_from_text(understood(view, text), evidence, view), evidence


def words(drafted: Drafted, evidence: Evidence) -> str:
    """What a statement says: our text, or the quoted words."""
    item = evidence.labelled(drafted.labels[0])
    assert item is not None
    return drafted.text or (drafted.span.of(item.passage.official or "") if drafted.span else "")


@pytest.mark.parametrize("text", QUESTIONS)
def test_every_statement_cites_a_label_it_was_given_and_says_something(view: View, text: str) -> None:
    made, evidence = draft(view, text)
    assert made.statements
    for drafted in made.statements:
        assert drafted.labels
        assert all(evidence.labelled(label) for label in drafted.labels)
        assert words(drafted, evidence).strip()


@pytest.mark.parametrize("text", QUESTIONS)
def test_each_kind_of_statement_rests_on_sources_of_its_standing(view: View, text: str) -> None:
    made, evidence = draft(view, text)
    allowed = {
        Kind.QUOTE: {Authority.LAW, Authority.STATUTORY_GUIDANCE, Authority.OMBUDSMAN_DECISION},
        Kind.DECISION: {Authority.OMBUDSMAN_DECISION},
        Kind.EXPERIENCE: {Authority.FAMILIES_EXPERIENCE, Authority.CORRESPONDENCE},
        Kind.PLAIN: set(Authority),
    }
    for drafted in made.statements:
        item = evidence.labelled(drafted.labels[0])
        assert item is not None
        assert item.passage.authority in allowed[drafted.kind]


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_statement_of_ours_is_whole_sentences_of_our_plain_text(view: View, text: str) -> None:
    made, evidence = draft(view, text)
    for drafted in made.statements:
        if drafted.kind is Kind.PLAIN:
            item = evidence.labelled(drafted.labels[0])
            assert item is not None
            assert drafted.text in (item.passage.plain or "")


def test_the_short_answer_comes_first_and_the_law_next(view: View) -> None:
    kinds = [drafted.kind for drafted in draft(view, QUESTIONS[1])[0].statements]
    assert kinds[0] is Kind.PLAIN
    assert kinds == sorted(kinds, key=[Kind.PLAIN, Kind.QUOTE, Kind.DECISION, Kind.EXPERIENCE].index)


def test_the_short_answer_answers(view: View) -> None:
    made, _ = draft(view, QUESTIONS[0])
    assert "six weeks" in made.statements[0].text


def test_a_decision_is_told_with_its_council_date_and_outcome(view: View) -> None:
    made, evidence = draft(view, QUESTIONS[3])
    said = [words(drafted, evidence) for drafted in made.statements if drafted.kind is Kind.DECISION]
    assert "Aldersea Borough Council, 7 February 2031, decision 31 000 417: upheld." in said


def test_what_a_council_was_asked_to_pay_cites_the_passage_that_says_so(view: View) -> None:
    made, evidence = draft(view, QUESTIONS[3])
    remedy = next(drafted for drafted in made.statements if "£150" in drafted.text)
    item = evidence.labelled(remedy.labels[0])
    assert item is not None
    assert "£150" in (item.passage.official or "")


def test_a_bare_reference_gives_the_place_whole_and_nothing_else(view: View) -> None:
    made, evidence = draft(view, "what does 1.2 say")
    passage = evidence.passages[0].passage
    assert [drafted.kind for drafted in made.statements] == [Kind.PLAIN, Kind.QUOTE]
    assert made.statements[0].text == passage.plain
    assert words(made.statements[1], evidence) == passage.official


def test_a_place_without_our_text_is_shown_in_its_own_words(view: View) -> None:
    made, evidence = draft(view, "what does 1.9 say")
    assert [words(drafted, evidence) for drafted in made.statements] == ["A doctor may add a page to the plan."]


def test_a_place_without_official_words_is_told_in_ours(view: View) -> None:
    made, evidence = draft(view, "is the last ferry free on the island with a lantern plan")
    first = made.statements[0]
    assert (first.kind, first.span) == (Kind.PLAIN, None)
    assert words(first, evidence).startswith("A family on an island")


def test_a_note_says_which_kind_of_fact_was_not_found(view: View) -> None:
    text = "can a lantern break happen at home and by when"
    assert understood(view, text).asks == {Asks.PERIOD}
    assert any("time limit" in note for note in draft(view, text)[0].notes)


def test_a_note_says_when_nothing_of_law_or_guidance_was_found(view: View) -> None:
    evidence = gathered(view, QUESTIONS[2])
    lower = tuple(item for item in evidence.passages if item.passage.authority is Authority.FAMILIES_EXPERIENCE)
    notes = notes_of(understood(view, QUESTIONS[2]), replace(evidence, passages=lower))
    assert any("No passage of law" in note for note in notes)


def test_a_note_says_when_the_named_source_has_nothing(view: View) -> None:
    evidence = gathered(view, QUESTIONS[0])
    query = understood(view, "how long has the council got, says the forum report")
    code = tuple(item for item in evidence.passages if item.passage.source == "lantern-code")
    assert any("the source you named" in note for note in notes_of(query, replace(evidence, passages=code)))


def test_an_answer_that_misses_nothing_has_no_notes(view: View) -> None:
    assert draft(view, QUESTIONS[0])[0].notes == ()


def test_each_separate_question_of_a_message_is_answered_in_short(view: View) -> None:
    text = "How long has the council got to decide about a lantern plan? Can a lantern break happen at home?"
    made, evidence = draft(view, text)
    short = [drafted for drafted in made.statements if drafted.kind is Kind.PLAIN]
    assert len(evidence.parts) == 2
    assert any("six weeks" in drafted.text for drafted in short)
    assert any("at home" in drafted.text for drafted in short)


def _with_scores(evidence: Evidence, *scores: float) -> Evidence:
    """The first passages of the evidence and no others, with these scores."""
    chosen = [
        replace(item, candidate=replace(item.candidate, score=score))
        for item, score in zip(evidence.passages, scores, strict=False)
    ]
    return replace(evidence, passages=tuple(chosen), parts=())


@pytest.mark.parametrize("first", [0, 1])
def test_the_passage_that_scores_best_opens_the_answer(view: View, first: int) -> None:
    text = "how long has the council got to decide about a lantern plan"
    query, evidence = understood(view, text), gathered(view, text)
    rules = [i for i in evidence.passages if i.passage.plain and i.passage.authority is Authority.STATUTORY_GUIDANCE]
    evidence = _with_scores(replace(evidence, passages=tuple(rules[:2])), *((0.9, 0.1) if first == 0 else (0.1, 0.9)))
    assert compose_from_text(query, evidence, view).statements[0].labels == (evidence.passages[first].label,)


def test_a_rule_opens_the_answer_where_families_experience_scores_more(view: View) -> None:
    text = "lantern breaks were cut without any explanation"
    query, evidence = understood(view, text), gathered(view, text)
    standing = [item.passage.authority for item in evidence.passages]
    experience = standing.index(Authority.FAMILIES_EXPERIENCE)
    rule = next(
        n for n, item in enumerate(evidence.passages)
        if item.passage.plain and item.passage.authority is Authority.STATUTORY_GUIDANCE
    )  # fmt: skip
    told = evidence.passages[experience]
    told = replace(told, passage=replace(told.passage, plain="Families say that breaks were cut without a word."))
    both = replace(evidence, passages=(told, evidence.passages[rule]))
    opening = compose_from_text(query, _with_scores(both, 0.9, 0.8), view).statements[0]
    assert opening.labels == (evidence.passages[rule].label,)
    named = replace(query, sources=(evidence.passages[experience].passage.source,))
    opening = compose_from_text(named, _with_scores(both, 0.9, 0.1), view).statements[0]
    assert opening.labels == (evidence.passages[experience].label,)
