"""A statement's spans in its text -> its act and its status, both read from one clause around the cue."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.attribution.act import act
from quoth.attribution.clause import clause
from quoth.attribution.status import status
from quoth.domain import Act, Span, Status


def judgement(text: str, content: Sequence[Span], cue: Span | None, mention: Span | None) -> tuple[Act, Status]:
    """What the words were to their speaker, and whether they stand as that."""
    around = clause(text, content, cue, mention) if cue is not None else None
    told = act(text, content, cue, mention, around)
    return told, status(text, content, mention, told, around)
