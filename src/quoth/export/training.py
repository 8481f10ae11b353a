"""What editors corrected, as gold: an article a line, in the form that training/ reads.

An article is gold when a person has looked at every statement in it; others are left out by `formats.write`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from quoth.errors import UsageError
from quoth.export.jsonl import line
from quoth.record.picked import Picked
from quoth.record.training_gold import gold


def write(picked: Iterable[Picked], out: BinaryIO, share: bool) -> None:
    """Writes the lines. Raises UsageError where they are to be shared: a model learns from the whole text."""
    if share:
        raise UsageError("--share leaves out the texts, and there is no training without them")
    for one in picked:
        row = gold(one.corrected)
        if row is not None:
            out.write(line(row))


def is_gold(picked: Picked) -> bool:
    """Whether there is something to learn from the article."""
    return gold(picked.corrected) is not None
