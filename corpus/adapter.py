"""A low-rank change of the packaged model's weights that brings families' questions near the passages that answer them.

Learned by `python -m evals.learn_adapter` from the questions of our plain text; LoRA, Hu et al., ICLR 2022.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer

ADAPTER = Path(__file__).with_name("adapter.npz")
_DOWN, _UP = ".down", ".up"

Matrix = npt.NDArray[np.float16]


@dataclass(frozen=True, slots=True, kw_only=True)
class LowRank:
    """What is added to one layer's weights: `up` times `down`."""

    down: Matrix
    """r x inputs."""
    up: Matrix
    """outputs x r."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapter:
    """The changes by the layers' names, as `named_modules` of the transformer names them."""

    layers: Mapping[str, LowRank]
    digest: str
    """Tells two adapters apart: vectors of different ones never share an index."""


def read_adapter(path: Path = ADAPTER) -> Adapter:
    """The adapter of a file; OSError and ValueError as numpy gives them."""
    with np.load(path) as held:
        names = sorted(name.removesuffix(_UP) for name in held.files if name.endswith(_UP))
        layers = {name: LowRank(down=held[f"{name}{_DOWN}"], up=held[f"{name}{_UP}"]) for name in names}
    return Adapter(layers=layers, digest=hashlib.sha256(path.read_bytes()).hexdigest())


def write_adapter(layers: Mapping[str, LowRank], path: Path = ADAPTER) -> None:
    """The file of these changes."""
    held = {f"{name}{_DOWN}": change.down for name, change in layers.items()}
    held |= {f"{name}{_UP}": change.up for name, change in layers.items()}
    np.savez(path, allow_pickle=False, **held)


def adapt(model: "SentenceTransformer", adapter: Adapter) -> None:
    """The weights of the model's transformer are changed in place; AttributeError for a model of another make."""
    import torch  # noqa: PLC0415 - as the model, only when needed

    transformer = transformer_of(model)
    with torch.no_grad():
        for name, change in adapter.layers.items():
            added = torch.from_numpy(change.up.astype(np.float32) @ change.down.astype(np.float32))
            transformer.get_parameter(f"{name}.weight").add_(added)


def transformer_of(model: "SentenceTransformer") -> "torch.nn.Module":
    """The transformer in a sentence-transformers model, which its own types do not tell."""
    return cast("torch.nn.Module", model[0].auto_model)
