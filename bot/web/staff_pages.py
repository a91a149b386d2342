"""The staff pages outside the chat: login, overview, notices. Everything is escaped; no script runs."""

from collections.abc import Sequence
from html import escape

from bot.run_views import RunLine

PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""As for families' pages, but forms may be sent to us."""


def login_page(problem: str = "") -> str:
    """Name and password; a wrong try tells nothing of which was wrong."""
    alert = f'<p class="problem" role="alert">{escape(problem)}</p>' if problem else ""
    return page(
        "Staff login",
        f'<h1>Staff login</h1>{alert}<form method="post" action="/staff/login">'
        '<label for="name">Name</label>'
        '<input id="name" name="name" autocomplete="username" required maxlength="40" autocapitalize="none">'
        '<label for="password">Password</label>'
        '<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200">'
        '<button type="submit">Log in</button></form>'
        '<p class="soft">Families need no login: <a href="/">ask a question</a>.</p>',
    )


def overview_page(name: str, runs: Sequence[RunLine], *, installed: bool, kept: int) -> str:
    """Where staff go on from."""
    rows = "".join(_run_row(run) for run in runs)
    table = (
        '<div class="scroll"><table><thead><tr><th scope="col">Run</th><th scope="col">Cases</th>'
        f'<th scope="col">Passed</th><th scope="col">Of</th></tr></thead><tbody>{rows}</tbody></table></div>'
        if rows
        else "<p>No run yet. Begin one in the chat.</p>"
    )
    file = (
        f'<p><a href="/staff/cases/kept-here.jsonl" download>Download the {kept} cases kept here</a></p>'
        if kept
        else "<p>No case is kept here yet.</p>"
    )
    missing = "" if installed else '<p class="problem" role="alert">The evals are not installed here.</p>'
    return page(
        "Staff",
        f"<h1>Staff desk</h1><p>Logged in as {escape(name)}.</p>{missing}"
        '<p><a class="button" href="/">Open the chat</a></p>'
        f"<h2>Runs</h2>{table}<h2>Cases</h2>{file}"
        '<p><a href="/staff/cases/new">Write a new case</a></p>'
        '<form method="post" action="/staff/logout"><button type="submit" class="quiet">Log out</button></form>',
    )


def _run_row(run: RunLine) -> str:
    link = f'<a href="/staff/reports/{escape(run.id)}">{escape(run.when)}</a>'
    sets = ", ".join(run.sets) if len(run.sets) < 4 else f"{len(run.sets)} sets"
    return f"<tr><td>{link}</td><td>{run.cases}</td><td>{escape(run.passed)}</td><td>{escape(sets)}</td></tr>"


def kept_page(name: str) -> str:
    """The case is kept."""
    return page(
        "Case kept",
        f"<h1>The case is kept</h1><p>It is in the set <strong>{escape(name)}</strong>, on this machine only. "
        "Run that set in the chat to see how it is answered.</p>"
        '<p><a href="/staff/cases/kept-here.jsonl" download>Download the file</a></p>'
        '<p><a href="/staff/cases/new">Write another</a></p><p><a href="/staff">Back to the overview</a></p>',
    )


def notice_page(title: str, text: str) -> str:
    """A page of one sentence."""
    back = '<p><a href="/staff">Back to the overview</a></p>'
    return page(title, f"<h1>{escape(title)}</h1><p>{escape(text)}</p>{back}")


def page(title: str, body: str) -> str:
    """A whole page around this body, which is HTML already."""
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} · Signpost</title>"
        '<link rel="icon" href="/favicon"><link rel="stylesheet" href="/public/staff.css"></head>'
        f'<body><header><a href="/staff">Signpost: staff</a></header><main>{body}</main></body></html>'
    )
