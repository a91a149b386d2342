"""The web's settings, read from a mapping."""

from pathlib import Path

import pytest

from bot.settings import read_web_settings
from corpus.errors import SettingsError

DATA = Path("data")


def test_without_a_word_in_the_environment_the_store_is_sqlite_in_the_data_folder() -> None:
    settings = read_web_settings({}, data=DATA)
    assert settings.database == f"sqlite:///{DATA / 'store.sqlite3'}"
    assert (settings.longest_question, settings.hosts, settings.proxies) == (2000, (), ())


def test_what_the_environment_says_is_taken() -> None:
    settings = read_web_settings(
        {
            "SIGNPOST_DATABASE": "postgresql://h/d",
            "SIGNPOST_QUESTIONS_A_MINUTE": "5",
            "SIGNPOST_HOSTS": "a.org, b.org",
            "SIGNPOST_TRUSTED_PROXIES": "10.0.0.1",
        },
        data=DATA,
    )
    assert settings.database == "postgresql://h/d"
    assert settings.questions_a_minute == 5
    assert (settings.hosts, settings.proxies) == (("a.org", "b.org"), ("10.0.0.1",))


@pytest.mark.parametrize("useless", ["0", "-3", "many", "1.5"])
def test_a_limit_that_is_no_whole_number_above_nought_is_refused(useless: str) -> None:
    with pytest.raises(SettingsError, match="SIGNPOST_QUESTIONS_A_MINUTE"):
        read_web_settings({"SIGNPOST_QUESTIONS_A_MINUTE": useless}, data=DATA)
