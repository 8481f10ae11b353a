"""Which articles are one story, given how like each pair is: by the mean, so that one likeness joins no two stories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

LEAST_MEAN = 0.6  # swept 0.4 to 0.7, cross-fitted over the first set of tests/stories (bench/stories.py)
LEAST_PAIR = 0.1  # pairs less like each other are as good as none


def groups(ids: Sequence[str], like: Mapping[tuple[str, str], float]) -> list[list[str]]:
    """The articles in groups, the same for any order of `ids`; `like` has pairs (lesser id, greater id).

    The two groups that are most like each other, by the mean over all pairs between them, are joined until no mean is
    left that reaches `LEAST_MEAN` (UPGMA, Sokal and Michener 1958).
    """
    names = sorted(ids)
    means = _matrix(names, like)
    held = [[name] for name in names]
    while len(held) > 1:
        best = int(np.argmax(means))
        a, b = divmod(best, len(held))
        if means[a, b] < LEAST_MEAN:
            break
        a, b = min(a, b), max(a, b)
        joined = (means[a] * len(held[a]) + means[b] * len(held[b])) / (len(held[a]) + len(held[b]))
        means[a, :] = means[:, a] = joined
        means[a, a] = -1
        means = np.delete(np.delete(means, b, 0), b, 1)
        held[a] += held.pop(b)
    return [sorted(group) for group in held]


def _matrix(names: Sequence[str], like: Mapping[tuple[str, str], float]) -> np.ndarray:
    place = {name: n for n, name in enumerate(names)}
    means = np.zeros((len(names), len(names)))
    np.fill_diagonal(means, -1)
    for (a, b), value in like.items():
        means[place[a], place[b]] = means[place[b], place[a]] = value
    return means
