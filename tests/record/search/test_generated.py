"""Six thousand generated statements: what is found is what a scan of everything finds, on both stores."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from quoth.record import open_record
from quoth.record.store import SqlRecord

sys.path.append(str(Path(__file__).resolve().parents[3] / "bench"))

from generated import Press, Told, vectors
from loading import load
from quoth.record.search import Query
from record_search import by_meaning, check, exact, questions, recall

COUNT = 6_000


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def generated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlRecord]:
    where = str(tmp_path_factory.mktemp("generated") / "quoth.db")
    if request.param == "postgresql":
        where = request.getfixturevalue("new_database")()
    record = open_record(where)
    load(record, list(Press(COUNT).articles()), vectors(COUNT + 20))
    yield record
    record.close()


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return [one for _, statements in Press(COUNT).articles() for one in statements]


def test_words_with_filters_are_answered_as_a_scan_answers(generated: SqlRecord, told: list[Told]) -> None:
    assert check(generated, told, questions(told, 60)) == 60


def test_by_meaning_hardly_any_of_the_nearest_is_missed(generated: SqlRecord, told: list[Told]) -> None:
    held = vectors(COUNT + 20)
    _, found = by_meaning(generated, held[COUNT:], [Query()] * 20)
    visible = np.array([one.review != "rejected" for one in told])
    places = exact(held[:COUNT], held[COUNT:], [visible] * 20)
    assert recall(found, [[told[n].id for n in near] for near in places]) >= 0.95
