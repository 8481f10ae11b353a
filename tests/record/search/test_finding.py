"""Which statements a query finds, in which order, with what around them: on both stores."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from queries import TYPED
from quoth.domain import DateBasis, Notice, NoticeKind, Published, Review
from quoth.errors import QueryError
from quoth.record.corrections import ReviewIs
from quoth.record.notices import About
from quoth.record.search import FindOptions, Page, parse
from quoth.record.store import SqlRecord
from readings import reading
from searched import ARTICLES, MONDAY, fill

NOW, SHUT, RUSTY, GATES, LONGER, WINTERS = "“Not now", "Ruiz had", "that the gate", "“The gates", "a longer", "Winters"


def begun(page: Page) -> list[str]:
    return [
        next(name for name in (NOW, SHUT, RUSTY, GATES, LONGER, WINTERS) if h.quote.startswith(name)) for h in page.hits
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("later", {NOW}, id="a word"),
        pytest.param("gate", {SHUT, RUSTY, GATES}, id="in any of its forms"),
        pytest.param('"gate"', {SHUT, RUSTY}, id="in quotation marks: as written"),
        pytest.param("gate shut", {SHUT, GATES}, id="both words"),
        pytest.param('"shut the gate"', {SHUT}, id="a phrase"),
        pytest.param('"now maybe"', {NOW}, id="a phrase over an interruption"),
        pytest.param("cafe muller", {GATES}, id="without accents"),
        pytest.param("wint*", {LONGER, WINTERS}, id="a beginning"),
        pytest.param("gate -rusty", {SHUT, GATES}, id="without a word"),
        pytest.param("later OR winter", {NOW, LONGER, WINTERS}, id="either"),
        pytest.param("by:hale", {SHUT, RUSTY, WINTERS}, id="by a speaker"),
        pytest.param("by:hale -gate", {WINTERS}, id="by a speaker, without a word"),
        pytest.param('by:"hale tom"', set(), id="a name's words in their order"),
        pytest.param("about:ruiz", {SHUT}, id="about somebody"),
        pytest.param("role:captain", {GATES, LONGER}, id="a role"),
        pytest.param("outlet:echo", {GATES, LONGER}, id="an outlet"),
        pytest.param("outlet:echo OR by:ruiz", {NOW, GATES, LONGER}, id="filters may be joined by OR"),
        pytest.param('section:"front page"', {GATES, LONGER}, id="a section"),
        pytest.param("byline:chan", {GATES, LONGER}, id="a byline"),
        pytest.param('byline:"field lee"', set(), id="no phrase over two bylines"),
        pytest.param("collection:letters", {WINTERS}, id="a collection that an article was put into later"),
        pytest.param("collection:news winter", {LONGER, WINTERS}, id="and the one where it was before"),
        pytest.param("status:denied", {RUSTY}, id="denied"),
        pytest.param("-status:asserted", {RUSTY}, id="only an exclusion"),
        pytest.param("act:thought", {LONGER}, id="thought"),
        pytest.param("manner:direct", {NOW, GATES}, id="in quotation marks"),
        pytest.param("kind:person winter", {LONGER, WINTERS}, id="a kind of speaker"),
        pytest.param("review:machine later", {NOW}, id="a review state"),
        pytest.param("said:2026-03-02", {NOW}, id="the day of saying"),
        pytest.param("published:2026-03-03..", {GATES, LONGER}, id="published after"),
        pytest.param("published:2025", {WINTERS}, id="published in a year"),
        pytest.param("published:<2026-03-09", {NOW, SHUT, RUSTY, WINTERS}, id="published before"),
        pytest.param("-published:2026", {WINTERS}, id="not published in a year"),
        pytest.param("(by:ruiz later) OR (by:voss published:2026-03)", {NOW, GATES, LONGER}, id="brackets"),
        pytest.param("nowhere", set(), id="nothing"),
        pytest.param("", {NOW, SHUT, RUSTY, GATES, LONGER, WINTERS}, id="everything"),
    ],
)  # fmt: skip
def test_what_is_found(filled: SqlRecord, typed: str, found: set[str]) -> None:
    page = filled.find(parse(typed))
    assert set(begun(page)) == found
    assert len(page.hits) == len(found)
    assert page.total is not None
    assert (page.total.utterances, page.total.exact) == (len(found), True)


def test_through_an_outlet(record: SqlRecord) -> None:
    record.keep(
        reading("{m1 Ana Ruiz} {q1 told} Skelby Radio: {c1 “Not now.”}", "https://echo.example/1", "Skelby Echo")
    )
    assert len(record.find(parse('through:"skelby radio"')).hits) == 1
    assert record.find(parse("through:echo")).hits == ()


@pytest.mark.parametrize(
    ("typed", "order"),
    [
        pytest.param("gate", [GATES, SHUT, RUSTY], id="more often first, then in the article's order"),
        pytest.param("winter", [LONGER, WINTERS], id="the newer of equals first"),
        pytest.param("by:hale", [SHUT, RUSTY, WINTERS], id="without words the newest first"),
    ],
)
def test_the_order(filled: SqlRecord, typed: str, order: list[str]) -> None:
    assert begun(filled.find(parse(typed))) == order


def test_evidence_is_shown_around_the_statement_with_what_was_sought_marked(filled: SqlRecord) -> None:
    [hit] = filled.find(parse("gate -rusty by:hale")).hits
    evidence = hit.evidence
    assert [span.of(evidence.text) for span in evidence.statement] == ["Ruiz had shut the gate"]
    assert [span.of(evidence.text) for span in evidence.marks] == ["gate"]
    kept = filled.reading(hit.article)
    assert kept is not None
    assert kept.article.text[evidence.start :].startswith(evidence.text)
    assert (hit.speakers, hit.outlet, hit.label) == (("Tom Hale",), "Harbour Gazette", "")


def test_a_label_says_what_does_not_stand(filled: SqlRecord) -> None:
    page = filled.find(parse("gate OR winter"))
    labels = dict(zip(begun(page), [hit.label for hit in page.hits], strict=True))
    assert labels == {RUSTY: "denied", LONGER: "thought", SHUT: "", GATES: "", WINTERS: ""}


def copy(record: SqlRecord, n: int, day: str = "2026-03-02") -> None:
    """One agency's report in another paper."""
    marked = ARTICLES[0][0] + " Nothing else was known of the harbour that day, and the ferries lay where they were."
    record.keep(reading(marked, f"https://paper{n}.example/gate", f"Paper {n}", day))


def test_copies_are_one_hit_unless_asked_for(record: SqlRecord) -> None:
    for n in range(3):
        copy(record, n, f"2026-03-0{n + 2}")
    page = record.find(parse("later"))
    assert [(hit.outlet, hit.appearances) for hit in page.hits] == [("Paper 0", 3)]
    assert page.total is not None
    assert (page.total.utterances, page.total.appearances) == (1, 3)
    copies = record.find(parse("later"), FindOptions(all_copies=True))
    assert sorted(hit.outlet or "" for hit in copies.hits) == ["Paper 0", "Paper 1", "Paper 2"]
    assert [hit.outlet for hit in record.find(parse("later outlet:2")).hits] == ["Paper 2"]


def test_pages_show_everything_once_while_articles_are_added(record: SqlRecord) -> None:
    for n in range(12):
        record.keep(reading(f"{{m1 Ana Ruiz}} {{q1 said}}: {{c1 “Gate {n} is shut.”}}", f"https://a.example/{n}"))
    seen, cursor = list[str](), None
    for round_ in range(20):
        page = record.find(parse("gate"), FindOptions(limit=5, after=cursor, all_copies=True))
        seen += [hit.quote for hit in page.hits]
        cursor = page.next
        if cursor is None:
            break
        record.keep(
            reading(f"{{m1 Ana Ruiz}} {{q1 said}}: {{c1 “Gate gate {round_}!”}}", f"https://b.example/{round_}")
        )
    assert len(seen) == len(set(seen))
    assert {f"“Gate {n} is shut.”" for n in range(12)} <= set(seen)


def test_pages_go_on_below_what_is_ranked_at_once(record: SqlRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quoth.record.search.finding.RANKED", 4)
    for n in range(10):
        copy_day = f"2026-03-{n // 2 + 1:02}"
        record.keep(reading(f"{{m1 Ana Ruiz}} {{q1 said}}: {{c1 “Gate {n}.”}}", f"https://a.example/{n}", day=copy_day))
    seen, cursor = list[str](), None
    for _ in range(9):
        page = record.find(parse("gate"), FindOptions(limit=3, after=cursor))
        assert page.total is not None
        assert (page.total.utterances, page.total.exact) == (4, False)
        seen += [hit.quote for hit in page.hits]
        cursor = page.next
        if cursor is None:
            break
    assert sorted(seen) == sorted(f"“Gate {n}.”" for n in range(10))


@pytest.mark.parametrize(
    ("cursor", "told"), [("x", "damaged"), ("bm9uc2Vuc2U", "damaged"), ("W10", "damaged"), (None, "another query")]
)
def test_a_strange_cursor_is_refused(filled: SqlRecord, cursor: str | None, told: str) -> None:
    other = filled.find(parse("winter"), FindOptions(limit=1)).next
    with pytest.raises(QueryError, match=told):
        filled.find(parse("gate"), FindOptions(after=cursor or other))


def test_facets_count_utterances_and_appearances(filled: SqlRecord) -> None:
    page = filled.find(parse("gate OR winter"), FindOptions(facets=True))
    assert page.facets is not None
    counted = {name: [(c.value, c.utterances, c.appearances) for c in counts] for name, counts in page.facets.items()}
    assert counted["by"] == [("Tom Hale", 3, 2), ("Petra Voss", 2, 1)]
    assert counted["outlet"] == [("Harbour Gazette", 3, 2), ("Skelby Echo", 2, 1)]
    assert counted["status"] == [("asserted", 4, 3), ("denied", 1, 1)]
    assert counted["published"] == [("2026-03", 4, 2), ("2025-11", 1, 1)]


def test_what_is_drawn_anew_is_found_as_it_is_now(record: SqlRecord) -> None:
    fill(record)
    record.keep(reading("{c1 “Never,”} {q1 said} {m1 Ana Ruiz}.", ARTICLES[0][1], day="2026-03-02"))
    assert record.find(parse("later")).hits == ()
    assert [hit.quote for hit in record.find(parse("by:ruiz")).hits] == ["“Never,”"]


def test_an_article_without_a_day_comes_last(record: SqlRecord) -> None:
    fill(record)
    made = reading("{m1 Tom Hale} {q1 said}: {c1 “No day.”}", "https://c.example/1")
    record.keep(replace(made, article=replace(made.article, published=None)))
    old = Published(date(1650, 1, 1), date(1650, 12, 31), DateBasis.GIVEN)
    made = reading("{m1 Tom Hale} {q1 said}: {c1 “Long ago.”}", "https://c.example/2")
    record.keep(replace(made, article=replace(made.article, published=old)))
    assert [hit.quote for hit in record.find(parse("by:hale")).hits][-2:] == ["“Long ago.”", "“No day.”"]
    assert [hit.quote for hit in record.find(parse("published:<1700")).hits] == ["“Long ago.”"]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TYPED)
def test_whatever_is_typed_is_answered_or_refused(filled: SqlRecord, typed: str) -> None:
    try:
        query = parse(typed)
    except QueryError:
        return
    assert filled.find(query).total is not None


def test_what_is_hidden_is_found_only_by_name_and_not_shown_beside_others(record: SqlRecord) -> None:
    fill(record)
    [shut] = record.find(parse("by:hale shut")).hits
    record.notify(About(shut.article, shut.statement), Notice(NoticeKind.HIDDEN, MONDAY, "by order of a court"), "Lee")
    assert record.find(parse("by:hale shut")).hits == ()
    [rusty] = record.find(parse("rusty")).hits
    assert "had shut" not in rusty.evidence.text
    assert [span.of(rusty.evidence.text) for span in rusty.evidence.marks] == ["rusty"]
    [asked] = record.find(parse("by:hale shut notice:hidden")).hits
    assert (asked.quote, [notice.text for notice in asked.notices]) == (shut.quote, ["by order of a court"])


def test_what_is_retracted_is_found_with_its_notice_and_leaves_the_counts(record: SqlRecord) -> None:
    fill(record)
    [rusty] = record.find(parse("rusty")).hits
    record.notify(About(rusty.article, rusty.statement), Notice(NoticeKind.RETRACTED, MONDAY, "a slip"), "Lee")
    page = record.find(parse("by:hale"), FindOptions(facets=True))
    assert [one.text for hit in page.hits for one in hit.notices] == ["a slip"]
    assert page.facets is not None
    assert page.facets["by"][0].utterances == len(page.hits) - 1
    assert [hit.quote for hit in record.find(parse("notice:retracted")).hits] == [rusty.quote]


def test_what_is_rejected_is_found_only_by_name(record: SqlRecord) -> None:
    fill(record)
    [rusty] = record.find(parse("rusty")).hits
    record.fix(record.subject(rusty.statement), [ReviewIs(Review.REJECTED)], "Lee")
    assert record.find(parse("rusty")).hits == ()
    assert record.find(parse("-review:machine")).hits == ()
    assert [hit.label for hit in record.find(parse("rusty review:rejected")).hits] == ["denied, rejected"]
