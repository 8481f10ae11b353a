"""The variants in which a quotation is on record: the same words, shortened, or altered from one outlet to the next.

Pairs are found as articles are added: by the prints that two statements share, then word by word. What hangs together
by such pairs is one quotation in several variants. Its utterances stay as they are: who counts, counts those.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Column, Connection, Float, ForeignKey, Integer, Table, Text, or_, select

from quoth.domain import Article, Review
from quoth.record import tables
from quoth.record.as_printed import as_said, printed_rows
from quoth.record.putting import put
from quoth.record.quoted import holders
from quoth.record.rows import Drawn, folded
from quoth.record.search.indexing import spans
from quoth.record.speaking import speakers_of
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


def join(connection: Connection, article: Article, drawn: Sequence[Drawn]) -> None:
    """Finds the other variants of the statements of this article, which were just drawn."""
    mine = {one.key: _variant(article, one) for one in drawn if _is_visible(one)}
    near = _near(connection, mine)
    others = mine | _variants(connection, sorted({key for found in near.values() for key in found} - set(mine)))
    found = [
        {"statement": min(key, other), "other": max(key, other), "likeness": told.likeness.value, "share": told.share}
        for key, candidates in near.items()
        for other in candidates
        if other in others and (told := is_variant(mine[key], others[other])) is not None
    ]
    put(connection, pairs, found)


def _is_visible(one: Drawn) -> bool:
    return not one.row["hidden"] and one.row["review"] != Review.REJECTED.value


def _variant(article: Article, one: Drawn) -> Variant:
    row, published = one.row, article.published
    return Variant(
        key=one.key,
        id=row["id"],
        words=as_said(row["quote"], spans(one.statement)),
        speakers=tuple(who["name"] for who in one.speakers),
        outlet=article.outlet,
        day=row["said_from"] or (published.start if published else None),
        url=article.url,
        headline=article.headline,
    )


def _near(connection: Connection, mine: Mapping[int, Variant]) -> dict[int, list[int]]:
    """By statement those that share enough prints with it: of two drawn now, the later has the earlier."""
    marks = {key: prints(wording(mine[key].words).forms) for key in sorted(mine)}
    held = holders(connection, frozenset().union(*marks.values()))
    out: dict[int, list[int]] = {}
    for key, its in marks.items():
        shared = Counter(other for mark in its for other in held.get(mark, ()) if other not in mine or other < key)
        enough = [other for other, count in shared.items() if count >= min(LEAST_SHARED, len(its))]
        out[key] = sorted(enough, key=lambda other: (-shared[other], other))[:MOST_COMPARED]
    return out


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


def _share_a_name(some: Iterable[str], others: Sequence[str]) -> bool:
    return any(same_name(folded(one), folded(other)) for one in some for other in others)


def _variants(connection: Connection, keys: Sequence[int]) -> dict[int, Variant]:
    """The statements by key, those that nobody is to see left out."""
    if not keys:
        return {}
    speakers = speakers_of(connection, keys)
    return {
        key: Variant(
            key=key,
            id=row.id,
            words=as_said(row.quote, row.spans),
            speakers=tuple(speakers[key]),
            outlet=row.outlet,
            day=row.said_from or row.published_from,
            url=row.url,
            headline=row.headline,
        )
        for key, row in printed_rows(connection, keys).items()
    }
