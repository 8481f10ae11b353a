"""A statement in code points, before the statements of an article are put in order."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.attribution.confidence import Evidence
from quoth.domain import Manner, Span


@dataclass(frozen=True, slots=True)
class Found:
    """evidence: what its confidence is drawn from; None where the print itself says so, as in a transcript."""

    content: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    manner: Manner
    evidence: Evidence | None
