"""What `quoth who` tells of a dossier: counted by utterances, the unnamed left out, on both stores."""

from __future__ import annotations

from datetime import date

import pytest

from quoth.cli.dossier import chart
from quoth.record.profile import Named, Profile, months
from quoth.record.store import SqlRecord
from readings import reading

GATE = (
    "@headline Gate shut\n"
    "@body {c1 “We will not gamble with people’s homes,”} {q1 said} {m1 Mayor Ana Ruiz}.\n"
    "{m2 Councillor Tom Hale} {q2 said} {c2 the repair would cost four million crowns}. "
    "{m3 Ruiz} {q3 hopes=thought} {c3 that the gate opens in May}."
)
TRIAL = (
    "@headline Former mayor in court\n"
    "@body {m1 The former mayor, Ana Ruiz,} {q1 told} the court {c1 that she had never seen the contract}.\n"
    "{m2 A court official} {q2 said} {c2 the trial would last a month}. {m3 Leo Ruiz} {q3 said} {c3 he was sorry}."
)


@pytest.fixture
def filled(record: SqlRecord) -> SqlRecord:
    """The gate in two papers that print the same copy, and a trial months later."""
    marked = GATE.replace("=thought", "")
    record.keep(reading(marked, "https://gazette.example/1", "Harbour Gazette", "2026-01-05"), "harbour")
    record.keep(reading(marked, "https://echo.example/1", "Skelby Echo", "2026-01-06"), "harbour")
    record.keep(reading(TRIAL, "https://gazette.example/2", "Harbour Gazette", "2026-03-09"), "courts")
    return record


def told_of(record: SqlRecord, name: str, inside: tuple[str, ...] = ()) -> Profile:
    """The profile of the only dossier of that name."""
    [one] = record.figures(name, inside)
    told = record.profile(one.id, inside=inside)
    assert told is not None
    return told


def test_a_dossier_is_counted_by_utterances(filled: SqlRecord) -> None:
    told = told_of(filled, "ana ruiz")
    assert (told.name, told.utterances, told.appearances, told.others) == ("Ana Ruiz", 2, 3, 1)
    assert [month for month, _ in told.months] == [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)]
    assert [count for _, count in told.months] == [1, 0, 1]
    assert told.outlets == (Named("Harbour Gazette", 2, 2), Named("Skelby Echo", 1, 1))
    assert [one.label for one in told.beside] == ["Tom Hale"]  # of Leo Ruiz no public role is told
    assert told.latest[0].quote == "that she had never seen the contract"
    assert len(told.latest) == 3
    assert next(one.label for one in told.latest if "May" in one.quote) == "thought"


def test_roles_are_told_with_the_days_they_were_printed(filled: SqlRecord) -> None:
    roles = {one.role.casefold(): (one.first, one.last) for one in told_of(filled, "Ana Ruiz").roles}
    assert roles["mayor"] == (date(2026, 1, 5), date(2026, 1, 6))
    assert any("former" in role for role in roles)


def test_of_a_collection_only_what_it_tells(filled: SqlRecord) -> None:
    told = told_of(filled, "Ana Ruiz", ("courts",))
    assert (told.utterances, told.appearances) == (1, 1)
    assert [one.name for one in told.outlets] == ["Harbour Gazette"]


@pytest.mark.parametrize(
    ("typed", "collection", "found"),
    [
        pytest.param("Ana Ruiz", None, ["Ana Ruiz"], id="the whole name"),
        pytest.param("ANA RUÍZ", None, ["Ana Ruiz"], id="whatever case and accents"),
        pytest.param("ruiz", None, ["Ana Ruiz"], id="a surname"),
        pytest.param("leo ruiz", None, [], id="no public role, no dossier"),
        pytest.param("hale", "courts", [], id="in another collection"),
        pytest.param("rui", None, [], id="half a word"),
        pytest.param("court official", None, [], id="the unnamed have no profile"),
    ],
)
def test_dossiers_are_found_by_their_words(
    filled: SqlRecord, typed: str, collection: str | None, found: list[str]
) -> None:
    inside = (collection,) if collection else ()
    assert [one.label.split(" (")[0] for one in filled.figures(typed, inside)] == found


def test_an_utterance_counts_in_the_month_it_was_first_said() -> None:
    told = [(date(2025, 12, 31), "a"), (date(2026, 1, 2), "a"), (date(2026, 2, 1), "b"), (None, "c")]
    assert months(told) == ((date(2025, 12, 1), 1), (date(2026, 1, 1), 0), (date(2026, 2, 1), 1))


@pytest.mark.parametrize(
    ("counts", "bars"),
    [([], None), ([8, 0, 1, 4], "█ ▁▄"), ([1], "█"), ([100, 1], "█▁")],
)
def test_the_chart_shows_even_one_statement(counts: list[int], bars: str | None) -> None:
    drawn = chart([(date(2026, n + 1, 1), count) for n, count in enumerate(counts)])
    assert (drawn[0] if drawn else None) == bars
