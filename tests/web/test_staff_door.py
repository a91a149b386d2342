"""The staff door: who gets in, what a family finds there, and what is told to somebody who guesses."""

import logging
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.accounts import read_accounts
from bot.web.staff_door import COOKIE, LASTS, StaffDoor
from tests.web.staff_app import ENTRY, OURS, PASSWORD, logging_in, staff_app, staff_client

INSIDE = (
    "/staff",
    "/staff/reports/2026-11-22T10-00-00Z",
    "/staff/reports/2026-11-22T10-00-00Z/plots/by-type.svg",
    "/staff/bars/50.svg",
    "/staff/cases/new",
    "/staff/cases/kept-here.jsonl",
    "/staff/cases/abc",
)


@pytest.fixture
def family(tmp_path: Path) -> TestClient:
    return TestClient(staff_app(tmp_path), follow_redirects=False)


@pytest.mark.parametrize("path", INSIDE)
def test_without_a_login_every_address_leads_to_the_login_and_shows_nothing(family: TestClient, path: str) -> None:
    reply = family.get(path)
    assert (reply.status_code, reply.headers["location"], reply.text) == (303, "/staff/login", "")


@pytest.mark.parametrize("path", [*INSIDE, "/staff/login"])
def test_where_nobody_is_staff_there_is_nothing_at_all(tmp_path: Path, path: str) -> None:
    client = TestClient(staff_app(tmp_path, staff=()), follow_redirects=False)
    assert client.get(path).status_code == 404
    assert client.post(path, headers=OURS).status_code in {404, 405}


@pytest.mark.parametrize("key", ["", "x", "anna", "../../x", "a" * 5000])
def test_a_cookie_that_was_never_given_opens_nothing(family: TestClient, key: str) -> None:
    assert family.get("/staff", headers={"Cookie": f"{COOKIE}={key}"}).status_code == 303


def test_a_form_of_a_case_is_not_taken_without_a_login(family: TestClient) -> None:
    reply = family.post("/staff/cases/abc", data={"question": "x"}, headers=OURS)
    assert (reply.status_code, reply.headers["location"]) == (303, "/staff/login")


def test_the_right_name_and_password_lead_to_the_chat_with_a_cookie_no_script_can_read(family: TestClient) -> None:
    reply = logging_in(family)
    assert (reply.status, reply.headers["location"]) == (303, "/")
    parts = {part.strip().lower() for part in reply.headers["set-cookie"].split(";")[1:]}
    assert parts == {"httponly", f"max-age={LASTS}", "path=/", "samesite=strict"}
    assert "Logged in as anna" in family.get("/staff").text


def test_over_https_the_cookie_never_goes_without_it(tmp_path: Path) -> None:
    client = TestClient(staff_app(tmp_path), base_url="https://testserver", follow_redirects=False)
    form = {"name": "anna", "password": PASSWORD}
    reply = client.post("/staff/login", data=form, headers={"Origin": "https://testserver"})
    assert "secure" in reply.headers["set-cookie"].lower()


def test_a_wrong_name_and_a_wrong_password_are_told_the_same(family: TestClient) -> None:
    name, password = logging_in(family, name="bella"), logging_in(family, password="three loud lanterns")
    assert (name.status, name.text) == (password.status, password.text)
    assert name.status == 401
    assert "set-cookie" not in name.headers


def test_the_sixth_try_waits_even_with_the_right_password(family: TestClient) -> None:
    statuses = [logging_in(family, password="wrong wrong wrong").status for _ in range(6)]
    assert statuses == [401] * 5 + [429]
    assert logging_in(family).status == 429


def test_logging_out_ends_the_login_even_for_a_copied_cookie(tmp_path: Path) -> None:
    client = staff_client(staff_app(tmp_path))
    copied = {"Cookie": f"{COOKIE}={client.cookies[COOKIE]}"}
    assert client.post("/staff/logout", headers=OURS).headers["location"] == "/staff/login"
    assert client.get("/staff").status_code == 303
    assert client.get("/staff", headers=copied).status_code == 303


@pytest.mark.parametrize("headers", [{}, {"Origin": "null"}, {"Origin": "https://elsewhere.example"}])
@pytest.mark.parametrize("path", ["/staff/login", "/staff/logout", "/staff/cases/abc"])
def test_a_form_of_another_sites_page_is_refused(tmp_path: Path, path: str, headers: dict[str, str]) -> None:
    client = staff_client(staff_app(tmp_path))
    form = {"name": "anna", "password": PASSWORD}
    assert client.post(path, data=form, headers=headers).status_code == 403
    assert client.get("/staff").status_code == 200


def test_a_login_lasts_eight_hours_and_no_longer() -> None:
    now = [0.0]
    door = StaffDoor(read_accounts(ENTRY), clock=lambda: now[0])
    key = door.log_in("anna", PASSWORD, "here").key
    now[0] = LASTS - 1
    assert door.who(key) == "anna"
    now[0] = LASTS
    assert door.who(key) is None


def test_no_password_and_no_key_is_ever_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    client = staff_client(staff_app(tmp_path))
    logging_in(client, password="wrong wrong wrong")
    assert "lanterns" not in caplog.text
    assert "wrong wrong" not in caplog.text
    assert client.cookies[COOKIE] not in caplog.text


def test_a_passage_for_the_desk_is_read_by_staff_and_never_left_in_a_cache(tmp_path: Path) -> None:
    app = staff_app(tmp_path)
    inside = staff_client(app).get("/sources/meadow-letter/1")
    assert "For the desk only" in inside.text
    assert inside.headers["cache-control"] == "no-store"
    outside = TestClient(app).get("/sources/meadow-letter/1")
    assert (outside.status_code, "For the desk only" in outside.text) == (404, False)


def test_staff_pages_take_forms_of_ours_run_no_script_and_are_not_kept(family: TestClient) -> None:
    headers = family.get("/staff/login").headers
    policy = headers["content-security-policy"]
    assert "form-action 'self'" in policy
    assert "script-src" not in policy
    assert "default-src 'none'" in policy
    assert headers["cache-control"] == "no-store"


def test_without_the_evals_staff_are_told_so(tmp_path: Path) -> None:
    client = staff_client(staff_app(tmp_path))
    assert "The evals are not installed here" in client.get("/staff").text
    assert client.get("/staff/cases/new").status_code == 404
