"""Adding: what is known costs no reading, whatever address it comes by; what a page reserves is on record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from sqlalchemy import select

from fakes import PerfectTagger
from marked import Marked
from quoth.domain import Reading, ReadOptions, Skipped, Span
from quoth.inference import Scores
from quoth.reading import unread
from quoth.reading.politeness import Guest
from quoth.record import AddOptions, Change, add
from quoth.record.fetches import fetches
from quoth.record.store import SqlRecord
from readings import reading
from webserver import Answered, FakeTime, Site, page, rss, serving

OPTIONS = ReadOptions(allow_private=True, timeout_s=5)
URL = "https://gazette.example/toll"
MIRRORS = (
    "http://gazette.example/toll",
    "https://www.gazette.example/toll/",
    "https://gazette.example/toll?utm_source=rss&fbclid=x",
    "https://gazette.example/toll#comments",
)


@dataclass
class CountingTagger(PerfectTagger):
    """Hears nobody, and counts how often it is asked."""

    marked: Marked = field(default_factory=lambda: Marked("", (), {}))
    asked: int = 0

    def score(self, text: str, paragraphs: Sequence[Span]) -> Scores:
        self.asked += 1
        self.marked = Marked(text, (), {})
        return super().score(text, paragraphs)


@pytest.fixture
def tagger() -> CountingTagger:
    return CountingTagger()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as started:
        started.pages["/a"] = Answered(page("Toll doubled"), etag='"1"')
        yield started


@pytest.fixture
def guest(record: SqlRecord) -> Guest:
    return Guest(OPTIONS, record, collection="news", clock=FakeTime().clock())


def changes(record: SqlRecord, tagger: CountingTagger, guest: Guest, *origins: str, **options: object) -> list[str]:
    """What became of each, in words."""
    results = add(unread(origins, guest.options, guest=guest), record, tagger, AddOptions(**options))  # type: ignore[arg-type]
    return [one.kind.value if isinstance(one, Skipped) else one.change.value for one in results]


def test_known_bytes_are_not_even_parsed(
    record: SqlRecord, tagger: CountingTagger, guest: Guest, tmp_path: Path
) -> None:
    path = tmp_path / "a.html"
    path.write_text(page("Toll doubled"))
    assert changes(record, tagger, guest, str(path)) == ["added"]
    asked, called = tagger.asked, []
    options = {"before_reading": lambda: called.append(1)}
    assert changes(record, tagger, guest, str(path), **options) == ["known"]
    assert (tagger.asked, called) == (asked, [])


def test_known_words_in_other_bytes_are_not_read_again(
    record: SqlRecord, tagger: CountingTagger, guest: Guest, tmp_path: Path
) -> None:
    """As at every visit to a page with advertisements or a new session in its scripts."""
    path = tmp_path / "a.html"
    path.write_text(page("Toll doubled"))
    changes(record, tagger, guest, str(path))
    asked = tagger.asked
    path.write_text(page("Toll doubled", head="<script>session = 2</script>"))
    assert (changes(record, tagger, guest, str(path)), tagger.asked) == (["known"], asked)
    assert changes(record, tagger, guest, str(path), reread=True) == ["known"]
    assert tagger.asked > asked


@pytest.mark.parametrize("address", MIRRORS)
@pytest.mark.parametrize(
    "words", ["“We will pay nothing,” said Mayor Ana Ruiz.", "“We will pay,” said Mayor Ana Ruiz."]
)
def test_a_page_under_another_address_is_the_same_page(
    record: SqlRecord, tagger: CountingTagger, guest: Guest, tmp_path: Path, address: str, words: str
) -> None:
    for name, url, said in (("a", URL, "“We will pay nothing,” said Mayor Ana Ruiz."), ("b", address, words)):
        head = f'<link rel="canonical" href="{url}">'
        (tmp_path / f"{name}.html").write_text(page("Toll doubled", said, head))
    is_same = "nothing" in words
    assert changes(record, tagger, guest, str(tmp_path)) == ["added", "known" if is_same else "changed"]
    [held] = record.readings()
    assert held.article.url == URL


def test_an_amp_page_is_the_page_that_it_names(
    record: SqlRecord, tagger: CountingTagger, guest: Guest, site: Site
) -> None:
    site.pages["/amp/a"] = Answered(page("Toll doubled", head=f'<link rel="canonical" href="{site.url("/a")}">'))
    assert changes(record, tagger, guest, site.url("/a"), site.url("/amp/a")) == ["added", "known"]


def test_ids_that_were_given_are_articles_of_their_own(record: SqlRecord) -> None:
    first = reading("@body {m1 Ruiz} {q1 said}: {c1 “No.”}", URL)
    second = reading("@body {m1 Hale} {q1 said}: {c1 “Yes.”}", "http://gazette.example/toll")
    rows = [Reading(replace(one.article, id=id_), one.statements, one.model, one.speakers) for id_, one in
            (("row-1", first), ("row-2", second))]  # fmt: skip
    assert [record.keep(one).change for one in rows] == [Change.ADDED, Change.ADDED]


# ---- feeds and visits


def test_a_feed_twice(record: SqlRecord, tagger: CountingTagger, guest: Guest, site: Site) -> None:
    site.pages["/feed"] = replace(rss(site.url("/a"), site.url("/gone")), etag='"f"')
    assert changes(record, tagger, guest, site.url("/feed")) == ["added", "not_found"]
    assert changes(record, tagger, guest, site.url("/feed"), site.url("/a")) == ["known"]
    assert site.sent[-1]["If-None-Match"] == '"1"'
    assert changes(record, tagger, guest, site.url("/a"), collection="courts") == ["known"]


def test_a_page_that_was_fetched_but_not_kept_is_fetched_again(
    record: SqlRecord, tagger: CountingTagger, guest: Guest, site: Site
) -> None:
    """As after kill -9 between the fetch and the record."""
    results = add(unread([site.url("/a")], guest.options, guest=guest), record, tagger)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert record.last_visit(site.url("/a")) is None
    assert changes(record, tagger, guest, site.url("/a")) == ["known"]


def test_a_visit_comes_back_as_it_was(record: SqlRecord, tagger: CountingTagger, guest: Guest, site: Site) -> None:
    changes(record, tagger, guest, site.url("/a"), site.url("/gone"))
    visit, gone = record.last_visit(site.url("/a")), record.last_visit(site.url("/gone"))
    assert visit
    assert gone
    assert (visit.etag, visit.status, visit.unchanged, visit.skipped) == ('"1"', 200, 0, None)
    assert (gone.status, gone.skipped and gone.skipped.kind) == (404, "not_found")
    record.note_visit(visit)
    assert record.last_visit(site.url("/a")) == visit


def test_what_was_reserved_and_overridden_is_on_record(
    record: SqlRecord, tagger: CountingTagger, guest: Guest, site: Site
) -> None:
    site.pages["/a"] = Answered(page("Toll doubled"), headers={"tdm-reservation": "1"})
    assert changes(record, tagger, guest, site.url("/a")) == ["refused"]
    bold = replace(guest, options=replace(OPTIONS, ignore_reservation=True))
    assert changes(record, tagger, bold, site.url("/a")) == ["added"]
    with record.looking() as connection:
        [row] = connection.execute(select(fetches))
    assert (row.reservation, row.overridden, row.article is not None) == ("tdm-reservation (header)", True, True)


def test_a_forgotten_page_is_not_fetched_again(
    record: SqlRecord, tagger: CountingTagger, guest: Guest, site: Site
) -> None:
    changes(record, tagger, guest, site.url("/a"))
    record.forget(record.to_forget(site.url("/a")), "ed", "a court order")
    site.asked_for()
    assert (changes(record, tagger, guest, site.url("/a")), site.asked_for()) == (["forgotten"], [])
    assert record.last_visit(site.url("/a")) is None
