"""The index in force, as the next build needs it: what it holds, and what it was read from."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.manifest import Manifest, current_build, read_manifest, require_model, require_whole
from corpus.records import Records
from corpus.source import Audience, Source
from ingest.passages import parsed_from_json
from ingest.sections import Parsed


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """One build, checked file by file."""

    build: Path
    manifest: Manifest
    digests: Mapping[str, str]
    """Digest of every passage, by locator."""
    sources: tuple[Source, ...]

    def parsed(self, source: Source) -> Parsed | None:
        """What was read from a source's document; None when nothing ever was."""
        path = self.build / "parsed" / f"{source.id}.json"
        return parsed_from_json(path.read_text(encoding="utf-8")) if path.is_file() else None


def read_former(index: Path, model: str) -> Former | None:
    """The index in force; None when there is none. IndexMismatch for another model or format, IndexDamaged for damage.

    Damage must not be carried into the next build, whose manifest would then call it whole.
    """
    build = current_build(index)
    if build is None:
        return None
    manifest = read_manifest(build)
    require_model(manifest, model)
    require_whole(build, manifest)
    digests, sources = dict[str, str](), list[Source]()
    for audience in Audience:
        records = Records(build / audience / "passages.sqlite")
        digests |= records.digests()
        sources += records.sources().values()
        records.close()
    return Former(build=build, manifest=manifest, digests=digests, sources=tuple(sources))
