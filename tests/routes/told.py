"""Short marked texts as an article with statements: the marks of tests/articles/README.md, one speaker a name."""

from __future__ import annotations

from marked import Told, unmark
from quoth.domain import Article, Confidence, Manner, Statement
from quoth.identity import identify


def told(marked: str, outlet: str | None = None, byline: tuple[str, ...] = ()) -> tuple[Article, tuple[Statement, ...]]:
    """The article, and its statements in the order of their numbers, with the speakers that quoth.identity finds."""
    found = unmark(marked)
    article = Article("told", "told", found.text, found.passages, outlet=outlet, byline=byline)
    statements = tuple(_statement(found.text, found.statements[n]) for n in sorted(found.statements))
    return article, identify(article, statements)[0]


def _statement(text: str, one: Told) -> Statement:
    content = tuple(sorted(one.content))
    manner = Manner.DIRECT if all(span.of(text)[0] in '“‘"' for span in content) else Manner.INDIRECT
    return Statement(content, one.cue, one.mention, manner, Confidence(1.0))
