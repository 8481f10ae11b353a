"""Who of several articles is one person: on both stores, in whatever order the articles come, as editors decide."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from dossier_readings import BODY, HARBOUR, PITCH, UNNAMED, Told, groups, said, signs
from quoth.record.dossiers import Ruling
from quoth.record.store import SqlRecord


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(("Ana Ruiz", "mayor of Skelby", HARBOUR), ("Ruiz", "Mayor", HARBOUR), id="surname and role"),
        pytest.param(
            ("Ana Ruiz", "mayor of Skelby", HARBOUR), ("Ana Ruiz", "candidate for parliament", HARBOUR), id="new role"
        ),
        pytest.param(
            ("Dr William Oakes", "harbour master", HARBOUR), ("Bill Oakes", "harbour master", HARBOUR), id="nickname"
        ),
        pytest.param(
            ("Yevgeny Orlovsky", "mayor", HARBOUR), ("Evgenii Orlovskiy", "mayor", HARBOUR), id="transliteration"
        ),
        pytest.param(
            ("Ana Ruiz", "mayor of Skelby", HARBOUR), ("Ana Ruiz-Holm", "mayor of Skelby", HARBOUR), id="married"
        ),
        pytest.param(("Han Ji-woo", "mayor", HARBOUR), ("Jiwoo Han", "mayor", HARBOUR), id="name order"),
    ],
)
def test_one_person_under_two_names_or_roles(record: SqlRecord, first: Told, second: Told) -> None:
    record.keep(said("a", first))
    record.keep(said("b", second, "2026-02-01", outlet="Echo"))
    assert groups(record) == [["a", "b"]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(("Ana Ruiz", "mayor", HARBOUR), ("Ana Ruiz", "striker", PITCH), id="namesakes"),
        pytest.param(("Ana Ruiz", "mayor", HARBOUR), ("Tom Ruiz", "mayor", HARBOUR), id="other given name"),
        pytest.param(("Jan Holm Sr.", "mayor", HARBOUR), ("Jan Holm Jr.", "mayor", HARBOUR), id="father and son"),
        pytest.param(("Ana Ruiz", "mayor", HARBOUR), ("Ruiz", None, HARBOUR), id="nothing tells"),
    ],
)
def test_two_persons_stay_apart(record: SqlRecord, first: Told, second: Told) -> None:
    record.keep(said("a", first))
    record.keep(said("b", second, "2026-02-01"))
    assert ["a", "b"] not in groups(record)


def test_the_unnamed_and_passers_by_have_no_dossier(record: SqlRecord) -> None:
    for id_ in "ab":
        record.keep(said(id_, ("senior official", "official", HARBOUR), kind=UNNAMED))
    record.keep(said("c", ("Nora Pell", "14, a pupil", HARBOUR)))
    record.keep(said("d", ("Uwe Brandt", None, HARBOUR)))
    assert record.dossiers() == []


SET = [
    said("a", ("Ana Ruiz", "mayor of Skelby", HARBOUR)),
    said("b", ("Ana Ruiz", "striker", PITCH), "2026-01-07", outlet="Touchline"),
    said("c", ("Ruiz", "mayor", HARBOUR), "2026-01-09"),
    said("d", ("Ruiz", "Rovers striker", PITCH), "2026-02-09", outlet="Touchline"),
]


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5], ids=str)
def test_dossiers_do_not_depend_on_the_order(record: SqlRecord, order: tuple[int, ...]) -> None:
    for n in order:
        record.keep(SET[n])
    assert groups(record) == [["a", "c"], ["b", "d"]]
    assert len(record.dossiers("Ana Ruiz")) == 2


def test_a_merger_outlives_a_new_reading_and_can_be_undone(record: SqlRecord) -> None:
    for one in SET:
        record.keep(one)
    merged = record.decide(Ruling.SAME, signs(record, "a", "c"), signs(record, "b", "d"), by="ed")
    assert groups(record) == [["a", "b", "c", "d"]]
    record.keep(said("a", ("Ana Ruiz", "mayor of Skelby town", HARBOUR)))
    assert groups(record) == [["a", "b", "c", "d"]]
    record.undo_decision(merged.id, "ed")
    assert groups(record) == [["a", "c"], ["b", "d"]]


def test_a_split_outlives_a_new_reading_and_can_be_undone(record: SqlRecord) -> None:
    record.keep(SET[0])
    record.keep(SET[2])
    split = record.decide(Ruling.APART, signs(record, "c"), signs(record, "a"), by="ed")
    assert groups(record) == [["a"], ["c"]]
    record.keep(said("c", ("Ruiz", "Skelby mayor", HARBOUR), "2026-01-09"))
    assert groups(record) == [["a"], ["c"]]
    record.undo_decision(split.id, "ed")
    assert groups(record) == [["a", "c"]]


def test_names_and_privacy_are_the_editors(record: SqlRecord) -> None:
    record.keep(SET[0])
    record.decide(Ruling.NAME, signs(record, "a"), by="ed", said="Ana María Ruiz")
    assert [one.name for one in record.dossiers("ana ruiz")] == ["Ana María Ruiz"]
    private = record.decide(Ruling.PRIVATE, signs(record, "a"), by="ed")
    assert record.dossiers() == []
    record.undo_decision(private.id, "ed")
    assert len(record.dossiers()) == 1


def test_a_body_that_is_called_by_what_it_is_is_another_in_each_article(record: SqlRecord) -> None:
    for n, name in enumerate(("police", "the Council", "Skelby Harbour Board")):
        record.keep(said(f"a{n}", (name, None, HARBOUR), kind=BODY))
    assert [one.name for one in record.dossiers()] == ["Skelby Harbour Board"]


# ---- who is uncertain


@pytest.mark.parametrize(
    "perhaps",
    [
        pytest.param({"maybe": True, "sure": 0.6}, id="a candidate"),
        pytest.param({"sure": 0.6}, id="under the threshold"),
    ],
)
def test_what_may_be_theirs_is_told_apart_and_not_counted(record: SqlRecord, perhaps: dict[str, Any]) -> None:
    record.keep(said("a", ("Ana Ruiz", "mayor of Skelby", HARBOUR)))
    record.keep(said("b", ("Ana Ruiz", "mayor of Skelby", HARBOUR), "2026-02-05", **perhaps))
    [one] = record.dossiers()
    told = record.profile(one.id)
    assert told is not None
    assert (told.utterances, told.appearances) == (1, 1)
    assert [latest.quote for latest in told.latest] == ["“We will see a,”"]
    assert [(latest.quote, latest.confidence) for latest in told.may_be] == [("“We will see b,”", 0.6)]
    assert [seat.is_sure for seat in one.seats] == [True, False]


def test_nobody_has_a_dossier_of_what_may_be_his(record: SqlRecord) -> None:
    record.keep(said("a", ("Ana Ruiz", "mayor of Skelby", HARBOUR), maybe=True, sure=0.5))
    assert record.dossiers() == []


# ---- decisions on those who have none


def test_an_editor_opens_a_dossier_and_shuts_it(record: SqlRecord) -> None:
    record.keep(said("a", ("Nora Pell", "14, a pupil", HARBOUR)))
    [[seat]] = record.unopened("nora pell")
    opened = record.decide(Ruling.OPEN, [seat.sign], by="ed", why="she was elected since")
    assert [one.name for one in record.dossiers()] == ["Nora Pell"]
    record.keep(said("a", ("Nora Pell", "14, a school pupil", HARBOUR)))
    assert [one.name for one in record.dossiers()] == ["Nora Pell"]
    assert [(one.by, one.why) for one in record.decisions()] == [("ed", "she was elected since")]
    record.undo_decision(opened.id, "chief")
    assert record.dossiers() == []
    [undone] = record.decisions()
    assert undone.undone_by == "chief"
    assert undone.undone_at is not None


def test_an_alias_finds_the_dossier_until_it_is_undone(record: SqlRecord) -> None:
    record.keep(SET[0])
    alias = record.decide(Ruling.ALIAS, signs(record, "a"), by="ed", said="Anita of Skelby")
    [one] = record.dossiers("anita skelby")
    assert [(alias.name, alias.evidence) for alias in one.evidence] == [("Anita of Skelby", "an editor added it")]
    record.undo_decision(alias.id, "ed")
    assert record.dossiers("anita skelby") == []


def test_forgetting_a_speaker_takes_dossier_and_decisions(record: SqlRecord) -> None:
    for one in SET[:2]:
        record.keep(one)
    record.decide(Ruling.NAME, signs(record, "a"), by="ed", said="Mayor Ruiz")
    record.decide(Ruling.PRIVATE, signs(record, "b"), by="ed")
    record.forget(record.to_forget("Ana Ruiz"), "ed", "asked for it")
    assert record.dossiers(private=True) == []
    assert record.decisions() == []


# ---- too many to be drawn together


MANY = [said(f"{n:02}", ("Ana Ruiz", "mayor of Skelby", HARBOUR), f"2026-01-{n + 1:02}") for n in range(24)]
STRIKERS = [said(f"s{n:02}", ("Ana Ruiz", "striker", PITCH), f"2026-01-{n + 1:02}", outlet="Pitch") for n in range(24)]


def test_many_articles_are_placed_one_by_one_and_namesakes_stay_apart(record: SqlRecord) -> None:
    for one, other in zip(MANY, STRIKERS, strict=True):
        record.keep(one)
        record.keep(other)
    assert groups(record) == [[one.article.id for one in some] for some in (MANY, STRIKERS)]


def test_large_dossiers_are_merged_split_and_as_they_were_again(record: SqlRecord) -> None:
    for one in [*MANY, *STRIKERS]:
        record.keep(one)
    before = groups(record)
    sides = [signs(record, *some) for some in before]
    merged = record.decide(Ruling.SAME, *sides, by="ed")
    assert groups(record) == [sorted([*before[0], *before[1]], key=lambda id_: (id_.strip("s"), id_))]
    record.keep(said("s99", ("Ana Ruiz", "striker", PITCH), "2026-03-01", outlet="Pitch"))
    record.undo_decision(merged.id, "ed")
    assert groups(record) == [before[0], [*before[1], "s99"]]
    split = record.decide(Ruling.APART, signs(record, "00", "01"), signs(record, *before[0][2:]), by="ed")
    record.keep(said("00", ("Ana Ruiz", "mayor of Skelby town", HARBOUR), "2026-01-01"))
    assert groups(record)[0] == ["00", "01"]
    record.undo_decision(split.id, "ed")
    assert groups(record) == [before[0], [*before[1], "s99"]]
