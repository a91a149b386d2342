"""One answer in its forms: what Markdown, text, email and JSON each promise."""

import json

import pytest

from bot.answer import Answer, Citation, Kind, Statement, Voice
from bot.answering import Assistant
from bot.outcomes import Outcome
from bot.rendering import answer_as_email, answer_as_json, answer_as_markdown, answer_as_text
from corpus.source import Authority
from tests.bot.asking_small import a_question

FORMS = (answer_as_markdown, answer_as_text, answer_as_email)
STATEMENT_KEYS = {"text", "kind", "duty", "citations", "worked", "asked"}
CITATION_KEYS = {
    "label", "locator", "source", "title", "pinpoint", "page", "authority", "as_of", "voice", "quote", "start", "end",
}  # fmt: skip
ANSWER_KEYS = {
    "outcome", "question", "query", "statements", "passages", "reply", "notes", "composer", "seconds", "index",
    "prompts",
}  # fmt: skip
ADDED = {"instead", "held_back", "tokens", "hidden", "choices", "steps", "strength"}
"""What the form has beside the promised keys: interfaces change only by adding."""


def a_citation(label: int = 1, **changes: object) -> Citation:
    """A citation of an invented code; the fact that matters is given by the test."""
    values: dict[str, object] = {
        "label": label,
        "locator": "lantern-code/1.2",
        "source": "lantern-code",
        "title": "Lantern Code",
        "pinpoint": "para 1.2",
        "heading": ("1 Asking", "How to ask"),
        "page": 3,
        "authority": Authority.STATUTORY_GUIDANCE,
        "as_of": "2031-05",
        "voice": Voice.OFFICIAL,
        "quote": "The council must reply.",
        "start": 0,
        "end": 23,
        "url": "https://lanterns.example/code",
    }
    return Citation(**(values | changes))  # type: ignore[arg-type]  # the test gives fields of the right type


def a_statement(kind: Kind, text: str, *citations: Citation, duty: str | None = None) -> Statement:
    """One statement."""
    return Statement(text=text, kind=kind, duty=duty, citations=citations)


def an_answer(*statements: Statement, notes: tuple[str, ...] = ()) -> Answer:
    """An answer of these statements."""
    return Answer(outcome=Outcome.ANSWERED, question="q", query="q", statements=statements, notes=notes)


OURS = a_statement(Kind.PLAIN, "The council has to reply.", a_citation(quote=None, voice=Voice.PLAIN, start=0, end=0))
QUOTE = a_statement(Kind.QUOTE, "The council must reply.", a_citation(), duty="must")
DECIDED = a_statement(
    Kind.DECISION, "Aldersea, 2031: upheld.",
    a_citation(2, authority=Authority.OMBUDSMAN_DECISION, title="Decision 31 000 417", pinpoint="¶4", page=None,
               quote=None),
)  # fmt: skip
REPORTED = a_statement(
    Kind.EXPERIENCE, "Buses cost more.",
    a_citation(3, authority=Authority.FAMILIES_EXPERIENCE, title="Tides", pinpoint="Buses, para 1", page=None,
               url="", quote=None),
)  # fmt: skip
WRITTEN = a_statement(
    Kind.EXPERIENCE, "We complain.",
    a_citation(4, authority=Authority.CORRESPONDENCE, title="Letter", pinpoint="para 1", page=None, quote=None),
)  # fmt: skip
WHOLE = an_answer(OURS, QUOTE, DECIDED, REPORTED, WRITTEN, notes=("How many hours you would get.",))


def test_each_standing_has_its_own_heading_in_the_order_a_reader_needs() -> None:
    shown = answer_as_markdown(WHOLE)
    headings = (
        "**In short.**",
        "**What the law and guidance say**",
        "**What the Ombudsman has decided**",
        "**What local families reported**",
        "**What the forum's letter says**",
        "**What these sources do not say**",
    )
    places = [shown.index(heading) for heading in headings]
    assert places == sorted(places)


def test_a_heading_without_statements_is_not_shown() -> None:
    shown = answer_as_markdown(an_answer(OURS))
    assert shown == "**In short.** The council has to reply. [1]"


def test_a_quotation_carries_standing_duty_place_page_heading_and_number() -> None:
    assert answer_as_markdown(an_answer(QUOTE)).splitlines()[-1] == (
        "- Statutory guidance · *must*: “The council must reply.” "
        "(Lantern Code, para 1.2, p. 3, under “How to ask”) [1]"
    )


def test_words_below_law_are_never_called_law() -> None:
    shown = answer_as_markdown(an_answer(DECIDED, REPORTED))
    assert "One family's facts, not a rule" in shown
    assert "not a finding and not law" in shown
    assert "law and guidance" not in shown


def test_a_place_that_is_a_page_names_it_once() -> None:
    shown = answer_as_markdown(an_answer(a_statement(Kind.QUOTE, "x", a_citation(pinpoint="p. 7", page=7))))
    assert shown.count("p. 7") == 1


def test_text_lists_each_source_once_with_place_standing_date_and_link() -> None:
    shown = answer_as_text(an_answer(OURS, QUOTE))
    assert shown.endswith(
        "\n\nSources\n[1] Lantern Code, para 1.2, p. 3 (Statutory guidance, as of 2031-05). https://lanterns.example/code"
    )
    assert "*" not in shown


def test_a_source_without_an_address_is_listed_without_one() -> None:
    assert answer_as_text(an_answer(REPORTED)).endswith("(Families' experience, as of 2031-05).")


def test_an_email_greets_says_the_same_and_lists_its_sources_below() -> None:
    shown = answer_as_email(WHOLE)
    assert shown.startswith("Hello,")
    assert "The council has to reply. [1]" in shown
    assert "“The council must reply.”" in shown
    assert "What I could not find: How many hours you would get." in shown
    assert "not legal advice" in shown
    below = shown.split("Where this comes from:\n")[1]
    assert [line.split("]")[0] for line in below.splitlines()] == ["[1", "[2", "[3", "[4"]
    assert "https://lanterns.example/code" in below


def test_an_email_is_plain_text() -> None:
    shown = answer_as_email(WHOLE)
    assert "*" not in shown
    assert "#" not in shown


@pytest.mark.parametrize("form", FORMS)
def test_every_number_in_the_text_is_a_source_and_every_source_is_used(form: object) -> None:
    shown = form(WHOLE)  # type: ignore[operator]  # each of them is a function
    for label in range(1, 5):
        assert f"[{label}]" in shown
    assert "[5]" not in shown


@pytest.mark.parametrize("outcome", [o for o in Outcome if not o.is_answer])
@pytest.mark.parametrize("form", FORMS)
def test_what_is_no_answer_is_the_reviewed_text_with_its_notes(outcome: Outcome, form: object) -> None:
    answer = Answer(outcome=outcome, question="q", query="", reply="**Call 999.**", notes=("Try 9.14.",))
    shown = form(answer)  # type: ignore[operator]  # each of them is a function
    assert "Call 999." in shown
    assert "- Try 9.14." in shown
    assert "Sources" not in shown


@pytest.mark.parametrize(
    "text",
    [
        "can a lantern break happen at home",
        "what does 1.140 say",
        "hello",
        "which biscuits do penguins enjoy on Tuesdays",
    ],
)
def test_json_has_the_promised_keys_and_says_what_it_adds(assistant: Assistant, text: str) -> None:
    values = json.loads(json.dumps(answer_as_json(assistant.answer(a_question(text)))))
    assert set(values) == ANSWER_KEYS | ADDED
    for statement in values["statements"]:
        assert set(statement) == STATEMENT_KEYS
        for citation in statement["citations"]:
            assert set(citation) >= CITATION_KEYS
            assert set(citation) - CITATION_KEYS <= {"url", "heading", "source_line", "certainty"}
    for passage in values["passages"]:
        assert set(passage) == {"rank", "locator", "score", "found_by"}


def test_json_keeps_the_values_of_the_answer(assistant: Assistant) -> None:
    answer = assistant.answer(a_question("can a lantern break happen at home"))
    values = json.loads(json.dumps(answer_as_json(answer)))
    assert values["outcome"] == "answered"
    assert values["seconds"] == answer.seconds
    assert [s["kind"] for s in values["statements"]] == [s.kind.value for s in answer.statements]
    assert values["statements"][0]["citations"][0]["voice"] == "plain"
    assert values["passages"][0]["locator"] == answer.passages[0].locator
