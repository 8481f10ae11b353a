"""Is the record the same after kill -9 as without? `python bench/record_crash.py [--kills 200] [--store both]`.

An archive is added by a process that is killed at random moments and started again until it is through; then the next
begins with an empty record, until there have been as many kills as asked for. Each record must then hold what one that
was never disturbed holds, byte for byte. With `--real N` N more kills hit runs with the real tagger and embedder.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from sqlalchemy import func, select, text

from made_archive import QuoteTagger, write_archive
from quoth import pipeline
from quoth.contract import to_contract
from quoth.inference import OnnxEmbedder
from quoth.reading import unread
from quoth.record import AddOptions, add, open_record, tables
from quoth.record.store import SqlRecord
from stores import Fresh, stores

FORKS = get_context("forkserver")  # a process is there in milliseconds: its libraries are loaded already
FORKS.set_forkserver_preload(["quoth.record", "quoth.pipeline", "quoth.reading.page", "lxml.html", "psycopg"])


def add_folder(where: str, folder: str, is_real: bool = False) -> None:
    """Adds the folder to the record, as `quoth add` does."""
    tagger = pipeline.open_tagger(threads=1) if is_real else QuoteTagger()
    options = AddOptions(embedder=OnnxEmbedder() if is_real else None)
    with closing(open_record(where)) as record:
        for _ in add(unread([folder]), record, tagger, options):
            pass


def export(where: str) -> list[str]:
    """All that the record holds, apart from when it was added: the contract's lines, and how copies are joined."""
    with closing(open_record(where)) as record:
        lines = [json.dumps(to_contract(reading), ensure_ascii=False) for reading in record.readings()]
        with record.looking() as connection:
            articles, statements, versions = tables.articles.c, tables.statements.c, tables.versions.c
            joined = [
                select(articles.id, articles.url, articles.version, articles.story).order_by(articles.id),
                select(statements.article, statements.position, statements.id, statements.utterance).order_by(
                    statements.article, statements.position
                ),
                select(versions.article, versions.number, versions.digest).order_by(versions.article, versions.number),
            ]
            return lines + [repr(tuple(row)) for query in joined for row in connection.execute(query)]


def check_sound(where: str) -> int:
    """How many articles there are. Raises ValueError where SQLite finds its file damaged."""
    with closing(open_record(where)) as record:
        _check(record)
        with record.looking() as connection:
            return connection.scalar(select(func.count()).select_from(tables.articles)) or 0


def _check(record: SqlRecord) -> None:
    if record.engine.dialect.name == "sqlite":
        with record.looking() as connection:
            told = connection.scalar(text("PRAGMA integrity_check"))
            broken = connection.execute(text("PRAGMA foreign_key_check")).all()
        if told != "ok" or broken:
            raise ValueError(f"{record.name}: {told} {broken[:3]}")


@dataclass
class Killed:
    """How a run with kills went."""

    kills: int = 0
    busy: int = 0  # kills of a process that had put something on record: the others hit its start
    rounds: int = 0
    same: int = 0


def was_killed(where: str, folder: str, after_s: float, is_real: bool = False) -> bool:
    """Whether the process that adds the folder was still at it when it was killed."""
    process = FORKS.Process(target=add_folder, args=(where, folder, is_real))
    process.start()
    process.join(after_s)
    process.kill()
    process.join()
    if process.exitcode and process.exitcode > 0:
        raise RuntimeError(f"adding failed with exit code {process.exitcode}")
    return process.exitcode != 0


def crash(
    fresh: Fresh, folder: str, kills: int, longest_s: float, dice: random.Random, is_real: bool = False
) -> Killed:
    """Kills until there were so many kills, and compares each record that came out of it with an undisturbed one."""
    undisturbed = fresh()
    add_folder(undisturbed, folder, is_real)
    expected, done = export(undisturbed), Killed()
    while done.kills < kills:
        where, done.rounds, held = fresh(), done.rounds + 1, 0
        while done.kills < kills and was_killed(where, folder, dice.uniform(0, longest_s), is_real):
            done.kills += 1
            before, held = held, check_sound(where)
            done.busy += held > before
        add_folder(where, folder, is_real)
        done.same += export(where) == expected
    return done


def two_at_once(fresh: Fresh, folder: str) -> bool:
    """Whether two processes that add the same folder at once end with the record that one makes."""
    alone, shared = fresh(), fresh()
    add_folder(alone, folder)
    open_record(shared).close()
    both = [FORKS.Process(target=add_folder, args=(shared, folder)) for _ in range(2)]
    for process in both:
        process.start()
    for process in both:
        process.join()
    return [process.exitcode for process in both] == [0, 0] and export(shared) == export(alone)


def main() -> int:
    """Prints a line for each store; 1 where a record came out differently."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--real", type=int, default=5, help="so many more kills with the real tagger")
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--store", choices=["sqlite", "postgresql", "both"], default="both")
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    failed = False
    with stores(options.store) as places, tempfile.TemporaryDirectory(prefix="quoth-archive-") as folder:
        made, few = Path(folder) / "made", Path(folder) / "few"
        write_archive(made, options.articles)
        write_archive(few, 12)
        for name, fresh in places.items():
            dice = random.Random(options.seed)
            runs: list[tuple[str, Callable[[], Killed]]] = [
                ("", lambda: crash(fresh, str(made), options.kills, 3.0, dice)),  # noqa: B023
                (", real tagger", lambda: crash(fresh, str(few), options.real, 8.0, dice, True)),  # noqa: B023
            ]
            for what, run in runs:
                started = time.monotonic()
                done = run()
                failed = failed or done.same != done.rounds
                print(
                    f"{name}{what}: {done.kills} kills ({done.busy} in full swing) in {done.rounds} records, "
                    f"{done.same} of them the same as undisturbed ({time.monotonic() - started:.0f} s)"
                )
            same = two_at_once(fresh, str(made))
            failed = failed or not same
            print(f"{name}: two processes at once, {'the same record' if same else 'ANOTHER RECORD'} as one")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
