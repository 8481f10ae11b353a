"""Where a stretch of a text stands, told so that it is found again: by the words around it, and by its place.

As the Web Annotation Data Model has it (W3C Recommendation, 23 February 2017, 4.2.4 and 4.2.5): the text is that of
the article without markup, places count its code points from 0, and the end is not included.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quoth.domain import Article, Span
from quoth.export.around import words_after, words_before

Json = dict[str, Any]
NEAR = 32  # characters on each side to begin with, as most clients take


def selectors(article: Article, span: Span, most_words: int | None = None) -> list[Json]:
    """A quote selector that finds this span alone in the article's text, and a position selector.

    `most_words`: at most so many before, and so many after; then it may find other places too.
    """
    start, end = context(article, span)
    if most_words is not None:
        start = max(start, words_before(article.text, span.start, most_words))
        end = min(end, words_after(article.text, span.end, most_words))
    return [
        {
            "type": "TextQuoteSelector",
            "exact": span.of(article.text),
            "prefix": article.text[start : span.start],
            "suffix": article.text[span.end : end],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def context(article: Article, span: Span) -> tuple[int, int]:
    """Where the prefix begins and the suffix ends: near, within the paragraph where that is enough to be unique."""
    text = article.text
    for start, end in _wider(article, span):
        if text.find(text[start:end]) == start and text.find(text[start:end], start + 1) == -1:
            return start, end
    return 0, len(text)


def _wider(article: Article, span: Span) -> Iterator[tuple[int, int]]:
    """Contexts that grow, first within the passage, then over the whole text."""
    whole = Span(0, len(article.text))
    passage = next((one.span for one in article.passages if one.span.contains(span)), whole)
    for room in (passage, whole):
        near = NEAR
        while True:
            start, end = max(room.start, span.start - near), min(room.end, span.end + near)
            yield _from_word(article.text, start, span.start, room), _to_word(article.text, end, span.end, room)
            if (start, end) == (room.start, room.end):
                break
            near *= 2


def _from_word(text: str, start: int, limit: int, room: Span) -> int:
    """The place, moved on to the beginning of a word."""
    if start == room.start or text[start - 1].isspace():
        return start
    return next((n + 1 for n in range(start, limit) if text[n].isspace()), start)


def _to_word(text: str, end: int, limit: int, room: Span) -> int:
    if end == room.end or text[end].isspace():
        return end
    return next((n for n in range(end - 1, limit, -1) if text[n].isspace()), end)
