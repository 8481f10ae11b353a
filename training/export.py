"""Export a training run for reading: python training/export.py RUN_FOLDER [--weights src/quoth/weights]

Writes tagger.onnx, tokenizer.json and settings.json. The graph is built node by node, with onnxruntime's fused
operators, so that what runs is what stands here. Matrices are stored as int8 with a scale for each output and turned
into fp32 once, when the session opens; all arithmetic is fp32, so batch-mates and padding move nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer

from network import LINKS, Network, Shape, encoder_path
from quoth.inference.scores import EDGES, ENTITIES, TAGS
from quoth.inference.tokens import FEATURES

MS = "com.microsoft"


class Graph:
    """Collects nodes and initializers; each method returns the name of its result."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(np.asarray(value, order="C"), name))
        return name

    def node(self, operator: str, *inputs: str, domain: str = "", outputs: int = 1, **attributes: object) -> str:
        name = f"{operator}_{len(self.nodes)}"
        results = [name] + [f"{name}_{n}" for n in range(1, outputs)]
        self.nodes.append(helper.make_node(operator, list(inputs), results, name=name, domain=domain, **attributes))
        return name

    def matrix(self, name: str, value: np.ndarray) -> str:
        """`value` [in, out] as int8 with one scale for each output, back in fp32 when the session opens."""
        scale = np.maximum(np.abs(value).max(axis=0, keepdims=True), 1e-8) / 127
        whole = self.constant(f"{name}.int8", np.round(value / scale).astype(np.int8))
        return self.node(
            "Mul",
            self.node("Cast", whole, to=TensorProto.FLOAT),
            self.constant(f"{name}.scale", scale.astype(np.float32)),
        )

    def table(self, name: str, value: np.ndarray, rows: str) -> str:
        """Rows of an embedding that is stored as int8 with one scale for each row."""
        scale = np.maximum(np.abs(value).max(axis=1, keepdims=True), 1e-8) / 127
        whole = self.constant(f"{name}.int8", np.round(value / scale).astype(np.int8))
        taken = self.node("Cast", self.node("Gather", whole, rows), to=TensorProto.FLOAT)
        return self.node(
            "Mul", taken, self.node("Gather", self.constant(f"{name}.scale", scale.astype(np.float32)), rows)
        )


def build(network: Network) -> onnx.ModelProto:
    """ids int64[1, t], features int64[1, t, 3] -> log-probabilities.

    tags [1, t, 13], pointers [1, 4, t, t], entities [1, t, 3, 5].
    """
    state = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    g, shape = Graph(), network.shape
    x = embedded(g, state)
    for n in range(shape.layers):
        x = layer(g, state, f"layers.{n}", x, shape.heads)
    fold = g.constant("fold", np.array([0, 0, len(LINKS), shape.link], dtype=np.int64))
    kinds = g.constant("kinds", np.array([0, 0, len(ENTITIES), len(EDGES)], dtype=np.int64))
    queries = g.node("Reshape", head(g, state, "queries", x, np.sqrt(shape.link)), fold)
    keys = g.node("Reshape", head(g, state, "keys", x), fold)
    met = g.node(
        "MatMul", g.node("Transpose", queries, perm=(0, 2, 1, 3)), g.node("Transpose", keys, perm=(0, 2, 3, 1))
    )
    ends = {
        "tags": g.node("LogSoftmax", head(g, state, "tags", x), axis=-1),
        "pointers": g.node("LogSoftmax", met, axis=-1),
        "entities": g.node("LogSoftmax", g.node("Reshape", head(g, state, "entities", x), kinds), axis=-1),
    }
    for name, result in ends.items():
        g.nodes.append(helper.make_node("Identity", [result], [name]))
    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        g.nodes,
        "tagger",
        [value("ids", TensorProto.INT64, [1, "t"]), value("features", TensorProto.INT64, [1, "t", len(FEATURES)])],
        [
            value("tags", TensorProto.FLOAT, [1, "t", len(TAGS)]),
            value("pointers", TensorProto.FLOAT, [1, len(LINKS), "t", "t"]),
            value("entities", TensorProto.FLOAT, [1, "t", len(ENTITIES), len(EDGES)]),
        ],
        g.constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)])
    model.ir_version = 8
    return model


def head(g: Graph, state: dict[str, np.ndarray], name: str, x: str, divisor: float = 1.0) -> str:
    """One of the network's linear heads, its result divided."""
    weight, bias = (state[f"{name}.{part}"] / np.float32(divisor) for part in ("weight", "bias"))
    return g.node("Add", g.node("MatMul", x, g.matrix(name, weight.T)), g.constant(f"{name}.bias", bias))


def embedded(g: Graph, state: dict[str, np.ndarray]) -> str:
    x = g.table("words", state["words.weight"], "ids")
    for n in range(len(FEATURES)):
        column = g.node("Gather", "features", g.constant(f"column{n}", np.array(n, dtype=np.int64)), axis=2)
        x = g.node("Add", x, g.node("Gather", g.constant(f"feature{n}", state[f"features.{n}.weight"]), column))
    length = g.node("Gather", g.node("Shape", "ids"), g.constant("one", np.array([1], dtype=np.int64)))
    places = g.node(
        "Slice", g.constant("places", state["places.weight"]), g.constant("zero", np.array([0], dtype=np.int64)), length
    )
    return g.node("LayerNormalization", g.node("Add", x, places), *norm(g, state, "norm"), axis=-1, epsilon=1e-12)


def norm(g: Graph, state: dict[str, np.ndarray], name: str) -> tuple[str, str]:
    return g.constant(f"{name}.weight", state[f"{name}.weight"]), g.constant(f"{name}.bias", state[f"{name}.bias"])


def layer(g: Graph, state: dict[str, np.ndarray], name: str, x: str, heads: int) -> str:
    def linear(part: str, given: str) -> str:
        return g.node("MatMul", given, g.matrix(f"{name}.{part}", state[f"{name}.{part}.weight"].T))

    def bias(part: str) -> str:
        return g.constant(f"{name}.{part}.bias", state[f"{name}.{part}.bias"])

    a = g.node(
        "Attention", x, g.matrix(f"{name}.qkv", state[f"{name}.qkv.weight"].T), bias("qkv"), domain=MS, num_heads=heads
    )
    x = g.node(
        "SkipLayerNormalization",
        linear("out", a),
        x,
        *norm(g, state, f"{name}.norm1"),
        bias("out"),
        domain=MS,
        epsilon=1e-12,
    )
    up = g.node("BiasGelu", linear("up", x), bias("up"), domain=MS)
    return g.node(
        "SkipLayerNormalization",
        linear("down", up),
        x,
        *norm(g, state, f"{name}.norm2"),
        bias("down"),
        domain=MS,
        epsilon=1e-12,
    )


def load_run(folder: Path, raw: bool = False) -> tuple[Network, dict[str, object]]:
    """The network of a run with its averaged weights (raw: the last step's), and the run's options."""
    saved = torch.load(folder / "last.pt", weights_only=True)
    network = Network(Shape())
    network.load_state_dict(saved["network"] if raw else saved["network"] | saved["average"])
    return network.eval(), saved["options"] | {"step": saved["step"]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--weights", type=Path, default=Path("src/quoth/weights"))
    parser.add_argument("--raw", action="store_true", help="the last step's weights, not the average")
    parser.add_argument("--overlap", type=int, default=96)
    given = parser.parse_args()
    network, options = load_run(given.run, given.raw)
    model = build(network)
    given.weights.mkdir(parents=True, exist_ok=True)
    content = model.SerializeToString(deterministic=True)
    (given.weights / "tagger.onnx").write_bytes(content)
    tokenizer = Tokenizer.from_file(str(encoder_path() / "tokenizer.json"))
    tokenizer.no_padding(), tokenizer.no_truncation()
    tokenizer.save(str(given.weights / "tokenizer.json"), pretty=False)
    before = given.weights / "settings.json"
    settings = json.loads(before.read_text(encoding="utf8")) if before.exists() else {}
    settings |= {
        "version": f"en:{hashlib.sha256(content).hexdigest()[:6]}",
        "size": options["size"],
        "overlap": given.overlap,
    }
    before.write_text(json.dumps(settings, indent=2) + "\n", encoding="utf8")
    print(f"{given.weights}: {settings['version']}, {len(content) / 1e6:.1f} MB, step {options['step']}")


if __name__ == "__main__":
    main()
