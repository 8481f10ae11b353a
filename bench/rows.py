"""A row of the corpora as the values that quoth passes on: an Article whose lines are all body, its gold Statements."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from quoth.domain import Article, Confidence, DateBasis, Manner, Part, Passage, Published, Span, Statement
from quoth.marks import quotations

Row = Mapping[str, Any]
LINE = re.compile(r"[^\n]*\S[^\n]*")


def lines(text: str) -> list[Span]:
    """The lines of a text that are not empty."""
    return [Span(*line.span()) for line in LINE.finditer(text)]


def article(row: Row) -> Article:
    """The row with what it tells of itself: day, outlet, headline, author."""
    day = date.fromisoformat(row["date"]) if row.get("date") else None
    return Article(
        row["id"],
        "gold",
        row["text"],
        tuple(Passage(span, Part.BODY) for span in lines(row["text"])),
        outlet=row.get("publisher"),
        headline=row.get("title"),
        byline=tuple(filter(None, [row.get("author")])),
        published=Published(day, day, DateBasis.GIVEN) if day else None,
    )


def statements(row: Row) -> tuple[Statement, ...]:
    """The gold attributions as statements, in the order of the row."""
    quoted = quotations(row["text"], lines(row["text"]))
    pieces = [piece.span for piece in quoted if piece.depth == 0]
    out = []
    for told in row["attributions"]:
        content = tuple(sorted({Span(*span) for span in told["content"]}))
        inside = [
            any(piece.start <= span.start + 1 and span.end <= piece.end + 2 for piece in pieces) for span in content
        ]
        manner = Manner.DIRECT if all(inside) else Manner.MIXED if any(inside) else Manner.INDIRECT
        out.append(Statement(content, whole(told["cue"]), whole(told["source"]), manner, Confidence(1.0)))
    return nested(out)


def nested(told: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with `within` where one lies inside another."""
    out = []
    for one in told:
        holders = [n for n, other in enumerate(told) if other is not one and other.contains(one)]
        within = min(holders, key=lambda n: sum(map(len, told[n].content)), default=None)
        out.append(replace(one, within=within))
    return tuple(out)


def whole(spans: Sequence[Sequence[int]]) -> Span | None:
    """From the first to the last of the spans; None for none."""
    return Span(min(s for s, _ in spans), max(e for _, e in spans)) if spans else None
