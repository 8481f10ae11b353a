"""When an article without a date appeared, by what its own text tells."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from marked import unmark
from quoth.chronology import moments, with_publication
from quoth.chronology.appeared import appeared
from quoth.chronology.days import Days
from quoth.chronology.timeline import timeline
from quoth.domain import Article, Confidence, DateBasis, Manner, MomentBasis, Published, Statement
from quoth.reading import ReadOptions, articles

NATO = Path(__file__).parent.parent.parent.parent / "shared" / "data" / "articles" / "nato-troops.txt"

# The shape of a report pasted without its date: a caption tells the day of a visit, the text calls it "last week".
FERRY = """@headline Ostra Minister Will Not Rule Out Ferry Ban

@body {c1 Nothing prevents Ostra from closing the strait to ferries}, {m1 Transport Minister Ilka Venn} {q1 has said}.

{m2 Venn}, a former pilot, spoke with Ostra Radio on Monday and {q2 did not say} {c2 she was against a ban}, an idea \
that several skippers have backed.

{c3 “There is nothing in the treaty against it,”} {m3 Venn} {q3 said}.

@caption Ilka Venn and Harbour Commissioner Tomas Lindqvist in Kastell
Minister Ilka Venn, left, welcomes Commissioner Tomas Lindqvist to Kastell on March 5, 2024.

@caption A ferry leaves Skelby on February 24, 2024.

@body Venn made similar remarks at a press conference with Lindqvist last week. Then {m4 the minister} {q4 said} \
{c4 that any ban should be short}.

Lindqvist unsettled many skippers last month when he spoke of a ban.

Skippers in Skelby fear that a ban would ruin them."""
GREETED = "\n\n@caption Orla Fenn greets Bo Roe in Skelby on May 2, 2023."  # a Tuesday


def article_of(marked: str, published: Published | None = None) -> Article:
    told = unmark(marked)
    return Article("ferry", "ferry.txt", told.text, told.passages, published=published)


def statement_of(number: int) -> Statement:
    told = unmark(FERRY).statements[number]
    return Statement(tuple(told.content), told.cue, told.mention, Manner.INDIRECT, Confidence(1.0))


def test_last_week_of_a_dated_occasion_gives_the_week_and_monday_its_day() -> None:
    article = with_publication(article_of(FERRY))
    assert article.published == Published(date(2024, 3, 11), date(2024, 3, 17), DateBasis.INFERRED)
    spoke, then = (statement.moment for statement in moments(article, (statement_of(2), statement_of(4))))
    assert spoke is not None
    assert (spoke.start, spoke.end, spoke.basis) == (date(2024, 3, 11), date(2024, 3, 11), MomentBasis.INFERRED)
    assert then is not None
    assert (then.start, then.end, then.basis) == (date(2024, 3, 4), date(2024, 3, 10), MomentBasis.INFERRED)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param(
            "@body Mayor Orla Fenn met Bo Roe in Skelby yesterday." + GREETED,
            Days(date(2023, 5, 3), date(2023, 5, 3)),
            id="yesterday",
        ),
        pytest.param(
            "@body Mayor Orla Fenn met Bo Roe in Skelby on Tuesday." + GREETED,
            Days(date(2023, 5, 2), date(2023, 5, 8)),
            id="on Tuesday, until the next one",
        ),
        pytest.param("@body Mayor Orla Fenn met Bo Roe in Skelby on Monday." + GREETED, None, id="no Tuesday"),
        pytest.param(
            "@body Mayor Orla Fenn resigned on Tuesday.\n\n@caption A heron near Skelby on May 2, 2023.",
            None,
            id="a picture of something else tells nothing",
        ),
        pytest.param("@body Mayor Orla Fenn met Bo Roe in Skelby yesterday.", None, id="no date at all"),
        pytest.param(
            "@body Orla Fenn met Bo Roe in Skelby last week.\n\nIn 2014, Orla Fenn met Bo Roe in Skelby.",
            None,
            id="a year is no day",
        ),
    ],
)
def test_days_of_publication(text: str, days: Days | None) -> None:
    assert appeared(article_of(text)) == days


def test_a_day_that_the_page_gives_is_kept() -> None:
    given = Published(date(2024, 4, 1), date(2024, 4, 1), DateBasis.META)
    assert with_publication(article_of(FERRY, given)).published == given


@pytest.mark.skipif(not NATO.exists(), reason="../shared is not here")
def test_the_model_case_is_a_week_of_march_2024() -> None:
    (read,) = articles([str(NATO)], ReadOptions())
    assert isinstance(read, Article)
    article = with_publication(read)
    assert article.published == Published(date(2024, 3, 11), date(2024, 3, 17), DateBasis.INFERRED)
    week = Days(article.published.start, article.published.end)
    monday = next(told for told in timeline(article.text, week) if told.span.of(article.text) == "Monday")
    assert monday.days == Days(date(2024, 3, 11), date(2024, 3, 11))
