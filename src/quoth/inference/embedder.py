"""What words mean, as vectors: texts that say alike lie near each other, whatever words they choose.

Texts are embedded one at a time, as the tagger's windows are scored: a text's figures cannot depend on what was
embedded beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Protocol

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from quoth.errors import ModelError
from quoth.inference.scores import Floats
from quoth.inference.tagger import WEIGHTS, open_session, open_tokenizer, usable_cores
from quoth.inference.tokens import CLS, SEP

SIZE = 384  # numbers in a vector
LONGEST = 256  # word pieces with [CLS] and [SEP], as the encoder was trained; a longer text is known by its beginning


class Embedder(Protocol):
    """Embeds texts. Safe to call from several threads."""

    def embed(self, texts: Sequence[str]) -> Floats:
        """float32[text, 384], each of length 1: the scalar product of two is how alike they are, 1 for the same."""
        ...


class OnnxEmbedder:
    """The weights in a folder: meaning.onnx, tagger.onnx (it shares the word embeddings), tokenizer.json.

    Opened at the first text. Raises: ModelError where a file is missing or damaged.
    """

    def __init__(self, folder: Path = WEIGHTS, threads: int | None = None) -> None:
        self.folder = folder
        self.threads = threads or usable_cores()
        self._lock = Lock()

    def embed(self, texts: Sequence[str]) -> Floats:
        tokenizer, session = self._opened()
        return np.array([_embedded(tokenizer, session, text) for text in texts], dtype=np.float32).reshape(-1, SIZE)

    def _opened(self) -> tuple[Tokenizer, onnxruntime.InferenceSession]:
        with self._lock:
            return self._tokenizer, self._session

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        return open_tokenizer(self.folder / "tokenizer.json")

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        session = open_session(self.folder / "meaning.onnx", self.threads)
        if session.get_outputs()[0].shape[-1] != SIZE:
            raise ModelError(f"{self.folder / 'meaning.onnx'}: gives no vectors of {SIZE} numbers; reinstall quoth")
        return session


def _embedded(tokenizer: Tokenizer, session: onnxruntime.InferenceSession, text: str) -> Floats:
    pieces = tokenizer.encode(text, add_special_tokens=False).ids[: LONGEST - 2]
    ids = np.array([[CLS, *pieces, SEP]], dtype=np.int64)
    vector: Floats = session.run(None, {"ids": ids})[0][0]
    return vector
