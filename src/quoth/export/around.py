"""The few words around a quotation that may be shown where its article may not be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.domain import Span

MOST_WORDS = 30  # around one quotation, on both sides together
FURTHEST = 300  # characters on a side, however long the "words" are


@dataclass(frozen=True, slots=True)
class Around:
    """What stands right before and right after a quotation, as printed, white space too; each may be empty."""

    before: str
    after: str


def around(text: str, content: Sequence[Span], words: int = MOST_WORDS // 2) -> Around:
    """At most so many words before the first piece and after the last."""
    start, end = words_before(text, content[0].start, words), words_after(text, content[-1].end, words)
    return Around(text[start : content[0].start], text[content[-1].end : end])


def words_before(text: str, place: int, words: int) -> int:
    """Where the last so many words before the place begin."""
    first = max(0, place - FURTHEST)
    starts = [match.start() for match in re.finditer(r"\S+", text[first:place])]
    return first + starts[-words] if 0 < words <= len(starts) else _whole(text, first) if words and starts else place


def words_after(text: str, place: int, words: int) -> int:
    """Where the first so many words after the place end."""
    ends = [match.end() for match in re.finditer(r"\S+", text[place : place + FURTHEST])]
    return place + ends[min(words, len(ends)) - 1] if words and ends else place


def _whole(text: str, first: int) -> int:
    """The place itself, or the next one at which a word begins."""
    if first == 0 or text[first - 1].isspace():
        return first
    return next((n + 1 for n in range(first, len(text)) if text[n].isspace()), first)


def count(text: str) -> int:
    """Words between white space."""
    return len(text.split())
