"""Puts generated news straight into the tables of an empty record, past everything that `quoth add` does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

import numpy as np
from sqlalchemy import text

from generated import Printed, Told
from quoth.record.rows import folded
from quoth.record.search.facts import Facts, stem_terms, word_terms
from quoth.record.search.meanings import BLOCK
from quoth.record.search.query import Calendar, Field, Label
from quoth.record.search.shelves import MOST, quarter
from quoth.record.search.tables import first_place
from quoth.record.search.tsvector import literal
from quoth.record.search.vectors import bit_string, bits, packed
from quoth.record.store import SqlRecord

NOW = datetime(2026, 3, 2, tzinfo=UTC)
AT_ONCE = 20_000  # statements
Rows = dict[str, list[tuple[Any, ...]]]
COLUMNS = {
    "articles": "id url outlet headline byline section language published_from published_to published_basis origin"
    " version digest story added_at",
    "versions": "article number digest text reading model quoth read_at",
    "bylines": "article position name folded",
    "collections": "article name",
    "statements": "key id article position quote speaker role kind cue mention part manner act status said_from said_to"
    " words_confidence review utterance",
    "statement_speakers": "statement position number name folded kind role",
    "topics": "statement position name folded",
    "steps": "statement position kind name folded",
    "meanings": "number words vector",
    "meaning_bits": "number bits",
    "search": "place statement spans meaning words stems",
}


class Shelves:
    """Which shelf each statement goes to, one after the other: see quoth/record/search/shelves.py."""

    def __init__(self) -> None:
        self.held: list[list[int]] = []  # number, quarter, first place, last place, statements
        self.open: dict[int, list[int]] = {}

    def take(self, day: date, place: int) -> int:
        of = quarter(day.toordinal())
        shelf = self.open.get(of)
        if shelf is None or shelf[4] == MOST:
            shelf = self.open[of] = [len(self.held) + 1, of, place, place, 0]
            self.held.append(shelf)
        shelf[2:] = [min(shelf[2], place), max(shelf[3], place), shelf[4] + 1]
        return shelf[0]

    def rows(self) -> list[tuple[Any, ...]]:
        return [tuple(shelf) for shelf in self.held]


Articles = Sequence[tuple[Printed, list[Told]]]


def load(
    record: SqlRecord, press: Articles, meanings: np.ndarray, tell: Callable[[int], None] = lambda _: None
) -> None:
    """Fills the record; of `meanings` the n-th row is the n-th statement's vector."""
    sqlite = record.engine.dialect.name == "sqlite"
    write = _sqlite if sqlite else _postgresql
    loaded, shelves = 0, Shelves()
    with write(record) as put:
        for some in _batches(press, AT_ONCE // 20):
            rows = _rows(some, loaded, meanings, None if sqlite else shelves)
            for table, new in rows.items():
                put(table, new)
            loaded += len(rows["statements"])
            tell(loaded)
        if not sqlite:
            put("search_shelves", shelves.rows())
        else:
            packed_bits = bits(meanings[:loaded]).view(np.uint8).reshape(loaded, -1)
            for number in range(loaded // BLOCK):
                put("meaning_blocks", [(number, packed_bits[number * BLOCK : (number + 1) * BLOCK].tobytes())])


def _batches(articles: Iterable[Any], size: int) -> Iterator[list[Any]]:
    left = iter(articles)
    while some := list(islice(left, size)):
        yield some


def _rows(
    some: Sequence[tuple[Printed, list[Told]]], first: int, meanings: np.ndarray, shelves: Shelves | None
) -> Rows:
    rows: Rows = {table: [] for table in COLUMNS}
    key = first
    for article, told in some:
        body, spans = _body(told)
        _article(rows, article, body)
        for one, (start, end) in zip(told, spans, strict=True):
            key += 1
            _statement(rows, one, key)
            vector = meanings[key - 1]
            rows["meanings"].append((key - 1, f"{key - 1:032x}", packed(vector)))
            if shelves is not None:
                rows["meaning_bits"].append((key - 1, bit_string(vector)))
            place = first_place(article.published.toordinal()) + key % (1 << 24)
            shelf = None if shelves is None else shelves.take(article.published, place)
            rows["search"].append((place, key, f"{start}-{end}", key - 1, *_terms(one, shelf)))
    return rows


def _body(told: Sequence[Told]) -> tuple[str, list[tuple[int, int]]]:
    out, spans, place = [], [], 0
    for one in told:
        lead = f"{one.speaker}, {one.role}, said: "
        spans.append((place + len(lead), place + len(lead) + len(one.quote)))
        out.append(f"{lead}{one.quote}")
        place += len(out[-1]) + 2
    return "\n\n".join(out), spans


def _article(rows: Rows, article: Printed, body: str) -> None:
    day, id_ = article.published, article.id
    url = f"https://{id_}.example/"
    about = (article.outlet, body[:60], article.byline, article.section, "en", day, day, "meta")
    rows["articles"].append((id_, url, *about, url, 1, id_, id_, NOW))
    rows["versions"].append((id_, 1, id_, body, "{}", "en:none", "0", NOW))
    rows["bylines"].append((id_, 0, article.byline, folded(article.byline)))
    rows["collections"] += [(id_, name) for name in article.collections]


def _statement(rows: Rows, one: Told, key: int) -> None:
    who = (one.quote, one.speaker, one.role, one.kind, "said", one.speaker, "body")
    how = (one.manner, one.act, one.status, one.said, one.said, 0.9, one.review, one.utterance)
    rows["statements"].append((key, one.id, one.article.id, one.position, *who, *how))
    rows["statement_speakers"].append((key, 0, 0, one.speaker, folded(one.speaker), one.kind, one.role))
    rows["topics"] += [(key, n, name, folded(name)) for n, name in enumerate(dict.fromkeys(one.about))]
    if one.through:
        rows["steps"].append((key, 0, "outlet", one.through, folded(one.through)))


def _terms(one: Told, shelf: int | None) -> tuple[Any, ...]:
    article = one.article
    names = {
        Field.OUTLET: [article.outlet],
        Field.SECTION: [article.section],
        Field.BYLINE: [article.byline],
        Field.BY: [one.speaker],
        Field.ROLE: [one.role],
        Field.ABOUT: list(one.about),
        Field.THROUGH: [one.through] if one.through else [],
    }
    labels = {
        Label.COLLECTION: list(article.collections),
        Label.REVIEW: [one.review],
        Label.ACT: [one.act],
        Label.STATUS: [one.status],
        Label.MANNER: [one.manner],
        Label.KIND: [one.kind],
    }
    days = {Calendar.PUBLISHED: (article.published, article.published)}
    days |= {Calendar.SAID: (one.said, one.said)} if one.said else {}
    columns = word_terms(one.quote), stem_terms(one.quote), Facts(names, labels, days).terms()
    words, stems, facts = (" ".join(column) for column in columns)
    if shelf is None:
        return words, stems, facts
    return words, stems, shelf, one.review != "rejected", literal(*columns, shelf=shelf)


# ---- writing fast


class _sqlite:  # noqa: N801
    """Without triggers and safety; the index of words is built in one go at the end."""

    def __init__(self, record: SqlRecord) -> None:
        self.raw = record.engine.raw_connection()
        self.cursor = self.raw.cursor()

    def __enter__(self) -> Callable[[str, list[tuple[Any, ...]]], None]:
        run = self.cursor.execute
        run("PRAGMA synchronous = OFF")
        run("PRAGMA foreign_keys = OFF")
        run("PRAGMA cache_size = -500000")
        (self.trigger,) = run("SELECT sql FROM sqlite_master WHERE name = 'search_in'").fetchone()
        run("DROP TRIGGER search_in")
        self.indexes = run(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
            " AND tbl_name IN ('statements', 'statement_speakers', 'topics', 'search')"
        ).fetchall()
        for name, _ in self.indexes:
            run(f"DROP INDEX {name}")
        run("BEGIN")
        return self.put

    def put(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        if rows:
            columns = {"search": COLUMNS["search"] + " facts", "meaning_blocks": "number bits"}
            names = columns.get(table, COLUMNS.get(table, "")).split()
            told = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
            self.cursor.executemany(told, [tuple(map(_plain, row)) for row in rows])

    def __exit__(self, *_: object) -> None:
        self.cursor.execute("INSERT INTO search_terms(search_terms) VALUES ('rebuild')")
        for _, made in self.indexes:
            self.cursor.execute(made)
        self.cursor.execute(self.trigger)
        self.cursor.execute("COMMIT")
        self.cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.raw.close()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S.%f")
    return value.isoformat() if hasattr(value, "isoformat") else value


class _postgresql:  # noqa: N801
    """By COPY; the index of words is built at the end."""

    def __init__(self, record: SqlRecord) -> None:
        self.record = record
        self.raw = record.engine.raw_connection()

    def __enter__(self) -> Callable[[str, list[tuple[Any, ...]]], None]:
        with self.raw.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            cursor.execute("SELECT indexdef FROM pg_indexes WHERE tablename = 'search' AND indexdef LIKE '%gin%'")
            self.indexes = [made for (made,) in cursor.fetchall()]
            cursor.execute("DROP INDEX ix_search_terms, ix_search_left_out")
        return self.put

    def put(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        own = {
            "search": COLUMNS["search"] + " shelf shown terms",
            "search_shelves": "number quarter first last statements",
        }
        names = own.get(table, COLUMNS.get(table, "")).split()
        with self.raw.cursor() as cursor, cursor.copy(f"COPY {table} ({', '.join(names)}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def __exit__(self, *_: object) -> None:
        with self.raw.cursor() as cursor:
            cursor.execute("SET maintenance_work_mem = '1GB'")
            for made in self.indexes:
                cursor.execute(made)
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence('statements', 'key'), (SELECT max(key) FROM statements))"
            )
        self.raw.commit()
        self.raw.close()
        with self.record.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM (ANALYZE)"))
