"""One case, one difference, one answer opened: what staff read to see why, as the chat's Markdown."""

from collections.abc import Iterable, Mapping, Sequence

from bot.answer import Answer
from bot.run_views import CaseView, Difference, Ranked
from bot.web.source_page import address
from bot.web.staff_forms import cut, place, plain, table

_LONGEST = 400
"""Characters of a passage shown in a case; its link leads to the rest."""
SHOWN_RANKS = 10
_NOTICEABLE = 0.005
"""Seconds."""
_DIGITS = 12
"""Of the index's digest; enough to tell two apart."""


def case_message(case: CaseView) -> str:
    """One case: question, answer, what should have been found, what was found first."""
    turns = [f"> {turn.speaker.value}\\: {plain(turn.text)}" for turn in case.history]
    return "\n\n".join(filter(None, (
        f"**{plain(case.id)}** (asks as {plain(case.audience)}): {plain(case.question)}",
        "\n>\n".join(turns),
        f"Ended **{plain(case.ended)}**, expected **{plain(case.expected)}**.",
        "\n".join(f"- {plain(why)}" for why in case.why),
        f"**Answer**\n\n{_said(case.answer)}" if case.answer else "**It broke the program.**",
        _listed("Should have been found", case.should),
        "".join(f"- {plain(name)} is not in the index: document absent, or case wrong.\n" for name in case.absent),
        _ranking("Found first", case.first),
    )))  # fmt: skip


def _said(answer: Answer) -> str:
    lines = [f"- {plain(s.text)} {_cited(answer, [c.label for c in s.citations])}" for s in answer.statements]
    return "\n".join(lines) or plain(answer.reply)


def _cited(answer: Answer, labels: Iterable[int]) -> str:
    by_label = {citation.label: citation for citation in answer.citations}
    cited = (by_label[label] for label in dict.fromkeys(labels))
    return ", ".join(f"[{plain(f'{c.title}, {c.pinpoint}')}]({address(c.locator)})" for c in cited)


def _listed(title: str, ranked: Sequence[Ranked]) -> str:
    """Places with their words."""
    if not ranked:
        return ""
    lines = (f"- {place(r.locator, r.name)}, {_stood(r)}\n\n  > {plain(cut(r.words, _LONGEST))}" for r in ranked[:4])
    return f"**{title}**\n\n" + "\n".join(lines)


def _stood(ranked: Ranked) -> str:
    return f"rank {ranked.rank}" if ranked.rank else "not in the ranking"


def _ranking(title: str, ranked: Sequence[Ranked]) -> str:
    if not ranked:
        return ""
    lines = (f"{r.rank}. {place(r.locator, r.name)} by {', '.join(r.found_by)}" for r in ranked)
    return f"**{title}**\n\n" + "\n".join(lines)


def difference_message(item: Difference) -> str:
    """One case before and after."""
    sides = (("Before", item.before), ("After", item.after))
    told = "\n\n".join(
        f"**{name}** ({plain(side.ended)})\n\n{_said(side.answer) if side.answer else 'It broke the program.'}"
        for name, side in sides
    )
    return f"**{item.change.value.capitalize()}: {plain(item.after.id)}.** {plain(item.after.question)}\n\n{told}"


def trace_message(answer: Answer, names: Mapping[str, str]) -> str:
    """What was searched, what was ranked and why, how strong it was, what was held back; `names` by locator."""
    steps = [f"- **{plain(name.capitalize())}:** {plain(line)}" for name, line in answer.steps]
    held = [f"- **Held back:** {count} because of {plain(why)}" for why, count in answer.held_back.items()]
    ended = plain(answer.outcome.replace("_", " "))
    took = ", ".join(f"{step} {s:.2f} s" for step, s in answer.seconds.items() if s >= _NOTICEABLE)
    facts = [
        f"- **Ended:** {ended}, strength {answer.strength:.2f}, by {plain(answer.composer)}",
        *([f"- **No model:** {plain(answer.instead)}"] if answer.instead else []),
        f"- **Took:** {took or 'next to nothing'}",
        f"- **Index:** {plain(answer.index[:_DIGITS])}",
    ]
    hits = answer.passages[:SHOWN_RANKS]
    rows = (
        (str(h.rank), place(h.locator, names.get(h.locator, h.locator)), f"{', '.join(h.found_by)} ({h.score:.4f})")
        for h in hits
    )
    ranked = [table(("", "Passage", "Found by (score)"), rows)] if hits else ["Nothing was searched."]
    return "\n\n".join(("**How this was found**", "\n".join([*steps, *held, *facts]), *ranked))
