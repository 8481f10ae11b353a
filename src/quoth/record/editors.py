"""Who changes something on record, when, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Editor:
    """Who changes something, when, and why."""

    by: str
    at: datetime
    why: str | None = None
