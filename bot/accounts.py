"""Staff accounts: names with scrypt hashes, as SIGNPOST_STAFF lists them. No password is ever kept.

`signpost staff-password NAME` prints an entry. Entries hold no "$", which shells and Compose files would read.
"""

import base64
import hashlib
import hmac
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.errors import SettingsError

SHORTEST_PASSWORD = 12
"""Characters: NCSC's three random words have more."""
LONGEST_PASSWORD = 200
_COST, _BLOCK, _LANES = 15, 8, 1
"""n = 2^15, r = 8, p = 1: 32 MB and some 0.1 s a try. RFC 7914; OWASP names 2^17 where memory allows."""
_MEMORY = 256 * 1024 * 1024
"""Bytes scrypt may take at the highest cost read."""
_ENTRY = re.compile(r"(?P<name>[A-Za-z0-9._-]{1,40}):scrypt\.(?P<cost>\d{2})\.(?P<salt>[\w-]{22,})\.(?P<key>[\w-]{43})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One member of staff."""

    name: str
    cost: int
    """Binary logarithm of scrypt's n."""
    salt: bytes
    key: bytes

    def __repr__(self) -> str:
        return f"Account(name={self.name!r})"


def read_accounts(written: str) -> tuple[Account, ...]:
    """ "anna:scrypt.15.SALT.KEY, ben:…" -> the accounts; SettingsError tells the number of an entry, never its text."""
    entries = [entry.strip() for entry in written.split(",") if entry.strip()]
    accounts = tuple(_account(entry, number) for number, entry in enumerate(entries, start=1))
    if len({account.name for account in accounts}) < len(accounts):
        raise SettingsError("SIGNPOST_STAFF names somebody twice. Keep one entry a person.")
    return accounts


def _account(entry: str, number: int) -> Account:
    found = _ENTRY.fullmatch(entry)
    if found is None or not _COST <= int(found["cost"]) <= _COST + 2:
        raise SettingsError(
            f"SIGNPOST_STAFF: entry {number} is not NAME:scrypt.… as `signpost staff-password NAME` prints it."
        )
    return Account(name=found["name"], cost=int(found["cost"]), salt=_bytes(found["salt"]), key=_bytes(found["key"]))


def entry_for(name: str, password: str) -> str:
    """What SIGNPOST_STAFF takes for this person; SettingsError for a useless name or a short password."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise SettingsError(
            f"A password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters. Three words will do."
        )
    salt = secrets.token_bytes(16)
    entry = f"{name}:scrypt.{_COST}.{_text(salt)}.{_text(_key(password, salt, _COST))}"
    read_accounts(entry)
    return entry


def account_of(accounts: Sequence[Account], name: str, password: str) -> Account | None:
    """The account that this name and password open; None otherwise, after the same work for every wrong try."""
    found = next((account for account in accounts if account.name == name), None)
    tried = found or _NOBODY
    key = _key(password[: LONGEST_PASSWORD + 1], tried.salt, tried.cost)
    return found if hmac.compare_digest(key, tried.key) else None


def _key(password: str, salt: bytes, cost: int) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=2**cost, r=_BLOCK, p=_LANES, maxmem=_MEMORY, dklen=32)


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


_NOBODY = Account(name="", cost=_COST, salt=bytes(16), key=bytes(32))
"""Whom a wrong name is tried against, so that it takes as long as a wrong password."""
