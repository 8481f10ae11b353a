"""How well a statement answers: BM25's own measure of a text, without what a collection's statistics would add.

A rank that rests on how common a word is in the record moves with every article that is added, and paging by it would
show a statement twice or never. Where all words must occur, as they do unless OR is written, rarity orders nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from quoth.record.search.query import Words
from quoth.record.search.terms import runs, stem, words

K1, B = 1.2, 0.75  # BM25's usual values (Robertson and Zaragoza 2009)
USUAL_WORDS = 24  # in a statement: the mean over the development articles


def score(quote: str, sought: Sequence[Words]) -> float:
    """From 0 for nothing that was sought, upwards; repeated words count ever less, words among many others too."""
    if not sought:
        return 0.0
    plain = words(quote)
    stems = [stem(word) for word in plain]
    weight = K1 * (1 - B + B * len(plain) / USUAL_WORDS)
    counts = (_count(plain if one.exact else stems, one) for one in sought)
    return round(sum(count * (K1 + 1) / (count + weight) for count in counts if count), 4)


def _count(among: Sequence[str], sought: Words) -> int:
    whole = sought.words if sought.exact else tuple(stem(word) for word in sought.words)
    if len(whole) == 1 and not sought.prefix:
        return among.count(whole[0])
    return sum(1 for _ in runs(among, whole, sought.prefix))
