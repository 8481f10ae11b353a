"""On which days something was said, row by row: a marked report of 13 March 2024, and the days of each statement."""

from __future__ import annotations

from datetime import date

import pytest

from marked import Told, unmark
from quoth.chronology import moments
from quoth.domain import Article, Confidence, DateBasis, Manner, MomentBasis, Published, Statement

WEDNESDAY = date(2024, 3, 13)


def report(marked: str, published: date | None = WEDNESDAY) -> tuple[Article, tuple[Statement, ...]]:
    told = unmark(marked)
    on = Published(published, published, DateBasis.META) if published else None
    article = Article("weir", "weir.txt", told.text, told.passages, published=on)
    return article, tuple(statement_of(told.text, one) for _, one in sorted(told.statements.items()))


def statement_of(text: str, told: Told) -> Statement:
    manner = Manner.DIRECT if text[told.content[0].start] == "“" else Manner.INDIRECT
    return Statement(tuple(told.content), told.cue, told.mention, manner, Confidence(0.9))


def days_of(marked: str) -> list[str]:
    dated = (statement.moment for statement in moments(*report(marked)))
    return [
        "none" if one is None else str(one.start) if one.start == one.end else f"{one.start}..{one.end}"
        for one in dated
    ]


@pytest.mark.parametrize(
    ("marked", "days"),
    [
        # beside the verb
        ("{m1 Orla Fenn} {q1 said} on Monday {c1 that the weir would hold}.", ["2024-03-11"]),
        ("{m1 Orla Fenn} {q1 said} Tuesday {c1 that the weir would hold}.", ["2024-03-12"]),
        ("On Monday, {m1 Orla Fenn} {q1 said} {c1 the weir would hold}.", ["2024-03-11"]),
        ("{c1 “It will hold,”} {m1 Orla Fenn} {q1 said} on Tuesday.", ["2024-03-12"]),
        ("{m1 Orla Fenn} {q1 told} reporters on Monday {c1 that the weir would hold}.", ["2024-03-11"]),
        ("{m1 Orla Fenn} on Monday {q1 called for} {c1 a new weir}.", ["2024-03-11"]),
        ("{m1 Orla Fenn} {q1 said} last week {c1 that the weir would hold}.", ["2024-03-04..2024-03-10"]),
        ("In October, {m1 Orla Fenn} {q1 said} {c1 the weir would hold}.", ["2023-10-01..2023-10-31"]),
        # by the occasion
        ("In an interview on Sunday, {m1 Orla Fenn} {q1 said} {c1 the weir would hold}.", ["2024-03-10"]),
        ("In a speech last month, {m1 Fenn} {q1 warned} {c1 that the weir was old}.", ["2024-02-01..2024-02-29"]),
        ("In a statement released Monday, {m1 Orla Fenn} {q1 said} {c1 the weir would hold}.", ["2024-03-11"]),
        ("{m1 Fenn} {q1 said} in a 2012 interview {c1 that the weir was old}.", ["2012-01-01..2012-12-31"]),
        # still in force
        (
            "{m1 Orla Fenn} {q1 said} on Monday {c1 that it would hold}. {c2 “It is strong,”} {m2 she} {q2 added}.",
            ["2024-03-11", "2024-03-11"],
        ),
        (
            "{m1 Orla Fenn} {q1 said} on Monday {c1 that it would hold}.\n\n{c2 “It is strong,”} {m2 Fenn} {q2 said}.",
            ["2024-03-11", "2024-03-11"],
        ),
        (
            "{m1 Orla Fenn} {q1 spoke of} {c1 a weir} in Skelby last week. Then {m2 she} {q2 said} {c2 it was dear}.",
            ["2024-03-04..2024-03-10", "2024-03-04..2024-03-10"],
        ),
        (
            "{m1 Orla Fenn} {q1 said} on Monday {c1 that it would hold}. {m2 Fenn} {q2 has often said} {c2 so}.",
            ["2024-03-11", "none"],
        ),
        (
            "{m1 Orla Fenn} {q1 said} on Monday {c1 that it would hold}.\n\n{m2 Bo Roe} {q2 believes} {c2 her}.",
            ["2024-03-11", "none"],
        ),
        (
            "{m1 Orla Fenn} {q1 said} on Monday {c1 it would hold}. Earlier in the day, {m2 Bo Roe} {q2 said} {c2 no}.",
            ["2024-03-11", "2024-03-11"],
        ),
        # what the words talk about is no day of theirs
        ("{m1 Orla Fenn} {q1 said} {c1 the weir broke in 1998}.", ["none"]),
        ("{m1 Orla Fenn} {q1 says} {c1 the weir will be mended by 2030}.", ["none"]),
        ("{c1 “We met on Friday,”} {m1 Orla Fenn} {q1 said}.", ["none"]),
        ("{m1 Fenn} {q1 believes} {c1 that the weir is old}.", ["none"]),
        ("The weir broke in 1998. {c1 “I was there,”} {m1 Orla Fenn} {q1 said}.", ["none"]),
        ("SKELBY, March 12 (NBA) — {m1 Orla Fenn} {q1 has} {c1 a plan}.", ["none"]),
    ],
)
def test_statements_get_the_days_on_which_they_were_said(marked: str, days: list[str]) -> None:
    assert days_of(marked) == days


def test_the_words_that_tell_are_shown_with_how_they_tell() -> None:
    article, statements = report(
        "{m1 Orla Fenn} {q1 said} on Monday {c1 that it would hold}. {c2 “It is strong,”} {m2 she} {q2 added}."
    )
    stated, carried = moments(article, statements)
    assert stated.moment is not None
    assert carried.moment is not None
    assert (stated.moment.span.of(article.text), stated.moment.basis) == ("on Monday", MomentBasis.STATED)
    assert (carried.moment.span.of(article.text), carried.moment.basis) == ("on Monday", MomentBasis.CARRIED)
    assert stated.confidence.when is not None
    assert 0.5 < stated.confidence.when <= 1
    assert stated.confidence.words == 0.9


def test_days_counted_from_other_days_are_inferred() -> None:
    (_, second) = moments(
        *report("{m1 Fenn} {q1 said} on March 4 {c1 it held}. Two days later, {m2 Roe} {q2 said} {c2 it broke}.")
    )
    assert second.moment is not None
    assert (second.moment.start, second.moment.basis) == (date(2024, 3, 6), MomentBasis.INFERRED)


def test_without_a_day_of_publication_only_whole_dates_tell() -> None:
    row = "{m1 Fenn} {q1 said} on Monday {c1 it held}.\n\nOn March 5, 2024, {m2 Bo Roe} {q2 said} {c2 it broke}."
    dated = moments(*report(row, published=None))
    assert [one.moment.start if one.moment else None for one in dated] == [None, date(2024, 3, 5)]


def test_an_article_that_tells_no_days_keeps_its_statements() -> None:
    article, statements = report("{m1 Orla Fenn} {q1 said} {c1 the weir would hold}.")
    assert moments(article, statements) == statements
    assert moments(article, ()) == ()
