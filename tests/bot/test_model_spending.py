"""Tokens are counted for an answer and for a day, in memory or in the store, and both have their limit."""

from datetime import date
from pathlib import Path

import pytest

from bot.errors import ModelUnavailable, WhyNoModel
from bot.model_settings import ModelSettings, read_model_settings
from bot.spending import Ledger, Spending, Tokens, estimated
from bot.store import Store

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def limits(answer: int, day: int) -> ModelSettings:
    found = read_model_settings(
        {
            "SIGNPOST_MODEL": "ollama:m",
            "SIGNPOST_MODEL_TOKENS_ANSWER": str(answer),
            "SIGNPOST_MODEL_TOKENS_DAY": str(day),
        }
    )
    assert found
    return found


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """An empty ledger."""
    return Store.open(f"sqlite:///{tmp_path / 'store.sqlite3'}")


def test_an_answer_may_cost_so_much_and_no_more(ledger: Ledger) -> None:
    purse = Spending(limits(1000, 5000), ledger, today=lambda: MONDAY).purse()
    purse.spend(Tokens(read=600, written=100))
    assert purse.left == 300
    purse.spend(Tokens(read=600))
    assert purse.left == 0
    assert purse.tokens == Tokens(read=1200, written=100)


def test_what_is_left_of_the_day_bounds_an_answer_and_tomorrow_is_another_day(ledger: Ledger) -> None:
    today = [MONDAY]
    spending = Spending(limits(1000, 1500), ledger, today=lambda: today[0])
    spending.purse().spend(Tokens(read=900, written=100))
    assert spending.purse().left == 500
    spending.purse().spend(Tokens(read=500))
    with pytest.raises(ModelUnavailable) as raised:
        spending.purse()
    assert raised.value.why is WhyNoModel.SPENT
    today[0] = TUESDAY
    assert spending.purse().left == 1000


def test_the_store_keeps_the_day_when_the_program_ends(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    first = Store.open(url)
    first.spend(MONDAY, "openai:m", Tokens(read=3, written=4))
    first.spend(MONDAY, "ollama:m", Tokens(read=10))
    first.close()
    again = Store.open(url)
    assert (again.spent(MONDAY), again.spent(TUESDAY)) == (17, 0)
    again.close()


def test_an_estimate_is_rather_too_high() -> None:
    # English has about four characters to a token: 40 characters are about 10 tokens.
    assert estimated("a" * 40) == 14
