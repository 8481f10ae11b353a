"""Variants and verification on a large record: python bench/record_variants.py [--statements N] [--growth]
    python bench/record_variants.py --statements 1000000 --keep FOLDER

Generates a record of N statements (bench/generated.py) in an SQLite file, with the prints by which wordings are found.
Then 400 of its quotations are altered as papers do (cut at the end or the beginning, a word dropped, swapped or added,
an ellipsis), printed by an outlet of their own and added as `quoth add` does: pair F of "the same quotation" over the
altered ones, and how long 200 claims take to be checked. `--growth` times the adding on 1,000 and on all articles.
`--keep`: only checks are measured, against a record that stays in the folder and is used again.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
from sqlalchemy import select

from generated import Press, Told, vectors
from loading import load
from quotations import reading
from quoth.domain import Reading
from quoth.record import open_record
from quoth.record import variants as joined
from quoth.record.store import SqlRecord
from quoth.record.tables import statements
from quoth.record.verifying import Claim, check
from quoth.variants import prints, wording

ALTERED, CLAIMS, SEED = 400, 200, 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--keep", type=Path, help="a folder for the record; only checks are measured")
    given = parser.parse_args()
    rng = random.Random(SEED)
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
        told = [one for one in press(given.statements) if len(one.quote.split()) >= 8]
        for record in filled(str(given.keep), given.statements):
            report_checks(record, rng.sample(told, CLAIMS), rng)
        return
    with tempfile.TemporaryDirectory() as folder:
        if given.growth:
            small = [timed(record, rng) for record in filled(folder, 20_000)]
        for record in filled(folder, given.statements):
            told = [one for one in press(given.statements) if len(one.quote.split()) >= 8]
            chosen = rng.sample(told, ALTERED)
            report_variants(record, [(one, altered(one, n, rng)) for n, one in enumerate(chosen)])
            report_checks(record, rng.sample(told, CLAIMS), rng)
            if given.growth:
                large = timed(record, rng)
                on_all = f"{1000 * large:.1f} ms on {given.statements // 20:,}"
                print(f"an article added: {1000 * small[0]:.1f} ms on 1,000 articles, {on_all}")


def press(count: int) -> Iterator[Told]:
    return (one for _, told in Press(count).articles() for one in told)


def filled(folder: str, count: int) -> Iterator[SqlRecord]:
    """A record of so many statements, with their prints."""
    with closing(open_record(str(Path(folder) / f"{count}.db"))) as record:
        if record.searched().articles:
            yield record
            return
        load(record, list(Press(count).articles()), vectors(count))
        with record.writing() as connection:
            rows: list[tuple[int, int]] = []
            for key, quote in connection.execute(select(statements.c.key, statements.c.quote)).all():
                rows += [(hash_, key) for hash_ in prints(wording(quote).forms)]
            rows.sort()
            for start in range(0, len(rows), 500_000):
                put = "INSERT OR IGNORE INTO wording_prints (hash, statement) VALUES (?, ?)"
                connection.exec_driver_sql(put, rows[start : start + 500_000])
        yield record


def altered(one: Told, n: int, rng: random.Random) -> Reading:
    """The quotation as another outlet prints it."""
    words = one.quote.strip("“.”").split()
    place = rng.randrange(1, len(words) - 1)
    middle = len(words) // 2
    forms = (
        lambda: words[: max(5, len(words) * 2 // 3)],
        lambda: words[-max(5, len(words) * 2 // 3) :],
        lambda: [*words[:place], *words[place + 1 :]],
        lambda: [*words[:place], "otherwise", *words[place + 1 :]],
        lambda: [*words[:place], "not", *words[place:]],
        lambda: [*words[:middle], "…", *words[middle + 1 :]],
    )
    quote = f"“{' '.join(forms[n % len(forms)]())}”"
    row = {"id": f"altered-{n:04}", "speaker": one.speaker, "quote": quote, "outlet": "Other Courier"}
    return reading(row | {"day": one.article.published.isoformat()})


def report_variants(record: SqlRecord, copies: list[tuple[Told, Reading]]) -> None:
    for _, made in copies:
        record.keep(made)
    utterances = partners(record)
    right = sum(one.utterance in utterances.get(made.article.id, ()) for one, made in copies)
    wrong = sum(len(utterances.get(made.article.id, set()) - {one.utterance}) for one, made in copies)
    precision, recall = right / max(right + wrong, 1), right / len(copies)
    f = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"{len(copies)} altered copies: precision {precision:.3f}, recall {recall:.3f}, F {f:.3f}")


def partners(record: SqlRecord) -> dict[str, set[str]]:
    """By altered article the utterances, of those that were there before, to which it was joined."""
    column = statements.c
    with record.looking() as connection:
        rows = connection.execute(select(column.key, column.article, column.utterance)).all()
        pairs = connection.execute(select(joined.pairs.c.statement, joined.pairs.c.other)).all()
    made = {row.key: row.article for row in rows if row.article.startswith("altered-")}
    utterance = {row.key: row.utterance for row in rows}
    out: dict[str, set[str]] = {}
    for first, second in [*pairs, *((b, a) for a, b in pairs)]:
        if first in made and second not in made:
            out.setdefault(made[first], set()).add(utterance[second])
    return out


def report_checks(record: SqlRecord, told: list[Told], rng: random.Random) -> None:
    took = []
    for n, one in enumerate(told):
        words = one.quote.strip("“.”").split()
        rng.shuffle(words) if n % 2 else words.pop(len(words) // 2)
        start = time.perf_counter()
        check(Claim(" ".join(words), one.speaker), record)
        took.append(time.perf_counter() - start)
    p50, p95 = (1000 * float(np.percentile(took, at)) for at in (50, 95))
    print(f"{len(told)} checks: p50 {p50:.1f} ms, p95 {p95:.1f} ms")


def timed(record: SqlRecord, rng: random.Random) -> float:
    """Seconds it takes to add an article, the median of fifty."""
    took = []
    for n, one in enumerate(rng.sample(list(press(20_000)), 50)):
        made = altered(one, n, rng)
        named = replace(made, article=replace(made.article, id=f"growth-{n}"))
        start = time.perf_counter()
        record.keep(named)
        took.append(time.perf_counter() - start)
    return float(np.median(took))


if __name__ == "__main__":
    main()
