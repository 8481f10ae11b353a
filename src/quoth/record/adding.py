"""Origins in, a fuller record out: each article is read and kept before the next one is touched.

Whatever was kept when the process ends stays kept; the same call made again passes over it and goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quoth import pipeline
from quoth.domain import MIN_CONFIDENCE, Reading, Skipped
from quoth.inference import Tagger
from quoth.reading import Unread, read_now
from quoth.record.planning import Change
from quoth.record.protocol import DEFAULT_COLLECTION, Record


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one article that was offered."""

    origin: str
    article: str | None  # its id; None where it is forgotten
    change: Change
    statements: int | None = None  # None where it was known by its bytes and not read


@dataclass(frozen=True, slots=True)
class AddOptions:
    """What the caller of `add` may ask for."""

    collection: str = DEFAULT_COLLECTION
    reread: bool = False  # read what is known again, as after new weights
    min_confidence: float = MIN_CONFIDENCE


def add(
    held: Iterable[Unread | Skipped], record: Record, tagger: Tagger, options: AddOptions = AddOptions()
) -> Iterator[Added | Skipped]:
    """What became of each, lazily, in the order given. Raises RecordError where the record fails."""
    for one in held:
        yield one if isinstance(one, Skipped) else _add(one, record, tagger, options)


def _add(one: Unread, record: Record, tagger: Tagger, options: AddOptions) -> Added | Skipped:
    known = None if options.reread else record.recognise(one.digest, options.collection)
    if known is not None:
        return Added(one.origin, known, Change.KNOWN)
    [result] = pipeline.read([read_now(one)], tagger, options.min_confidence)
    if isinstance(result, Skipped):
        return result
    return _keep(one, result, record, options)


def _keep(one: Unread, reading: Reading, record: Record, options: AddOptions) -> Added:
    kept = record.keep(reading, options.collection, one.digest)
    return Added(one.origin, kept.article, kept.change, len(reading.statements))
