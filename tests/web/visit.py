"""A family's visit in the browser: what it does, and everything the page asked for and complained of."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, expect

from tests.web.serving import Served

_HARMLESS = ("Missing `Description`",)
"""Chainlit's own dialogs lack a description; the console says so, families do not notice."""
_PATIENCE = 120_000
"""Milliseconds until what is awaited counts as never coming: the first answer loads the models, and on a machine that
is busy with four other programs that was measured at 28 seconds."""


@dataclass(slots=True)
class Visit:
    """One page open at our address."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def strangers(self) -> list[str]:
        """Addresses asked for that are not ours; data: and blob: never leave the page."""
        ours = (self.address, self.address.replace("http://", "ws://"), "data:", "blob:")
        return [url for url in self.requests if not url.startswith(ours)]

    def ask(self, question: str) -> Locator:
        """The question is sent, and answered; returns the answer."""
        before = self.answers().count()
        self.page.fill("#chat-input", question)
        expect(self.page.locator("#chat-submit")).to_be_enabled()
        self.page.keyboard.press("Enter")
        return self._next(before)

    def press(self, button: str) -> Locator:
        """A button under an answer is pressed; returns the message that it brought."""
        before = self.answers().count()
        self.page.get_by_role("button", name=button, exact=True).last.click()
        return self._next(before)

    def answers(self) -> Locator:
        """Everything Signpost has said."""
        return self.page.locator('[data-step-type="assistant_message"]')

    def citation(self, label: int) -> Locator:
        """The first link with this number in the newest answer that has one."""
        return self.page.get_by_role("link", name=f"Citation {label}: ").first

    def panel(self) -> Locator:
        """The passage at the side."""
        return self.page.get_by_role("dialog", name="The cited passage")

    def is_wider_than_its_screen(self) -> bool:
        """True when a reader would have to scroll sideways."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))

    def picture(self, folder: Path, name: str) -> None:
        """A picture of what the reader sees now."""
        width = (self.page.viewport_size or {"width": 0})["width"]
        self.page.screenshot(path=folder / f"{width}-{name}.png", animations="disabled")

    def _next(self, before: int) -> Locator:
        newest = self.answers().nth(before)
        newest.locator(".message-content").wait_for()
        return newest


def visit(browser: Browser, served: Served, *, width: int, height: int) -> Visit:
    """The page is open, and ready for a question."""
    page = browser.new_context(viewport={"width": width, "height": height}, locale="en-GB").new_page()
    page.set_default_timeout(_PATIENCE)
    visiting = Visit(page=page, address=served.address)

    def note(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(("Warning: ", *_HARMLESS)):
            visiting.complaints.append(message.text)

    def asked(request: Request) -> None:
        visiting.requests.append(request.url)

    page.on("request", asked)
    page.on("websocket", lambda socket: visiting.requests.append(socket.url))
    page.on("requestfailed", lambda request: visiting.failed.append(request.url))
    page.on("console", note)
    page.on("pageerror", lambda error: visiting.complaints.append(str(error)))
    page.goto(served.address)
    page.get_by_role("button", name="EHC plans").wait_for()
    return visiting
