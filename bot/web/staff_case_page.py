"""The form of a case, as a page: filled before it is shown, sent back with what is to mend above it."""

from collections.abc import Mapping, Sequence
from html import escape

from bot.evaluations import Mend
from bot.web.staff_drafts import PLACES, Draft, input_of
from bot.web.staff_pages import page

_ASKERS = {"parent": "A parent", "volunteer": "A volunteer", "staff": "Staff"}


def case_page(draft: Draft, mends: Sequence[Mend] = (), hidden: str = "") -> str:
    """The form of a case, with what is to mend above it; `hidden` says what was taken out since it was last sent."""
    return page(
        "A case",
        f"<h1>Make a case</h1>{_problems(mends)}{_stripped(draft, hidden)}{_cited(draft)}"
        f'<form method="post" action="/staff/cases/{escape(draft.id)}">{_inputs(draft.fields, mends)}'
        f"{_as_written() if hidden else ''}"
        '<button type="submit">Check and keep</button></form>',
    )


def _problems(mends: Sequence[Mend]) -> str:
    if not mends:
        return ""
    lines = "".join(f'<li><a href="#{input_of(m.field)}">{escape(m.field)}</a>: {escape(m.cure)}</li>' for m in mends)
    return f'<div class="problem" role="alert"><h2>Something to mend</h2><ul>{lines}</ul></div>'


def _stripped(draft: Draft, hidden: str) -> str:
    if hidden:
        return (
            f'<div class="problem" role="alert"><h2>Personal data was taken out</h2><p>{escape(hidden)} '
            "Look at the words below once more, and send them again.</p></div>"
        )
    if draft.taken_out:
        found = escape(", ".join(draft.taken_out))
        return f'<p class="note">Taken out before you saw it: {found}. Read on for what a program cannot see.</p>'
    return '<p class="note">Nothing personal may stand in a case: no name, school, date of birth or address.</p>'


def _cited(draft: Draft) -> str:
    """An answer cites what it found, right or wrong: a case marks what is right."""
    if not draft.fields.get("gold-0-source"):
        return ""
    return '<p class="note">The places below are what the answer cited. Keep only those that are right.</p>'


def _as_written() -> str:
    return (
        '<p class="check"><input type="checkbox" id="as_written" name="as_written" value="yes">'
        '<label for="as_written">Keep my words as I wrote them: nothing in them is about a real person</label></p>'
    )


def _inputs(fields: Mapping[str, str], mends: Sequence[Mend]) -> str:
    wrong = {input_of(mend.field) for mend in mends}
    return "".join((
        _text("question", "Question", "In the words people use, mistakes and all.", fields, wrong, rows=4),
        _text("history", "Turns before it", "One a line: user: … or assistant: …", fields, wrong, rows=3),
        _choice("answerable", "Do the documents answer it?", {"yes": "Yes", "no": "No"}, fields, wrong),
        "".join(_place(n, fields, wrong) for n in range(PLACES)),
        _choice("needs", "Is one place enough?", {"any": "One is enough", "all": "All are needed"}, fields, wrong),
        _text("must_mention", "The answer must hold", "One a line; a|b is met by either.", fields, wrong, rows=3),
        _text("must_not", "The answer must not say", "One a line.", fields, wrong, rows=2),
        _line("type", "Kind of question", "deadline, decision, false-premise, unanswerable …", fields, wrong),
        _choice("audience", "Who asks?", _ASKERS, fields, wrong),
        _line("id", "Short name", "Lower case, such as short-breaks-012.", fields, wrong),
        _line("provenance", "Who wrote it, when, from what", "", fields, wrong),
        _line("note", "Note for the next person", "", fields, wrong),
    ))  # fmt: skip


def _place(n: int, fields: Mapping[str, str], wrong: set[str]) -> str:
    inner = "".join((
        _line(f"gold-{n}-source", "Document", "Its id, such as send-code.", fields, wrong),
        _line(f"gold-{n}-locator", "Paragraph", "Such as 9.14.", fields, wrong),
        _line(f"gold-{n}-quote", "A few exact words of it", "Eleven at most.", fields, wrong),
    ))  # fmt: skip
    return f"<fieldset><legend>Place {n + 1} that answers it</legend>{inner}</fieldset>"


def _label(name: str, label: str, hint: str) -> str:
    more = f'<span class="hint" id="{name}-hint">{escape(hint)}</span>' if hint else ""
    return f'<label for="{name}">{escape(label)}</label>{more}'


def _attributes(name: str, hint: str, wrong: set[str]) -> str:
    described = f' aria-describedby="{name}-hint"' if hint else ""
    return f'id="{name}" name="{name}"{described}' + (' aria-invalid="true"' if name in wrong else "")


def _text(name: str, label: str, hint: str, fields: Mapping[str, str], wrong: set[str], *, rows: int) -> str:
    area = f'<textarea {_attributes(name, hint, wrong)} rows="{rows}">\n{escape(fields.get(name, ""))}</textarea>'
    return _label(name, label, hint) + area


def _line(name: str, label: str, hint: str, fields: Mapping[str, str], wrong: set[str]) -> str:
    return (
        _label(name, label, hint) + f'<input {_attributes(name, hint, wrong)} value="{escape(fields.get(name, ""))}">'
    )


def _choice(name: str, label: str, options: Mapping[str, str], fields: Mapping[str, str], wrong: set[str]) -> str:
    chosen = fields.get(name, "")
    drawn = "".join(
        f'<option value="{value}"{" selected" if value == chosen else ""}>{escape(shown)}</option>'
        for value, shown in options.items()
    )
    return _label(name, label, "") + f"<select {_attributes(name, '', wrong)}>{drawn}</select>"
