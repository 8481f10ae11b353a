"""Which articles print the same copy, and which of their statements are one thing said once: on both stores."""

from __future__ import annotations

from itertools import permutations

import pytest
from sqlalchemy import select

from quoth.domain import Reading
from quoth.record import tables
from quoth.record.store import SqlRecord
from readings import reading

WIRE = (
    "@headline Harbour gate to stay shut until spring\n"
    "@body The sea gate at Skelby will stay shut until the spring after cracks were found in its northern hinge.\n"
    "{m1 Harbour master Tom Hale} {q1 said} on Monday {c1 the repair would cost four million crowns}. The gate has "
    "held back the winter storms since 1954, when a flood drowned the lower town and took two hundred homes.\n"
    "{c2 “We will not gamble with people’s homes,”} {q2 said} {m2 Mayor Ana Ruiz}, who closed the quay to traffic.\n"
    "Fishing boats have been moved to the inner basin, and the ferry to Ostra leaves from the old coal pier for now."
)
CUT = (
    "@headline Ferry moves to coal pier\n"
    "@body The sea gate at Skelby will stay shut until the spring after cracks were found in its northern hinge.\n"
    "{m1 Tom Hale} {q1 said} {c1 the repair would cost four million crowns}.\n"
    "Fishing boats have been moved to the inner basin, and the ferry to Ostra leaves from the old coal pier for now.\n"
    "Shops on the quay stayed open yesterday, though few of the paper’s readers came."
)
OWN = (
    "@headline Mayor closes quay\n"
    "@body Nobody may drive along Skelby’s waterfront any more: town hall put up barriers before dawn because "
    "engineers no longer trust the flood barrier.\n"
    "{c1 “We will not gamble with people’s homes,”} {q1 said} {m1 Ana Ruiz}, standing in the rain beside a digger."
)


def of(outlet: str, marked: str, day: str = "2026-03-02") -> Reading:
    return reading(marked, f"https://{outlet.casefold()}.example/{day}", outlet, day)


def stories(record: SqlRecord) -> set[frozenset[str]]:
    """The outlets whose articles are one story."""
    with record.looking() as connection:
        rows = connection.execute(select(tables.articles.c.story, tables.articles.c.outlet)).all()
    return {frozenset(row.outlet for row in rows if row.story == story) for story in {row.story for row in rows}}


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_copies_are_one_story_in_whatever_order_they_come(record: SqlRecord, order: tuple[int, ...]) -> None:
    offered = [of("Wire", WIRE), of("Echo", CUT), of("Gazette", OWN)]
    for n in order:
        record.keep(offered[n])
    assert stories(record) == {frozenset({"Wire", "Echo"}), frozenset({"Gazette"})}


def test_the_same_words_months_later_are_another_story(record: SqlRecord) -> None:
    record.keep(of("Wire", WIRE))
    record.keep(of("Echo", CUT, "2026-09-02"))
    assert stories(record) == {frozenset({"Wire"}), frozenset({"Echo"})}


def test_an_article_that_changes_leaves_its_story(record: SqlRecord) -> None:
    record.keep(of("Wire", WIRE))
    record.keep(of("Echo", CUT))
    record.keep(of("Echo", OWN))
    assert stories(record) == {frozenset({"Wire"}), frozenset({"Echo"})}


def told(*statements: tuple[str, str, str, tuple[str, ...]]) -> list[list[int]]:
    """The groups of utterances, by place, of (article, part, quote, speakers)."""
    from quoth.record.stories.utterances import Told, utterances

    rows = [Told(n, f"{n:02}", article, part, quote, who) for n, (article, part, quote, who) in enumerate(statements)]
    return sorted([one.key for one in group] for group in utterances(rows))


RUIZ, HALE = ("ana ruiz",), ("tom hale",)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(
            ("A", "body", "“We will not gamble with homes,”", RUIZ),
            ("B", "body", "‘We will not gamble with homes’", RUIZ),
            True,
            id="another house style",
        ),
        pytest.param(
            ("A", "body", "the repair would cost four million crowns and take until May", HALE),
            ("B", "body", "the repair would cost four million crowns", HALE),
            True,
            id="cut short",
        ),
        pytest.param(
            ("A", "headline", "Nobody will lose a home", ("ruiz",)),
            ("A", "body", "“Nobody will lose a home this winter,”", RUIZ),
            True,
            id="a headline that repeats the body",
        ),
        pytest.param(
            ("A", "headline", "Nobody will lose a home", ()),
            ("A", "body", "“Nobody will lose a home this winter,”", RUIZ),
            True,
            id="a headline that does not say who",
        ),
        pytest.param(
            ("A", "body", "“No comment,”", HALE),
            ("A", "body", "“No comment.”", HALE),
            False,
            id="said twice in one report",
        ),
        pytest.param(
            ("A", "body", "the gate would be safe by the spring", HALE),
            ("B", "body", "the gate would not be safe by the spring", HALE),
            False,
            id="the opposite",
        ),
        pytest.param(
            ("A", "body", "the gate would be safe by the spring", HALE),
            ("B", "body", "the gate would be safe by the spring tide", RUIZ),
            False,
            id="another speaker",
        ),
        pytest.param(
            ("A", "body", "it was safe", HALE),
            ("B", "body", "it was a safe bet", HALE),
            False,
            id="too few words to tell",
        ),
    ],
)
def test_what_is_one_thing_said_once(one: object, other: object, same: bool) -> None:
    assert told(one, other) == ([[0, 1]] if same else [[0], [1]])  # type: ignore[arg-type]


def test_copies_count_once(record: SqlRecord) -> None:
    for outlet, marked in (("Wire", WIRE), ("Echo", CUT), ("Gazette", OWN)):
        record.keep(of(outlet, marked))
    with record.looking() as connection:
        rows = connection.execute(select(tables.statements.c.utterance, tables.statements.c.quote)).all()
    assert len(rows) == 4
    assert len({row.utterance for row in rows if "four million" in row.quote}) == 1
    assert len({row.utterance for row in rows}) == 3
