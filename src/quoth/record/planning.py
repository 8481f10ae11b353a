"""What is to be done with a reading that is offered: decided from values, before anything is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from quoth.domain import Article, Reading


class Change(StrEnum):
    """What became of an article that was offered to the record."""

    ADDED = "added"
    KNOWN = "known"  # nothing to do
    CHANGED = "changed"  # the page says something else now: a new version
    REREAD = "reread"  # the same page, read by other weights: a new version
    FORGOTTEN = "forgotten"  # it was told to forget this article, and does


@dataclass(frozen=True, slots=True)
class Version:
    """What the record knows of one reading that it keeps."""

    digest: str
    model: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a reading that was offered: the article that holds it now, and what was done."""

    article: str | None  # None where it is forgotten
    change: Change


def digest(article: Article) -> str:
    """SHA-256 of the words that statements may stand in: what is furniture changes with every visit."""
    words = "\n".join(" ".join(passage.span.of(article.text).split()) for passage in article.spoken())
    return hashlib.sha256(words.encode("utf8", "surrogatepass")).hexdigest()


def plan(kept: Iterable[Version], offered: Reading) -> Change:
    """What to do, given every version that is kept of this article.

    Any kept version counts, not only the newest: two runs over the same folder then end with the same record, in
    whatever order they take turns.
    """
    versions = list(kept)
    if not versions:
        return Change.ADDED
    this = digest(offered.article)
    same_words = [version for version in versions if version.digest == this]
    if not same_words:
        return Change.CHANGED
    return Change.KNOWN if any(version.model == offered.model for version in same_words) else Change.REREAD
