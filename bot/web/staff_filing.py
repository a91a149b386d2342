"""The routes of the case form: begun, shown, sent, checked, kept, downloaded."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from fastapi import FastAPI, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from bot.evaluations import Evaluations
from bot.web.staff_answers import HEADERS, for_evaluations, form_of, page_of, refused
from bot.web.staff_case_page import case_page
from bot.web.staff_drafts import INPUTS, Draft, case_of, turns_as_text, turns_in
from bot.web.staff_pages import kept_page, notice_page
from bot.web.staff_room import StaffRoom
from bot.web.staff_strip import strip

_GONE = "That form is no longer held. Begin it again from the chat or the overview."


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """The case form over one room."""

    room: StaffRoom

    def add_to(self, app: FastAPI) -> None:
        """The app answers /staff/cases/…"""

        @app.get("/staff/cases/new")
        def begin() -> Response:
            return for_evaluations(self.room, lambda _own: self._begin())

        @app.get("/staff/cases/kept-here.jsonl")
        def download() -> Response:
            return for_evaluations(self.room, _file)

        @app.get("/staff/cases/{draft_id}")
        def show(draft_id: str) -> Response:
            return for_evaluations(self.room, lambda _own: self._show(draft_id))

        @app.post("/staff/cases/{draft_id}")
        async def send(request: Request, draft_id: str) -> Response:
            form = await form_of(request)
            if form is None:
                return refused()
            return await asyncio.to_thread(for_evaluations, self.room, lambda own: self._sent(own, draft_id, form))

    def _begin(self) -> Response:
        by = self.room.visitor or ""
        draft = self.room.drafts.begin(by, {"provenance": written_by(by)})
        return RedirectResponse(address(draft), status_code=303, headers=HEADERS)

    def _show(self, draft_id: str) -> Response:
        draft = self.room.drafts.find(draft_id, self.room.visitor or "")
        return page_of(case_page(draft)) if draft else page_of(notice_page("Not held", _GONE), status=404)

    def _sent(self, own: Evaluations, draft_id: str, form: Mapping[str, str]) -> Response:
        draft = self.room.drafts.find(draft_id, self.room.visitor or "")
        if draft is None:
            return page_of(notice_page("Not held", _GONE), status=404)
        filled = {name: form.get(name, "").replace("\r\n", "\n") for name in INPUTS}
        if not form.get("as_written"):
            clean, kinds = _stripped(filled)
            if kinds:
                return page_of(case_page(replace(draft, fields=clean), hidden=f"Found: {', '.join(kinds)}."))
        return self._kept(own, replace(draft, fields=filled))

    def _kept(self, own: Evaluations, draft: Draft) -> Response:
        case = case_of(draft.fields)
        if mends := own.check(case):
            return page_of(case_page(draft, mends), status=422)
        name = own.keep(case)
        self.room.drafts.end(draft.id)
        return page_of(kept_page(name))


def _stripped(filled: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The inputs with personal data taken out, and the kinds that were found."""
    asked = strip(filled["question"], turns_in(filled["history"]))
    note = strip(filled["note"])
    clean = {"question": asked.question, "history": turns_as_text(asked.history), "note": note.question}
    return {**filled, **clean}, tuple(dict.fromkeys((*asked.taken_out, *note.taken_out)))


def _file(own: Evaluations) -> Response:
    held = {"Content-Disposition": 'attachment; filename="kept-here.jsonl"'}
    return PlainTextResponse(own.kept(), media_type="application/x-ndjson", headers=HEADERS | held)


def address(draft: Draft) -> str:
    """Where the form is."""
    return f"/staff/cases/{draft.id}"


def written_by(name: str) -> str:
    """Who writes the case, and when, for its provenance."""
    today = datetime.now(UTC)
    return f"written by {name}, {today.day} {today:%B %Y}, on the staff desk"
