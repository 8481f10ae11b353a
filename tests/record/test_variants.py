"""One quotation in several variants: found as articles are added, in whatever order, on both stores."""

from __future__ import annotations

from itertools import permutations

import pytest

from quoth.domain import Reading
from quoth.record.store import SqlRecord
from readings import reading

LONG = "“We will not gamble with people’s homes, and nobody will open that gate before the spring.”"
SHORT = "‘We will not gamble with people’s homes’"
ALTERED = "“We will never gamble with people’s homes and nobody will open that gate before spring.”"
OTHER = "“The fishing fleet will be moved to the inner basin until the hinge is mended.”"


def said(words: str, outlet: str, day: str, speaker: str = "Mayor Ana Ruiz") -> Reading:
    marked = f"@headline {outlet} reports\n@body On this day {{m1 {speaker}}} {{q1 said}}: {{c1 {words}}}"
    return reading(marked, f"https://{outlet.casefold()}.example/{day}", outlet, day)


ARTICLES = [
    said(LONG, "Gazette", "2026-01-05"),
    said(SHORT, "Echo", "2026-01-06", "Ruiz"),
    said(ALTERED, "Post", "2026-01-04"),
    said(OTHER, "Gazette", "2026-01-07"),
    said(LONG, "Mirror", "2026-01-08", "Tom Hale"),
]


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_variants_hang_together_in_whatever_order_they_come(record: SqlRecord, order: tuple[int, ...]) -> None:
    for n in [*order, 3, 4]:
        record.keep(ARTICLES[n])
    ids = {one.article.outlet: one for one in record.readings()}
    [statement] = [variant.id for variant in record.variants(_id(ids["Echo"]))][:1]
    found = record.variants(statement)
    assert [one.outlet for one in found] == ["Post", "Gazette", "Echo"]


def test_what_stands_alone_is_its_only_variant(record: SqlRecord) -> None:
    record.keep(ARTICLES[3])
    [alone] = record.readings()
    assert [one.words for one in record.variants(_id(alone))] == [OTHER]
    assert record.variants("nothing") == []


def test_a_reading_that_changes_leaves_no_variant_behind(record: SqlRecord) -> None:
    record.keep(ARTICLES[0])
    record.keep(ARTICLES[1])
    record.keep(said(OTHER, "Echo", "2026-01-06"))
    first = {one.article.outlet: one for one in record.readings()}["Gazette"]
    assert [one.outlet for one in record.variants(_id(first))] == ["Gazette"]


def _id(reading: Reading) -> str:
    from quoth.contract import statement_ids

    return statement_ids(reading.article, reading.statements)[0]
