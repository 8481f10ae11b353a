"""Export the sentence encoder all-MiniLM-L6-v2 as it was published: python training/export_meaning.py

Writes meaning.onnx beside tagger.onnx: one text's word pieces in, the mean of its last states, of length 1, out. Its
matrices are stored as int8 and used in fp32, as the tagger's are. Its word embeddings are the tagger's, which training
left as they were: meaning.onnx holds where in tagger.onnx they stand, and is written anew whenever that file is.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from export import MS, Graph, layer, norm
from network import Network, Shape, encoder_path, load_encoder

SHARED = ("words.int8", "words.scale")
HALF_A_STEP = 0.501  # how far int8 may be from what it stands for, in steps


class Sharing(Graph):
    """A graph some of whose constants stand in another file beside it."""

    def __init__(self, beside: Path, names: tuple[str, ...]) -> None:
        super().__init__()
        self.file, self.content = beside.name, beside.read_bytes()
        known = {one.name: one for one in onnx.load(beside).graph.initializer}
        self.shared = {name: numpy_helper.to_array(known[name]) for name in names}

    def constant(self, name: str, value: np.ndarray) -> str:
        if name not in self.shared:
            return super().constant(name, value)
        there = self.shared[name]
        tensor = TensorProto(name=name, dims=there.shape, data_type=helper.np_dtype_to_tensor_dtype(there.dtype))
        place = self.content.index(there.tobytes())
        tensor.data_location = TensorProto.EXTERNAL
        for key, told in (("location", self.file), ("offset", place), ("length", there.nbytes)):
            tensor.external_data.add(key=key, value=str(told))
        self.constants.append(tensor)
        return name


def build(network: Network, g: Graph) -> onnx.ModelProto:
    """ids int64[1, t] -> meaning float32[1, 384], of length 1."""
    state = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    x = embedded(g, state)
    for n in range(network.shape.layers):
        x = layer(g, state, f"layers.{n}", x, network.shape.heads)
    mean = g.node("ReduceMean", x, axes=[1], keepdims=0)
    g.nodes.append(helper.make_node("LpNormalization", [mean], ["meaning"], axis=-1, p=2))
    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        g.nodes,
        "meaning",
        [value("ids", TensorProto.INT64, [1, "t"])],
        [value("meaning", TensorProto.FLOAT, [1, network.shape.hidden])],
        g.constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)])
    model.ir_version = 8
    return model


def embedded(g: Graph, state: dict[str, np.ndarray]) -> str:
    """The sum of words and places, normalised."""
    x = g.table("words", state["words.weight"], "ids")
    length = g.node("Gather", g.node("Shape", "ids"), g.constant("one", np.array([1], dtype=np.int64)))
    zero = g.constant("zero", np.array([0], dtype=np.int64))
    places = g.node("Slice", g.constant("places", state["places.weight"].astype(np.float32)), zero, length)
    return g.node("LayerNormalization", g.node("Add", x, places), *norm(g, state, "norm"), axis=-1, epsilon=1e-12)


def check_shared(shared: dict[str, np.ndarray], words: np.ndarray) -> None:
    """Raises SystemExit where the tagger's word embeddings are not the encoder's."""
    scale = shared["words.scale"]
    if np.abs(shared["words.int8"] * scale - words).max() > scale.max() * HALF_A_STEP:
        raise SystemExit("tagger.onnx has other word embeddings: train it with frozen ones, or store these apart")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=Path("src/quoth/weights"))
    given = parser.parse_args()
    network = Network(Shape())
    load_encoder(network, encoder_path())
    g = Sharing(given.weights / "tagger.onnx", SHARED)
    check_shared(g.shared, network.words.weight.detach().numpy())
    content = build(network, g).SerializeToString(deterministic=True)
    (given.weights / "meaning.onnx").write_bytes(content)
    print(f"{given.weights / 'meaning.onnx'}: {len(content) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
