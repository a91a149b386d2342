"""What is installed, where things are, what is wrong and the cure."""

import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

from bot.model_check import try_model
from bot.model_settings import ModelSettings
from corpus.catalogue import read_catalogue
from corpus.embedding import retrieval_embedder
from corpus.errors import CorpusError
from corpus.manifest import Manifest, read_manifest, require_build, require_model, require_whole
from corpus.settings import CorpusSettings

_PACKAGES = ("chainlit", "chromadb", "langchain", "sentence-transformers", "tantivy", "torch", "pypdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """The doctor's findings, a line each."""

    lines: tuple[str, ...]
    well: bool
    """False when something keeps the program from answering."""


def examine(settings: CorpusSettings, *, model: ModelSettings | None = None) -> Examination:
    """Look at installation, shelf and index, and try the language model where one is set; nothing is changed."""
    manifest, trouble = _manifest(settings)
    tried = try_model(model)
    troubles = [f"! {text}" for text in (trouble, tried.trouble) if text]
    lines = (*_installed(), *_shelf(settings), *_index(settings, manifest), *tried.lines, *troubles)
    return Examination(lines=lines, well=not troubles)


def _installed() -> Iterator[str]:
    yield f"Python {platform.python_version()} ({sys.executable})"
    yield ", ".join(f"{name} {version(name)}" for name in _PACKAGES)


def _shelf(settings: CorpusSettings) -> Iterator[str]:
    yield f"Documents: {settings.documents}"
    for source in read_catalogue():
        there = (settings.documents / source.file).is_file()
        yield f"  {'on the shelf ' if there else 'not there    '} {source.id} ({source.file})"


def _index(settings: CorpusSettings, manifest: Manifest | None) -> Iterator[str]:
    yield f"Index: {settings.index}"
    if manifest:
        passages = ", ".join(f"{count} {audience}" for audience, count in manifest.passages.items())
        yield f"  digest {manifest.digest[:12]}, passages: {passages}, model {manifest.model}"


def _manifest(settings: CorpusSettings) -> tuple[Manifest | None, str]:
    """The manifest in force, and what is wrong with the index; "" when nothing is."""
    try:
        build = require_build(settings.index)
        manifest = read_manifest(build)
        require_model(manifest, retrieval_embedder(settings.embedding_model).name)
        require_whole(build, manifest)
    except CorpusError as error:
        return None, str(error)
    return manifest, ""
