"""The proper names of an article and whose each is, read once for the steps that ask one after another."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from quoth.domain import Article, Span
from quoth.identity.figures import Figure, gather
from quoth.identity.names import Name, NameFinder
from quoth.identity.prose import prose_of


@lru_cache(maxsize=4)
def names_of(article: Article) -> tuple[Name, ...]:
    """The names in text order."""
    return tuple(NameFinder(prose_of(article)).find())


@lru_cache(maxsize=4)
def figures_of(article: Article) -> Mapping[Span, Figure]:
    """Whose name each is, by the name's span."""
    return gather(prose_of(article), names_of(article))[1]
