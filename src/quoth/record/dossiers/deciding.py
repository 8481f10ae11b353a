"""What editors decide of dossiers: kept beside what the machine drew, respected by every redraw, and reversible."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, delete, insert, select, update

from quoth.errors import UsageError
from quoth.record.dossiers import tables
from quoth.record.dossiers.drawing import redraw
from quoth.record.dossiers.ruling import Ruling
from quoth.record.editors import Editor
from quoth.record.rows import folded


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: what was said of which entries, by whom and when, and whether it was taken back."""

    id: int
    what: Ruling
    said: str | None
    by: str
    at: datetime
    why: str | None
    undone_by: str | None


def decide(
    connection: Connection,
    what: Ruling,
    some: Sequence[str],
    others: Sequence[str],
    editor: Editor,
    said: str | None = None,
) -> Decision:
    """Keeps the decision on these entries, by their signs, and draws the dossiers that it concerns anew."""
    if not some or (what in (Ruling.SAME, Ruling.APART) and not others):
        raise UsageError(f"{what}: there is nobody left to say that of")
    row = {
        "what": what.value,
        "some": json.dumps(sorted(some)),
        "others": json.dumps(sorted(others)),
        "said": said,
        "by": editor.by,
        "at": editor.at,
        "why": editor.why,
    }
    id_ = connection.execute(insert(tables.decisions).returning(tables.decisions.c.id), row).scalar_one()
    redraw(connection, _keys(connection, [*some, *others]))
    return _decision(connection, id_)


def undo(connection: Connection, number: int, editor: Editor) -> Decision:
    """Takes a decision back. Raises UsageError where it is not in force."""
    row = connection.execute(select(tables.decisions).where(tables.decisions.c.id == number)).first()
    if row is None or row.undone_at is not None:
        raise UsageError(f"{number}: no decision of that number is in force; quoth people log lists them")
    mine = tables.decisions.c.id == number
    connection.execute(update(tables.decisions).where(mine).values(undone_by=editor.by, undone_at=editor.at))
    redraw(connection, _keys(connection, [*json.loads(row.some), *json.loads(row.others)]))
    return _decision(connection, number)


def decisions(connection: Connection) -> list[Decision]:
    """All of them in order, those taken back too."""
    return [_of(row) for row in connection.execute(select(tables.decisions).order_by(tables.decisions.c.id))]


def forget_name(connection: Connection, name: str) -> None:
    """Takes out the decisions that gave somebody this name; the others hold no name."""
    told = connection.execute(select(tables.decisions).where(tables.decisions.c.said.is_not(None))).all()
    gone = [row.id for row in told if folded(name) in folded(row.said)]
    connection.execute(delete(tables.decisions).where(tables.decisions.c.id.in_(gone)))


def _keys(connection: Connection, signs: Iterable[str]) -> set[int]:
    return set(connection.scalars(select(tables.entries.c.key).where(tables.entries.c.sign.in_(list(signs)))))


def _decision(connection: Connection, number: int) -> Decision:
    return _of(connection.execute(select(tables.decisions).where(tables.decisions.c.id == number)).one())


def _of(row: Row[tuple[object, ...]]) -> Decision:
    return Decision(row.id, Ruling(row.what), row.said, row.by, row.at, row.why, row.undone_by)
