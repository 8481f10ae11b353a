"""Readings for the tests of the record, made from marked text by the pipeline with a tagger that knows the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fakes import PerfectTagger, article_of
from marked import unmark
from quoth import pipeline
from quoth.domain import DateBasis, Published, Reading
from quoth.reading.ids import article_id


def reading(
    marked: str, url: str, outlet: str | None = "Harbour Gazette", day: str = "2026-03-02", model: str = "en:perfect"
) -> Reading:
    """What the pipeline makes of a marked text, as an article of that outlet and day."""
    found = unmark(marked)
    published = Published(date.fromisoformat(day), date.fromisoformat(day), DateBasis.META)
    article = replace(
        article_of(found),
        id=article_id(url, found.text),
        origin=url,
        url=url,
        outlet=outlet,
        published=published,
        language="en",
    )
    done = next(iter(pipeline.read([article], PerfectTagger(found))))
    if not isinstance(done, Reading):
        raise TypeError(done)
    return replace(done, model=model)
