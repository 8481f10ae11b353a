"""A statement in code points, before the statements of an article are put in order."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.domain import Span


@dataclass(frozen=True, slots=True)
class Found:
    """words: the confidence that these words are a statement with these ends."""

    content: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    words: float
