"""What the text itself tells of a statement that an editor cuts anew or adds: the steps of the pipeline, one by one.

They are imported when they are needed: to search or show a record takes none of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quoth.domain import Article, Manner, Span, SpeakerKind, Statement, Topic

if TYPE_CHECKING:
    from quoth.identity.figures import Figure

AFTER_NOUN = frozenset({"of", "to", "in", "at", "for", "with", "from", "close", "familiar", "who", "briefed"})


def understood(article: Article, one: Statement, others: Sequence[Statement]) -> Statement:
    """The statement with its act, status, the names in it and its days, as the text tells them."""
    from quoth.attribution.statements import judged

    one = judged(article.text, one)
    one = replace(one, about=about(article, one))
    undated = [replace(other, within=None, moment=None) for other in others]
    told = dated(article, [*undated, one])[-1]
    return replace(one, moment=told.moment, confidence=told.confidence)


def dated(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with the days on which they were said."""
    from quoth.chronology import moments

    return moments(article, statements)


def manner_of(article: Article, content: Sequence[Span]) -> Manner:
    """Whether the content stands in quotation marks."""
    from quoth.attribution.quoting import manner
    from quoth.marks import quotations

    paragraphs = [passage.span for passage in article.spoken()]
    return manner(content, quotations(article.text, paragraphs), article.text)


def about(article: Article, statement: Statement) -> tuple[Topic, ...]:
    """Whom and what the content names."""
    from quoth.routes import topics

    return topics(article, [statement])[0]


def figure_there(article: Article, spans: Sequence[Span]) -> Figure | None:
    """Who stands there, as the article's own names tell."""
    from quoth.identity.figures import gather
    from quoth.identity.names import NameFinder
    from quoth.identity.prose import prose_of

    if not article.spoken():
        return None
    prose = prose_of(article)
    _, of, _ = gather(prose, NameFinder(prose).find())
    return next((figure for name, figure in of.items() if any(span.contains(name) for span in spans)), None)


def kind_there(article: Article, spans: Sequence[Span]) -> SpeakerKind:
    """What sort of speaker is named or described in these places."""
    figure = figure_there(article, spans)
    return _described(article, spans[0]) if figure is None else figure.kind


def _described(article: Article, span: Span) -> SpeakerKind:
    """What a description tells: its noun, the last word before "of", "to" and the like."""
    from quoth.identity.kinds import kind_of
    from quoth.identity.prose import prose_of

    words = prose_of(article).within(span) if article.spoken() else []
    if not words:
        return SpeakerKind.UNKNOWN
    after = next((n for n, word in enumerate(words) if n and word.lower in AFTER_NOUN), len(words))
    return kind_of(words[after - 1].lower, words)
