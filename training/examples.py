"""Gold annotations as training windows: spans of characters -> arrays over word pieces, cut into windows.

What a corpus does not annotate is IGNORE in its arrays, so that one batch can hold windows of several corpora.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
import numpy.typing as npt

from quoth.domain import Span
from quoth.inference.scores import EDGES, ENTITIES, ROLES, TAGS, Link
from quoth.inference.tokens import CLS, SEP, Pieces, windows

Ints = npt.NDArray[np.int64]
IGNORE = -100

ROLE_LINKS = {
    Link.CONTENT_TO_CUE: ("content", "cue"),
    Link.CONTENT_TO_MENTION: ("content", "mention"),
    Link.CUE_TO_MENTION: ("cue", "mention"),
}

Attribution = Mapping[str, Sequence[Span]]
"""The spans of each role of one statement."""


@dataclass(frozen=True)
class Coreferent:
    """One mention of somebody or something: its kind in ENTITIES, and what it has in common with its other mentions."""

    span: Span
    kind: str
    cluster: int


@dataclass(frozen=True)
class Labels:
    """What is to be learnt of each piece of an article or a window; arrays of one length.

    tags: int64[piece]; targets: int64[piece, role link], the piece pointed to, -1 for nothing;
    entities: int64[piece, entity], places in EDGES; cluster: int64[piece], that of the innermost mention around it;
    since: int64[piece], the first piece of that mention; head: int64[piece], 1 where the mention's own pieces begin.
    """

    tags: Ints
    targets: Ints
    entities: Ints
    cluster: Ints
    since: Ints
    head: Ints

    def part(self, start: int, end: int) -> Labels:
        return Labels(*(getattr(self, field.name)[start:end] for field in fields(self)))


@dataclass(frozen=True)
class Gold:
    """One article's pieces with what is known of them."""

    pieces: Pieces
    labels: Labels


def unknown(found: Pieces) -> Labels:
    """Labels that say nothing yet."""
    count = len(found)
    flat = [np.full(count, IGNORE, dtype=np.int64) for _ in range(3)]
    targets = np.full((count, len(ROLE_LINKS)), IGNORE, dtype=np.int64)
    entities = np.full((count, len(ENTITIES)), IGNORE, dtype=np.int64)
    return Labels(flat[0], targets, entities, flat[1], flat[2], np.zeros(count, dtype=np.int64))


def with_statements(found: Pieces, labels: Labels, attributions: Sequence[Attribution]) -> Labels:
    """The labels with tags and role links; all pieces outside the attributions are known to be outside."""
    tags, targets = np.zeros(len(found), dtype=np.int64), labels.targets.copy()
    for attribution in attributions:
        runs = {role: [run for span in attribution[role] for run in _runs(found, span)] for role in ROLES}
        head = {role: min((run[0] for run in runs[role]), default=-1) for role in ROLES}
        for role in ROLES:
            for first, last in runs[role]:
                tags[first:last] = [TAGS.index(f"{edge}-{role}") for edge in _edges(last - first)]
        for link, (origin, goal) in ROLE_LINKS.items():
            for first, last in runs[origin]:
                targets[first:last, link] = head[goal]
    return replace(labels, tags=tags, targets=targets)


def with_mentions(found: Pieces, labels: Labels, mentions: Sequence[Coreferent], all_known: bool) -> Labels:
    """The labels with clusters, and with the edges of entities where all of the article's mentions are known."""
    entities = np.zeros_like(labels.entities) if all_known else labels.entities
    cluster, since = labels.cluster.copy(), labels.since.copy()
    placed = []
    for mention in mentions:
        runs = list(_runs(found, mention.span))
        if len(runs) == 1:
            placed.append((*runs[0], mention))
    for first, last, mention in sorted(placed, key=lambda row: row[0] - row[1]):  # the longest first
        column = entities[first:last, ENTITIES.index(mention.kind)]
        if all_known and not column.any():
            column[:] = [EDGES.index(edge) for edge in _edges(last - first)]
        cluster[first:last], since[first:last] = mention.cluster, first
    head = np.zeros(len(found), dtype=np.int64)
    for first, last, mention in placed:
        own = [n for n in range(first, last) if since[n] == first and cluster[n] == mention.cluster]
        head[own[:1]] = 1
    return replace(labels, entities=entities, cluster=cluster, since=since, head=head)


def _edges(length: int) -> str:
    return "S" if length == 1 else "B" + "I" * (length - 2) + "E"


def _runs(found: Pieces, span: Span) -> Iterator[tuple[int, int]]:
    """Piece ranges of a character span, cut at paragraph ends."""
    inside = np.flatnonzero((found.offsets[:, 0] < span.end) & (found.offsets[:, 1] > span.start))
    if not len(inside):
        return
    for run in np.split(inside, np.flatnonzero(np.diff(found.paragraph[inside])) + 1):
        yield int(run[0]), int(run[-1]) + 1


@dataclass(frozen=True)
class Window:
    """One training row, [CLS] first and [SEP] last; what points counts from [CLS], which stands for nothing."""

    ids: Ints
    features: Ints
    labels: Labels


def cut(article: Gold, size: int, overlap: int, rng: random.Random) -> Iterator[Window]:
    """Windows of at most `size` pieces with [CLS] and [SEP] added, the first of a random length."""
    first = rng.randint(size // 3, size)
    for start, end in windows(len(article.pieces), size - 2, overlap, min(first, size - 2)):
        ids = np.concatenate([[CLS], article.pieces.ids[start:end], [SEP]])
        features = np.pad(article.pieces.features[start:end], ((1, 1), (0, 0)))
        yield Window(ids, features, _moved(article.labels.part(start, end), start, end))


def _moved(labels: Labels, start: int, end: int) -> Labels:
    """The labels of pieces [start, end) with rows for [CLS] and [SEP]; goals outside the window are unknown."""
    targets = labels.targets
    outside = (targets >= 0) & ((targets < start) | (targets >= end))
    targets = np.where(targets == IGNORE, IGNORE, np.where(targets == -1, 0, targets - start + 1))
    since = np.where(labels.since == IGNORE, IGNORE, labels.since - start + 1)
    labels = replace(labels, targets=np.where(outside, IGNORE, targets), since=since)
    pads = {field.name: 0 if field.name == "head" else IGNORE for field in fields(labels)}
    return Labels(
        **{
            name: np.pad(value := getattr(labels, name), [(1, 1)] + [(0, 0)] * (value.ndim - 1), constant_values=pad)
            for name, pad in pads.items()
        }
    )
