"""What a reader takes an expression of time for, row by row: the words in [brackets], read on a day, mean days."""

from __future__ import annotations

from datetime import date

import pytest

from quoth.chronology.days import Days, one
from quoth.chronology.timeline import timeline
from quoth.domain import Span

WEDNESDAY = "2024-03-13"  # the day of publication unless a row says otherwise


def days_in(marked: str, published: str | None) -> Days | None:
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    span = Span(start, marked.index("]") - 1)
    on = one(date.fromisoformat(published)) if published else None
    told = [told for told in timeline(text, on) if told.span.overlaps(span)]
    return told[0].days if told else None


def days(words: str) -> Days | None:
    if words == "none":
        return None
    first, _, last = words.partition("..")
    return Days(date.fromisoformat(first), date.fromisoformat(last or first))


@pytest.mark.parametrize(
    ("marked", "meant"),
    [
        # weekdays: the last one not after publication, unless the words or the clause look ahead
        ("Orla Fenn said on [Monday] that the weir would hold.", "2024-03-11"),
        ("Orla Fenn said [Wednesday] that the weir would hold.", "2024-03-13"),
        ("Orla Fenn said late on [Thursday] that it held.", "2024-03-07"),
        ("She spoke [last Monday] in Skelby.", "2024-03-11"),
        ("She spoke [last Wednesday] in Skelby.", "2024-03-06"),
        ("She spoke [this past Sunday] in Skelby.", "2024-03-10"),
        ("The council will meet on [Friday].", "2024-03-15"),
        ("The council is to meet on [Friday] in Skelby.", "2024-03-15"),
        ("On [Friday], the council will hear them.", "2024-03-15"),
        ("Hearings are scheduled for [Thursday].", "2024-03-14"),
        ("The hearing is to be held on [Thursday].", "2024-03-14"),
        ("Before Kastell, which holds its vote on [Saturday], he spoke.", "2024-03-16"),
        ("The council met on [Friday] and will report.", "2024-03-08"),
        ("[Next Friday] he flies home.", "2024-03-22"),
        ("[This Friday] he flies home.", "2024-03-15"),
        ("He flew home on [Tuesday of last week].", "2024-03-05"),
        ("He flew home [last week on Tuesday].", "2024-03-05"),
        ("He flew home [Tuesday night].", "2024-03-12"),
        # days named by today
        ("He resigned [today].", "2024-03-13"),
        ("He resigned [yesterday] evening.", "2024-03-12"),
        ("He flies [tomorrow].", "2024-03-14"),
        ("He speaks [tonight].", "2024-03-13"),
        ("He spoke [last night].", "2024-03-12"),
        ("He spoke [this morning].", "2024-03-13"),
        ("[Earlier in the day], he had spoken.", "2024-03-13"),
        ("He spoke [the day before yesterday].", "2024-03-11"),
        # weeks, weekends, months, years
        ("He spoke [last week].", "2024-03-04..2024-03-10"),
        ("He spoke [this week].", "2024-03-11..2024-03-13"),
        ("He will speak [next week].", "2024-03-18..2024-03-24"),
        ("He spoke [over the weekend].", "2024-03-09..2024-03-10"),
        ("He will speak [this weekend].", "2024-03-16..2024-03-17"),
        ("He spoke in Skelby [this weekend].", "2024-03-09..2024-03-10"),
        ("He spoke [earlier in the day].", "2024-03-13"),
        ("He spoke [last month].", "2024-02-01..2024-02-29"),
        ("He spoke [this month].", "2024-03-01..2024-03-31"),
        ("He spoke [earlier this month].", "2024-03-01..2024-03-13"),
        ("He will speak [later this month].", "2024-03-14..2024-03-31"),
        ("He spoke [earlier this year].", "2024-01-01..2024-03-13"),
        ("He left [last year].", "2023-01-01..2023-12-31"),
        ("He leaves [next year].", "2025-01-01..2025-12-31"),
        ("Sales fell over [the past 30 days].", "2024-02-12..2024-03-13"),
        ("They report at [the end of the year].", "2024-12-31"),
        # so long ago: as exact as the unit
        ("He left [two days ago].", "2024-03-11"),
        ("He left [three weeks ago].", "2024-02-19..2024-02-25"),
        ("He left [four months ago].", "2023-11-01..2023-11-30"),
        ("He left [seventeen years ago].", "2007-01-01..2007-12-31"),
        ("He left [twenty-two years ago].", "2002-01-01..2002-12-31"),
        ("He left [a decade ago].", "2010-01-01..2019-12-31"),
        # dates, in American and British order, with their year and without
        ("On [March 5, 2024], he spoke.", "2024-03-05"),
        ("On [Tuesday, 5 March 2024], he spoke.", "2024-03-05"),
        ("On [the 5th of March], he spoke.", "2024-03-05"),
        ("On [Dec. 2], he spoke.", "2023-12-02"),
        ("The vote on [April 7] divides them.", "2024-04-07"),
        ("Filed [2024-02-29], read since.", "2024-02-29"),
        ("Filed [24/2/2024], read since.", "2024-02-24"),
        ("Filed [2/24/2024], read since.", "2024-02-24"),
        ("Filed [3/4/2024], read since.", "none"),
        ("There is no [February 30, 2024] here.", "none"),
        ("He spoke in [January].", "2024-01-01..2024-01-31"),
        ("He spoke in [October].", "2023-10-01..2023-10-31"),
        ("The trial is set for [November].", "2024-11-01..2024-11-30"),
        ("He spoke [last July].", "2023-07-01..2023-07-31"),
        ("The book comes out [this coming August].", "2024-08-01..2024-08-31"),
        ("He spoke in [late January].", "2024-01-21..2024-01-31"),
        ("He spoke in [mid-January].", "2024-01-11..2024-01-20"),
        ("He spoke in [May of last year].", "2023-05-01..2023-05-31"),
        ("He joined in [September 2010].", "2010-09-01..2010-09-30"),
        ("He joined in [2014].", "2014-01-01..2014-12-31"),
        ("It was built in [the 1930s].", "1930-01-01..1939-12-31"),
        ("It was built in [the sixties].", "1960-01-01..1969-12-31"),
        ("It was built in [the 19th century].", "1800-01-01..1899-12-31"),
        # seasons, quarters, feasts
        ("He spoke [last summer].", "2023-06-01..2023-08-31"),
        ("He spoke in [the summer of 2012].", "2012-06-01..2012-08-31"),
        ("Profit rose in [the third quarter].", "2023-07-01..2023-09-30"),
        ("Profit rose in [Q2 2021].", "2021-04-01..2021-06-30"),
        ("Profit rose in [the first half of 2021].", "2021-01-01..2021-06-30"),
        ("They met on [Christmas Day].", "2023-12-25"),
        ("They met on [Labor Day 2022].", "2022-09-05"),
        ("They met on [Good Friday 2023].", "2023-04-07"),
        # ranges
        ("The poll ran [from Monday to Wednesday].", "2024-03-11..2024-03-13"),
        ("The poll ran between [3 and 5 February].", "2024-02-03..2024-02-05"),
        ("The poll ran [Feb. 13-22].", "2024-02-13..2024-02-22"),
        ("The poll ran [from January 30 to February 2].", "2024-01-30..2024-02-02"),
        ("It is to be held [from November 20 to December 11].", "2024-11-20..2024-12-11"),
        ("It fell between [July 2003 and December 2004].", "2003-07-01..2004-12-31"),
        ("It fell from [2004 to 2009].", "2004-01-01..2009-12-31"),
        # counted from days told before
        ("He spoke on March 4. [Two days later], he left.", "2024-03-06"),
        ("He spoke on March 4. [The next day], he left.", "2024-03-05"),
        ("He spoke on March 4. [A day earlier], he had wept.", "2024-03-03"),
        ("He spoke on March 4. [That day], he wept.", "2024-03-04"),
        ("He spoke in 2007. [At the time], nobody wept.", "2007-01-01..2007-12-31"),
        ("Monday’s vote was close. [Hours before the vote], he spoke.", "2024-03-11"),
        ("The vote is on April 7. He spoke [two weeks before the vote].", "2024-03-24"),
        ("[Hours before the vote], he spoke.", "none"),
        ("[Two days later], he left.", "none"),
        # a list of months to come
        ("She plays Kastell next month, Skelby in [June].", "2024-06-01..2024-06-30"),
    ],
)
def test_expressions_mean_these_days(marked: str, meant: str) -> None:
    assert days_in(marked, WEDNESDAY) == days(meant)


@pytest.mark.parametrize(
    ("marked", "published", "meant"),
    [
        ("He spoke [this past week].", "2024-03-16", "2024-03-10..2024-03-16"),  # a Saturday
        ("He spoke [this past week].", "2024-03-12", "2024-03-04..2024-03-10"),
        ("He spoke [over the weekend].", "2024-03-17", "2024-03-16..2024-03-17"),  # a Sunday
        ("He spoke on [Dec. 30].", "2024-01-02", "2023-12-30"),
        ("He spoke on [February 29].", "2025-06-01", "2024-02-29"),
        ("On [March 5, 2024], he spoke.", None, "2024-03-05"),
        ("He joined in [2014].", None, "2014-01-01..2014-12-31"),
        ("He spoke on [Monday].", None, "none"),
        ("He spoke in [October].", None, "none"),
        ("He spoke on March 4, 2024. [Two days later], he left.", None, "2024-03-06"),
    ],
)
def test_the_day_of_reading_decides(marked: str, published: str | None, meant: str) -> None:
    assert days_in(marked, published) == days(meant)


@pytest.mark.parametrize(
    "text",
    [
        "Prices may rise and march on.",
        "According to May, nobody spoke.",
        "Super Tuesday left him behind.",
        "He told USA TODAY so.",
        "It cost $2,000 and 1,998 people came.",
        "Empires rise and fall.",
        "On Mondays he rests.",
    ],
)
def test_nothing_is_told(text: str) -> None:
    assert [told.days for told in timeline(text, one(date.fromisoformat(WEDNESDAY)))] == []


def test_a_publication_between_two_days_gives_all_that_may_be_meant() -> None:
    week = Days(date(2024, 3, 11), date(2024, 3, 17))
    told = [(one_.span.of(TEXT), one_.days) for one_ in timeline(TEXT, week)]
    assert told == [
        ("Monday", Days(date(2024, 3, 11), date(2024, 3, 11))),
        ("last week", Days(date(2024, 3, 4), date(2024, 3, 10))),
        ("earlier this month", Days(date(2024, 3, 1), date(2024, 3, 17))),
    ]


TEXT = "She spoke on Monday, as she did last week and earlier this month."
