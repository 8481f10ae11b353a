"""What is put on record once, comes back as it was, and is never overwritten: on both stores."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import create_engine, select

from quoth.contract import from_contract, to_contract
from quoth.errors import RecordError
from quoth.record import Change, Kept, open_record, tables
from quoth.record.store import SqlRecord
from quoth.record.upgrading import _config
from readings import reading

GATE = (
    "@headline Gate shut\n"
    "@body {c1 “Not now,”} {q1 said} {m1 Mayor Ana Ruiz} on Monday, {c1 “maybe later.”} "
    "{m2 Harbour master Tom Hale} {q2 said} {c2 Ruiz had shut the gate}."
)
GATE_AGAIN = GATE + " {m3 Hale} {q3 added}: {c3 “It was raining.”}"
URL = "https://gazette.example/gate"


def test_a_reading_comes_back_as_it_was(record: SqlRecord) -> None:
    offered = reading(GATE, URL)
    assert record.keep(offered) == Kept(offered.article.id, Change.ADDED)
    assert list(record.readings()) == [offered]
    assert record.reading(offered.article.id) == offered
    assert record.reading("nobody") is None


@pytest.mark.parametrize(
    ("second", "change", "versions"),
    [
        pytest.param({}, Change.KNOWN, 1, id="the same page"),
        pytest.param({"marked": GATE_AGAIN}, Change.CHANGED, 2, id="a sentence was added to the page"),
        pytest.param({"model": "en:better"}, Change.REREAD, 2, id="the same page, other weights"),
        pytest.param({"marked": GATE + "\n@furniture Read more"}, Change.KNOWN, 1, id="only the furniture is new"),
        pytest.param({"url": "https://gazette.example/gate?mobile"}, Change.KNOWN, 1, id="the outlet's other address"),
    ],
)
def test_what_becomes_of_a_second_offer(
    record: SqlRecord, second: dict[str, str], change: Change, versions: int
) -> None:
    first = reading(GATE, URL)
    record.keep(first)
    assert record.keep(reading(**({"marked": GATE, "url": URL} | second))).change is change
    assert record.reading(first.article.id, version=1) == first
    assert (record.reading(first.article.id, version=2) is not None) is (versions == 2)
    assert len(list(record.readings())) == 1


def test_a_page_that_goes_back_to_what_it_was_is_known(record: SqlRecord) -> None:
    for marked in (GATE, GATE_AGAIN):
        record.keep(reading(marked, URL))
    assert record.keep(reading(GATE, URL)).change is Change.KNOWN


def test_another_outlet_with_the_same_words_is_an_article_of_its_own(record: SqlRecord) -> None:
    record.keep(reading(GATE, URL))
    assert record.keep(reading(GATE, "https://echo.example/1", outlet="Skelby Echo")).change is Change.ADDED
    assert len(list(record.readings())) == 2


def test_the_projection_is_that_of_the_newest_version(record: SqlRecord) -> None:
    for marked in (GATE, GATE_AGAIN):
        record.keep(reading(marked, URL))
    with record.looking() as connection:
        rows = connection.execute(
            select(tables.statements.c.speaker, tables.statements.c.quote).order_by(tables.statements.c.position)
        ).all()
        names = set(connection.scalars(select(tables.topics.c.name)))
    assert [tuple(row) for row in rows] == [
        ("Ana Ruiz", "“Not now,” … “maybe later.”"),
        ("Tom Hale", "Ruiz had shut the gate"),
        ("Tom Hale", "“It was raining.”"),
    ]
    assert names == {"Ana Ruiz"}


def test_an_article_is_in_every_collection_it_was_added_to(record: SqlRecord) -> None:
    for collection in ("harbour", "courts", "harbour"):
        record.keep(reading(GATE, URL), collection)
    with record.looking() as connection:
        assert set(connection.scalars(select(tables.collections.c.name))) == {"harbour", "courts"}


def test_the_contract_is_read_back_whole() -> None:
    offered = reading(GATE_AGAIN, URL)
    value = json.loads(json.dumps(to_contract(offered)))
    assert from_contract(value) == offered
    assert to_contract(from_contract(value)) == value
    assert to_contract(replace(offered, quoth="0.0.9"))["article"]["read_by"]["quoth"] == "0.0.9"


def test_bytes_that_were_kept_are_recognised_and_collected(record: SqlRecord) -> None:
    kept = record.keep(reading(GATE, URL), "harbour", bytes_digest="abc")
    assert record.recognise("abc", "courts") == kept.article
    assert record.recognise("abd", "courts") is None
    with record.looking() as connection:
        assert set(connection.scalars(select(tables.collections.c.name))) == {"harbour", "courts"}


# ---- opening


def test_a_record_outlives_its_process(where: str) -> None:
    first = open_record(where)
    first.keep(reading(GATE, URL))
    first.close()
    again = open_record(where)
    assert len(list(again.readings())) == 1
    again.close()


def test_a_newer_record_is_refused(where: str) -> None:
    record = open_record(where)
    with record.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    record.close()
    with pytest.raises(RecordError, match="made by a newer quoth; update with pip"):
        open_record(where)


@pytest.mark.parametrize(
    ("where", "reason"),
    [
        pytest.param("mysql://localhost/news", "keeps no record in mysql", id="another database"),
        pytest.param("postgresql://nobody@localhost:1/news", "server does not answer", id="no server"),
        pytest.param("://", "not an address", id="no address"),
    ],
)
def test_an_address_that_is_no_record(where: str, reason: str) -> None:
    with pytest.raises(RecordError, match=reason):
        open_record(where)


def test_a_file_that_is_no_record(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("This is no database, and it is longer than a hundred bytes. " * 4)
    with pytest.raises(RecordError, match="not a record of quoth"):
        open_record(str(path))
    assert "no database" in path.read_text()


def test_an_older_file_is_upgraded_and_a_copy_of_it_kept(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with closing(open_record(str(tmp_path / "new.db"))) as record:
        record.keep(reading(GATE, URL))
    _file_of_revision("0006", path, rows_of=tmp_path / "new.db")
    with closing(open_record(str(path))) as again:
        assert len(list(again.readings())) == 1
        again.keep(reading(GATE_AGAIN, URL))
    with closing(sqlite3.connect(tmp_path / "old.db.before-0006")) as copy:
        assert copy.execute("SELECT count(*) FROM versions").fetchone() == (1,)


def _file_of_revision(revision: str, path: Path, rows_of: Path) -> None:
    """A record as an older quoth left it, with the articles of another one."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        command.upgrade(_config(connection), revision)
    engine.dispose()
    with closing(sqlite3.connect(path)) as file:
        file.execute("ATTACH ? AS new", (str(rows_of),))
        for table in ("articles", "versions"):
            file.execute(f"INSERT INTO {table} SELECT * FROM new.{table}")
        file.commit()
