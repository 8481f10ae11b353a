"""Origins in, a fuller record out: each article is read and kept before the next one is touched.

Whatever was kept when the process ends stays kept; the same call made again passes over it and goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quoth.domain import MIN_CONFIDENCE, Article, Skipped
from quoth.reading import read_now
from quoth.record.planning import Change
from quoth.record.protocol import DEFAULT_COLLECTION

if TYPE_CHECKING:
    from quoth.domain import Reading
    from quoth.inference import Embedder, Tagger
    from quoth.reading import Unread
    from quoth.record.protocol import Record
    from quoth.record.search import Floats


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one article that was offered."""

    origin: str
    article: str | None  # its id; None where it is forgotten
    change: Change
    statements: int | None = None  # None where it was known and not read


@dataclass(frozen=True, slots=True)
class AddOptions:
    """What the caller of `add` may ask for."""

    collection: str = DEFAULT_COLLECTION
    reread: bool = False  # read what is known again, as after new weights
    min_confidence: float = MIN_CONFIDENCE
    embedder: Embedder | None = None  # to find what is added by its meaning too
    before_reading: Callable[[], None] = lambda: None  # called for each that its bytes do not tell


def add(
    held: Iterable[Unread | Skipped], record: Record, tagger: Tagger, options: AddOptions = AddOptions()
) -> Iterator[Added | Skipped]:
    """What became of each, lazily, in the order given. Raises RecordError where the record fails."""
    for one in held:
        yield one if isinstance(one, Skipped) else _add(one, record, tagger, options)


def _add(one: Unread, record: Record, tagger: Tagger, options: AddOptions) -> Added | Skipped:
    """The cheapest questions first: are the bytes known, are the words, and only then what the article says."""
    told = _told_by_bytes(one, record, options)
    if told is not None:
        return told
    options.before_reading()
    article = read_now(one)
    if isinstance(article, Article):
        told = _told_by_words(one, article, record, tagger, options)
    return told or _read(one, article, record, tagger, options)


def _told_by_bytes(one: Unread, record: Record, options: AddOptions) -> Added | None:
    known = None if options.reread else record.recognise(one.digest, options.collection)
    if known is not None:
        return Added(one.origin, known, Change.KNOWN)
    if record.forgets(bytes_digest=one.digest, url=one.origin):
        return Added(one.origin, None, Change.FORGOTTEN)
    return None


def _told_by_words(one: Unread, article: Article, record: Record, tagger: Tagger, options: AddOptions) -> Added | None:
    if record.forgets(article=article):
        return Added(one.origin, None, Change.FORGOTTEN)
    known = None if options.reread else record.known(article, tagger.version, options.collection, one.digest)
    return Added(one.origin, known, Change.KNOWN) if known is not None else None


def _read(
    one: Unread, article: Article | Skipped, record: Record, tagger: Tagger, options: AddOptions
) -> Added | Skipped:
    from quoth import pipeline  # where all is known its libraries need not be loaded

    [result] = pipeline.read([article], tagger, options.min_confidence)
    return result if isinstance(result, Skipped) else _keep(one, result, record, options)


def _keep(one: Unread, reading: Reading, record: Record, options: AddOptions) -> Added:
    meanings = _meanings(reading, record, options.embedder) if options.embedder else None
    kept = record.keep(reading, options.collection, one.digest, meanings)
    return Added(one.origin, kept.article, kept.change, len(reading.statements))


def _meanings(reading: Reading, record: Record, embedder: Embedder) -> dict[str, Floats]:
    """The vectors of the quotes whose words have none yet: before the transaction, which others wait for."""
    from quoth.contract import quote
    from quoth.record.search import meant

    quotes = record.lacking_meaning([quote(reading.article.text, one.content) for one in reading.statements])
    vectors = embedder.embed([meant(one) for one in quotes])
    return dict(zip(quotes, vectors, strict=True))
