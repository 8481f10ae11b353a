"""The shipped weights behind the one-method Protocol."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from fakes import plain_article
from quoth.errors import ModelError
from quoth.inference import TAGS, Link, OnnxTagger

TEXT = "Ruiz said the gate was shut.\n" * 60  # longer than a window


@pytest.fixture(scope="module")
def tagger() -> OnnxTagger:
    return OnnxTagger()


def test_every_piece_gets_a_distribution(tagger: OnnxTagger) -> None:
    scores = tagger.score(TEXT, [passage.span for passage in plain_article(TEXT).passages])
    assert scores.tags.shape == (len(scores.pieces), len(TAGS))
    assert np.allclose(np.exp(scores.tags).sum(axis=1), 1, atol=1e-4)
    assert len(scores.views) > 1
    for view in scores.views:
        count = view.end - view.start
        assert view.pointers.shape == (len(Link), count, 1 + count)


def test_a_text_scores_alike_after_another(tagger: OnnxTagger) -> None:
    paragraphs = [passage.span for passage in plain_article(TEXT).passages]
    before = tagger.score(TEXT, paragraphs)
    tagger.score("Something else altogether.", [plain_article("Something else altogether.").passages[0].span])
    assert np.array_equal(before.tags, tagger.score(TEXT, paragraphs).tags)


def test_one_thread_and_two_agree(tagger: OnnxTagger) -> None:
    paragraphs = [passage.span for passage in plain_article(TEXT).passages]
    one, two = (OnnxTagger(threads=n).score(TEXT, paragraphs) for n in (1, 2))
    assert np.array_equal(one.tags, two.tags)


def test_nothing_to_read_is_no_error(tagger: OnnxTagger) -> None:
    assert tagger.score("", []).tags.shape == (0, len(TAGS))


@pytest.mark.parametrize("file", ["settings.json", "tokenizer.json", "tagger.onnx"])
def test_damaged_weights_are_named(file: str, tmp_path: Path) -> None:
    for path in OnnxTagger().folder.glob("*.*"):
        (tmp_path / path.name).symlink_to(path)
    (tmp_path / file).unlink()
    (tmp_path / file).write_text("not what it was", encoding="utf8")
    with pytest.raises(ModelError, match=f"{file}.*reinstall quoth"):
        OnnxTagger(tmp_path).score("It rained.", [plain_article("It rained.").passages[0].span])
