"""Kills, two processes at once and a full disk leave the record sound; bench/record_crash.py does it at length."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))

import record_crash
import stores
from made_archive import QuoteTagger, write_archive
from quoth.errors import RecordError
from quoth.reading import unread
from quoth.record import add, open_record
from stores import Fresh

numbers = count(1)
FULL = "the disk is full; .*make room, then run the same command again"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("archive")
    write_archive(folder, 20)
    return str(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Fresh:
    """A place for an empty record, another at each call; once on each kind of store."""
    if request.param == "sqlite":
        return lambda: str(tmp_path / f"{next(numbers)}.db")
    server: str = request.getfixturevalue("server")
    return lambda: stores.database(server, next(numbers))


def test_killed_and_started_again_it_holds_the_same(fresh: Fresh, archive: str) -> None:
    done = record_crash.crash(fresh, archive, kills=3, longest_s=1.0, dice=random.Random(3))
    assert (done.kills, done.same) == (3, done.rounds)


def test_two_processes_at_once_make_the_record_that_one_makes(fresh: Fresh, archive: str) -> None:
    assert record_crash.two_at_once(fresh, archive)


# ---- a full disk


def mount(where: Path, *options: str) -> bool:
    """Whether a small file system in memory may be had here."""
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(where)], capture_output=True)
    return done.returncode == 0


@contextmanager
def small_disk(where: Path, size: str) -> Iterator[Callable[[str], object]]:
    """A file system of that size at the path, and how to give it another size."""
    where.mkdir()
    if os.name != "posix" or not mount(where, f"size={size}"):
        pytest.skip("a small file system may not be mounted here; it takes root")
    try:
        yield lambda larger: mount(where, "remount", f"size={larger}")
    finally:
        subprocess.run(["umount", str(where)], check=True)


def add_all(where: str, archive: str) -> None:
    record = open_record(where)
    try:
        for _ in add(unread([archive]), record, QuoteTagger()):
            pass
    finally:
        record.close()


def test_a_full_disk_stops_sqlite_with_the_record_intact(tmp_path: Path, archive: str) -> None:
    plenty, where = str(tmp_path / "plenty.db"), str(tmp_path / "small" / "quoth.db")
    add_all(plenty, archive)
    with small_disk(tmp_path / "small", "2m") as resize:
        with pytest.raises(RecordError, match=FULL):
            add_all(where, archive)
        record_crash.check_sound(where)
        assert 0 < len(record_crash.export(where)) < len(record_crash.export(plenty))
        resize("64m")
        add_all(where, archive)
        assert record_crash.export(where) == record_crash.export(plenty)


def test_a_full_disk_stops_postgresql_with_the_record_intact(tmp_path: Path, server: str, archive: str) -> None:
    import psycopg

    plenty = stores.database(server, next(numbers))
    add_all(plenty, archive)
    disk = Path("/tmp") / f"quoth-small-{os.getpid()}"  # the server, which is another user, may not look into tmp_path
    with psycopg.connect(server, autocommit=True) as connection, small_disk(disk, "64m") as resize:
        owner = Path(str(connection.execute("SHOW data_directory").fetchone()[0])).stat()  # type: ignore[index]
        disk.chmod(0o755)
        space = disk / "space"
        space.mkdir()
        os.chown(space, owner.st_uid, owner.st_gid)
        connection.execute(f"CREATE TABLESPACE small LOCATION '{space}'")
        number = next(numbers)
        where = stores.database(server, number, "small")
        open_record(where).close()
        try:
            resize(str(shutil.disk_usage(disk).used + 1_000_000))
            with pytest.raises(RecordError, match=r"the disk is full|the server's disk is full"):
                add_all(where, archive)
            resize("200m")
            add_all(where, archive)
            assert record_crash.export(where) == record_crash.export(plenty)
        finally:
            connection.execute(f"DROP DATABASE bench_{number} WITH (FORCE)")
            connection.execute("DROP TABLESPACE small")
    with suppress(OSError):
        disk.rmdir()


def test_a_quota_stops_sqlite_with_the_record_intact(tmp_path: Path, archive: str) -> None:
    """Where nothing may be mounted: a limit on the size of files, as `ulimit -f` sets it."""
    where, plenty = str(tmp_path / "quota.db"), str(tmp_path / "plenty.db")
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, resource.RLIM_INFINITY));"
        "from test_crashes import add_all; add_all(*sys.argv[1:])"
    )
    paths = os.pathsep.join([str(Path(__file__).parent), str(Path(__file__).parents[1])])
    environment = os.environ | {"PYTHONPATH": paths + os.pathsep + os.environ.get("PYTHONPATH", "")}
    stopped = subprocess.run(
        [sys.executable, "-c", code, where, archive], capture_output=True, text=True, env=environment
    )
    assert "RecordError" in stopped.stderr
    assert "the disk failed or is full" in stopped.stderr
    record_crash.check_sound(where)
    add_all(where, archive)
    add_all(plenty, archive)
    assert record_crash.export(where) == record_crash.export(plenty)
