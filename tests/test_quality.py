"""A floor under the real model: the ten tuning articles of tests/articles, scored as the shared scorer does.

The pinned figures are what was measured when the weights were committed, less two points for rules that move a little.
`make bench` holds the figures on the corpus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from marked import Marked, unmark
from quoth import pipeline
from quoth.domain import Part, Reading, Span
from quoth.reading.plain import read_plain

ARTICLES = Path(__file__).parent / "articles"
TUNING = [path for path in sorted(ARTICLES.glob("*.txt")) if int(path.name[:2]) <= 10]
SPOKEN_RECALL, SPOKEN_PRECISION = 0.70, 0.80
NEVER_READ = {Part.BYLINE, Part.CREDIT, Part.CORRECTION, Part.FURNITURE}


@pytest.fixture(scope="module")
def readings() -> list[tuple[Marked, Reading]]:
    marked = [unmark(path.read_text(encoding="utf8")) for path in TUNING]
    articles = (read_plain(one.text, path.name) for one, path in zip(marked, TUNING, strict=True))
    read = [one for one in pipeline.read(articles, pipeline.open_tagger()) if isinstance(one, Reading)]
    return list(zip(marked, read, strict=True))


def words(text: str, spans: Iterator[Span] | tuple[Span, ...] | list[Span]) -> set[int]:
    return {m.start() for span in spans for m in re.compile(r"\w+").finditer(text, span.start, span.end)}


def alike(a: set[int], b: set[int]) -> bool:
    return len(a & b) >= 0.5 * len(a | b)


def test_words_and_mention_are_found_together(readings: list[tuple[Marked, Reading]]) -> None:
    hits = given = told = 0
    for marked, reading in readings:
        left = list(marked.statements.values())
        told += len(left)
        for statement in reading.statements:
            content = words(marked.text, statement.content)
            match = next((one for one in left if alike(content, words(marked.text, one.content))), None)
            given += match is not None or statement.within is None
            if match is not None:
                left.remove(match)
                mentions = [words(marked.text, [m]) if m else set() for m in (statement.mention, match.mention)]
                hits += alike(*mentions)
    assert hits / told >= SPOKEN_RECALL
    assert hits / given >= SPOKEN_PRECISION


def test_furniture_is_never_read_as_a_statement(readings: list[tuple[Marked, Reading]]) -> None:
    for marked, reading in readings:
        silent = [passage.span for passage in marked.passages if passage.part in NEVER_READ]
        heard = [
            span.of(marked.text)
            for statement in reading.statements
            for span in statement.content
            if any(span.overlaps(other) for other in silent)
        ]
        assert not heard, reading.article.origin
