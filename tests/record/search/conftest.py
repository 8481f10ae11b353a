"""A record with three articles in it, of each kind, for all tests that only look."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quoth.record import open_record
from quoth.record.store import SqlRecord
from searched import fill


@pytest.fixture(scope="session", params=("sqlite", "postgresql"))
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlRecord]:
    """The record; nothing may be written to it."""
    where = str(tmp_path_factory.mktemp("searched") / "quoth.db")
    if request.param == "postgresql":
        where = request.getfixturevalue("new_database")()
    record = open_record(where)
    fill(record)
    yield record
    record.close()
