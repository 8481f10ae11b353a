"""What is to be forgotten leaves no trace in the files, and does not come back: on both stores."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import Table, func, select, text

from quoth.domain import Notice, NoticeKind, Status
from quoth.errors import UsageError
from quoth.record import Change, tables
from quoth.record.corrections import HeadlineIs, SpeakerIs, StatusIs
from quoth.record.forgetting import Whom
from quoth.record.notices import About
from quoth.record.search.meanings import attach, remember
from quoth.record.store import SqlRecord
from quoth.record.subjects import Subject
from readings import reading

GATE = (
    "@headline Ruiz shuts the northern gate\n"
    "@body {c1 “Not before the thaw,”} {q1 said} {m1 Mayor Ana Ruiz} on Monday. "
    "{m2 Harbour master Tom Hale} {q2 said} {c2 the hinge had cracked}.\n"
    "@body {m3 She} {q3 told} the Echo {c3 the quay would stay closed}. {m4 Hale} {q4 said} {c4 Ruiz had slept badly}."
)
FERRY = "@headline Ferry sold\n@body {m1 Tom Hale} {q1 said} {c1 the zephyrine ferry was sold}. Ana Ruiz was not there."
TIDE = "@headline Tide table\n@body {m1 Tom Hale} {q1 said} {c1 the tide was late}."
GATE_URL, FERRY_URL, TIDE_URL = (
    f"https://{place}" for place in ("gazette.example/g", "echo.example/f", "gazette.example/t")
)
HALE = ["the hinge had cracked", "the tide was late", "the zephyrine ferry was sold"]


@pytest.fixture
def full(record: SqlRecord) -> SqlRecord:
    """Three articles of two outlets, one of them in two versions, with corrections and notices."""
    record.keep(reading(GATE, GATE_URL), bytes_digest="bytes of the gate")
    record.keep(reading(GATE + " It rained.", GATE_URL))
    record.keep(reading(FERRY, FERRY_URL, outlet="Skelby Echo"))
    record.keep(reading(TIDE, TIDE_URL))
    gate = record.subject(GATE_URL).article
    record.fix(record.subject(id_of(record, "the hinge had cracked")), [StatusIs(Status.DENIED)], "kim", "Ruiz rang up")
    record.fix(record.subject(id_of(record, "the quay would stay closed")), [SpeakerIs(("Ana Ruiz",))], "kim")
    record.notify(About(article=gate), Notice(NoticeKind.DISPUTED, date(2026, 3, 3), "Ruiz says she slept well"), "kim")
    return record


def id_of(record: SqlRecord, words: str) -> str:
    with record.looking() as connection:
        return str(connection.scalar(select(tables.statements.c.id).where(tables.statements.c.quote == words)))


def quotes(record: SqlRecord) -> list[str]:
    with record.looking() as connection:
        return sorted(connection.scalars(select(tables.statements.c.quote)))


def count(record: SqlRecord, table: Table) -> int:
    with record.looking() as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0


def forget(record: SqlRecord, typed: str, reason: str = "asked for by letter") -> list[str]:
    return record.forget(record.to_forget(typed), "kim", reason)


def files(record: SqlRecord) -> dict[str, bytes]:
    """Every file of the record: the database with its log, or the server's whole data directory."""
    if record.engine.dialect.name == "sqlite":
        path = Path(record.name)
        return {one.name: one.read_bytes() for one in path.parent.iterdir()}
    with record.looking() as connection:
        folder = Path(str(connection.scalar(text("SHOW data_directory"))))
        own = str(connection.scalar(text("SELECT oid FROM pg_database WHERE datname = current_database()")))
    here = [*(folder / "base" / own).iterdir(), *(folder / "pg_wal").iterdir(), *(folder / "pg_stat").iterdir()]
    return {str(one.relative_to(folder)): one.read_bytes() for one in here if one.is_file()}


def holding(record: SqlRecord, *words: str) -> set[str]:
    """The files that hold one of the words."""
    return {name for name, held in files(record).items() if any(word.encode() in held for word in words)}


# ---- what goes and what stays


def test_an_article_goes_with_all_that_hangs_on_it(full: SqlRecord) -> None:
    plan = full.to_forget(GATE_URL)
    assert (plan.whom, plan.versions, plan.statements, plan.corrections, plan.notices) == (Whom.ARTICLE, 2, 4, 2, 1)
    assert len(quotes(full)) == 6  # planning does nothing
    full.forget(plan, "kim", "asked for by letter")
    assert quotes(full) == HALE[1:]
    assert full.reading(plan.articles[0]) is None
    assert full.corrections() == []
    assert full.notices() == []
    assert count(full, tables.origins) == 0


def test_an_outlet_goes_with_all_its_articles(full: SqlRecord) -> None:
    forget(full, "harbour gazette")
    assert quotes(full) == HALE[2:]


def test_a_speaker_goes_and_the_article_stays(full: SqlRecord) -> None:
    plan = full.to_forget("ana ruiz")
    assert (plan.whom, plan.name, len(plan.articles), plan.statements) == (Whom.SPEAKER, "Ana Ruiz", 2, 2)
    full.forget(plan, "kim", "asked for by letter")
    assert quotes(full) == [
        "the hinge had cracked",
        "the tide was late",
        "the zephyrine ferry was sold",
        "████ had slept badly",
    ]
    gate = full.subject(GATE_URL).article
    for version in (1, 2, None):
        read = full.reading(gate, version)
        assert read is not None
        assert "Ruiz" not in str(read)
        assert "thaw" not in str(read)
        assert "█████ ██████" not in read.article.text
    assert read is not None
    assert read.article.headline == "████ shuts the northern gate"
    assert [one.correction.word for one in full.corrections()] == ["status"]
    [kept] = full.corrections()
    assert (kept.correction.why, kept.lost) == ("████ rang up", None)
    assert [one.notice.text for one in full.notices()] == ["████ says she slept well"]


# ---- and does not come back


@pytest.mark.parametrize(
    ("typed", "url", "outlet", "marked"),
    [
        pytest.param(GATE_URL, GATE_URL, "Harbour Gazette", GATE, id="the same page"),
        pytest.param(GATE_URL, GATE_URL, "Harbour Gazette", GATE + " It rained.", id="another version of it"),
        pytest.param(GATE_URL, "http://www.gazette.example/g/", "Harbour Gazette", "New words.", id="the same address"),
        pytest.param(GATE_URL, "https://gazette.example/x", "Harbour Gazette", GATE, id="the words at another address"),
        pytest.param("Harbour Gazette", "https://g.example/new", "Harbour Gazette", "New words.", id="the outlet"),
        pytest.param("https://new.example/1", "https://new.example/1", None, "New words.", id="never seen before"),
        pytest.param("outlet The Mirror", "https://m.example/1", "The Mirror", "New words.", id="an outlet never seen"),
    ],
)
def test_it_does_not_come_back(full: SqlRecord, typed: str, url: str, outlet: str | None, marked: str) -> None:
    whom = Whom.OUTLET if typed.startswith("outlet ") else None
    full.forget(full.to_forget(typed.removeprefix("outlet "), whom), "kim", "asked for by letter")
    kept = full.keep(reading(marked, url, outlet))
    assert (kept.article, kept.change) == (None, Change.FORGOTTEN)
    assert full.forgets(url=url) is ("://" in typed and url != "https://gazette.example/x")


def test_it_is_known_before_it_is_read_again(full: SqlRecord) -> None:
    assert not full.forgets(bytes_digest="bytes of the gate")
    forget(full, GATE_URL)
    assert full.recognise("bytes of the gate") is None
    assert full.forgets(bytes_digest="bytes of the gate")
    assert full.forgets(article=reading(GATE, GATE_URL).article)
    assert not full.forgets(bytes_digest="other bytes")


def test_another_papers_copy_is_not_forgotten_with_it(full: SqlRecord) -> None:
    forget(full, GATE_URL)
    assert full.keep(reading(GATE, "https://echo.example/g", outlet="Skelby Echo")).change is Change.ADDED


def test_a_speaker_does_not_come_back_with_another_article(full: SqlRecord) -> None:
    forget(full, "Ana Ruiz")
    later = reading(
        "{m1 Ana Ruiz} {q1 said} {c1 she was never mayor}. {m2 Hale} {q2 agreed} {c2 she was not}.",
        "https://e.example/2",
    )
    for change in (Change.ADDED, Change.KNOWN):
        kept = full.keep(later)
        assert kept.change is change
    read = full.reading(str(kept.article))
    assert read is not None
    assert [speaker.name for speaker in read.speakers] == ["Hale"]
    assert "never mayor" not in read.article.text


# ---- nothing is left in the files


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        pytest.param(FERRY_URL, ("zephyrine",), id="an article"),
        pytest.param("Skelby Echo", ("zephyrine", "Skelby Echo"), id="an outlet"),
        pytest.param("Ana Ruiz", ("Ruiz", "before the thaw", "quay would stay"), id="a speaker"),
    ],
)
def test_no_file_of_the_record_holds_the_removed_words(full: SqlRecord, typed: str, words: tuple[str, ...]) -> None:
    sqlite = full.engine.dialect.name == "sqlite"
    if not sqlite:
        keep_no_old_log(full)
    for word in words:
        there = {name.partition("/")[0] for name in holding(full, word)}
        assert there & {"quoth.db", "quoth.db-wal"} if sqlite else there == {"base", "pg_wal"}
    left = forget(full, typed)
    assert bool(left) is not sqlite  # a server's log archives and backups are out of reach, and it says so
    assert {name for name in holding(full, *words) if not name.startswith("pg_wal")} == set()
    if not sqlite:
        let_go_of_the_log(full)
    assert holding(full, *words, *(word.lower() for word in words)) == set()
    assert holding(full, "tide was late")


def test_a_copy_that_an_upgrade_left_goes_too(full: SqlRecord) -> None:
    if full.engine.dialect.name != "sqlite":
        pytest.skip("only files have copies beside them")
    path = Path(full.name)
    path.with_name(f"{path.name}.before-0001").write_bytes(b"an older record with the zephyrine ferry")
    forget(full, FERRY_URL)
    assert holding(full, "zephyrine") == set()


def test_who_reads_meanwhile_keeps_the_log_and_that_is_told(full: SqlRecord) -> None:
    if full.engine.dialect.name != "sqlite":
        pytest.skip("a server tells more, and always")
    with full.engine.connect() as reader, reader.begin():
        reader.execute(select(tables.articles.c.id)).all()
        [told] = forget(full, FERRY_URL)
        assert "another program is reading the record" in told
    assert full.to_forget(TIDE_URL).articles


def keep_no_old_log(record: SqlRecord) -> None:
    """As an owner of a server may choose: segments of the log are deleted, not kept to be written over."""
    with record.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ALTER SYSTEM SET wal_recycle = off"))
        connection.execute(text("ALTER SYSTEM SET min_wal_size = '32MB'"))
        connection.execute(text("SELECT pg_reload_conf()"))
        connection.execute(text("CHECKPOINT"))  # or the words would be nowhere but in the log


def let_go_of_the_log(record: SqlRecord) -> None:
    """What docs/record-corrections.md tells the owner of a server to do."""
    with record.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        segments = connection.scalar(text("SELECT count(*) FROM pg_ls_waldir()")) or 0
        for _ in range(segments + 1):  # each turn writes one over that was kept for later, and lets go of one behind
            connection.execute(text("SELECT pg_switch_wal()"))
            connection.execute(text("CHECKPOINT"))


@pytest.mark.parametrize("typed", [FERRY_URL, "Ana Ruiz"])
def test_no_meaning_of_removed_words_is_left(full: SqlRecord, typed: str) -> None:
    quotes_ = quotes(full)
    vector = np.ones(384, dtype=np.float32) / np.float32(384**0.5)
    with full.writing() as connection:
        remember(connection, dict.fromkeys(quotes_, vector))
        for article in connection.scalars(select(tables.articles.c.id)).all():
            attach(connection, article, {})
    forget(full, typed)
    gone = set(quotes_) - set(quotes(full))
    assert gone
    assert set(full.lacking_meaning(sorted(gone))) == gone
    assert full.lacking_meaning(["the tide was late"]) == []


# ---- asking carefully


@pytest.mark.parametrize(
    ("typed", "reason", "said"),
    [
        pytest.param("Joan Price", "a letter", "no outlet and no named speaker", id="nobody"),
        pytest.param("Ana Ruiz", "Ms. Ruiz wrote to us", "without naming the speaker", id="the reason names him"),
        pytest.param("Skelby Echo", "the skelby echo wrote", "without naming the outlet", id="the reason names it"),
    ],
)
def test_what_is_refused(full: SqlRecord, typed: str, reason: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        forget(full, typed, reason)
    assert len(quotes(full)) == 6


def test_a_name_that_is_two_things_is_asked_about(full: SqlRecord) -> None:
    full.keep(reading("{m1 Skelby Echo} {q1 said} {c1 it was sorry}.", "https://e.example/3", outlet="Wire"))
    full.fix(Subject(full.subject(FERRY_URL).article), [HeadlineIs("Ferry gone")], "kim")
    with pytest.raises(UsageError, match="say which with --as"):
        full.to_forget("Skelby Echo")
    assert full.to_forget("Skelby Echo", Whom.OUTLET).whom is Whom.OUTLET
