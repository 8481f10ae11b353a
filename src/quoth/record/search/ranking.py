"""How well a statement answers: BM25's own measure of a text, without what a collection's statistics would add.

A rank that rests on how common a word is in the record moves with every article that is added, and paging by it would
show a statement twice or never. Where all words must occur, as they do unless OR is written, rarity orders nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quoth.record.search.matching import phrase
from quoth.record.search.query import Words
from quoth.record.search.terms import runs

K1, B = 1.2, 0.75  # BM25's usual values (Robertson and Zaragoza 2009)
USUAL_WORDS = 24  # in a statement: the mean over the development articles

Scorer = Callable[[str, str], float]


def scorer(sought: Sequence[Words]) -> Scorer:
    """What gives a statement's words and stems, as the index has them, their score.

    From 0 for nothing that was sought, upwards; repeated words count ever less, words among many others too.
    """
    leaves = [(one.exact, *phrase(one)) for one in sought]

    def score(words: str, stems: str) -> float:
        plain, bare = words.split(), stems.split()
        weight = K1 * (1 - B + B * len(plain) / USUAL_WORDS)
        counts = [_count(plain if exact else bare, terms, prefix) for exact, terms, prefix in leaves]
        return round(sum(count * (K1 + 1) / (count + weight) for count in counts if count), 4)

    return score if leaves else lambda words, stems: 0.0


def _count(among: list[str], terms: list[str], prefix: bool) -> int:
    if len(terms) == 1 and not prefix:
        return among.count(terms[0])
    return sum(1 for _ in runs(among, terms, prefix))
