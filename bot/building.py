"""Makes sure there is an index to serve: builds one when there is none, anew when the one there is damaged.

The build runs in a child process: its memory goes with it, and this package never imports ingest.
"""

import subprocess
import sys

from corpus.errors import IndexDamaged, IndexNotBuilt
from corpus.manifest import read_manifest, require_build, require_whole
from corpus.settings import CorpusSettings


def ensure_index(settings: CorpusSettings) -> None:
    """There is a whole index once this returns; IndexNotBuilt when the build gave none."""
    try:
        _require_index(settings)
    except IndexNotBuilt:
        _ingest()
    except IndexDamaged as damage:
        print(f"signpost: {damage} Doing so now.", file=sys.stderr)  # noqa: T201 - a command's own word to its user
        _ingest("--rebuild")
    else:
        return
    _require_index(settings)


def _require_index(settings: CorpusSettings) -> None:
    build = require_build(settings.index)
    require_whole(build, read_manifest(build))


def _ingest(*options: str) -> None:
    """A source that failed is in the report and does not keep the others from being served."""
    subprocess.run([sys.executable, "-m", "bot.cli", "ingest", *options], check=False)  # noqa: S603 - our own command
