"""Keeps the vectors of what statements mean: one for all that say the same words.

SQLite has no index for vectors, and needs none for the bits of a million: they are packed into blocks of 4,096, each
written once, when its last vector has come; the newest vectors are read row by row until then. PostgreSQL keeps the
bits in a table of their own, which it can walk through without the vectors.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select, text

from quoth.record.search.tables import blocks, meanings, search
from quoth.record.search.vectors import BITS_BYTES, Floats, bit_string, bits, key, packed, unpacked
from quoth.record.tables import statements

BLOCK = 4096
AT_ONCE = 500  # keys in one question: SQLite takes no more than 32,766 values


def lacking(connection: Connection, quotes: Sequence[str]) -> list[str]:
    """Those of the quotes, each once, whose words have no vector yet."""
    wanted = {key(quote): quote for quote in quotes}
    known = numbers(connection, list(wanted))
    return [quote for digest, quote in wanted.items() if digest not in known]


def numbers_of(connection: Connection, quotes: Sequence[str]) -> list[int | None]:
    """The number of the vector of each quote's words; None where they have none."""
    keys = [key(quote) for quote in quotes]
    known = numbers(connection, list(dict.fromkeys(keys)))
    return [known.get(one) for one in keys]


def numbers(connection: Connection, keys: Sequence[str]) -> dict[str, int]:
    """The numbers of the vectors with these keys; those that there are."""
    found: dict[str, int] = {}
    for start in range(0, len(keys), AT_ONCE):
        query = select(meanings.c.words, meanings.c.number).where(meanings.c.words.in_(keys[start : start + AT_ONCE]))
        found |= {row.words: row.number for row in connection.execute(query)}
    return found


def remember(connection: Connection, vectors: Mapping[str, Floats]) -> None:
    """Keeps the vectors of these quotes, unless their words have one."""
    new = {key(quote): vectors[quote] for quote in lacking(connection, list(vectors))}
    if not new:
        return
    first = _next_number(connection)
    stored = [(first + n, digest, packed(vector)) for n, (digest, vector) in enumerate(new.items())]
    rows = [{"number": number, "words": digest, "vector": vector} for number, digest, vector in stored]
    if connection.dialect.name == "postgresql":
        connection.execute(insert(meanings), rows)
        told = [{"number": number, "bits": bit_string(unpacked([vector])[0])} for number, _, vector in stored]
        connection.execute(text("INSERT INTO meaning_bits VALUES (:number, CAST(:bits AS bit(384)))"), told)
        return
    connection.execute(insert(meanings), rows)
    for number in range(first // BLOCK, (first + len(rows)) // BLOCK):
        _pack(connection, number)


def _next_number(connection: Connection) -> int:
    """Above all that were given and, where vectors were taken out again, above all blocks that are written."""
    last = connection.scalar(select(func.max(meanings.c.number)))
    block = connection.scalar(select(func.max(blocks.c.number))) if connection.dialect.name == "sqlite" else None
    return max(-1 if last is None else last, -1 if block is None else (block + 1) * BLOCK - 1) + 1


def _pack(connection: Connection, number: int) -> None:
    """Writes a block from its vectors; those that are gone are nothing but zeros."""
    first = number * BLOCK
    query = select(meanings.c.number, meanings.c.vector).where(meanings.c.number.between(first, first + BLOCK - 1))
    rows = connection.execute(query).all()
    packed_bits = np.zeros((BLOCK, BITS_BYTES), dtype=np.uint8)
    if rows:
        places = [row.number - first for row in rows]
        packed_bits[places] = bits(unpacked([row.vector for row in rows])).view(np.uint8)
    connection.execute(delete(blocks).where(blocks.c.number == number))
    connection.execute(insert(blocks), {"number": number, "bits": packed_bits.tobytes()})


def attach(connection: Connection, article: str, vectors: Mapping[str, Floats]) -> None:
    """Keeps the vectors, by quote, and ties the statements of that article to them."""
    remember(connection, vectors)
    query = select(statements.c.key, statements.c.quote).where(statements.c.article == article)
    link(connection, {row.key: row.quote for row in connection.execute(query)})


def link(connection: Connection, quotes: Mapping[int, str]) -> None:
    """Ties the statements with these keys to the vectors of their words, where there are any."""
    digests = {statement: key(quote) for statement, quote in quotes.items()}
    known = numbers(connection, list(set(digests.values())))
    rows = [{"its": statement, "meant": known[one]} for statement, one in digests.items() if one in known]
    if rows:
        change = search.update().where(search.c.statement == bindparam("its")).values(meaning=bindparam("meant"))
        connection.execute(change, rows)


def sweep(connection: Connection) -> None:
    """Takes out the vectors that no statement has any more: what is forgotten leaves no meaning behind."""
    used = exists().where(search.c.meaning == meanings.c.number)
    gone = list(connection.scalars(select(meanings.c.number).where(~used)))
    for start in range(0, len(gone), AT_ONCE):
        connection.execute(delete(meanings).where(meanings.c.number.in_(gone[start : start + AT_ONCE])))
    if connection.dialect.name == "sqlite":
        packed_blocks = set(connection.scalars(select(blocks.c.number)))
        for number in {one // BLOCK for one in gone} & packed_blocks:
            _pack(connection, number)
