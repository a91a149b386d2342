"""What the environment says about the web service: where feedback goes, how often one may ask, who may call.

Read once, in `bot/service.py`, then passed down.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.accounts import Account, read_accounts
from corpus.errors import SettingsError

LONGEST_QUESTION = 2000
"""Characters: a page of a worried parent's typing. Longer texts are letters, and belong to `signpost check`."""
QUESTIONS_A_MINUTE = 20
"""From one client. Nobody reads faster; a script that fills the queue stops at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSettings:
    """The web service's own settings."""

    data: Path
    """Folder for the chat's working files and, by default, the store."""
    database: str
    """SQLAlchemy URL of the store: SQLite or Postgres."""
    questions_a_minute: int = QUESTIONS_A_MINUTE
    longest_question: int = LONGEST_QUESTION
    hosts: tuple[str, ...] = ()
    """Host names a browser may call us by; () lets `bot.service` choose by the address served."""
    proxies: tuple[str, ...] = ()
    """Addresses whose X-Forwarded-For is believed; () believes nobody."""
    staff: tuple[Account, ...] = ()
    """Who may log in to the staff desk; () closes it."""


def read_web_settings(environment: Mapping[str, str], *, data: Path) -> WebSettings:
    """Settings from the environment; SettingsError names the variable that cannot be used."""
    return WebSettings(
        data=data,
        database=environment.get("SIGNPOST_DATABASE") or f"sqlite:///{data / 'store.sqlite3'}",
        questions_a_minute=positive(environment, "SIGNPOST_QUESTIONS_A_MINUTE", QUESTIONS_A_MINUTE),
        hosts=_names(environment, "SIGNPOST_HOSTS"),
        proxies=_names(environment, "SIGNPOST_TRUSTED_PROXIES"),
        staff=read_accounts(environment.get("SIGNPOST_STAFF", "")),
    )


def positive(environment: Mapping[str, str], name: str, default: int) -> int:
    """A whole number above 0, or the default where none is set; SettingsError names the variable."""
    written = environment.get(name, "")
    if not written:
        return default
    if not written.isascii() or not written.isdigit() or int(written) == 0:
        raise SettingsError(f"{name} must be a whole number above 0. Change it, or unset the variable.")
    return int(written)


def _names(environment: Mapping[str, str], name: str) -> tuple[str, ...]:
    """ "a.org, b.org" -> ("a.org", "b.org")."""
    return tuple(part.strip() for part in environment.get(name, "").split(",") if part.strip())
