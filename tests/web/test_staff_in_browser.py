"""The staff desk in a real browser: a run from beginning to end, a case from a question, and a parent who forges."""

import json
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.bot.desk_leaks import ASKED, leaks
from tests.web.conftest import SIZES, free_port
from tests.web.serving import Served, served_by
from tests.web.staff_app import ENTRY, PASSWORD
from tests.web.visit import Visit, visit

pytestmark = pytest.mark.browser

_PHONE, _DESKTOP = SIZES

_FORGED = """async ([session, asked]) => {
    const said = [];
    const socket = new WebSocket(`ws://${location.host}/ws/socket.io/?EIO=4&transport=websocket`);
    const auth = {sessionId: session, clientType: "webapp", chatProfile: "Staff", userEnv: "{}", threadId: ""};
    const send = (name, what) => socket.send("42" + JSON.stringify(what === undefined ? [name] : [name, what]));
    const waits = [];
    const answered = () => new Promise(done => waits.push(done));
    socket.onmessage = ({data}) => {
        if (data.startsWith("0")) socket.send("40" + JSON.stringify(auth));
        if (data === "2") socket.send("3");
        if (data.startsWith("42")) said.push(data);
        if (data.startsWith("40") || data.startsWith('42["new_message"') && data.includes("assistant_message"))
            waits.splice(0).forEach(done => done());
    };
    await answered();
    send("connection_successful");
    for (const text of asked) {
        const said = answered();
        const message = {id: crypto.randomUUID(), threadId: "", name: "User", type: "user_message", output: text,
            createdAt: new Date().toISOString(), metadata: {}};
        send("client_message", {message, fileReferences: []});
        await said;
    }
    for (const payload of [{do: "sets"}, {do: "run", set: ""}, {do: "runs"}, {do: "feedback"}, {do: "draft"}]) {
        const said = answered();
        const action = {name: "staff", payload, label: "", tooltip: "", id: "1", forId: "1"};
        await fetch("/project/action", {method: "POST", headers: {"content-type": "application/json"},
            body: JSON.stringify({sessionId: session, action})});
        await said;
    }
    socket.close();
    return said;
}"""
"""A page that calls itself staff: what a parent with the browser's tools open could send, and what comes back."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The small library with staff."""
    folder = tmp_path_factory.mktemp("staff")
    command = ("env", f"SIGNPOST_STAFF={ENTRY}", sys.executable, "-m", "tests.web.serve_staff")
    with served_by((*command, str(free_port()), str(folder)), folder) as server:
        yield server


@pytest.fixture
def anna(request: pytest.FixtureRequest, chromium: Browser, served: Served) -> Iterator[Visit]:
    """A visit of anna's, logged in; nothing may go elsewhere or complain."""
    width, height = request.param
    page = chromium.new_context(viewport={"width": width, "height": height}, locale="en-GB").new_page()
    visitor = Visit(page=page, address=served.address)
    page.on("request", lambda asked: visitor.requests.append(asked.url))
    page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
    _log_in(page, served)
    yield visitor
    assert visitor.strangers == []
    assert visitor.complaints == []
    assert not visitor.is_wider_than_its_screen()
    page.context.close()


def _log_in(page: Page, served: Served) -> None:
    page.goto(f"{served.address}/staff")
    page.get_by_label("Name").fill("anna")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Logged in as anna")).to_be_visible()


def _summary(visitor: Visit) -> Locator:
    return visitor.answers().filter(has_text="95 % interval").last


@pytest.mark.parametrize("anna", [_PHONE], indirect=True)
def test_staff_see_how_an_answer_was_made_run_cases_and_open_the_report(anna: Visit, screenshots: Path) -> None:
    anna.ask("how much is the lantern allowance a week?")
    trace = anna.press("How this was found")
    expect(trace).to_contain_text("strength")
    expect(trace.get_by_role("row").nth(1)).to_contain_text("lexical")
    anna.picture(screenshots, "staff-1-trace")

    anna.press("Run cases")
    anna.press("kept-here (4)")
    expect(_summary(anna)).to_contain_text("4 cases, 0 did not pass", timeout=60_000)
    expect(_summary(anna).get_by_role("row").nth(1)).to_contain_text("Cases passed")
    expect(anna.answers().filter(has_text="Done: kept-here, 4 cases.").first).to_be_visible()
    anna.picture(screenshots, "staff-2-summary")
    plots = anna.press("Plots")
    expect(plots.get_by_role("img", name="Cases passed, by type")).to_have_js_property("complete", value=True)
    assert plots.get_by_role("img", name="Cases passed, by type").evaluate("image => image.naturalWidth") > 0

    anna.page.goto(
        f"{anna.address}{_summary(anna).get_by_role('link', name='Open the whole report').get_attribute('href')}"
    )
    expect(anna.page.get_by_role("heading", level=1)).to_have_text("Signpost: are the answers right?")
    anna.page.get_by_label("show passed cases too").check()
    expect(anna.page.locator("#count")).to_have_text("4 of 4 cases")


@pytest.mark.parametrize("anna", [_DESKTOP], indirect=True)
def test_a_question_becomes_a_case_without_what_is_personal_in_it(anna: Visit, screenshots: Path) -> None:
    anna.ask("my daughter Philippa Thistlewood has a lantern plan, how much is the allowance a week?")
    offer = anna.press("Make a case")
    expect(offer).to_contain_text("Taken out of it")
    page = anna.page
    page.goto(f"{anna.address}{offer.get_by_role('link').get_attribute('href')}")
    expect(page.get_by_label("Question", exact=True)).not_to_have_value("")
    assert "Philippa" not in page.get_by_label("Question", exact=True).input_value()
    anna.picture(screenshots, "staff-3-case")
    page.get_by_role("button", name="Check and keep").click()
    expect(page.get_by_role("alert")).to_contain_text("id: is empty")
    unnamed = "[...document.querySelectorAll('input, select, textarea')].filter(e => !e.labels.length).length"
    assert page.evaluate(unnamed) == 0


def test_a_parent_who_forges_the_profile_and_the_buttons_gets_nothing_of_the_desk(
    chromium: Browser, served: Served
) -> None:
    family = visit(chromium, served, width=1280, height=900)
    profiles = family.page.evaluate("fetch('/project/settings').then(r => r.json()).then(s => s.chatProfiles)")
    assert profiles == []
    said = family.page.evaluate(_FORGED, [str(uuid.uuid4()), list(ASKED)])
    told = [json.loads(line[2:])[1] for line in said if line.startswith('42["new_message"')]
    answers = [step["output"] for step in told if step["type"] == "assistant_message"]
    assert len(answers) == len(ASKED) + 5
    assert {answer.partition(".")[0] for answer in answers} == {"Your login has ended, or there was none"}
    assert leaks("\n".join(answers)) == []
    family.page.context.close()


def test_a_login_that_ended_closes_the_chat_that_was_open(chromium: Browser, served: Served) -> None:
    page = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB").new_page()
    visitor = Visit(page=page, address=served.address)
    _log_in(page, served)
    visitor.ask("where do we keep the marzipan")
    other = page.context.new_page()
    other.goto(f"{served.address}/staff")
    other.get_by_role("button", name="Log out").click()
    expect(other.get_by_role("heading", level=1)).to_have_text("Staff login")
    expect(visitor.press("Run cases")).to_contain_text("Your login has ended")
    expect(visitor.ask("where do we keep the marzipan")).to_contain_text("Your login has ended")
    page.context.close()


def test_staff_watch_a_language_model_write_and_can_stop_it(chromium: Browser, tmp_path: Path) -> None:
    command = ("env", f"SIGNPOST_STAFF={ENTRY}", sys.executable, "-m", "tests.web.serve_fake", str(free_port()))
    with served_by((*command, str(tmp_path), "1000", "model"), tmp_path) as server:
        page = chromium.new_context(locale="en-GB").new_page()
        _log_in(page, server)
        visitor = Visit(page=page, address=server.address)
        answer = visitor.ask("Please wait: what breaks are there?")
        expect(answer).to_contain_text("Ask in writing for a carer's assessment.")
        page.locator("#stop-button").click()
        expect(answer).to_contain_text("the language model was stopped")
        expect(answer.get_by_role("button", name="How this was found")).to_be_visible()
        page.context.close()
