"""The variants in which a quotation is on record: the same words, shortened, or altered from one outlet to the next.

Pairs are found as articles are added: by the prints that two statements share, then word by word. What hangs together
by such pairs is one quotation in several variants. Its utterances stay as they are: who counts, counts those.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Column, Connection, Float, ForeignKey, Integer, Table, Text, insert, or_, select

from quoth.record import tables
from quoth.record.notices import visible
from quoth.record.quoted import as_said, sharing
from quoth.record.rows import folded
from quoth.record.search.tables import search
from quoth.variants import Comparison, Likeness, compare, prints, same_name, wording

FEWEST_WORDS = 5  # fewer are said by many, and often
LEAST_SHARED = 2  # prints; of a statement with one print, that
MOST_COMPARED = 40
LEAST_SHARE = 0.7  # of the shorter wording's words, in order, in the longer

pairs = Table(
    "variants",
    tables.metadata,
    Column("statement", Integer, ForeignKey("statements.key", ondelete="CASCADE"), primary_key=True),
    Column("other", Integer, ForeignKey("statements.key", ondelete="CASCADE"), primary_key=True, index=True),
    Column("likeness", Text, nullable=False),
    Column("share", Float, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Variant:
    """One variant of a quotation, as one article prints it."""

    key: int
    id: str
    words: str
    speakers: tuple[str, ...]
    outlet: str | None
    day: date | None
    url: str | None
    headline: str | None


def join(connection: Connection, keys: Sequence[int]) -> None:
    """Finds the other variants of the statements that were just drawn."""
    mine = _variants(connection, keys)
    for key in sorted(mine):
        found = list(_pairs(connection, mine[key], set(keys)))
        if found:
            connection.execute(insert(pairs), found)


def variants(connection: Connection, statement: str) -> list[Variant]:
    """Every variant of what the statement (its contract id) says, the earliest first; alone where there is no other."""
    start = connection.scalars(select(tables.statements.c.key).where(tables.statements.c.id == statement))
    found = edge = set(start)
    while edge:
        joined = select(pairs.c.statement, pairs.c.other).where(
            or_(pairs.c.statement.in_(edge), pairs.c.other.in_(edge))
        )
        edge = {key for row in connection.execute(joined) for key in row} - found
        found = found | edge
    return sorted(_variants(connection, sorted(found)).values(), key=lambda one: (one.day or date.max, one.id))


def is_variant(one: Variant, other: Variant) -> Comparison | None:
    """How the shorter wording stands to the longer, where both are one quotation; None where they are not."""
    if one.speakers and other.speakers and not _share_a_name(one.speakers, other.speakers):
        return None
    short, long = sorted((one, other), key=lambda variant: (len(variant.words), variant.id))
    if len(wording(short.words).forms) < FEWEST_WORDS:
        return None
    told = compare(short.words, long.words)
    return told if told.likeness is not Likeness.NOT_FOUND and told.share >= LEAST_SHARE else None


def _pairs(connection: Connection, one: Variant, drawn: set[int]) -> Iterator[dict[str, object]]:
    """The rows that join one statement to its other variants: of two drawn now, the later finds the earlier."""
    mine = prints(wording(one.words).forms)
    shared = sharing(connection, mine)
    least = min(LEAST_SHARED, len(mine))
    near = [key for key, count in shared.most_common(MOST_COMPARED) if count >= least and key != one.key]
    others = [key for key in near if key not in drawn or key < one.key]
    for key, other in sorted(_variants(connection, others).items()):
        told = is_variant(one, other)
        if told is not None:
            first, second = sorted((one.key, key))
            yield {"statement": first, "other": second, "likeness": told.likeness.value, "share": told.share}


def _share_a_name(some: Iterable[str], others: Sequence[str]) -> bool:
    return any(same_name(folded(one), folded(other)) for one in some for other in others)


def _variants(connection: Connection, keys: Sequence[int]) -> dict[int, Variant]:
    """The statements by key, those that nobody is to see left out."""
    if not keys:
        return {}
    statements, articles = tables.statements.c, tables.articles.c
    columns = (
        *(statements.key, statements.id, statements.quote, statements.said_from, search.c.spans, articles.outlet),
        *(articles.url, articles.headline, articles.published_from),
    )
    joined = tables.statements.join(tables.articles, articles.id == statements.article).join(search)
    query = select(*columns).select_from(joined).where(statements.key.in_(keys), visible())
    speakers = _speakers(connection, keys)
    return {
        row.key: Variant(
            key=row.key,
            id=row.id,
            words=as_said(row.quote, row.spans),
            speakers=speakers.get(row.key, ()),
            outlet=row.outlet,
            day=row.said_from or row.published_from,
            url=row.url,
            headline=row.headline,
        )
        for row in connection.execute(query)
    }


def _speakers(connection: Connection, keys: Sequence[int]) -> dict[int, tuple[str, ...]]:
    spoke = tables.statement_speakers.c
    query = select(spoke.statement, spoke.name).where(spoke.statement.in_(keys)).order_by(spoke.position)
    out: dict[int, tuple[str, ...]] = {}
    for row in connection.execute(query):
        out[row.statement] = (*out.get(row.statement, ()), row.name)
    return out
