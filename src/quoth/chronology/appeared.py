"""An article whose page gives no date in; the days between which it must have appeared, by what its own text tells."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from quoth.chronology.days import Days, one
from quoth.chronology.form import Context
from quoth.chronology.layout import Layout, layout
from quoth.chronology.timeline import ANY_DAYS, Told, meant, timeline
from quoth.domain import Article, DateBasis, Published

# A dated picture alone tells nothing: of the 7 dated captions on 97 pages (shared/data/pages) 3 are of another year or
# season. What does tell is a sentence that gives the same occasion a day counted from publication.
COUNTED_FROM_TODAY = frozenset({"weekday", "unit", "day", "ago", "week-ago", "past-week", "weekend"})
LONGEST = 7  # days: "last month" says too little, and is as often of another occasion
REACH = timedelta(days=45)  # between a dated occasion and publication
# Shared names that only these two sentences hold weigh most; two of an article's main names do, one alone does not.
LEAST_KINSHIP = 2.0
NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")
DATE_WORDS = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December"
)


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences that seem to tell of one occasion: a day, the words that count it from publication, how alike."""

    day: date
    told: Told
    kinship: float


def with_publication(article: Article) -> Article:
    """The article, with the days that its text tells where the page told none."""
    if article.published is not None:
        return article
    days = appeared(article)
    if days is None:
        return article
    return replace(article, published=Published(days.start, days.end, DateBasis.INFERRED))


def appeared(article: Article) -> Days | None:
    """The days on which a reader of the text could have been told what it tells, or None where it does not say.

    "Last week" of an occasion that a caption dates 5 March is the week after; then "on Monday" is a day of it.
    """
    places = layout(article)
    known = [told for told in timeline(article.text, None, places.is_quoted) if told.days and len(told.days) == 1]
    if not known:
        return None
    newest = max((told.days.start for told in known if told.days and not told.ahead), default=None)
    links = sorted(_links(article, places, known), key=lambda link: link.kinship, reverse=True)
    possible: Days | None = None
    for link in links:
        days = _days_of_publication(link, newest)
        if days is not None:
            possible = days if possible is None else possible.common(days) or possible
    return possible


def _links(article: Article, places: Layout, known: list[Told]) -> Iterator[Link]:
    """The best dated sentence for each expression that counts from publication."""
    text = article.text
    proper = _proper(text, places)
    named = [frozenset(proper & set(_words(text, start, end))) for start, end in _sentences(places)]
    spread = Counter(name for sentence in named for name in sentence)
    rare = {name: math.log(1 + len(named) / count) for name, count in spread.items()}
    for told in timeline(text, one(ANY_DAYS[0]), places.is_quoted):
        form = told.expression.form.name
        if form not in COUNTED_FROM_TODAY or told.ahead or told.days is None or len(told.days) > LONGEST:
            continue
        if places.is_quoted(told.span):
            continue
        for dated in known:
            if dated.days is None or places.sentence(dated.span.start) == places.sentence(told.span.start):
                continue
            shared = named[places.sentence(told.span.start)] & named[places.sentence(dated.span.start)]
            kinship = sum(rare[name] for name in shared) if len(shared) > 1 else 0.0
            if kinship >= LEAST_KINSHIP:
                yield Link(dated.days.start, told, kinship)


def _sentences(places: Layout) -> Iterator[tuple[int, int]]:
    for start in places.sentences:
        yield places.sentence_span(start)


def _words(text: str, start: int, end: int) -> list[str]:
    """The capitalised words of a stretch of text that are no dates."""
    found = (found[0].removesuffix("'s").removesuffix("’s") for found in NAME.finditer(text, start, end))
    return [word for word in found if not DATE_WORDS.match(word)]


def _proper(text: str, places: Layout) -> set[str]:
    """The words that are capitalised inside a sentence too, and so are names."""
    out: set[str] = set()
    for start, end in _sentences(places):
        first = re.compile(r"\W*\w*").match(text, start, end)
        out.update(_words(text, first.end() if first else start, end))
    return out


def _days_of_publication(link: Link, newest: date | None) -> Days | None:
    """The days on which the words would mean the day that is known; none before anything that the text tells of."""
    first = max(link.day, newest) if newest is not None else link.day
    fitting = []
    for n in range(REACH.days):
        day = first + timedelta(days=n)
        meaning = meant(link.told.expression, one(day), Context(day))
        if meaning is not None and meaning.holds(link.day):
            fitting.append(day)
    if not fitting or (fitting[-1] - fitting[0]).days >= len(fitting):
        return None
    return Days(fitting[0], fitting[-1])
