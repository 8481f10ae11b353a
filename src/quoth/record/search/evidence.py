"""The stretch of an article around a statement, with what was sought marked in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quoth.domain import Span
from quoth.record.search.hits import Evidence
from quoth.record.search.query import Words
from quoth.record.search.terms import Term, runs, stem, terms

AROUND = 100  # characters on either side
LONGEST = 600  # of the statement's own: a speech is shown around what was sought
SLACK = 20  # how far an end may be moved to begin and end with whole words


def evidence(text: str, spans: Sequence[Span], sought: Iterable[Words]) -> Evidence:
    """About a hundred characters either side of the statement, cut between words."""
    marks = marked(text, spans, sought)
    shown = _shown(spans, marks)
    start, end = _whole_words(text, shown.start - AROUND, shown.end + AROUND)
    kept = Span(start, end)
    return Evidence(text[start:end], start, _within(spans, kept), _within(marks, kept))


def read_spans(written: str) -> tuple[Span, ...]:
    """The spans as the table `search` keeps them."""
    pairs = (pair.split("-") for pair in written.split())
    return tuple(Span(int(start), int(end)) for start, end in pairs)


def marked(text: str, spans: Sequence[Span], sought: Iterable[Words]) -> list[Span]:
    """Where the sought words stand in the statement, in text order, without overlaps."""
    found = [
        Term(term.word, span.start + term.start, span.start + term.end)
        for span in spans
        for term in terms(span.of(text))
    ]
    plain = [term.word for term in found]
    stems = [stem(word) for word in plain]
    places: set[int] = set()
    for one in sought:
        whole = one.words if one.exact else [stem(word) for word in one.words]
        for first in runs(plain if one.exact else stems, whole, one.prefix):
            places.update(range(first, first + len(whole)))
    return list(dict.fromkeys(Span(found[place].start, found[place].end) for place in sorted(places)))


def _shown(spans: Sequence[Span], marks: Sequence[Span]) -> Span:
    """What must be seen of the statement: all of it, or what is around the first mark of a long one."""
    whole = Span(spans[0].start, spans[-1].end)
    if len(whole) <= LONGEST:
        return whole
    middle = (marks[0].start + marks[0].end) // 2 if marks else whole.start
    start = max(whole.start, min(middle - LONGEST // 2, whole.end - LONGEST))
    return Span(start, start + LONGEST)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = max(start, 0), min(end, len(text))
    if start > 0:
        start = next((n + 1 for n in range(start, min(start + SLACK, end)) if text[n].isspace()), start)
    if end < len(text):
        end = next((n for n in range(end - 1, max(end - SLACK, start), -1) if text[n].isspace()), end)
    return start, end


def _within(spans: Iterable[Span], kept: Span) -> tuple[Span, ...]:
    """What of the spans lies in the stretch that is kept, counted from its start."""
    cut = ((max(span.start, kept.start) - kept.start, min(span.end, kept.end) - kept.start) for span in spans)
    return tuple(Span(start, end) for start, end in cut if start < end)
