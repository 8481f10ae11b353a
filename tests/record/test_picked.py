"""What exports and feeds get from the record, on both stores: which articles, which statements, in which order."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from quoth.domain import Notice, NoticeKind, Reading, Review
from quoth.export import Format, write
from quoth.record import open_record
from quoth.record.corrections import ReviewIs
from quoth.record.notices import About
from quoth.record.picked import Picked
from quoth.record.search import Query, parse
from quoth.record.store import SqlRecord
from readings import reading
from searched import ARTICLES, fill

DAY = date(2026, 3, 3)
TEXTS = (Format.JSONL, Format.CSV, Format.ANNOTATIONS, Format.JSONLD)


def words(picked: list[Picked]) -> list[list[str]]:
    """The statements that were picked, article by article."""
    from quoth.export.told import told

    return [[one.words for one in told(article)] for article in picked]


def with_id(id_: str) -> Reading:
    made = reading(f"@body {{m1 Ruiz}} {{q1 said}} {{c1 it rained on {id_}}}.", f"https://gazette.example/{id_}")
    return replace(made, article=replace(made.article, id=id_))


def exported(record: SqlRecord, form: Format, query: Query | None = None, share: bool = False) -> bytes:
    out = io.BytesIO()
    write(record.picked(query), form, out, share)
    return out.getvalue()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("by:ruiz", [["“Not now,” … “maybe later.”"]], id="one of an article's statements"),
        pytest.param("outlet:echo", 2, id="all of an article's statements"),
        pytest.param("status:denied", [["that the gate was rusty"]], id="a status"),
        pytest.param("nowhere", [], id="nothing"),
    ],
)
def test_a_query_picks_statements(record: SqlRecord, query: str, found: list[list[str]] | int) -> None:
    fill(record)
    picked = words(list(record.picked(parse(query))))
    assert (len(picked[0]) if isinstance(found, int) else picked) == found


def test_without_a_query_all_is_picked_by_id(record: SqlRecord) -> None:
    fill(record)
    everything = list(record.picked())
    ids = [one.corrected.reading.article.id for one in everything]
    assert (len(ids), ids) == (3, sorted(ids))
    assert [len(one) for one in words(everything)] == [len(one.corrected.ids) for one in everything]


def test_ids_stand_in_one_order_on_every_store(record: SqlRecord) -> None:
    for id_ in ("b", "é", "B", "a", "_", "10", "9"):
        record.keep(with_id(id_))
    order = ["10", "9", "B", "_", "a", "b", "é"]
    assert [one.corrected.reading.article.id for one in record.picked()] == order
    assert [one.corrected.reading.article.id for one in record.picked(parse("by:ruiz"))] == order


def test_two_records_that_hold_the_same_give_the_same_bytes(record: SqlRecord, tmp_path: Path) -> None:
    other = open_record(str(tmp_path / "other.db"))
    made = [reading(marked, url, outlet, day) for marked, url, outlet, day in ARTICLES]
    for one in made:
        record.keep(one)
    for one in (made[2], made[0], made[2], made[1]):
        other.keep(one, collection="elsewhere")
    for form in Format:
        for share in (False, True) if form is not Format.TRAINING else (False,):
            assert exported(record, form, share=share) == exported(other, form, share=share), form
    other.close()


def test_what_is_hidden_is_never_given_out(record: SqlRecord) -> None:
    fill(record)
    [article] = record.picked(parse("by:ruiz"))
    [id_] = article.ids or ()
    about = About(article.corrected.reading.article.id, id_)
    record.notify(about, Notice(NoticeKind.HIDDEN, DAY, "by order of the court"), "ed")
    for query in (None, parse("by:ruiz"), parse("gate"), parse("notice:hidden"), parse("notice:hidden review:machine")):
        for form in TEXTS:
            given = exported(record, form, query).decode()
            assert "maybe later" not in given
            assert "court" not in given
        assert all(id_ not in one.picked.ids for one in record.newest(query or Query()) if one.picked.ids)


def test_a_hidden_article_is_in_no_export(record: SqlRecord) -> None:
    fill(record)
    [article] = record.picked(parse("outlet:echo"))
    hidden = About(article.corrected.reading.article.id)
    record.notify(hidden, Notice(NoticeKind.HIDDEN, DAY, "by order"), "ed")
    assert len(list(record.picked())) == 2
    assert list(record.picked(parse("outlet:echo"))) == []
    assert record.newest(parse("outlet:echo")) == []


def test_what_was_rejected_is_given_only_where_it_is_asked_for(record: SqlRecord) -> None:
    fill(record)
    [article] = record.picked(parse("by:ruiz"))
    [id_] = article.ids or ()
    record.fix(record.subject(id_), [ReviewIs(Review.REJECTED)], "ed")
    assert id_ not in exported(record, Format.CSV).decode()
    assert words(list(record.picked(parse("review:rejected")))) == [["“Not now,” … “maybe later.”"]]
    assert "rejected" in exported(record, Format.CSV, parse("review:rejected")).decode()


def test_retracted_statements_carry_their_notice(record: SqlRecord) -> None:
    fill(record)
    [article] = record.picked(parse("outlet:echo"))
    id_ = article.corrected.reading.article.id
    record.notify(About(article=id_), Notice(NoticeKind.RETRACTED, DAY, "The ferry was on time."), "ed")
    for form in TEXTS:
        assert "The ferry was on time." in exported(record, form, parse("outlet:echo")).decode()


def test_the_newest_are_told_once_each_as_first_added(record: SqlRecord) -> None:
    printed = (
        "@headline Gate shut\n@body {c1 “The northern gate will stay shut until the sea has gone down again,”} "
        "{q1 said} {m1 Mayor Ana Ruiz} on Monday in front of the old harbour office in Skelby."
    )
    first = reading(printed, "https://gazette.example/gate")
    again = reading(printed, "https://echo.example/gate", "Skelby Echo")
    later = reading("@body {m1 Tom Hale} {q1 said} {c1 the gate was rusty}.", "https://gazette.example/rust")
    for one in (first, later, again):
        record.keep(one)
    found = record.newest(parse("gate"))
    assert [one.picked.corrected.reading.article.id for one in found] == [later.article.id, first.article.id]
    assert found[0].added_at > found[1].added_at
    assert found[0].added_at.tzinfo is not None
    assert [len(one) for one in words([one.picked for one in found])] == [1, 1]
    assert len(record.newest(parse("gate"), limit=1)) == 1


# ---- views for Datasette and whoever reads SQL


def test_the_views_can_be_read_as_they_are(record: SqlRecord) -> None:
    fill(record)
    with record.looking() as connection:
        quotes = connection.execute(text("SELECT * FROM quotes WHERE speaker = 'Ana Ruiz'")).mappings().all()
        people = connection.execute(text("SELECT name, utterances, appearances FROM named_speakers ORDER BY 1")).all()
        outlets = connection.execute(text("SELECT outlet, articles, utterances FROM outlets ORDER BY 1")).all()
    [quoted] = quotes
    assert (quoted["words"], quoted["outlet"]) == ("“Not now,” … “maybe later.”", "Harbour Gazette")
    assert str(quoted["day"]) == "2026-03-02"
    assert [tuple(row) for row in people] == [("Ana Ruiz", 1, 1), ("Petra Voss", 1, 1), ("Tom Hale", 2, 2)]
    assert [tuple(row) for row in outlets] == [("Harbour Gazette", 2, 3), ("Skelby Echo", 1, 1)]


def test_the_views_leave_out_what_is_hidden_or_rejected(record: SqlRecord) -> None:
    fill(record)
    [ruiz] = record.picked(parse("by:ruiz"))
    [echo] = record.picked(parse("outlet:echo"))
    [id_] = ruiz.ids or ()
    record.fix(record.subject(id_), [ReviewIs(Review.REJECTED)], "ed")
    article = About(article=echo.corrected.reading.article.id)
    record.notify(article, Notice(NoticeKind.HIDDEN, DAY, "by order"), "ed")
    with record.looking() as connection:
        assert set(connection.scalars(text("SELECT speaker FROM quotes"))) == {"Tom Hale"}
        assert set(connection.scalars(text("SELECT outlet FROM outlets"))) == {"Harbour Gazette"}
        assert set(connection.scalars(text("SELECT name FROM named_speakers"))) == {"Tom Hale"}
