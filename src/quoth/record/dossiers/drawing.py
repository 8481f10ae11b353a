"""Draws the dossiers that an article concerns anew: only of those whose names lead to its speakers.

As long as no more than MOST_DRAWN entries hang together, who is one depends on the set of articles on record and on the
editors' decisions, not on the order in which they came: how likely two entries are one is told pair by pair, and
`quoth.dossiers.draw` makes groups of all of them. Where more hang together, what was drawn stands, and only the new
entry is placed (`placing`): adding to a dossier of ten thousand costs what adding to one of thirty does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, Subquery, bindparam, delete, insert, select, union

from quoth.dossiers import entries
from quoth.record.corrected import Corrected
from quoth.record.dossiers import authorities, tables
from quoth.record.dossiers.certainty import certainty
from quoth.record.dossiers.grouping import draw
from quoth.record.dossiers.heading import drop_empty, head_alone
from quoth.record.dossiers.named import is_named
from quoth.record.dossiers.near import Compared, near
from quoth.record.dossiers.placing import place
from quoth.record.dossiers.ruling import Ruling, rulings, sign
from quoth.record.dossiers.seats import New, find_by_more, put

MOST_DRAWN = 8  # entries; linkage of twice as many takes four times as long
ENTRIES, DECIDED, DECISIONS = tables.entries.c, tables.decided.c, tables.decisions.c
ENTRY, OTHER = tables.pairs.c.entry, tables.pairs.c.other
Near = Mapping[int, Mapping[int, Compared]]


def join(connection: Connection, done: Corrected, statements: Sequence[int]) -> None:
    """Finds the dossiers of the article's speakers, and draws all whom that concerns. `statements`: their keys."""
    before = _take_out(connection, done.reading.article.id)
    told = certainty(done)
    found = [one for one in entries(told.reading) if is_named(one)]
    known = authorities.known(connection, found)
    new = put(connection, [New(one, one.number in told.sure, known.get(one.key)) for one in found])
    if not new:
        redraw(connection, before)
        return
    _put_may_be(connection, new, [(statements[n], number) for n, number in told.may_be])
    compared = near(connection, {key: one.entry for key, one in new.items()})
    _put_pairs(connection, compared)
    alone = _alone(connection, new, compared)
    head_alone(connection, [new[key] for key in alone])
    redraw(connection, before | (set(new) - alone), compared)


def _alone(connection: Connection, new: Mapping[int, New], compared: Near) -> set[int]:
    """Those whom nothing joins to anybody: most of what a small archive is given."""
    ruled = rulings(connection, [sign(one.entry.key) for one in new.values()]).concerned()
    return {
        key
        for key, one in new.items()
        if one.authority is None
        and sign(one.entry.key) not in ruled
        and not any(other.is_near for other in compared[key].values())
    }


def leave(connection: Connection, article: str) -> None:
    """Takes the article's speakers out of their dossiers; call it before the article's row is deleted."""
    redraw(connection, _take_out(connection, article))


def redraw(connection: Connection, concerned: Iterable[int], fresh: Near | None = None) -> set[int]:
    """Draws the dossiers of these entries, and of all that may be one with them; `fresh`: to what new ones are near.

    Returns: those of the entries that hang together with so many that their dossiers were left as they were.
    """
    left, settled = set(concerned), set[int]()
    while left:
        start = min(left)
        together = related(connection, start)
        left -= together or {start}
        if together is not None:
            draw(connection, together)
        elif fresh is not None and start in fresh:
            place(connection, start, fresh[start])
        else:
            settled.add(start)
    return settled


def related(connection: Connection, start: int) -> set[int] | None:
    """It and all that hang together with it: pairs, dossiers, decisions and the authority file; None: too many."""
    found, edge = {start}, {start}
    while edge:
        reached: set[int] = set(connection.scalars(BESIDE, {"edge": sorted(edge)}))
        edge = reached - found
        found |= edge
        if len(found) > MOST_DRAWN:
            return None
    return found


def _beside() -> Select[Any]:
    """The keys of the entries that hang together with those of `edge`."""
    edge: BindParameter[Any] = bindparam("edge", expanding=True)
    mine = select(ENTRIES.dossier).where(ENTRIES.key.in_(edge))
    known = select(ENTRIES.authority).where(ENTRIES.key.in_(edge), ENTRIES.authority.is_not(None))
    parts = [
        select(OTHER.label("key")).where(ENTRY.in_(edge)),
        select(ENTRY.label("key")).where(OTHER.in_(edge)),
        select(ENTRIES.key).where(ENTRIES.dossier.in_(mine)),
        select(ENTRIES.key).where(ENTRIES.authority.in_(known)),
        _said_same(edge),
    ]
    found = union(*(select(_few(part).c.key) for part in parts)).subquery()
    return select(found.c.key)


def _few(some: Select[Any]) -> Subquery:
    return some.limit(MOST_DRAWN + 1).subquery()


def _said_same(edge: BindParameter[Any]) -> Select[Any]:
    """Those that decisions of editors join to these."""
    joins = (DECISIONS.undone_at.is_(None), DECISIONS.what.in_([Ruling.SAME.value, Ruling.APART.value]))
    held = tables.decided.join(tables.decisions, DECISIONS.id == DECIDED.decision).join(
        tables.entries, ENTRIES.sign == DECIDED.sign
    )
    mine = select(DECIDED.decision).select_from(held).where(ENTRIES.key.in_(edge), *joins)
    others = select(DECIDED.sign).where(DECIDED.decision.in_(mine))
    return select(ENTRIES.key).where(ENTRIES.sign.in_(others))


BESIDE = _beside()  # made once: it is asked for every entry that is added


def _take_out(connection: Connection, article: str) -> set[int]:
    """Deletes the article's entries; gives back the others that hung together with them."""
    rows = connection.execute(select(ENTRIES.key, ENTRIES.dossier).where(ENTRIES.article == article)).all()
    if not rows:
        return set()
    mine, held, large = {row.key for row in rows}, {row.dossier for row in rows}, set()
    beside: set[int] = set()
    for row in rows:
        together = related(connection, row.key)
        beside |= together or set()
        large |= {row.dossier} if together is None else set()
    for table in (tables.keys, tables.pairs, tables.doubts, tables.may_be):
        connection.execute(delete(table).where(table.c.entry.in_(mine)))
    for table in (tables.pairs, tables.doubts):
        connection.execute(delete(table).where(table.c.other.in_(mine)))
    connection.execute(delete(tables.entries).where(ENTRIES.key.in_(mine)))
    for dossier in sorted(large):
        find_by_more(connection, dossier)
    drop_empty(connection, held)
    return beside - mine


def _put_may_be(connection: Connection, new: Mapping[int, New], may_be: Iterable[tuple[int, int]]) -> None:
    by_number = {one.entry.number: key for key, one in new.items()}
    rows = [{"statement": one, "entry": by_number[number]} for one, number in may_be if number in by_number]
    if rows:
        connection.execute(insert(tables.may_be), rows)


def _put_pairs(connection: Connection, compared: Near) -> None:
    """Of those near to an entry; where they are too many to be drawn together, only the nearest of each group."""
    rows: list[dict[str, float]] = []
    for key, others in compared.items():
        found = {other: one for other, one in others.items() if one.is_near}
        if len(found) >= MOST_DRAWN:
            best = sorted(found, key=lambda other: (found[other].likeness or 0.0, other))
            found = {other: found[other] for other in {found[other].group: other for other in best}.values()}
        rows += [{"entry": o, "other": key, "probability": one.likeness or 0.0} for o, one in sorted(found.items())]
    if rows:
        connection.execute(insert(tables.pairs), rows)
