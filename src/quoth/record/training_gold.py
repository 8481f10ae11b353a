"""What editors have looked at, as gold that training/ learns from: one row an article, as training/corpora.py reads it.

Only articles of which a person has looked at every statement count: in any other, a statement that the machine missed
or misread would be taught as if it were none, or right.
"""

from __future__ import annotations

from typing import Any

from quoth.domain import Review, Span, Statement
from quoth.record.corrected import Corrected


def gold(done: Corrected) -> dict[str, Any] | None:
    """The row of an article; None where somebody has yet to look at a statement, or there is nothing to learn.

    `attributions` hold lists of [start, end) in code points of `text`: `source` (who, the mention), `cue`, `content`.
    What was rejected is in none of them: so the machine learns that it is no statement.
    """
    seen = [one.state is not Review.MACHINE for one in (*done.reviews, *done.rejected.reviews)]
    if not seen or not all(seen):
        return None
    article = done.reading.article
    return {
        "id": article.id,
        "publisher": article.outlet,
        "date": article.published.start.isoformat() if article.published else None,
        "title": article.headline,
        "author": ", ".join(article.byline) or None,
        "text": article.text,
        "attributions": [_attribution(one) for one in done.reading.statements],
    }


def _attribution(one: Statement) -> dict[str, list[list[int]]]:
    return {"source": _pairs(one.mention), "cue": _pairs(one.cue), "content": _pairs(*one.content)}


def _pairs(*spans: Span | None) -> list[list[int]]:
    return [[span.start, span.end] for span in spans if span is not None]
