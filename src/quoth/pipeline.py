"""Origin ... -> Reading: the only place where the steps are put in order. Every front calls this."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from quoth.attribution import Stream, extract, scored
from quoth.chronology import moments, with_publication
from quoth.contract import error_to_contract, to_contract
from quoth.domain import MIN_CONFIDENCE, Article, Reading, Skipped, Statement
from quoth.identity import identify
from quoth.inference import OnnxTagger, Tagger
from quoth.routes import prompts, routes, topics, with_requests

__all__ = ["error_to_contract", "open_tagger", "read", "to_contract"]


def open_tagger(weights: Path | None = None, threads: int | None = None) -> OnnxTagger:
    """The tagger that ships with quoth, or the one in the folder `weights`. Loads at its first use."""
    return OnnxTagger(threads=threads) if weights is None else OnnxTagger(weights, threads)


def read(
    articles: Iterable[Article | Skipped], tagger: Tagger, min_confidence: float = MIN_CONFIDENCE
) -> Iterator[Reading | Skipped]:
    """What one pass over each article yields, lazily, in the order given; what was skipped is handed on.

    Each article is read by itself, so that nothing read beside it can move a figure. Statements whose words are less
    certain than `min_confidence` are left out.
    """
    for article in articles:
        if isinstance(article, Skipped):
            yield article
        else:
            streams = scored(article, tagger)
            statements = confident(extract(article, streams, tagger), min_confidence)
            yield understood(article, statements, streams, tagger.version)


def understood(article: Article, statements: tuple[Statement, ...], streams: Sequence[Stream], model: str) -> Reading:
    """The article's statements with who made them, through whom they came, what they answer and name, and when."""
    article = with_publication(article)
    statements, speakers = identify(article, statements, [stream.scores for stream in streams])
    statements, speakers, requests = with_requests(article, statements, speakers)
    told = zip(
        statements,
        routes(article, statements),
        prompts(article, statements),
        topics(article, statements),
        strict=True,
    )
    statements = tuple(
        replace(statement, route=route, prompt=prompt, about=about) for statement, route, prompt, about in told
    )
    return Reading(article, moments(article, statements), model, speakers, requests)


def confident(statements: tuple[Statement, ...], least: float) -> tuple[Statement, ...]:
    """The statements whose words are at least so certain; one whose holder is left out moves up to the next holder."""
    places = [n for n, statement in enumerate(statements) if statement.confidence.words >= least]
    new_place = {old: new for new, old in enumerate(places)}

    def holder(statement: Statement) -> int | None:
        within = statement.within
        while within is not None and within not in new_place:
            within = statements[within].within
        return None if within is None else new_place[within]

    return tuple(replace(statements[n], within=holder(statements[n])) for n in places)
