"""What editors decide of dossiers: kept beside what the machine drew, respected by every redraw, and reversible."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, delete, insert, select, update

from quoth.errors import UsageError
from quoth.record.dossiers import authorities, tables
from quoth.record.dossiers.drawing import redraw
from quoth.record.dossiers.ruling import Ruling, sides_of
from quoth.record.dossiers.seats import at_once, by_sign
from quoth.record.dossiers.settling import settle
from quoth.record.editors import Editor
from quoth.record.rows import folded

DECISIONS, DECIDED = tables.decisions.c, tables.decided.c


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: what was said of which entries, by whom, when and why, and whether it was taken back."""

    id: int
    what: Ruling
    said: str | None
    by: str
    at: datetime
    why: str | None
    undone_by: str | None
    undone_at: datetime | None = None


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
    if what in (Ruling.NAME, Ruling.ALIAS) and not (said or "").strip():
        raise UsageError(f"{what}: give a name")
    row = {"what": what.value, "said": said, "by": editor.by, "at": editor.at, "why": editor.why}
    id_: int = connection.execute(insert(tables.decisions).returning(DECISIONS.id), row).scalar_one()
    sides = [*((sign, False) for sign in set(some)), *((sign, True) for sign in set(others) - set(some))]
    rows = [{"decision": id_, "sign": sign, "is_other": is_other} for sign, is_other in sorted(sides)]
    connection.execute(insert(tables.decided), rows)
    _draw(connection, what, some, others, holds=True)
    return _decision(connection, id_)


def undo(connection: Connection, number: int, editor: Editor) -> Decision:
    """Takes a decision back. Raises UsageError where it is not in force."""
    row = connection.execute(select(tables.decisions).where(DECISIONS.id == number)).first()
    if row is None or row.undone_at is not None:
        raise UsageError(f"{number}: no decision of that number is in force; quoth people log lists them")
    mine = DECISIONS.id == number
    connection.execute(update(tables.decisions).where(mine).values(undone_by=editor.by, undone_at=editor.at))
    some, others = sides_of(connection, [number])[number]
    _draw(connection, Ruling(row.what), some, others, holds=False)
    return _decision(connection, number)


def _draw(connection: Connection, what: Ruling, some: Collection[str], others: Collection[str], *, holds: bool) -> None:
    held = by_sign(connection, [*some, *others])
    if redraw(connection, held.values()):
        first = [held[sign] for sign in sorted(some) if sign in held]
        settle(connection, what, first, [held[sign] for sign in sorted(others) if sign in held], holds=holds)


def decisions(connection: Connection) -> list[Decision]:
    """All of them in order, those taken back too."""
    return [_of(row) for row in connection.execute(select(tables.decisions).order_by(DECISIONS.id))]


def signs_of_name(connection: Connection, name: str) -> set[str]:
    """The signs of the entries of that name: what there is to forget, asked for while they are on record."""
    mine = select(tables.entries.c.sign).where(tables.entries.c.folded == folded(name))
    return set(connection.scalars(mine))


def forget_name(connection: Connection, name: str, signs: Collection[str]) -> None:
    """Takes out what was decided of somebody: decisions that gave this name, or that are of nobody else any more."""
    for some in at_once(sorted(signs)):
        touched = set(connection.scalars(select(DECIDED.decision).where(DECIDED.sign.in_(some))))
        connection.execute(delete(tables.decided).where(DECIDED.sign.in_(some)))
        sides = sides_of(connection, touched)
        pairs = (Ruling.SAME.value, Ruling.APART.value)
        kinds = dict(connection.execute(select(DECISIONS.id, DECISIONS.what).where(DECISIONS.id.in_(touched))).all())
        empty = [id_ for id_, (one, other) in sides.items() if not one or (not other and kinds[id_] in pairs)]
        connection.execute(delete(tables.decisions).where(DECISIONS.id.in_(empty)))
    told = connection.execute(select(tables.decisions).where(DECISIONS.said.is_not(None))).all()
    gone = [row.id for row in told if folded(name) in folded(row.said)]
    connection.execute(delete(tables.decisions).where(DECISIONS.id.in_(gone)))
    authorities.forget_name(connection, name)


def _decision(connection: Connection, number: int) -> Decision:
    return _of(connection.execute(select(tables.decisions).where(DECISIONS.id == number)).one())


def _of(row: Row[tuple[object, ...]]) -> Decision:
    return Decision(row.id, Ruling(row.what), row.said, row.by, row.at, row.why, row.undone_by, row.undone_at)
