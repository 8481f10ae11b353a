"""One word of a wording."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.domain import Span


@dataclass(frozen=True, slots=True)
class Word:
    """One word: where it stands, and the form it is compared by."""

    span: Span
    form: str
