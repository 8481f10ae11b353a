"""How likely two articles print the same copy: from their words and days, the same whichever comes first."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from quoth.record.stories.fingerprint import Fingerprint

WEIGHTS = Path(__file__).with_name("likeness.json")
FEWEST_WORDS = 3  # a paragraph of fewer content words tells nothing
VERBATIM = 0.5  # of a paragraph's shingles: it is the same paragraph


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two articles share, seen from the one with fewer words of its own. Shares run from 0 to 1."""

    own: float  # of the reporter's own words
    near: float  # of each paragraph's content words, in the paragraph of the other that is most like it
    reworded: float  # the same, of the paragraphs that are not printed verbatim
    lead: float  # of the first paragraph's content words
    verbatim: float  # of the paragraphs
    days_apart: float  # 1: more than a day


def likeness(one: Fingerprint, other: Fingerprint) -> float:
    """The probability that both print the same copy: logistic regression, fitted by bench/stories.py --write."""
    seen = asdict(evidence(one, other))
    weights = _weights()
    return 1 / (1 + math.exp(-weights["bias"] - sum(weights[name] * value for name, value in seen.items())))


def evidence(one: Fingerprint, other: Fingerprint) -> Evidence:
    """What the two share."""
    short, long = sorted((one, other), key=lambda print_: (len(print_.all_own), print_.paragraphs))
    told = _paragraphs(short, long)
    reworded = [(words, near) for words, near, verbatim in told if not verbatim]
    return Evidence(
        own=len(short.all_own & long.all_own) / max(len(short.all_own), 1),
        near=_mean([(words, near) for words, near, _ in told], 0.0),
        reworded=_mean(reworded, 1.0),
        lead=max(_lead(told), _lead(_paragraphs(long, short))),
        verbatim=sum(verbatim for *_, verbatim in told) / max(len(told), 1),
        days_apart=float(_days_apart(one, other) > 1),
    )


def _paragraphs(of: Fingerprint, within: Fingerprint) -> list[tuple[int, float, bool]]:
    """Of each paragraph: how many content words it has, how near the other comes to it, whether it is printed there."""
    there = within.all_own | within.quoted
    return [
        (
            len(words),
            max((len(words & others) / len(words) for others in within.contents), default=0.0),
            len(own & there) >= VERBATIM * max(len(own), 1),
        )
        for words, own in zip(of.contents, of.own, strict=True)
        if len(words) >= FEWEST_WORDS
    ]


def _mean(told: list[tuple[int, float]], without: float) -> float:
    """The mean, each paragraph weighed by its words."""
    return sum(words * near for words, near in told) / sum(words for words, _ in told) if told else without


def _lead(told: list[tuple[int, float, bool]]) -> float:
    return told[0][1] if told else 0.0


def _days_apart(one: Fingerprint, other: Fingerprint) -> int:
    """Days between the two, 0 where one has no date."""
    if one.published is None or other.published is None:
        return 0
    first, second = sorted((one.published, other.published))
    return max((second[0] - first[1]).days, 0)


@cache
def _weights() -> Mapping[str, float]:
    weights: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf8"))
    return weights
