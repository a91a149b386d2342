"""Staff accounts: what opens them, what does not, and what is never told."""

import pytest
from typer.testing import CliRunner

from bot.accounts import account_of, entry_for, read_accounts
from bot.cli import app
from corpus.errors import SettingsError

PASSWORD = "three quiet lanterns"
ENTRY = entry_for("anna", PASSWORD)


def test_the_right_name_and_password_open_the_account() -> None:
    account = account_of(read_accounts(ENTRY), "anna", PASSWORD)
    assert account is not None
    assert account.name == "anna"


@pytest.mark.parametrize(
    ("name", "password"), [("anna", "three quiet lantern"), ("ben", PASSWORD), ("", ""), ("anna", ""), ("", PASSWORD)]
)
def test_nothing_else_does(name: str, password: str) -> None:
    assert account_of(read_accounts(ENTRY), name, password) is None


def test_nobody_enters_where_there_are_no_accounts() -> None:
    assert account_of((), "", "") is None


def test_two_hashes_of_one_password_differ_and_neither_tells_it() -> None:
    other = entry_for("anna", PASSWORD)
    assert other != ENTRY
    assert "lantern" not in ENTRY
    assert set(ENTRY) & {"$", ",", " ", "\n"} == set()


def test_an_account_does_not_print_its_key() -> None:
    (account,) = read_accounts(ENTRY)
    assert repr(account) == "Account(name='anna')"


def test_several_people_stand_beside_each_other() -> None:
    both = read_accounts(f" {ENTRY} , {entry_for('ben', PASSWORD)},")
    assert [account.name for account in both] == ["anna", "ben"]


@pytest.mark.parametrize(
    "broken", ["anna:swordfish-as-it-is", ENTRY.replace("scrypt.15", "scrypt.04"), f"an na{ENTRY}"]
)
def test_a_broken_entry_is_told_by_its_number_and_never_repeated(broken: str) -> None:
    with pytest.raises(SettingsError, match="entry 2") as refused:
        read_accounts(f"{ENTRY},{broken}")
    assert "swordfish" not in str(refused.value)


def test_one_person_has_one_entry() -> None:
    with pytest.raises(SettingsError, match="twice"):
        read_accounts(f"{ENTRY},{ENTRY}")


@pytest.mark.parametrize("password", ["short", "x" * 201])
def test_a_password_that_is_too_short_or_too_long_is_refused(password: str) -> None:
    with pytest.raises(SettingsError, match="12 to 200"):
        entry_for("anna", password)


def test_the_command_prints_an_entry_that_opens_and_never_the_password() -> None:
    typed = f"{PASSWORD}\n{PASSWORD}\n"
    printed = CliRunner().invoke(app, ["staff-password", "anna"], input=typed).stdout
    assert PASSWORD not in printed
    assert account_of(read_accounts(printed.splitlines()[-1]), "anna", PASSWORD) is not None
