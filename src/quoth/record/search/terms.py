"""Text as the terms that search compares: words without case and accents, and the stems that their forms share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol

from quoth.record.rows import folded

WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")  # letters and figures, with accents that stand apart
PLAIN = re.compile(r"[^\W_]+")
LONGEST = 60  # characters of a word that are compared; longer ones are addresses and damage


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a text, as it is compared, and where it stands in it."""

    word: str
    start: int
    end: int


def words(text: str) -> list[str]:
    """The words of `text` as they are compared, in order."""
    out: list[str] = []
    for word in WORD.findall(text):
        if word.isascii():
            out.append(word.lower()[:LONGEST])
        else:
            out += _compared(word)
    return out


def terms(text: str) -> Iterator[Term]:
    """The words of `text` with their code points; one printed word may be several ("½" is "1" and "2")."""
    for match in WORD.finditer(text):
        for word in words(match[0]):
            yield Term(word, match.start(), match.end())


@lru_cache(maxsize=50_000)
def _compared(word: str) -> tuple[str, ...]:
    return tuple(part[:LONGEST] for part in PLAIN.findall(folded(word)))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """What the forms of an English word have in common: "appealed" and "appeals" give "appeal"."""
    return _english().stemWord(word)


@cache
def _english() -> _Stemmer:
    from snowballstemmer import stemmer

    english: _Stemmer = stemmer("english")
    return english


def runs(among: Sequence[str], sought: Sequence[str], prefix: bool = False) -> Iterator[int]:
    """Where `sought` stands in `among`, word after word; with `prefix` its last word need only begin so."""
    whole, last = list(sought[:-1]), sought[-1]
    for start in range(len(among) - len(whole)):
        ending = among[start + len(whole)]
        if (ending.startswith(last) if prefix else ending == last) and list(among[start : start + len(whole)]) == whole:
            yield start
