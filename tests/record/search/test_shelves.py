"""However the index is kept, the newest are ranked first and nothing is missed; on PostgreSQL over several shelves."""

from __future__ import annotations

from datetime import date

import pytest

from quoth.record.search import FindOptions, parse, selected
from quoth.record.search.selecting import LAST_PLACE, newest
from quoth.record.search.shelves import quarter
from quoth.record.store import SqlRecord
from readings import reading

MIXED_DAYS = ("2025-11-20", "2026-03-02", "2025-11-19", "2026-03-30", "2026-01-01", "2025-11-21", "2026-03-02")


@pytest.fixture
def mixed(record: SqlRecord, monkeypatch: pytest.MonkeyPatch) -> SqlRecord:
    """Seven articles of three statements, not in the order of their days; a shelf holds six statements."""
    monkeypatch.setattr("quoth.record.search.shelves.MOST", 6)
    for n, day in enumerate(MIXED_DAYS):
        said = " ".join(f"{{m{k} Ana Ruiz}} {{q{k} said}}: {{c{k} “Gate {n} {k}.”}}" for k in (1, 2, 3))
        record.keep(reading(said, f"https://a.example/{n}", outlet=f"Paper {n}", day=day))
    return record


@pytest.mark.parametrize("most", [1, 3, 4, 7, 20, 21, None])
def test_the_newest_come_first_whatever_shelf_they_are_on(mixed: SqlRecord, most: int | None) -> None:
    with mixed.looking() as connection:
        everything = newest(connection, parse("gate"), 0, LAST_PLACE, None)
        some = newest(connection, parse("gate"), 0, LAST_PLACE, most)
        keys = set(connection.scalars(selected(parse("gate"), connection.dialect.name)))
    assert [one.place for one in everything] == sorted((one.place for one in everything), reverse=True)
    assert len(everything) == 21
    assert some == everything[:most]
    assert keys == {one.key for one in everything}


def test_pages_pass_over_nothing(mixed: SqlRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quoth.record.search.finding.RANKED", 4)
    seen, cursor = list[str](), None
    for _ in range(20):
        page = mixed.find(parse("gate"), FindOptions(limit=5, after=cursor, all_copies=True))
        seen += [hit.quote for hit in page.hits]
        cursor = page.next
        if cursor is None:
            break
    assert sorted(seen) == sorted(f"“Gate {n} {k}.”" for n in range(7) for k in (1, 2, 3))


@pytest.mark.parametrize(
    ("day", "number"), [(date(2026, 1, 1), 8104), (date(2026, 3, 31), 8104), (date(2026, 4, 1), 8105), (None, 0)]
)
def test_quarters(day: date | None, number: int) -> None:
    assert quarter(day.toordinal() if day else 0) == number
