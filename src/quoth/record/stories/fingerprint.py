"""What of an article's wording tells whether another one prints the same copy.

Candidates are found by MinHash (Broder 1997) with locality-sensitive hashing over pairs of content words, which survive
a paper's cuts and house style; what they share is then looked at word by word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rensa import RMinHash

from quoth.domain import Article, Part, Span
from quoth.marks import quotations

SHINGLE_WORDS = 3
BANDS, ROWS = 64, 2  # two articles that share a fifth of their pairs of words meet in a band in 93 of 100 cases
SEED = 42  # part of what is kept in a record: never to be changed
STEM_LETTERS = 6  # a word's beginning stands for all its forms
REPORT = (Part.STANDFIRST, Part.BODY)
WORD = re.compile(r"\w+")
INT64 = 1 << 63
SMALL_WORDS = """
the and that this with from have has had were was will would could should been their they them than then when what
which who whom into over after before about said says also more most some such only other being there here where
while under between during against because until since its his her our your out not but for are all any one two
"""
SMALL = frozenset(SMALL_WORDS.split())


@dataclass(frozen=True)
class Fingerprint:
    """An article as it is compared: its paragraphs' content words, and every run of three words outside quotations."""

    published: tuple[date, date] | None
    paragraphs: tuple[tuple[str, ...], ...]  # content words, in order
    own: tuple[frozenset[str], ...]  # the reporter's own words; two in one room write down the same quotations
    quoted: frozenset[str]

    @cached_property
    def all_own(self) -> frozenset[str]:
        return frozenset().union(*self.own)

    @cached_property
    def contents(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(words) for words in self.paragraphs)


def fingerprint(article: Article) -> Fingerprint:
    """The fingerprint of what the article reports."""
    report = [passage.span for passage in article.passages if passage.part in REPORT]
    inside = [piece.span for piece in quotations(article.text, report)]
    days = article.published
    return Fingerprint(
        (days.start, days.end) if days else None,
        tuple(content_words(span.of(article.text)) for span in report),
        tuple(shingles(_words_outside(article.text, span, inside), SHINGLE_WORDS) for span in report),
        frozenset().union(*(shingles(_words(span.of(article.text)), SHINGLE_WORDS) for span in inside)),
    )


def bands(print_: Fingerprint) -> list[int]:
    """One signed 64-bit number a band: articles that share one are candidates. Empty where there are no words."""
    pairs = frozenset().union(*(shingles(words, 2) for words in print_.paragraphs if len(words) > 1))
    if not pairs:
        return []
    signature = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    signature.update(sorted(pairs))
    values = signature.digest()
    return [_signed(values[ROWS * n] << 32 | values[ROWS * n + 1]) for n in range(BANDS)]


def content_words(text: str) -> tuple[str, ...]:
    """The words that carry the news, cut to their stems: numbers, and words of four letters and more."""
    return tuple(word[:STEM_LETTERS] for word in _words(text) if _tells(word))


def shingles(words: tuple[str, ...], size: int) -> frozenset[str]:
    """Every run of `size` words; of fewer words, all of them as one."""
    if not words:
        return frozenset()
    count = max(len(words) - size + 1, 1)
    return frozenset(" ".join(words[n : n + size]) for n in range(count))


def _tells(word: str) -> bool:
    return word not in SMALL and (len(word) >= 4 or any(mark.isdigit() for mark in word))


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold()))


def _words_outside(text: str, paragraph: Span, inside: list[Span]) -> tuple[str, ...]:
    out: tuple[str, ...] = ()
    at = paragraph.start
    for span in sorted(span for span in inside if paragraph.contains(span)):
        if span.start > at:
            out += _words(text[at : span.start])
        at = max(at, span.end)
    return out + _words(text[at : paragraph.end])


def _signed(value: int) -> int:
    return value - 2 * INT64 if value >= INT64 else value
