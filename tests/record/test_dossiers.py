"""Who of several articles is one person: on both stores, in whatever order the articles come, as editors decide."""

from __future__ import annotations

from itertools import permutations

import pytest

from quoth.domain import (
    Article,
    Confidence,
    DateBasis,
    Manner,
    Part,
    Passage,
    Published,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
)
from quoth.record import open_record  # noqa: F401
from quoth.record.dossiers import Ruling
from quoth.record.store import SqlRecord

PERSON, UNNAMED, BODY = SpeakerKind.PERSON, SpeakerKind.UNNAMED, SpeakerKind.ORGANISATION
HARBOUR = "The lock at Skelby will close in May while the Skelby Harbour Board mends its gates, the council heard."
PITCH = "The striker scored twice for Skelby Rovers in the cup at Marram Park before the goalkeeper saved a penalty."
Told = tuple[str, str | None, str]  # name, role, what the article is about


def said(id_: str, told: Told, day: str = "2026-01-05", kind: SpeakerKind = PERSON, outlet: str = "Gazette") -> Reading:
    name, role, about = told
    from datetime import date

    text = f"“We will see,” said {name}. {about}"
    at = text.index(name)
    on = Published(date.fromisoformat(day), date.fromisoformat(day), DateBasis.GIVEN)
    whole = (Passage(Span(0, len(text)), Part.BODY),)
    article = Article(id_, id_, text, whole, outlet=outlet, published=on, language="en")
    statement = Statement((Span(0, 14),), None, None, Manner.DIRECT, Confidence(1.0), speakers=(0,))
    speaker = Speaker(0, name, kind, (Span(at, at + len(name)),), role)
    return Reading(article, (statement,), "en:none", (speaker,))


def groups(record: SqlRecord) -> list[list[str]]:
    return sorted([seat.article for seat in one.seats] for one in record.dossiers())


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


def signs(record: SqlRecord, *articles: str) -> list[str]:
    return [seat.sign for one in record.dossiers(private=True) for seat in one.seats if seat.article in articles]


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
