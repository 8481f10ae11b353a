"""Numbers by which wordings that share a run of words find each other: winnowed shingles (Schleimer et al. 2003)."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

SHINGLE = 3  # words
WINDOW = 2  # of any two shingles in a row one is kept: a shared run of four words is never missed


def prints(forms: Sequence[str]) -> frozenset[int]:
    """What is kept of a wording: about two in three of its shingles, as signed 64-bit numbers."""
    hashes = _hashes(forms)
    last = max(len(hashes) - WINDOW + 1, 1)
    return frozenset(min(hashes[n : n + WINDOW]) for n in range(last)) if hashes else frozenset()


def all_prints(forms: Sequence[str]) -> frozenset[int]:
    """Every shingle of a wording that is looked for: whatever another one has kept of a shared run is among them."""
    return frozenset(_hashes(forms))


def _hashes(forms: Sequence[str]) -> list[int]:
    """The hash of each run of three words; of fewer words, of all of them."""
    if not forms:
        return []
    count = max(len(forms) - SHINGLE + 1, 1)
    return [_hash(" ".join(forms[n : n + SHINGLE])) for n in range(count)]


def _hash(words: str) -> int:
    return int.from_bytes(blake2b(words.encode("utf8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
