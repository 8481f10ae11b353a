"""Where do words that an editor pointed at stand, in the text as typed, and again after the page has changed?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from quoth.domain import Article, Span, Statement
from quoth.errors import CorrectionError

PIECES = re.compile(r"\s*…\s*")
QUOTES = dict.fromkeys('"“”„«»', '["“”„«»]') | dict.fromkeys("'’‘‚‹›", "['’‘‚‹›]")
SAME_PLACE = 0.5  # share of characters: the machine cuts a statement longer or shorter
LIKE_ENOUGH = 0.7  # share of words in common: a sentence that was polished, not another one
SHOWN_CHARS = 30


@dataclass(frozen=True, slots=True)
class Place:
    """Words of an article, and where they stood when an editor pointed at them."""

    words: str
    start: int


def place_of(text: str, span: Span) -> Place:
    """The words of the span, to be found again."""
    return Place(span.of(text), span.start)


def again(place: Place, text: str, shift: int = 0) -> Span | None:
    """Where the words stand now: where they stood, moved by `shift`, or nearest to that; None where they are gone."""
    wanted = place.start + shift
    if text.startswith(place.words, max(wanted, 0)) and wanted >= 0:
        return Span(wanted, wanted + len(place.words))
    return min(occurrences(text, place.words), key=lambda span: abs(span.start - wanted), default=None)


def all_again(places: Sequence[Place], text: str) -> tuple[Span, ...] | None:
    """Where the pieces stand now, in their order; None unless all of them do."""
    out: list[Span] = []
    for place in places:
        shift = out[0].start - places[0].start if out else 0
        span = again(place, text, shift)
        if span is None or (out and span.start < out[-1].end):
            return None
        out.append(span)
    return tuple(out) or None


def occurrences(text: str, words: str, *, any_case: bool = False) -> list[Span]:
    """Every place of the words in the text: white space and the shape of quotation marks may differ."""
    if not words.strip():
        return []
    return [Span(*match.span()) for match in _pattern(words, any_case).finditer(text)]


@lru_cache(maxsize=256)
def _pattern(words: str, any_case: bool) -> re.Pattern[str]:
    shape = r"\s+".join("".join(QUOTES.get(mark, re.escape(mark)) for mark in word) for word in words.split())
    head = r"(?<!\w)" if words.lstrip()[0].isalnum() else ""
    tail = r"(?!\w)" if words.rstrip()[-1].isalnum() else ""
    return re.compile(head + shape + tail, re.IGNORECASE if any_case else 0)


# ---- words as an editor types them


def typed(article: Article, words: str, near: Sequence[Span] = (), at: int | None = None) -> Place:
    """The one place that is meant by these words: the one over the old span, else in its paragraph, else the only one.

    Raises: CorrectionError where the article has no such words, or several and nothing tells which are meant.
    """
    found = occurrences(article.text, words)
    if not found:
        raise CorrectionError(f"the article does not contain “{words}”: give the words as they are printed")
    chosen = [span for span in found if span.start == at] if at is not None else _meant(article, found, near)
    if len(chosen) != 1:
        places = "; ".join(f"--at {span.start}: {around(article.text, span)}" for span in chosen or found)
        raise CorrectionError(f"“{words}” stands in several places; say which: {places}")
    return place_of(article.text, chosen[0])


def typed_pieces(article: Article, words: str, near: Sequence[Span] = (), at: int | None = None) -> tuple[Place, ...]:
    """The places of words whose pieces are joined by an ellipsis, as `quote` prints them."""
    if occurrences(article.text, words) or "…" not in words:
        return (typed(article, words, near, at),)
    out: list[Place] = []
    for piece in filter(None, PIECES.split(words)):
        out.append(typed(article, piece, near, None if out else at))
    if any(second.start < first.start + len(first.words) for first, second in pairwise(out)):
        raise CorrectionError(f"the pieces of “{words}” do not stand in that order")
    return tuple(out)


def around(text: str, span: Span, chars: int = SHOWN_CHARS) -> str:
    """The words with a little of what stands around them, on one line."""
    start, end = max(0, span.start - chars), min(len(text), span.end + chars)
    return f"…{' '.join(text[start:end].split())}…"


def _meant(article: Article, found: list[Span], near: Sequence[Span]) -> list[Span]:
    """Those over the old spans where there are any, else those in the same passages, else all."""
    over = [span for span in found if any(old.overlaps(span) for old in near)]
    if over:
        return over
    here = [one.span for one in article.passages if any(one.span.overlaps(old) for old in near)]
    return [span for span in found if any(passage.contains(span) for passage in here)] or found


# ---- statements of another reading


Numbered = Sequence[tuple[int, Statement]]
"""Statements with their numbers in a reading."""


def in_the_same_place(text: str, statements: Numbered, contents: Sequence[Sequence[Place]]) -> int | None:
    """The number of the statement that stands where one of these contents stands now; None where none does."""
    for content in contents:
        spans = all_again(content, text)
        best = max(statements, key=lambda one: shared(one[1].content, spans or ()), default=None)
        if spans is not None and best is not None and shared(best[1].content, spans) >= SAME_PLACE:
            return best[0]
    return None


def most_alike(text: str, statements: Numbered, contents: Sequence[Sequence[Place]]) -> int | None:
    """The number of the statement that reads most like one of these contents; None where none is like it enough."""
    alike = [(likeness(text, one, content), number) for content in contents for number, one in statements]
    sure, number = max(alike, default=(0.0, -1))
    return number if sure >= LIKE_ENOUGH else None


def shared(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Characters in both as a share of those in either."""
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return both / (sum(map(len, one)) + sum(map(len, other)) - both)


def likeness(text: str, statement: Statement, content: Sequence[Place]) -> float:
    """Words in common, as a share of the mean of both: 1 for the same words in any order."""
    mine = Counter(word for span in statement.content for word in _words(span.of(text)))
    other = Counter(word for place in content for word in _words(place.words))
    return 2 * (mine & other).total() / max(1, mine.total() + other.total())


def _words(text: str) -> Iterator[str]:
    return (match[0] for match in re.finditer(r"\w+", text.casefold()))
