"""What differs between two states of the passages, and how the report tells it."""

from ingest.changes import changes
from ingest.coverage import Coverage, Report, report_lines
from ingest.sections import LeftOut
from tests.samples import a_passage


def test_new_changed_gone_and_same_are_told_apart() -> None:
    new, changed, same = (a_passage(f"lamp-code/{n}", order=n) for n in (3, 1, 2))
    former = {"lamp-code/1": "old", "lamp-code/2": "same", "lamp-code/8": "x", "lamp-code/10": "x"}
    differing = changes(former, [(new, "new"), (changed, "other"), (same, "same")])
    assert differing.add == ((new, "new"),)
    assert differing.replace == ((changed, "other"),)
    assert differing.delete == ("lamp-code/10", "lamp-code/8")
    assert differing.skipped == 1
    assert differing.remove == ("lamp-code/10", "lamp-code/8", "lamp-code/1")
    assert differing.write == ((changed, "other"), (new, "new"))
    assert differing


def test_nothing_changed_is_false() -> None:
    assert not changes({"lamp-code/1": "same"}, [(a_passage("lamp-code/1"), "same")])


def report(*lines: Coverage, errors: tuple[str, ...] = (), unknown: tuple[str, ...] = ()) -> Report:
    return Report(
        sources=lines, added=1, replaced=2, deleted=3, skipped=4, seconds=0.51, index="abcdef0123456789",
        errors=errors, unknown=unknown,
    )  # fmt: skip


def test_the_report_groups_what_was_left_out_by_its_reason() -> None:
    places = tuple(LeftOut(where=f"p. {n}", why="a picture") for n in range(1, 15))
    line = Coverage(id="lamp-code", expected=20, found=6, passages=6, plain=2, left_out=places, errors=("a.md: bad.",))
    told = report_lines(report(line, errors=("b.md: bad.",), unknown=("c.txt",)))
    assert told[0] == "lamp-code: 6 of 20 found, 6 passages, 2 with plain text"
    assert told[1].startswith("    left out: a picture: p. 1, p. 2, ")
    assert told[1].endswith("p. 12 and 2 more")
    assert told[2:5] == [
        "  ! a.md: bad.",
        "! b.md: bad.",
        "? c.txt: not in the catalogue and not recognised; give it a sidecar .toml",
    ]
    assert told[5] == "1 added, 2 replaced, 3 deleted, 4 unchanged, in 0.5 s. Index abcdef012345."


def test_only_errors_fail_a_run() -> None:
    fine = Coverage(id="a", expected=2, found=1, passages=1, plain=0)
    assert not report(fine, unknown=("c.txt",)).failed
    assert report(fine, errors=("x",)).failed
    assert report(Coverage(id="a", expected=None, found=0, passages=0, plain=0, errors=("x",))).failed
