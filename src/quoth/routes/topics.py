"""The persons, bodies and places named in what a statement says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quoth.domain import Article, Span, Statement, Topic
from quoth.identity.vocabulary import DEMONYMS, DOCUMENTS, FUNCTION_WORDS, MONTHS_DAYS, TITLES
from quoth.routes.named import figures_of, names_of

NO_NAMES = DEMONYMS | DOCUMENTS | FUNCTION_WORDS | MONTHS_DAYS | TITLES


def topics(
    article: Article, statements: Sequence[Statement], entities: Sequence[Span] | None = None
) -> tuple[tuple[Topic, ...], ...]:
    """For each statement what its content names, each with the fullest name that the article gives, in text order.

    `entities`: the tagger's mentions of persons, bodies and places; only names inside one count, where it is given.
    """
    if not statements or not article.spoken():
        return tuple(() for _ in statements)
    names, of = names_of(article), figures_of(article)
    found = [
        Topic(of[name.span].name if name.span in of else " ".join(name.words), name.span)
        for name in names
        if not all(word in NO_NAMES for word in name.key)
        and (entities is None or any(one.contains(name.span) for one in entities))
    ]
    found = [
        _bracketed(article.text, topic) for topic in found if article.text[topic.span.end : topic.span.end + 2] != "] "
    ]
    return tuple(
        tuple(topic for topic in found if any(span.contains(topic.span) for span in one.content)) for one in statements
    )


def _bracketed(text: str, topic: Topic) -> Topic:
    """The topic with the forename that the editor set before it in brackets: "[Volodymyr] Zelensky"."""
    before = re.search(r"\[([A-Z][\w'’-]+)\] $", text[max(0, topic.span.start - 40) : topic.span.start])
    if before is None or " " in topic.name:
        return topic
    return Topic(f"{before[1]} {topic.name}", topic.span)
