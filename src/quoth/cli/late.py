"""Weights that are loaded when they are first asked: where every article is known, nobody waits for their runtime."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quoth.domain import Span
    from quoth.inference import OnnxEmbedder, OnnxTagger, Scores
    from quoth.record.search import Floats


class LateTagger:
    """The trained tagger."""

    def __init__(self) -> None:
        self._lock = Lock()

    @property
    def opened(self) -> OnnxTagger:
        """The tagger itself, one for all threads."""
        with self._lock:
            return self._opened

    @cached_property
    def _opened(self) -> OnnxTagger:
        from quoth.inference import OnnxTagger

        return OnnxTagger()

    def load(self) -> None:
        """Loads it now."""
        self.opened.load()

    @property
    def version(self) -> str:
        """As the Protocol `Tagger` has it, and so the others."""
        return self.opened.version

    @property
    def calibration(self) -> Mapping[str, float]:
        """See `Tagger`."""
        return self.opened.calibration

    def score(self, text: str, paragraphs: Sequence[Span]) -> Scores:
        """See `Tagger`."""
        return self.opened.score(text, paragraphs)


class LateEmbedder:
    """The encoder of what statements mean."""

    @cached_property
    def opened(self) -> OnnxEmbedder:
        """The embedder itself."""
        from quoth.inference import OnnxEmbedder

        return OnnxEmbedder()

    def embed(self, texts: Sequence[str]) -> Floats:
        """As the Protocol `Embedder` has it."""
        return self.opened.embed(texts)
