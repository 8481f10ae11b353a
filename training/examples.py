"""Gold attributions as training windows: PolNeAR rows -> tensors of ids, features, tags and link targets."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from network import LINKS
from quoth.domain import Span
from quoth.inference.scores import ROLES, TAGS
from quoth.inference.tokens import CLS, SEP, Pieces, pieces, windows

Ints = npt.NDArray[np.int64]
KEY = {"mention": "source", "cue": "cue", "content": "content"}
IGNORE = -100


@dataclass(frozen=True)
class Gold:
    """One article's pieces with their tags, and each piece's link targets.

    tags: int64[piece]; targets: int64[piece, link], the first piece of what it points to, -1 for nothing, IGNORE for
    a piece that has no such link.
    """

    pieces: Pieces
    tags: Ints
    targets: Ints


def lines(text: str) -> list[Span]:
    """The non-empty lines of a text."""
    out, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            out.append(Span(start, start + len(line)))
        start += len(line) + 1
    return out


def load(path: Path, tokenizer: Tokenizer, share: float = 1.0) -> list[Gold]:
    """The rows of a PolNeAR file, every n-th of them where `share` is below 1."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    return [gold(row["text"], row["attributions"], tokenizer) for row in rows[:: round(1 / share)]]


def gold(text: str, attributions: Sequence[dict[str, list[list[int]]]], tokenizer: Tokenizer) -> Gold:
    found = pieces(tokenizer, text, lines(text))
    tags = np.zeros(len(found), dtype=np.int64)
    targets = np.full((len(found), len(LINKS)), IGNORE, dtype=np.int64)
    for attribution in attributions:
        runs = {role: [run for a, b in attribution[KEY[role]] for run in _runs(found, a, b)] for role in ROLES}
        head = {role: min((run[0] for run in runs[role]), default=-1) for role in ROLES}
        for role in ROLES:
            for first, last in runs[role]:
                tags[first:last] = TAGS.index(f"I-{role}")
                tags[first] = TAGS.index(f"B-{role}")
                tags[last - 1] = TAGS.index(f"{'E' if last - first > 1 else 'S'}-{role}")
        for n, link in enumerate(LINKS):
            origin, goal = link.split("-")
            for first, last in runs[origin]:
                targets[first:last, n] = head[goal]
    return Gold(found, tags, targets)


def _runs(found: Pieces, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Piece ranges of a character span, cut at paragraph ends."""
    inside = np.flatnonzero((found.offsets[:, 0] < end) & (found.offsets[:, 1] > start))
    if not len(inside):
        return
    for run in np.split(inside, np.flatnonzero(np.diff(found.paragraph[inside])) + 1):
        yield int(run[0]), int(run[-1]) + 1


@dataclass(frozen=True)
class Window:
    """One training row, [CLS] first and [SEP] last; targets count from [CLS], which stands for nothing."""

    ids: Ints
    features: Ints
    tags: Ints
    targets: Ints


def cut(article: Gold, size: int, overlap: int, rng: random.Random) -> Iterator[Window]:
    """Windows of at most `size` pieces with [CLS] and [SEP] added, the first of a random length."""
    first = rng.randint(size // 3, size)
    for start, end in windows(len(article.pieces), size - 2, overlap, min(first, size - 2)):
        none = np.full((1, len(LINKS)), IGNORE)
        targets = article.targets[start:end]
        outside = (targets >= 0) & ((targets < start) | (targets >= end))
        moved = np.where(targets == IGNORE, IGNORE, np.where(targets == -1, 0, targets - start + 1))
        moved = np.where(outside, IGNORE, moved)
        zero = np.zeros((1, 3), dtype=np.int64)
        yield Window(
            np.concatenate([[CLS], article.pieces.ids[start:end], [SEP]]),
            np.concatenate([zero, article.pieces.features[start:end], zero]),
            np.concatenate([[IGNORE], article.tags[start:end], [IGNORE]]),
            np.concatenate([none, moved, none]),
        )
