"""Personal data never goes to a language model, law and councils do, and the family reads its own words."""

import pytest

from bot.conversation import Speaker, Turn
from bot.personal_data.found import Kind
from bot.personal_data.hiding import hide, hide_all
from evals.personal_data.counting import count
from evals.personal_data.sentences import read_sentences

SETS = ("development", "held_out", "harder", "last", "sealed")


def family(text: str) -> Turn:
    return Turn(speaker=Speaker.USER, text=text)


def signpost(text: str) -> Turn:
    return Turn(speaker=Speaker.ASSISTANT, text=text)


@pytest.mark.parametrize("name", SETS)
def test_what_tells_who_a_family_is_is_hidden(name: str) -> None:
    counted = count(read_sentences(name))
    assert counted.recall >= 0.95, counted.missed
    assert counted.recall_of(Kind.NAME) >= 0.95, counted.missed
    assert counted.precision >= 0.97
    assert counted.false_alarms < 0.03, counted.alarms


def test_our_sentences_are_enough_to_count_on() -> None:
    sentences = [sentence for name in SETS for sentence in read_sentences(name)]
    assert sum(bool(sentence.marks) for sentence in sentences) >= 200
    assert sum(not sentence.marks for sentence in sentences) >= 120


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("my son Theo is 9 and has a plan", "my son [child] is 9 and has a plan"),
        ("Ms Okafor says no to Jayden", "[name 1] says no to [name 2]"),
        ("call 07700 900123 or mail jo@example.com", "call [phone 1] or mail [email 1]"),
        ("his dob is 12/03/2015, NHS number 999 123 4560", "his dob is [date of birth], NHS number [NHS number 1]"),
        ("she goes to Oakfield Primary School", "she goes to [school 1]"),
        ("UPN H801200001234, NI QQ 12 34 56 C", "UPN [pupil number 1], NI [National Insurance number 1]"),
        ("I live at 14 Larkspur Close, LE99 4XQ", "I live at [address 1], [postcode 1]"),
    ],
)
def test_each_kind_has_its_placeholder(written: str, sent: str) -> None:
    assert hide(written).text == sent


@pytest.mark.parametrize(
    "written",
    [
        "In May I asked Leicestershire, will the Ombudsman help?",
        "Mark my words, I hope they get no grace period",
        "What did Mrs X win in 23 013 051 and 24 007 529, paragraph 11?",
        "section 36(8), para 9.14, letter of 8 September 2026, £150",
        "ring 999, 111 or 0808 808 3555",
        "is the special school better than a mainstream primary",
    ],
)
def test_law_councils_months_and_helplines_are_left(written: str) -> None:
    assert hide(written).text == written
    assert hide(written).found == ()


def test_one_person_has_one_placeholder_through_a_conversation() -> None:
    hidden = hide_all(
        [
            family("my son Jake has a plan"),
            signpost("Jake can keep it. Section 42 of the Act applies."),
            family("jake's TA left, JAKE is upset, and Priya too"),
        ]
    )
    assert [one.text for one in hidden] == [
        "my son [child] has a plan",
        "[child] can keep it. Section 42 of the Act applies.",
        "[child]'s TA left, [child] is upset, and [name 1] too",
    ]


def test_a_name_told_later_is_hidden_in_earlier_turns() -> None:
    earlier, _ = hide_all([family("Will can not cope"), family("my son Will is 9")])
    assert earlier.text == "[child] can not cope"


def test_a_name_that_is_a_word_stays_a_word_elsewhere() -> None:
    assert hide("my daughter April turns 16 in april").text == "my daughter [child] turns 16 in april"
    assert hide("my son will has been told he will lose").text == "my son [child] has been told he will lose"


def test_an_official_text_of_ours_is_not_searched_for_names() -> None:
    official = "Dame Edith Cole reviewed it. Contact Oakfield Primary School on 020 7946 0958."
    assert hide_all([signpost(official)])[0].text == official


def test_the_page_has_the_familys_words_again() -> None:
    hidden = hide("my son Theo goes to Oakfield Primary School")
    assert hidden.restore("Ask [school 1] about [Child]'s plan.") == "Ask Oakfield Primary School about Theo's plan."
    assert hidden.restore(hidden.text) == "my son Theo goes to Oakfield Primary School"


def test_a_placeholder_nobody_was_given_stays() -> None:
    assert hide("my son Theo").restore("[name 7] and [1]") == "[name 7] and [1]"


def test_an_official_quotation_is_not_touched() -> None:
    quotation = "the form asks for [child] and no more"
    restored = hide("my son Theo").restore(f"For [child]: “{quotation}”.", quotations=[quotation])
    assert restored == f"For Theo: “{quotation}”."


def test_a_placeholder_the_family_wrote_is_nobody_elses() -> None:
    hidden = hide("the form says [child] but my son Theo is left out")
    assert hidden.text == "the form says [child] but my son [child 2] is left out"
    assert hidden.restore("[child] and [child 2]") == "[child] and Theo"


def test_the_page_says_what_was_hidden_and_not_what_it_was() -> None:
    assert hide("Jayden and Mia, Jayden again, ring 07700 900123").summary == "2 names, 1 phone number"
    assert hide("what is section F").summary == ""


def test_nothing_printed_of_a_hidden_message_holds_the_words() -> None:
    assert "theo" not in repr(hide("my son Theo, 07700 900123")).lower()
    assert "900123" not in repr(hide("my son Theo, 07700 900123"))


def test_what_was_found_says_where_it_stood() -> None:
    text = "please help Archie now"
    (found,) = hide(text).found
    assert text[found.start : found.end] == "Archie"
    assert (found.kind, found.placeholder) == (Kind.NAME, "[name 1]")
