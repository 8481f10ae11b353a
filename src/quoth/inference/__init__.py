"""Text and its paragraphs in, Scores out: every ONNX session lives here, behind the one-method Protocol `Tagger`."""

from quoth.inference.scores import ROLES, TAGS, Link, Pointer, Scores, View
from quoth.inference.tagger import OnnxTagger, Tagger

__all__ = ["ROLES", "TAGS", "Link", "OnnxTagger", "Pointer", "Scores", "Tagger", "View"]
