"""What a reader must know travels with everything, and takes out of counts what is retracted: on both stores."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select

from quoth.contract import to_contract
from quoth.domain import Notice, NoticeKind, Review
from quoth.errors import UsageError
from quoth.export.told import line_of
from quoth.record import tables
from quoth.record.corrections import ReviewIs
from quoth.record.notices import About, countable, visible
from quoth.record.publishers_notes import kind_of
from quoth.record.store import SqlRecord
from readings import reading

GATE = (
    "@headline Gate shut\n"
    "@body {c1 “Not now,”} {q1 said} {m1 Mayor Ana Ruiz} on Monday. "
    "{m2 Harbour master Tom Hale} {q2 said} {c2 the mayor had shut the northern gate}.\n"
    "@body {m3 A senior aide} {q3 said} {c3 it was raining}."
)
FERRY = (
    "@headline Ferry sold\n"
    "@body {m1 Ana Ruiz} {q1 said} {c1 the ferry was sold}. {m2 An aide} {q2 said} {c2 it leaked}."
)
NOTED = "\n@correction Correction: an earlier version of this article misspelled the master’s name."
DAY = date(2026, 3, 3)


def of(kind: NoticeKind, text: str = "see page 2") -> Notice:
    return Notice(kind, DAY, text)


@pytest.fixture
def two(record: SqlRecord) -> SqlRecord:
    record.keep(reading(GATE, "https://gazette.example/gate"))
    record.keep(reading(FERRY, "https://echo.example/ferry", outlet="Skelby Echo"))
    return record


def quotes(record: SqlRecord, condition: object) -> list[str]:
    one = tables.statements.c
    query = select(one.quote).where(condition).order_by(one.article, one.position)  # type: ignore[call-overload]
    with record.looking() as connection:
        return sorted(connection.scalars(query))


def article_of(record: SqlRecord, words: str) -> str:
    with record.looking() as connection:
        found = connection.scalar(select(tables.articles.c.id).where(tables.articles.c.headline == words))
    return str(found)


def statement_of(record: SqlRecord, words: str) -> str:
    with record.looking() as connection:
        found = connection.scalar(select(tables.statements.c.id).where(tables.statements.c.quote == words))
    return str(found)


ALL = ["it leaked", "it was raining", "the ferry was sold", "the mayor had shut the northern gate", "“Not now,”"]


def test_what_is_retracted_is_shown_and_not_counted(two: SqlRecord) -> None:
    gate = article_of(two, "Gate shut")
    two.notify(About(article=gate), of(NoticeKind.RETRACTED), "kim")
    assert quotes(two, visible()) == ALL
    assert quotes(two, countable()) == ["it leaked", "the ferry was sold"]
    with two.looking() as connection:
        flags = select(tables.articles.c.headline, tables.articles.c.retracted)
        assert dict(connection.execute(flags).all()) == {"Gate shut": True, "Ferry sold": False}


@pytest.mark.parametrize("kind", [NoticeKind.CORRECTED, NoticeKind.DISPUTED])
def test_what_is_corrected_or_disputed_is_counted(two: SqlRecord, kind: NoticeKind) -> None:
    two.notify(About(article=article_of(two, "Gate shut")), of(kind), "kim")
    assert quotes(two, countable()) == ALL


def test_one_statement_alone(two: SqlRecord) -> None:
    rain = statement_of(two, "it was raining")
    two.notify(About(article_of(two, "Gate shut"), rain), of(NoticeKind.RETRACTED), "kim")
    assert quotes(two, countable()) == [words for words in ALL if words != "it was raining"]


def test_a_speaker_by_name_in_every_article(two: SqlRecord) -> None:
    two.notify(About(speaker="Ana Ruiz"), of(NoticeKind.RETRACTED), "kim")
    assert quotes(two, countable()) == ["it leaked", "it was raining", "the mayor had shut the northern gate"]
    two.keep(reading("{m1 Ana Ruiz} {q1 said} {c1 she was tired}.", "https://gazette.example/later"))
    assert "she was tired" not in quotes(two, countable())


def test_the_unnamed_are_never_joined_across_articles(two: SqlRecord) -> None:
    with pytest.raises(UsageError, match="no named speaker"):
        two.notify(About(speaker="senior aide"), of(NoticeKind.DISPUTED), "kim")


def test_what_was_rejected_is_neither_shown_nor_counted(two: SqlRecord) -> None:
    two.fix(two.subject(statement_of(two, "it leaked")), [ReviewIs(Review.REJECTED)], "kim")
    assert "it leaked" not in quotes(two, visible())
    assert "it leaked" not in quotes(two, countable())


def test_notices_travel_with_hits_and_exports(two: SqlRecord) -> None:
    gate, now = article_of(two, "Gate shut"), statement_of(two, "“Not now,”")
    two.notify(About(article=gate), of(NoticeKind.CORRECTED, "a name"), "kim")
    two.notify(About(gate, now), of(NoticeKind.DISPUTED, "she denies it"), "kim")
    two.notify(About(speaker="ana ruiz"), of(NoticeKind.DISPUTED, "an impostor"), "kim")
    rain, sold, leaked = (statement_of(two, words) for words in ("it was raining", "the ferry was sold", "it leaked"))
    told = two.notices_for([now, rain, sold, leaked])
    assert {id_: [one.text for one in notices] for id_, notices in told.items()} == {
        now: ["a name", "she denies it", "an impostor"],
        rain: ["a name"],
        sold: ["an impostor"],
    }
    shown = two.corrected(gate)
    assert shown is not None
    value = to_contract(shown.reading, shown.editorial)
    assert [one["text"] for one in value["article"]["notices"]] == ["a name"]
    assert [one["text"] for one in value["statements"][0]["notices"]] == ["she denies it"]
    assert [one["text"] for one in value["speakers"][0]["notices"]] == ["an impostor"]
    assert value["statements"][0]["notices"][0] == {
        "kind": "disputed",
        "day": "2026-03-03",
        "text": "she denies it",
        "proposed": False,
    }


def test_lifted_is_as_if_it_had_never_been(two: SqlRecord) -> None:
    one = two.notify(About(article=article_of(two, "Gate shut")), of(NoticeKind.RETRACTED), "kim")
    assert two.notices() == [one]
    two.lift(one.id, "lee")
    assert quotes(two, countable()) == ALL
    assert two.notices() == []
    with pytest.raises(UsageError, match="lifted by lee already"):
        two.lift(one.id, "lee")


# ---- hidden for legal reasons


def test_a_hidden_article_is_nowhere_but_where_it_is_asked_for(two: SqlRecord) -> None:
    gate = article_of(two, "Gate shut")
    two.notify(About(article=gate), of(NoticeKind.HIDDEN), "kim")
    assert quotes(two, visible()) == ["it leaked", "the ferry was sold"]
    assert two.corrected(gate) is None
    assert two.corrected(gate, hidden=True) is not None
    assert [one.reading.article.headline for one in two.corrected_readings()] == ["Ferry sold"]


def test_a_hidden_statement_is_black_in_the_text_that_leaves_the_record(two: SqlRecord) -> None:
    gate, words = article_of(two, "Gate shut"), "the mayor had shut the northern gate"
    two.notify(About(gate, statement_of(two, words)), of(NoticeKind.HIDDEN), "kim")
    shown, whole = two.corrected(gate), two.corrected(gate, hidden=True)
    assert shown is not None
    assert whole is not None
    value = to_contract(shown.reading, shown.editorial)
    assert [one["quote"] for one in value["statements"]] == ["“Not now,”", "it was raining"]
    assert [one["id"] for one in value["statements"]] == [whole.ids[0], whole.ids[2]]
    assert words not in str(value)
    text, before = shown.reading.article.text, whole.reading.article.text
    assert text == before.replace(words, "█" * len(words))


def test_a_hidden_speaker_is_not_named(two: SqlRecord) -> None:
    two.notify(About(speaker="Ana Ruiz"), of(NoticeKind.HIDDEN), "kim")
    for one in two.corrected_readings():
        value = str(to_contract(one.reading, one.editorial))
        assert "Ruiz" not in value
        assert "Not now" not in value
        assert "ferry was sold" not in value
    assert quotes(two, visible()) == ["it leaked", "it was raining", "the mayor had shut the northern gate"]


def test_a_notice_on_a_statement_needs_no_article_and_hides_it(two: SqlRecord) -> None:
    rain = statement_of(two, "it was raining")
    noted = two.notify(About(statement=rain), of(NoticeKind.HIDDEN), "kim")
    assert noted.about == About(article_of(two, "Gate shut"), rain)
    assert "it was raining" not in quotes(two, visible())
    assert [one.notice.kind for one in two.notices(About(statement=rain))] == [NoticeKind.HIDDEN]


@pytest.mark.parametrize(
    ("about", "told"),
    [
        pytest.param(About(statement="nosuch"), "nosuch: no such statement is on record", id="a statement"),
        pytest.param(About(article="nosuch"), "nosuch: no such article is on record", id="an article"),
        pytest.param(About(), "give an article, a statement or a speaker", id="nothing"),
    ],
)
def test_a_notice_about_what_is_not_on_record_is_refused(two: SqlRecord, about: About, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        two.notify(about, of(NoticeKind.HIDDEN), "kim")
    assert two.notices() == []


def test_a_notice_on_a_statement_of_another_article_is_refused(two: SqlRecord) -> None:
    about = About(article_of(two, "Ferry sold"), statement_of(two, "it was raining"))
    with pytest.raises(UsageError, match="no such statement is on record"):
        two.notify(about, of(NoticeKind.HIDDEN), "kim")


# ---- the publisher's own notes


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Correction: an earlier version of this article misspelled a name.", NoticeKind.CORRECTED),
        ("This story was corrected on March 3 to say that Mr. Hale retracted his remark.", NoticeKind.CORRECTED),
        ("Clarification: the council withdrew the plan in May, not in June.", NoticeKind.CORRECTED),
        ("Editor’s note: this article has been retracted because the interview was invented.", NoticeKind.RETRACTED),
        ("Retraction: the report on the ferry sale", NoticeKind.RETRACTED),
        ("Editors’ Note: The Gazette has withdrawn this story; its figures were wrong.", NoticeKind.RETRACTED),
        ("This article was removed because it contained an error that could not be mended.", NoticeKind.RETRACTED),
    ],
)
def test_what_a_publishers_note_says(text: str, kind: NoticeKind) -> None:
    assert kind_of(text) is kind


def test_a_publishers_note_is_proposed_once_and_taken_when_confirmed(record: SqlRecord) -> None:
    withdrawn = GATE + "\n@correction Retraction: this report rested on a forged letter."
    kept = record.keep(reading(withdrawn, "https://gazette.example/gate"))
    record.keep(reading(withdrawn, "https://gazette.example/gate", model="en:better"))
    [one] = record.notices(proposed=True)
    assert (one.about, one.notice.kind, one.by) == (About(article=kept.article), NoticeKind.RETRACTED, "publisher")
    assert one.notice.day == date(2026, 3, 2)
    assert len(quotes(record, countable())) == 3  # nobody has looked at it yet, but it travels along
    [notice] = record.notices_for([statement_of(record, "it was raining")]).popitem()[1]
    assert notice.proposed
    record.confirm(one.id, "kim")
    assert quotes(record, countable()) == []
    assert record.notices()[0].by == "publisher, confirmed by kim"
    with pytest.raises(UsageError, match="not waiting"):
        record.confirm(one.id, "kim")


def test_a_publishers_note_on_a_page_without_a_day_has_none_whenever_it_was_added(record: SqlRecord) -> None:
    undated = reading(GATE + NOTED, "https://gazette.example/gate")
    record.keep(replace(undated, article=replace(undated.article, published=None)))
    [one] = record.notices(proposed=True)
    assert (one.notice.day, one.at.date()) == (None, one.at.date())
    [told] = record.corrected_readings()
    [notice] = to_contract(told.reading, told.editorial)["article"]["notices"]
    assert (notice["kind"], notice["day"]) == ("corrected", None)
    assert line_of(told.editorial.article[0]).startswith("corrected (proposed): Correction: an earlier")


def test_a_proposal_that_was_dismissed_does_not_come_back(record: SqlRecord) -> None:
    record.keep(reading(GATE + NOTED, "https://gazette.example/gate"))
    [one] = record.notices(proposed=True)
    record.lift(one.id, "kim")
    record.keep(reading(GATE + NOTED, "https://gazette.example/gate", model="en:better"))
    assert record.notices() == []
    with record.looking() as connection:
        assert connection.scalar(select(func.count()).select_from(tables.versions)) == 2
