"""What the encoder says of a text does not depend on what is embedded beside it; alike texts lie near each other."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from quoth.errors import ModelError
from quoth.inference import OnnxEmbedder

TEXTS = (
    "We will not send troops to the east",
    "No soldiers of ours will go there",
    "The harbour gate was shut on Monday because of the wind",
    "x",
    "",
    "a long one " * 400,
)


@pytest.fixture(scope="module")
def embedder() -> OnnxEmbedder:
    return OnnxEmbedder()


def test_neighbours_move_no_figure(embedder: OnnxEmbedder) -> None:
    together = embedder.embed(TEXTS)
    alone = np.concatenate([embedder.embed([text]) for text in reversed(TEXTS)])[::-1]
    assert np.array_equal(together, alone)


def test_vectors_have_length_one(embedder: OnnxEmbedder) -> None:
    vectors = embedder.embed(TEXTS)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert embedder.embed([]).shape == (0, 384)


@pytest.mark.parametrize(
    ("first", "second", "cosine"),
    [  # what the published encoder says (training/export_meaning.py), before its matrices were rounded to int8
        ("We will not send troops to the east.", "Soldiers will stay at home, the minister said.", 0.31),
        ("We will not send troops to the east.", "The harbour gate was shut on Monday.", 0.13),
        ("The harbour gate was shut on Monday.", "“Résumé of a long winter” — 12,000 people", -0.03),
    ],
)
def test_it_is_the_published_encoder(embedder: OnnxEmbedder, first: str, second: str, cosine: float) -> None:
    one, other = embedder.embed([first, second])
    assert float(one @ other) == pytest.approx(cosine, abs=0.02)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="reinstall quoth"):
        OnnxEmbedder(tmp_path).embed(["x"])
