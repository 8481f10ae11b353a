"""Days as terms: two ranges are found by each other exactly when they share a day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.record.search.days import asked, carried, stretches

days = st.dates(date(1890, 1, 1), date(2060, 12, 31))


@given(st.tuples(days, days).map(sorted), st.tuples(days, days).map(sorted))
def test_ranges_meet_when_they_share_a_day(held: list[date], sought: list[date]) -> None:
    meet = not set(carried("said", *held)).isdisjoint(asked("said", *sought))
    assert meet is (held[0] <= sought[1] and sought[0] <= held[1])


@pytest.mark.parametrize(
    ("start", "end", "cut"),
    [
        (date(2024, 3, 11), date(2024, 3, 11), ["20240311"]),
        (date(2024, 3, 1), date(2024, 4, 30), ["202403", "202404"]),
        (date(2023, 12, 31), date(2025, 1, 1), ["20231231", "2024", "20250101"]),
        (date(2010, 1, 1), date(2029, 12, 31), ["201x", "202x"]),
        (date(1900, 1, 1), date(1999, 12, 31), ["19xx"]),
    ],
)
def test_a_range_is_cut_into_the_fewest_stretches(start: date, end: date, cut: list[str]) -> None:
    assert list(stretches(start, end)) == cut


@given(days)
def test_an_open_end_holds_every_day(day: date) -> None:
    assert not set(carried("said", day, day)).isdisjoint(asked("said", None, None))
