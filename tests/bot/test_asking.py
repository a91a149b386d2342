"""What kind of fact a question asks for, and whether a text holds one of that kind."""

import pytest

from bot.asking import Asks, has_shape, what_is_asked


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("how long have they got", Asks.PERIOD),
        ("by when must they answer", Asks.PERIOD),
        ("how many working days do they have", Asks.PERIOD),
        ("HOW MANY WEEKS", Asks.PERIOD),
        ("when will they review it", Asks.PERIOD),
        ("is there a timescale", Asks.PERIOD),
        ("what age can she have one", Asks.PERIOD),
        ("how much is the fee", Asks.MONEY),
        ("whats the hourly rate for a PA", Asks.MONEY),
        ("how many £ a week", Asks.MONEY),
        ("how many children have one", Asks.COUNT),
        ("whats their phone number", Asks.PHONE),
        ("are they open on saturday", Asks.PHONE),
        ("what percentage of appeals win", Asks.PERCENT),
        ("what is a lantern plan?", Asks.DEFINITION),
        ("what does LPX stand for", Asks.DEFINITION),
        ("whats the difference between a plan and a break", Asks.COMPARISON),
        ("who decides", Asks.WHO),
        ("whose job is it", Asks.WHO),
    ],
)
def test_the_kind_of_fact_asked_for_is_seen(text: str, kind: Asks) -> None:
    assert kind in what_is_asked(text, has_reference=False)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("how much notice must they give", Asks.MONEY),
        ("how much longer can this go on", Asks.MONEY),
        ("they gave us £50 and closed the case, is that right", Asks.MONEY),
        ("how many weeks have they got", Asks.COUNT),
        ("the whole council is awful", Asks.WHO),
    ],
)
def test_words_of_another_matter_ask_for_nothing(text: str, kind: Asks) -> None:
    assert kind not in what_is_asked(text, has_reference=False)


@pytest.mark.parametrize(
    "text",
    [
        "9.14",
        "what does 9.14 say",
        "quote 9.14 for me",
        "9.14 please",
        "read me para 9.14 of the code",
        "section F",
        "SEND Code of Practice, para 9.14",
        "Children and Families Act 2014, s 36(8)",
        "Ombudsman decision 23 013 051 (Leicestershire), ¶11",
        "SEND Code of Practice, Introduction, para xxv",
    ],
)
def test_a_bare_reference_asks_for_the_wording(text: str) -> None:
    assert Asks.WORDING in what_is_asked(text, has_reference=True)


@pytest.mark.parametrize(
    "text",
    [
        "does 9.14 mean that my council has to tell me about it in writing",
        "section F is not delivered by school",
        "my sons section F says nothing about speech therapy and the school wont act, what now",
    ],
)
def test_a_question_about_a_place_does_not_ask_for_its_wording(text: str) -> None:
    assert Asks.WORDING not in what_is_asked(text, has_reference=True)


def test_without_a_reference_there_is_no_wording_to_ask_for() -> None:
    assert Asks.WORDING not in what_is_asked("what does it say", has_reference=False)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Asks.MONEY, "a payment of £150"),
        (Asks.MONEY, "150 pounds"),
        (Asks.MONEY, "50p a mile"),
        (Asks.PERIOD, "within six weeks"),
        (Asks.PERIOD, "without delay"),
        (Asks.PERIOD, "before the child is 18"),
        (Asks.PHONE, "ring 0808 800 5000"),
        (Asks.PHONE, "write to help@lanterns.example"),
        (Asks.PERCENT, "12 per cent"),
        (Asks.PERCENT, "12%"),
        (Asks.COUNT, "three lanterns"),
        (Asks.WHO, "anything"),
        (Asks.DEFINITION, ""),
    ],
)
def test_a_fact_of_the_kind_asked_for_is_seen_in_a_text(kind: Asks, text: str) -> None:
    assert has_shape(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Asks.MONEY, "within six weeks"),
        (Asks.PERIOD, "the council decides"),
        (Asks.PERIOD, "one kind may be at home"),
        (Asks.PHONE, "para 9.14 of 23 013 051"),
        (Asks.PERCENT, "12 children"),
        (Asks.COUNT, "many lanterns"),
    ],
)
def test_a_fact_of_another_kind_is_not_taken_for_it(kind: Asks, text: str) -> None:
    assert not has_shape(kind, text)
