"""Citations, quotations, duty words and figures, on sentences small enough to judge by eye."""

from corpus.decision import Decision
from evals.measures.citation_precision import citation_precision
from evals.measures.citation_recall import citation_recall
from evals.measures.duty_words import duty_words_kept
from evals.measures.figures import figures_kept
from evals.measures.gold_citations import gold_citation_precision, gold_citation_recall
from evals.measures.quotations import verbatim_quotations
from tests.evals.made import ALLOWANCE, a_case, a_citation, a_passage, a_statement, an_answer, an_asked

OTHER = a_passage("code/1.2", "A parent may ask a school for advice.")
BOTH = [a_passage(), OTHER]
SIX_WEEKS = "It must be paid within 6 weeks."


def test_recall_is_the_share_of_supported_statements() -> None:
    right = a_statement(SIX_WEEKS, a_citation())
    wrong = a_statement("It must be paid within 8 weeks.", a_citation())
    assert citation_recall(an_asked(an_answer(right, wrong))) == 0.5
    assert citation_recall(an_asked(an_answer(a_statement(SIX_WEEKS)))) == 0
    assert citation_recall(an_asked(an_answer())) is None


def test_recall_takes_the_citations_together() -> None:
    joint = a_statement("Within 6 weeks; you may ask in 3 ways.", a_citation(), a_citation("code/1.2", label=2))
    three = a_passage("code/1.2", "You may ask in three ways.")
    asked = an_asked(an_answer(joint), passages=[a_passage(), three])
    assert citation_recall(asked) == 1
    assert citation_precision(asked) == 1


def test_a_citation_that_adds_nothing_costs_precision() -> None:
    padded = a_statement(SIX_WEEKS, a_citation(), a_citation("code/1.2", label=2))
    asked = an_asked(an_answer(padded), passages=BOTH)
    assert citation_recall(asked) == 1
    assert citation_precision(asked) == 0.5


def test_no_citation_of_an_unsupported_statement_counts() -> None:
    wrong = a_statement("Within 8 weeks.", a_citation(), a_citation("code/1.2", label=2))
    assert citation_precision(an_asked(an_answer(wrong), passages=BOTH)) == 0


def test_a_passage_that_is_not_held_supports_nothing() -> None:
    assert citation_recall(an_asked(an_answer(a_statement(SIX_WEEKS, a_citation("code/7"))))) == 0


def test_a_quotation_must_stand_at_its_offsets() -> None:
    words = "within six weeks"
    at = ALLOWANCE.index(words)
    exact = a_statement(words, a_citation(quote=words, start=at))
    moved = a_statement(words, a_citation(quote=words, start=at + 1))
    changed = a_statement("within ten weeks", a_citation(quote="within ten weeks", start=at))
    assert verbatim_quotations(an_asked(an_answer(exact))) == 1
    assert verbatim_quotations(an_asked(an_answer(exact, moved, changed))) == 1 / 3
    assert citation_recall(an_asked(an_answer(exact, moved))) == 0.5
    assert verbatim_quotations(an_asked(an_answer(a_statement(SIX_WEEKS, a_citation())))) is None


def test_must_is_not_supported_by_may() -> None:
    raised = a_statement("The school must give advice.", a_citation("code/1.2"))
    kept = a_statement("A parent may ask.", a_citation("code/1.2"))
    assert duty_words_kept(an_asked(an_answer(raised, kept), passages=BOTH)) == 0.5
    assert duty_words_kept(an_asked(an_answer(a_statement("Ask the school.", a_citation())))) is None


def test_a_figure_must_stand_in_what_is_cited() -> None:
    kept, changed = a_statement("In 6 weeks.", a_citation()), a_statement("In 7 weeks.", a_citation())
    assert figures_kept(an_asked(an_answer(kept, changed))) == 0.5


def test_a_decisions_own_head_supports_its_date_but_no_other_figure() -> None:
    facts = Decision(council="Aldersea", reference="31 000 417", category="", outcome="Upheld", date="2031-03-07")
    dated = a_statement("Aldersea, 7 March 2031: upheld.", a_citation())
    month = a_statement("They got 3 things wrong.", a_citation())
    assert figures_kept(an_asked(an_answer(dated, month), decision=facts)) == 0.5


def test_golds_are_cited_by_locator() -> None:
    case = a_case(needs="all", gold=[{"source": "code", "locator": "1.1"}, {"source": "code", "locator": "1.3"}])
    answer = an_answer(a_statement("a", a_citation()), a_statement("b", a_citation("code/1.2", label=2)))
    assert gold_citation_recall(an_asked(answer, case=case)) == 0.5
    assert gold_citation_precision(an_asked(answer, case=case)) == 0.5
    assert gold_citation_recall(an_asked(an_answer(), case=case)) == 0
    assert gold_citation_precision(an_asked(an_answer(), case=case)) is None
