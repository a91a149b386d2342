"""The coverage report: per source what was expected, found, left out and why."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from corpus.passage import Passage
from ingest.intake import Intake
from ingest.reviewed import to_review
from ingest.sections import LeftOut


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """One source's line."""

    id: str
    expected: int | None
    """Numbered places the document prints; None when the catalogue does not say."""
    found: int
    passages: int
    plain: int
    """Passages that have our plain text."""
    to_review: tuple[str, ...] = ()
    """Locators whose official words have changed since our plain text was held against them."""
    left_out: tuple[LeftOut, ...] = ()
    errors: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """As JSON gives it back, so that a manifest read equals the one written."""
        values = asdict(self)
        return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def coverage_of(
    taken: Sequence[Intake], passages: Sequence[Passage], reviewed: Mapping[str, str]
) -> tuple[Coverage, ...]:
    """A line per source, in order. `reviewed` holds the digests of the words our plain text was held against."""
    return tuple(_coverage(intake, [p for p in passages if p.source == intake.source.id], reviewed) for intake in taken)


def _coverage(intake: Intake, own: Sequence[Passage], reviewed: Mapping[str, str]) -> Coverage:
    return Coverage(
        id=intake.source.id,
        expected=intake.source.expected,
        found=intake.parsed.found if intake.parsed else 0,
        passages=len(own),
        plain=sum(p.plain is not None for p in own),
        to_review=to_review(((p.locator, p.official) for p in own if p.plain and p.official), reviewed),
        left_out=intake.parsed.left_out if intake.parsed else (),
        errors=(intake.error,) if intake.error else (),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one run of ingest did."""

    sources: tuple[Coverage, ...]
    added: int
    replaced: int
    deleted: int
    skipped: int
    seconds: float
    index: str
    """Digest of the index in force after the run; "" when none could be built."""
    errors: tuple[str, ...] = ()
    """Files that belong to no source and could not be taken."""
    unknown: tuple[str, ...] = ()
    """Files on the shelf that no parser claims."""

    @property
    def failed(self) -> bool:
        """True when any source or file failed."""
        return bool(self.errors) or any(line.errors for line in self.sources)

    def as_json(self) -> dict[str, object]:
        """The promised JSON form (`signpost ingest --json`)."""
        return asdict(self)


def report_lines(report: Report) -> Sequence[str]:
    """The report for a terminal, a line per source, then the counts."""
    lines = [line for source in report.sources for line in _source_lines(source)]
    lines += [f"! {error}" for error in report.errors]
    lines += [f"? {name}: not in the catalogue and not recognised; give it a sidecar .toml" for name in report.unknown]
    lines.append(
        f"{report.added} added, {report.replaced} replaced, {report.deleted} deleted, "
        f"{report.skipped} unchanged, in {report.seconds:.1f} s. Index {report.index[:12] or 'not built'}."
    )
    return lines


def _source_lines(line: Coverage) -> list[str]:
    expected = "" if line.expected is None else f" of {line.expected}"
    head = f"{line.id}: {line.found}{expected} found, {line.passages} passages, {line.plain} with plain text"
    notes = [f"    left out: {why}: {_list(places)}" for why, places in _by_reason(line.left_out).items()]
    if line.to_review:
        notes.append(f"    our plain text is to be reviewed, the official words have changed: {_list(line.to_review)}")
    return [head, *notes, *(f"  ! {error}" for error in line.errors)]


def _by_reason(left_out: Sequence[LeftOut]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for note in left_out:
        grouped.setdefault(note.why, []).append(note.where)
    return grouped


# Places named per reason in a terminal; `--json` names all.
_NAMED = 12


def _list(places: Sequence[str]) -> str:
    more = f" and {len(places) - _NAMED} more" if len(places) > _NAMED else ""
    return ", ".join(places[:_NAMED]) + more
