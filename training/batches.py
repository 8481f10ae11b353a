"""Gold articles as shuffled batches of windows, some words masked and the marks of some in another house style."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from examples import IGNORE, Gold, Labels, Window, cut
from options import Options


class Batch(NamedTuple):
    """ids [b, t], features [b, t, 3], then the Labels: tags [b, t], targets [b, t, role link], entities [b, t, entity],
    cluster, since and head [b, t]."""

    ids: Tensor
    features: Tensor
    tags: Tensor
    targets: Tensor
    entities: Tensor
    cluster: Tensor
    since: Tensor
    head: Tensor


POOL = 256  # windows among which neighbours in length are sought

MASK = 103
# Word pieces of the marks that stand in for each other, so that a house's style of marks does not matter.
OPENERS = (1523, 1520, 1000, 1005, 1077, 1523)  # “ ‘ " ' « “
CLOSERS = (1524, 1521, 1000, 1005, 1090, 1524)  # ” ’ " ' » ”


def stream(train: Sequence[Gold], options: Options, first: int) -> Iterator[Batch]:
    """Batches without end, from the one numbered `first` on."""
    number = skipped = 0
    while True:
        for batch in epoch(train, options, number):
            if skipped >= first:
                yield batch
            skipped += 1
        number += 1


def epoch(train: Sequence[Gold], options: Options, number: int) -> Iterator[Batch]:
    """The batches of one epoch: windows cut and shuffled anew, near neighbours in length together."""
    rng = random.Random(options.seed + number)
    cuts = [window for article in train for window in cut(article, options.size, options.overlap, rng)]
    rng.shuffle(cuts)
    batches: list[list[Window]] = []
    for start in range(0, len(cuts), POOL):
        chunk = sorted(cuts[start : start + POOL], key=lambda window: -len(window.ids))
        while chunk:
            count = max(1, options.tokens_per_step // len(chunk[0].ids))
            batches.append(chunk[:count])
            chunk = chunk[count:]
    rng.shuffle(batches)
    for batch in batches:
        yield collate(batch, options, rng)


def collate(batch: Sequence[Window], options: Options, rng: random.Random) -> Batch:
    longest = max(len(window.ids) for window in batch)
    noise = np.random.default_rng(rng.getrandbits(32))

    def together(arrays: Sequence[np.ndarray], fill: int) -> Tensor:
        pads = [[(0, longest - len(array))] + [(0, 0)] * (array.ndim - 1) for array in arrays]
        padded = [np.pad(array, pad, constant_values=fill) for array, pad in zip(arrays, pads, strict=True)]
        return torch.from_numpy(np.stack(padded))

    return Batch(
        together([disguised(window, options, noise) for window in batch], 0),
        together([window.features for window in batch], 0),
        **{
            field.name: together(
                [getattr(window.labels, field.name) for window in batch], 0 if field.name == "head" else IGNORE
            )
            for field in fields(Labels)
        },
    )


def disguised(window: Window, options: Options, noise: np.random.Generator) -> np.ndarray:
    """The ids with some words masked and, now and then, the marks of another house style."""
    ids = window.ids.copy()
    hide = (noise.random(len(ids)) < options.masked) & (window.features[:, 2] % 2 == 0)
    hide[0] = hide[-1] = False
    ids[hide] = MASK
    if noise.random() < options.restyled:
        style = noise.integers(len(OPENERS))
        ids[window.features[:, 2] == 1], ids[window.features[:, 2] == 3] = OPENERS[style], CLOSERS[style]
    return ids
