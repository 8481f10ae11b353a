"""Whatever the text, the days that are told lie in the calendar, and the words that tell them in the text."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.chronology.days import one
from quoth.chronology.timeline import timeline

WORDS = """
on in at of last next this past late early mid - – to and between from until Monday Tuesday weekend week month year
decade century quarter Q3 2014 1999 9999 0000 31 30 29 12th 5 February March May Dec. 13 April, 1930s ’90s sixties
two three days hours later earlier before after the vote same day time yesterday tomorrow morning Christmas Easter
Day summer winter fiscal half first second 2024-02-30 31/12/2024 3/4/2024 ago. ago then said will “ ” .
"""


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=40), st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_no_text_breaks_the_calendar(words: list[str], published: date) -> None:
    text = " ".join(words)
    for told in timeline(text, one(published)):
        assert told.span.of(text).strip()
        assert told.days is None or told.days.start <= told.days.end
    timeline(text, None)
