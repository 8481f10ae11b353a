"""Texts in, Scores and vectors out: every ONNX session lives here, behind the Protocols `Tagger` and `Embedder`."""

from quoth.inference.embedder import Embedder, OnnxEmbedder
from quoth.inference.scores import ROLES, TAGS, Link, Pointer, Scores, View
from quoth.inference.tagger import OnnxTagger, Tagger

__all__ = ["ROLES", "TAGS", "Embedder", "Link", "OnnxEmbedder", "OnnxTagger", "Pointer", "Scores", "Tagger", "View"]
