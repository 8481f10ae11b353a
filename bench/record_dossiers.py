"""Dossiers on a large record: python bench/record_dossiers.py [--articles N] [--growth]

Generates N articles in each of which four persons speak (names and fame as in bench/generated.py: the most famous of
20,000 is in one article of nine), and finds their dossiers in an SQLite file, one article after the other as
`quoth add` does. Prints how long an article takes, how many entries are in the largest dossier of their person, and
how many dossiers mix persons. `--growth`: the time an article takes among the first thousand, and among the last.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta

import numpy as np
from sqlalchemy import insert, select

from generated import DAYS, FIRST_DAY, Press
from quoth.domain import (
    Article,
    Confidence,
    DateBasis,
    Manner,
    Part,
    Passage,
    Published,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
)
from quoth.record import dossiers, open_record
from quoth.record.corrected import untouched
from quoth.record.dossiers.tables import dossiers as headings
from quoth.record.dossiers.tables import entries
from quoth.record.rows import article_row
from quoth.record.store import SqlRecord
from quoth.record.tables import articles

SPEAKERS, WORDS, SEED = 4, 14, 11
NOW = datetime(2026, 3, 2, tzinfo=UTC)
AT_ONCE = 500  # articles a transaction
MIDDLE = 500  # articles left out at the beginning, when libraries are loaded and nobody is known


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--growth", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, closing(open_record(f"{folder}/quoth.db")) as record:
        took = list(added(record, given.articles))
        print(f"{given.articles:,} articles: {1000 * float(np.mean(took)):.1f} ms each for dossiers")
        if given.growth:
            first, last = np.median(took[MIDDLE : MIDDLE + 1000]), np.median(took[-1000:])
            told = f"{1000 * first:.1f} ms among the first thousand, {1000 * last:.1f} ms among the last"
            print(f"median {told}: {last / first:.2f} times")
        report(record)


def added(record: SqlRecord, count: int) -> Iterator[float]:
    """Seconds that each article takes."""
    held = list(readings(count))
    for start in range(0, count, AT_ONCE):
        some = held[start : start + AT_ONCE]
        with record.writing() as connection:
            rows = [article_row(one) | {"version": 1, "digest": one.article.id, "added_at": NOW} for one in some]
            connection.execute(insert(articles), [row | {"story": row["id"]} for row in rows])
            for one in some:
                started = time.perf_counter()
                dossiers.join(connection, untouched(one), ())
                yield time.perf_counter() - started


def readings(count: int) -> Iterator[Reading]:
    """The articles, the first published first."""
    press, rng = Press(count), np.random.default_rng(SEED)
    days = np.sort(rng.integers(0, DAYS, size=count))
    for n in range(count):
        cast = [int(who) for who in dict.fromkeys(rng.choice(len(press.names), size=SPEAKERS, p=press.fame))]
        day = FIRST_DAY + timedelta(int(days[n]))
        outlet = press.outlets[int(rng.integers(len(press.outlets)))]
        drawn = rng.choice(len(press.words), size=(len(cast), WORDS), p=press.frequency)
        said = [" ".join(press.words[word] for word in some) for some in drawn]
        yield _reading(f"{n:016x}", outlet, Published(day, day, DateBasis.GIVEN), press, cast, said)


def _reading(id_: str, outlet: str, day: Published, press: Press, cast: list[int], said: list[str]) -> Reading:
    text, statements, speakers = "", [], []
    for n, (who, words) in enumerate(zip(cast, said, strict=True)):
        name, role = press.names[who], press.roles[who % len(press.roles)]
        content = Span(len(text), len(text) + len(words) + 2)
        text += f"“{words}” said {role} {name}.\n"
        at = content.end + len(f" said {role} ")
        statements.append(Statement((content,), None, None, Manner.DIRECT, Confidence(1.0), speakers=(n,)))
        speakers.append(Speaker(n, name, SpeakerKind.PERSON, (Span(at, at + len(name)),), role))
    whole = (Passage(Span(0, len(text)), Part.BODY),)
    article = Article(id_, id_, text, whole, outlet=outlet, published=day, language="en")
    return Reading(article, tuple(statements), "en:none", tuple(speakers))


def report(record: SqlRecord) -> None:
    """Prints how well the dossiers hold their persons together."""
    with record.looking() as connection:
        rows = connection.execute(select(entries.c.name, entries.c.dossier)).all()
        shown = len(connection.scalars(select(headings.c.id)).all())
    by_name, by_group = defaultdict[str, Counter[str]](Counter), defaultdict[str, set[str]](set)
    for name, group in rows:
        by_name[name][group] += 1
        by_group[group].add(name)
    kept = sum(max(groups.values()) for groups in by_name.values())
    mixed = sum(len(names) > 1 for names in by_group.values())
    most = max(sum(groups.values()) for groups in by_name.values())
    print(
        f"{len(rows):,} entries of {len(by_name):,} persons, the most famous in {most:,} articles; {shown:,} dossiers: "
        f"{kept / len(rows):.1%} of the entries in their person's largest, {mixed:,} of mixed persons"
    )


if __name__ == "__main__":
    main()
