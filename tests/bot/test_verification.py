"""Only what its citations support is shown: everything else is removed, and nothing left is nothing shown."""

import pytest

from bot.answer import Kind, Voice
from bot.composing.draft import Draft, Drafted
from bot.composing.from_text import compose_from_text
from bot.evidence import Evidence
from bot.verification import Verified, renumbered, statement_fault, verify
from corpus.library import View
from corpus.sentences import Span
from tests.bot.asking_small import gathered, understood

ASKED = "how long has the council got to decide about a lantern plan"


@pytest.fixture(scope="module")
def evidence(view: View) -> Evidence:
    """Evidence whose first passage is para 1.2 of the code: six weeks, must, should."""
    return gathered(view, ASKED)


def shown(drafted: Drafted, evidence: Evidence, view: View) -> Verified:
    """The draft of one statement, verified."""
    return verify(Draft(statements=(drafted,)), evidence, view)


def ours(text: str, *labels: int) -> Drafted:
    """A statement of ours."""
    return Drafted(kind=Kind.PLAIN, labels=labels or (1,), text=text)


def quote(start: int, end: int, label: int = 1) -> Drafted:
    """A quotation of these characters."""
    return Drafted(kind=Kind.QUOTE, labels=(label,), span=Span(start=start, end=end))


@pytest.mark.parametrize(
    "text",
    [
        "The council must tell you within six weeks whether it will write a plan.",
        "The council must tell you within 6 weeks.",
        "It should count from the day your request arrives.",
        "Para 1.2 is about requests.",
        "You will hear from the council.",
    ],
)
def test_a_statement_that_its_passage_supports_is_shown(evidence: Evidence, view: View, text: str) -> None:
    verified = shown(ours(text), evidence, view)
    assert [statement.text for statement in verified.statements] == [text]
    assert verified.removed == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The council must tell you within eight weeks.", "figures"),
        ("The council must tell you within 60 weeks.", "figures"),
        ("You will get £150.", "figures"),
        ("Section 17 says so.", "references"),
        ("Under regulation 12 the council must tell you.", "figures"),
        ("The council must not tell you.", "a duty word"),
        ("The council may tell you.", "a duty word"),
        ("", "says nothing"),
        ("   ", "says nothing"),
    ],
)
def test_a_statement_that_its_passage_does_not_support_is_removed(
    evidence: Evidence, view: View, text: str, why: str
) -> None:
    verified = shown(ours(text), evidence, view)
    assert verified.statements == ()
    [removed] = verified.removed
    assert removed.kind is Kind.PLAIN
    assert removed.why.startswith(("figures", "references") if why in {"figures", "references"} else why)


def test_must_is_never_made_of_should(view: View) -> None:
    text = "The council must offer lantern breaks."
    assert statement_fault(text, "The council should offer lantern breaks.") != ""
    assert statement_fault(text, "The council must offer lantern breaks.") == ""


@pytest.mark.parametrize("labels", [(0,), (99,), (1, 99), (-1,)])
def test_an_invented_label_removes_the_statement(evidence: Evidence, view: View, labels: tuple[int, ...]) -> None:
    verified = shown(ours("The council must tell you.", *labels), evidence, view)
    assert verified.statements == ()
    assert verified.removed[0].why == "cites nothing it was given"


def test_a_statement_without_a_label_is_removed(evidence: Evidence, view: View) -> None:
    assert shown(Drafted(kind=Kind.PLAIN, labels=(), text="The sky is blue."), evidence, view).statements == ()


@pytest.mark.parametrize(("start", "end"), [(0, 10_000), (-1, 5), (5, 5), (9, 3), (10_000, 10_001)])
def test_a_quotation_outside_its_passage_is_removed(evidence: Evidence, view: View, start: int, end: int) -> None:
    verified = shown(quote(start, end), evidence, view)
    assert verified.statements == ()
    assert verified.removed[0].why == "quotes words that are not there"


def test_a_passage_without_official_words_cannot_be_quoted(view: View) -> None:
    evidence = gathered(view, "is the last ferry free on the island with a lantern plan")
    assert evidence.passages[0].passage.official is None
    assert shown(quote(0, 5), evidence, view).statements == ()


def test_words_beside_a_quotation_are_held_against_the_passage_too(evidence: Evidence, view: View) -> None:
    official = evidence.passages[0].passage.official or ""
    for text, stands in (("The council must pay £9,000.", False), ("You are told within six weeks.", True)):
        drafted = Drafted(kind=Kind.QUOTE, labels=(1,), text=text, span=Span(start=0, end=20))
        found = shown(drafted, evidence, view).statements
        assert [s.citations[0].quote for s in found] == ([official[:20].strip()] if stands else [])


def test_a_quotation_keeps_its_offsets_place_and_standing(evidence: Evidence, view: View) -> None:
    passage = evidence.passages[0].passage
    official = passage.official or ""
    [statement] = shown(quote(0, len(official)), evidence, view).statements
    [citation] = statement.citations
    assert (citation.start, citation.end, citation.quote) == (0, len(official), " ".join(official.split()))
    assert (citation.locator, citation.pinpoint, citation.page) == ("lantern-code/1.2", "para 1.2", 3)
    assert (citation.voice, statement.duty) == (Voice.OFFICIAL, "must")
    assert citation.url == "https://lanterns.example/lantern-code"


def test_a_statement_of_ours_is_cited_as_ours_and_quotes_nothing(evidence: Evidence, view: View) -> None:
    [statement] = shown(ours("The council must tell you within six weeks."), evidence, view).statements
    [citation] = statement.citations
    assert (citation.voice, citation.quote, citation.start, citation.end) == (Voice.PLAIN, None, 0, 0)


def test_a_statement_may_rest_on_two_passages_together(view: View) -> None:
    evidence = gathered(view, "are 1.2 and 2.5 the same")
    places = {item.passage.pinpoint: item.label for item in evidence.passages}
    text = "The council must tell you within six weeks, and a carer within 15 working days."
    assert shown(ours(text, places["para 1.2"], places["para 2.5"]), evidence, view).statements
    assert not shown(ours(text, places["para 1.2"]), evidence, view).statements


def test_the_same_sentence_is_shown_once(evidence: Evidence, view: View) -> None:
    twice = ours("The council must tell you within six weeks.")
    assert len(verify(Draft(statements=(twice, twice)), evidence, view).statements) == 1


def test_what_fails_does_not_take_what_stands_with_it(evidence: Evidence, view: View) -> None:
    draft = Draft(statements=(ours("Within 99 weeks."), ours("The council must tell you."), quote(0, 9_999)))
    verified = verify(draft, evidence, view)
    assert [statement.text for statement in verified.statements] == ["The council must tell you."]
    assert len(verified.removed) == 2


def test_labels_are_counted_from_one_in_the_order_they_are_cited(evidence: Evidence, view: View) -> None:
    third, second = (evidence.passages[n].passage.official or "" for n in (2, 1))
    draft = Draft(statements=(quote(0, len(third), 3), quote(0, len(second), 2), quote(0, len(third), 3)))
    labels = [s.citations[0].label for s in renumbered(verify(draft, evidence, view).statements)]
    assert labels == [1, 2]


@pytest.mark.parametrize(
    "text",
    [ASKED, "can a lantern break happen at home", "what did the Aldersea decisions say about lantern breaks at home"],
)
def test_nothing_our_own_composer_writes_is_removed(view: View, text: str) -> None:
    evidence = gathered(view, text)
    draft = compose_from_text(understood(view, text), evidence, view)
    assert verify(draft, evidence, view).removed == ()
