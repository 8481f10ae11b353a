"""Names as they are compared: without accents and case, and by the consonants that every transliteration keeps."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "’": "'"})
SOUNDS = (
    ("tch", "c"), ("tsch", "c"), ("sch", "s"), ("sh", "s"), ("ch", "c"), ("cz", "c"), ("ts", "c"), ("tz", "c"),
    ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("zh", "z"), ("dj", "j"), ("ck", "k"),
    ("qu", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("z", "s"), ("c", "k"),
)  # fmt: skip


@lru_cache(maxsize=100_000)
def folded(name: str) -> str:
    """Lower case, without accents, one space between words."""
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark))
    return " ".join(bare.casefold().translate(PLAIN).split())


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The consonants of a folded word as they sound: the same for Yevgeny and Evgeny, Mohammed and Muhammad."""
    bare = re.sub(r"[^a-z]", "", word)
    bare = re.sub(r"^(?:y(?=[aeiou])|ie(?=v))", "", bare)
    for written, sound in SOUNDS:
        bare = bare.replace(written, sound)
    rest = re.sub(r"[aeiouyjh]", "", bare[1:])
    first = "a" if bare[:1] in tuple("aeiouyj") else bare[:1]
    return re.sub(r"(.)\1+", r"\1", first + rest)
