"""Finds where on record the words of a quotation may stand: by the runs of words that they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, Integer, Table, func, select, text

from quoth.domain import Reading, Span, Status
from quoth.record import tables
from quoth.record.as_printed import as_said, printed_rows
from quoth.record.putting import put
from quoth.record.search.query import Query, Words
from quoth.record.search.selecting import LAST_PLACE, Candidate, newest
from quoth.record.search.terms import words
from quoth.record.speaking import speakers_of
from quoth.variants import Printed, all_prints, prints, wording

MOST = 60  # candidates that are compared word by word
MOST_OF_ONE = 200  # statements that are looked at for one print
AT_ONCE = 400  # prints in one query: SQLite joins at most 500 selects
STANDING = frozenset({"said", "wrote"})

wording_prints = Table(
    "wording_prints",
    tables.metadata,
    Column("hash", BigInteger, primary_key=True),
    Column("statement", Integer, ForeignKey("statements.key", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)


@dataclass(frozen=True, slots=True)
class Searched:
    """What the record holds: articles, outlets, and the days between which they appeared."""

    articles: int
    outlets: int
    first: date | None
    last: date | None


def index(connection: Connection, reading: Reading, keys: Sequence[int]) -> None:
    """Keeps the prints of the article's statements, whose keys are given in their order."""
    told = zip(reading.statements, keys, strict=True)
    rows = [
        {"hash": hash_, "statement": key}
        for one, key in told
        for hash_ in sorted(prints(wording(spoken(reading.article.text, one.content)).forms))
    ]
    put(connection, wording_prints, rows)


def spoken(text: str, content: Sequence[Span]) -> str:
    """The pieces of an interrupted quotation as they were said, one after the other."""
    return " ".join(span.of(text) for span in content)


def printed(connection: Connection, claim: str, meant: Mapping[str, float] = MappingProxyType({})) -> list[Printed]:
    """The statements that share most runs of words with the claim, nearest first, and those that mean much the same.

    `meant`: the ids of statements near in meaning, with the cosine.
    """
    keys = [key for key, _ in sharing(connection, all_prints(wording(claim).forms)).most_common(MOST)]
    keys += [one.key for one in _in_these_words(connection, claim)]
    statements = tables.statements.c
    near = connection.scalars(select(statements.key).where(statements.id.in_(meant)).order_by(statements.key))
    return _loaded(connection, list(dict.fromkeys([*keys, *near])), meant)


def sharing(connection: Connection, hashes: frozenset[int]) -> Counter[int]:
    """How many of the prints each statement has, by its key; of a print that very many have, the first few."""
    held = holders(connection, hashes)
    return Counter(key for hash_ in hashes for key in held.get(hash_, ()))


def holders(connection: Connection, hashes: frozenset[int]) -> dict[int, list[int]]:
    """By print the keys of the first statements that have it; bounded: the record may grow, the time may not."""
    out: dict[int, list[int]] = defaultdict(list)
    ordered = sorted(hashes)
    for start in range(0, len(ordered), AT_ONCE):
        for hash_, key in _held(connection, ordered[start : start + AT_ONCE]):
            out[hash_].append(key)
    return out


def _held(connection: Connection, hashes: list[int]) -> list[tuple[int, int]]:
    first = f"SELECT hash, statement FROM wording_prints WHERE hash = %s ORDER BY statement LIMIT {MOST_OF_ONE}"
    if connection.dialect.name == "postgresql":
        each = f"SELECT found.* FROM unnest(:hashes) AS sought CROSS JOIN LATERAL ({first % 'sought'}) AS found"
        return [(row[0], row[1]) for row in connection.execute(text(each), {"hashes": hashes})]
    each = " UNION ALL ".join([f"SELECT * FROM ({first % '?'})"] * len(hashes))
    return [(row[0], row[1]) for row in connection.exec_driver_sql(each, tuple(hashes))]


def _in_these_words(connection: Connection, claim: str) -> list[Candidate]:
    """The newest statements that hold every run of the claim's words: short runs have prints in too few of them."""
    said = wording(claim)
    runs = [words(Span(run[0].span.start, run[-1].span.end).of(claim)) for run in said.runs if run]
    query = Query(tuple(Words(tuple(run), exact=True) for run in runs if len(run) > 1 or len(runs) == 1))
    return newest(connection, query, 0, LAST_PLACE, MOST) if query.conditions else []


def searched(connection: Connection) -> Searched:
    """What "not found" was looked for in."""
    articles = tables.articles.c
    counted = select(
        func.count(),
        func.count(articles.outlet.distinct()),
        func.min(articles.published_from),
        func.max(articles.published_to),
    ).select_from(tables.articles)
    return Searched(*connection.execute(counted).one())


def _loaded(connection: Connection, keys: Sequence[int], meant: Mapping[str, float]) -> list[Printed]:
    rows, speakers = printed_rows(connection, keys), speakers_of(connection, keys)
    return [_printed(rows[key], speakers[key], meant.get(rows[key].id)) for key in keys if key in rows]


def _printed(row: Any, speakers: list[str], meaning: float | None) -> Printed:
    day = row.said_from or row.published_from
    facts = [row.outlet, f"{day:%-d %B %Y}" if day else None, row.headline]
    return Printed(
        words=as_said(row.quote, row.spans),
        speakers=tuple(speakers),
        place=", ".join(fact for fact in facts if fact) or row.id,
        statement=row.id,
        outlet=row.outlet,
        day=day,
        url=row.url,
        story=row.story,
        label=_label(row),
        meaning=meaning,
    )


def _label(row: Any) -> str:
    """What a reader must know of the words on record."""
    told = [row.act] * (row.act not in STANDING) + [row.status] * (row.status != Status.ASSERTED)
    return ", ".join([*told, *["retracted"] * row.retracted])
