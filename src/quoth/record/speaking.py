"""Who made these statements?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, select

from quoth.record.tables import statement_speakers


def speakers_of(connection: Connection, keys: Sequence[int]) -> dict[int, list[str]]:
    """The names by a statement's key, in text order; none of an unattributed one."""
    spoke = statement_speakers.c
    query = select(spoke.statement, spoke.name).where(spoke.statement.in_(keys))
    out: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(query.order_by(spoke.statement, spoke.position)):
        out[row.statement].append(row.name)
    return out
