"""What of statements do those who compare them look at: their words as they were said, who said them, and where?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from quoth.contract import PIECE_JOINT
from quoth.record import tables
from quoth.record.notices import visible
from quoth.record.search.tables import search


def printed_rows(connection: Connection, keys: Sequence[int]) -> dict[int, Any]:
    """The rows of statements by key, with their article and their spans; those that nobody is to see are left out."""
    statements, articles = tables.statements.c, tables.articles.c
    columns = (
        *(statements.key, statements.id, statements.quote, statements.act, statements.status, statements.retracted),
        *(statements.said_from, articles.outlet, articles.headline, articles.url, articles.story),
        *(articles.published_from, search.c.spans),
    )
    joined = tables.statements.join(tables.articles, articles.id == statements.article).join(search)
    query = select(*columns).select_from(joined).where(statements.key.in_(keys), visible())
    return {row.key: row for row in connection.execute(query)} if keys else {}


def as_said(quote: str, spans: str) -> str:
    """The pieces of an interrupted quotation one after the other; an ellipsis that is printed within one stays."""
    return quote.replace(PIECE_JOINT, " ") if quote.count(PIECE_JOINT) == len(spans.split()) - 1 else quote
