"""What editors change on record: it shows at once, outlives another reading, can be undone; on both stores."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlalchemy import select

from quoth.contract import to_contract
from quoth.domain import Reading, Review, Span, Status
from quoth.errors import CorrectionError, UsageError
from quoth.record import Change as Fate
from quoth.record import tables
from quoth.record.anchoring import Place, typed, typed_pieces
from quoth.record.corrections import Change, ContentIs, HeadlineIs, Missed, ReviewIs, SpeakerIs, StatusIs
from quoth.record.store import SqlRecord
from quoth.record.subjects import Subject
from readings import reading

GATE = (
    "@headline Gate shut\n"
    "@body {c1 “Not now,”} {q1 said} {m1 Mayor Ana Ruiz} on Monday, {c1 “maybe later.”} "
    "{m2 Harbour master Tom Hale} {q2 said} {c2 Ruiz had shut the gate}.\n"
    "@body {m3 He} {q3 told} the Skelby Echo {c3 it was raining}. The pilots’ union said little."
)
AGAIN = GATE.replace("@body {m3", "@body It was late.\n@body {m3")
URL = "https://gazette.example/gate"


def kept(record: SqlRecord, marked: str = GATE, model: str = "en:perfect") -> Reading:
    read = reading(marked, URL, model=model)
    record.keep(read)
    return read


def ids(record: SqlRecord) -> list[str]:
    with record.looking() as connection:
        return list(connection.scalars(select(tables.statements.c.id).order_by(tables.statements.c.position)))


def lines(record: SqlRecord) -> list[str]:
    """The statements of the projection, as SQL reads them."""
    one = tables.statements.c
    query = select(one.speaker, one.quote, one.review, one.reviewed_by).order_by(one.position)
    with record.looking() as connection:
        rows = connection.execute(query).all()
    who = [f" by {row.reviewed_by}" if row.reviewed_by else "" for row in rows]
    return [f"{row.speaker}: {row.quote} ({row.review}{by})" for row, by in zip(rows, who, strict=True)]


MACHINE = [
    "Ana Ruiz: “Not now,” … “maybe later.” (machine)",
    "Tom Hale: Ruiz had shut the gate (machine)",
    "Tom Hale: it was raining (machine)",
]


def test_a_correction_shows_in_the_projection_and_in_what_is_exported(record: SqlRecord) -> None:
    read = kept(record)
    statement = record.subject(ids(record)[2])
    [one] = record.fix(statement, [SpeakerIs(("Ana Ruiz",))], "kim", "I was there")
    assert lines(record)[2] == "Ana Ruiz: it was raining (edited by kim)"
    assert (one.by, one.why, one.statement) == ("kim", "I was there", statement.statement)
    assert one.at.isoformat().startswith("2026-03-02T09:00")
    shown = record.corrected(read.article.id)
    assert shown is not None
    value = to_contract(shown.reading, shown.editorial)
    assert [statement["review"] for statement in value["statements"]] == ["machine", "machine", "edited"]
    assert [statement["id"] for statement in value["statements"]] == ids(record)
    assert record.reading(read.article.id) == read  # what the machine read is still there
    assert [one.reading for one in record.corrected_readings()] == [shown.reading]


def test_nothing_corrected_is_exported_as_the_machine_read_it(record: SqlRecord) -> None:
    read = kept(record)
    [shown] = record.corrected_readings()
    assert to_contract(shown.reading, shown.editorial) == to_contract(read)


@pytest.mark.parametrize(
    ("marked", "model"),
    [
        pytest.param(AGAIN, "en:perfect", id="the page has changed"),
        pytest.param(GATE, "en:better", id="other weights have read it"),
    ],
)
def test_another_reading_keeps_corrections(record: SqlRecord, marked: str, model: str) -> None:
    kept(record)
    ruiz, gate, rain = ids(record)
    record.fix(Subject(reading(GATE, URL).article.id, rain), [StatusIs(Status.DENIED)], "kim")
    record.fix(record.subject(gate), [ReviewIs(Review.REJECTED)], "kim")
    kept(record, marked, model)
    assert lines(record) == [
        MACHINE[0],
        "Tom Hale: it was raining (edited by kim)",
        "Tom Hale: Ruiz had shut the gate (rejected by kim)",
    ]
    assert ids(record) == [ruiz, rain, gate]


def test_a_correction_that_fits_no_more_is_listed_with_the_reason(record: SqlRecord) -> None:
    read = kept(record)
    record.fix(record.subject(ids(record)[2]), [StatusIs(Status.DENIED)], "kim")
    assert [one.lost for one in record.corrections()] == [None]
    kept(record, GATE.replace("{m3 He} {q3 told} the Skelby Echo {c3 it was raining}.", ""))
    [one] = record.corrections(Subject(read.article.id))
    assert one.lost == "the article does not contain “it was raining” any more"
    kept(record, GATE.replace("union", "guild"))  # and back
    assert [one.lost for one in record.corrections()] == [None]


def test_undone_is_as_it_was_and_stays_in_the_log(record: SqlRecord) -> None:
    kept(record)
    [one] = record.fix(record.subject(ids(record)[2]), [SpeakerIs(("Ana Ruiz",))], "kim")
    record.undo(one.id, "lee")
    assert lines(record) == MACHINE
    [logged] = record.corrections()
    assert (logged.correction.undone_by, logged.correction.is_active) == ("lee", False)
    with pytest.raises(UsageError, match="undone by lee already"):
        record.undo(one.id, "kim")
    with pytest.raises(UsageError, match="no such correction"):
        record.undo(99, "kim")


def test_a_missed_statement_is_added_changed_and_taken_back_with_its_changes(record: SqlRecord) -> None:
    article = kept(record).article
    said = typed(article, "said", at=article.text.rindex("said"))
    add = Missed(typed_pieces(article, "little"), ("pilots’ union",), said)
    [one] = record.fix(Subject(article.id), [add], "kim")
    assert lines(record)[3] == "pilots’ union: little (edited by kim)"
    assert one.statement == ids(record)[3]
    record.fix(record.subject(str(one.statement)), [StatusIs(Status.DENIED)], "lee")
    assert lines(record)[3] == "pilots’ union: little (edited by lee)"
    assert len(record.undo(one.id, "kim")) == 2
    assert lines(record) == MACHINE


def test_the_article_itself(record: SqlRecord) -> None:
    article = kept(record).article
    record.fix(Subject(article.id), [HeadlineIs("Gate closed")], "kim")
    with record.looking() as connection:
        assert connection.scalar(select(tables.articles.c.headline)) == "Gate closed"
    assert lines(record) == MACHINE


@pytest.mark.parametrize(
    ("n", "change", "reason"),
    [
        pytest.param(2, SpeakerIs(("Joan Price",)), "does not contain “Joan Price”: no speaker is named", id="a name"),
        pytest.param(2, ContentIs((Place("the tide", 3),)), "does not contain “the tide”", id="no words"),
        pytest.param(None, StatusIs(Status.DENIED), "give the statement's id", id="no statement"),
    ],
)
def test_what_does_not_fit_changes_nothing(record: SqlRecord, n: int | None, change: Change, reason: str) -> None:
    article = kept(record).article
    subject = Subject(article.id, None if n is None else ids(record)[n])
    with pytest.raises(CorrectionError, match=reason):
        record.fix(subject, [StatusIs(Status.DENIED), change] if n else [change], "kim")
    assert lines(record) == MACHINE
    assert record.corrections() == []


def test_words_that_are_a_statement_already_are_not_added_twice(record: SqlRecord) -> None:
    article = kept(record).article
    words = typed_pieces(article, "it was raining")
    changes: list[tuple[str | None, Change]] = [(None, Missed(words)), (ids(record)[0], ContentIs(words))]
    for statement, change in changes:
        with pytest.raises(CorrectionError, match=f"are statement {ids(record)[2]} already"):
            record.fix(Subject(article.id, statement), [change], "kim")


# ---- whom somebody means


def test_ids_may_be_cut_short(record: SqlRecord) -> None:
    article = kept(record).article
    for one in ids(record):
        assert record.subject(one[:12]) == Subject(article.id, one)
    for typed_ in (article.id, article.id[:12], URL):
        assert record.subject(typed_) == Subject(article.id)
    with pytest.raises(UsageError, match="no article or statement of that id"):
        record.subject("ffffffff")


def test_an_id_that_may_be_several_is_refused(record: SqlRecord) -> None:
    kept(record, "{m1 Ruiz} {q1 said} {c1 it rained}.\n{m2 Hale} {q2 said} {c2 it rained}.")
    first, second = ids(record)
    assert second == f"{first}-2"
    assert record.subject(first).statement == first
    with pytest.raises(UsageError, match=f"several ids begin so: {first}, {second}"):
        record.subject(first[:8])


@pytest.mark.parametrize(
    ("words", "near", "at", "place"),
    [
        pytest.param("Not now", (), None, 11, id="as printed"),
        pytest.param('"Not now,"', (), None, 10, id="straight marks for curly ones"),
        pytest.param("Ruiz", (), 96, 96, id="told by its place"),
    ],
)
def test_words_that_an_editor_types(words: str, near: Sequence[Span], at: int | None, place: int) -> None:
    assert typed(reading(GATE, URL).article, words, near, at).start == place


def test_words_that_stand_in_several_places_are_asked_about() -> None:
    with pytest.raises(CorrectionError, match=r"stands in several places; say which: --at 36: .*; --at 96: "):
        typed(reading(GATE, URL).article, "Ruiz")


def test_a_record_that_changes_says_the_same(record: SqlRecord) -> None:
    kept(record)
    record.fix(record.subject(ids(record)[2]), [SpeakerIs(("Ana Ruiz",))], "kim")
    assert record.keep(reading(GATE, URL)).change is Fate.KNOWN
    assert lines(record)[2] == "Ana Ruiz: it was raining (edited by kim)"
