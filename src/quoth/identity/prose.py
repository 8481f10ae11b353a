"""An article's text as sentences and words, with what stands in quotation marks and which lines are in title case."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quoth.domain import Article, Part, Span
from quoth.identity.vocabulary import FUNCTION_WORDS
from quoth.marks import quotations

ABBREVIATED = [
    "mr",
    "mrs",
    "ms",
    "dr",
    "prof",
    "rev",
    "fr",
    "sr",
    "jr",
    "st",
    "sen",
    "sens",
    "rep",
    "reps",
    "gov",
    "govs",
    "lt",
    "col",
    "gen",
    "maj",
    "capt",
    "sgt",
    "cpl",
    "pvt",
    "adm",
    "cmdr",
    "brig",
    "hon",
    "pres",
    "atty",
    "no",
    "vs",
    "etc",
    "inc",
    "ltd",
    "co",
    "corp",
    "jan",
    "feb",
    "mar",
    "apr",
    "aug",
    "sept",
    "sep",
    "oct",
    "nov",
    "dec",
    "ala",
    "ariz",
    "ark",
    "calif",
    "colo",
    "conn",
    "del",
    "fla",
    "ga",
    "ill",
    "ind",
    "kan",
    "ky",
    "la",
    "md",
    "mass",
    "mich",
    "minn",
    "miss",
    "mo",
    "mont",
    "neb",
    "nev",
    "okla",
    "ore",
    "pa",
    "penn",
    "tenn",
    "tex",
    "va",
    "vt",
    "wash",
    "wis",
    "wyo",
    "dept",
    "univ",
    "messrs",
]
WORD = re.compile(
    r"['’]s\b"
    r"|(?:[A-Z]\.){2,}"
    r"|\b(?:[A-Z](?=\.)|" + "|".join(ABBREVIATED) + r")\.(?!\w)"
    r"|\d+(?:[.,]\d+)+%?"
    r"|[^\W_]+(?:[-‑'’.&/](?!s\b)[^\W_]+)*|[$%&@]",
    re.IGNORECASE,
)
# "said Mr." ends no sentence, "J. Michael" neither.
SENTENCE_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])")
SAID = frozenset(["said", "says", "told", "saying", "asking", "asked"])
MAX_SMALL_SHARE = 0.1  # of a headline's longer words may begin small
MIN_TITLE_WORDS, MIN_HEADLINE_WORDS = 4, 2


@dataclass(frozen=True, slots=True)
class Word:
    """One word as printed; a possessive 's is a word of its own."""

    text: str
    span: Span
    number: int  # place among the words of the article
    lower: str  # without a full stop at its end

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its words, the paragraph it stands in, and whether its capitals tell nothing."""

    span: Span
    paragraph: int
    words: tuple[Word, ...]
    title_case: bool
    part: Part


class Prose:
    """The spoken passages of an article, cut into sentences and words, in text order."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        passages = article.spoken()
        self.sentences: list[Sentence] = []
        self.words: list[Word] = []
        for paragraph, passage in enumerate(passages):
            least = MIN_HEADLINE_WORDS if passage.part is Part.HEADLINE else MIN_TITLE_WORDS
            for span in _sentences(article.text, passage.span):
                words = tuple(self._read(span))
                shouts = _title_case(words, least)
                self.sentences.append(Sentence(span, paragraph, words, shouts, passage.part))
        self._sentence_starts = [sentence.span.start for sentence in self.sentences]
        self._word_starts = [word.span.start for word in self.words]
        pieces = quotations(article.text, [passage.span for passage in passages])
        self.quoted = [Span(*piece.inner) for piece in pieces if piece.depth == 0 and piece.inner[0] < piece.inner[1]]
        self._quoted_starts = [span.start for span in self.quoted]

    def _read(self, span: Span) -> Iterator[Word]:
        for match in WORD.finditer(self.text, span.start, span.end):
            word = Word(match[0], Span(*match.span()), len(self.words), match[0].lower().rstrip(".").replace("’", "'"))
            self.words.append(word)
            yield word

    def sentence_number(self, place: int) -> int:
        """The number of the sentence that begins last before the character `place`, or holds it."""
        return max(0, bisect_right(self._sentence_starts, place) - 1)

    def sentence(self, place: int) -> Sentence:
        return self.sentences[self.sentence_number(place)]

    def in_quotes(self, place: int) -> bool:
        """Whether the character stands in an outer quotation."""
        n = bisect_right(self._quoted_starts, place) - 1
        return n >= 0 and self.quoted[n].end > place

    def within(self, span: Span) -> list[Word]:
        """The words that begin in the span."""
        return self.words[self._number(span.start) : self._number(span.end)]

    def before(self, place: int) -> list[Word]:
        """The words of the same sentence that begin before the character."""
        sentence = self.sentence(place)
        return self.within(Span(sentence.span.start, place)) if place > sentence.span.start else []

    def after(self, place: int) -> list[Word]:
        """The words of the same sentence that begin at the character or after it."""
        sentence = self.sentence(max(0, place - 1))
        return self.within(Span(place, sentence.span.end)) if place < sentence.span.end else []

    def _number(self, place: int) -> int:
        n = bisect_right(self._word_starts, place)
        return n - 1 if n and self._word_starts[n - 1] == place else n


@lru_cache(maxsize=4)
def prose_of(article: Article) -> Prose:
    """The article's prose, read once for all the steps that ask for it one after another."""
    return Prose(article)


def _sentences(text: str, passage: Span) -> Iterator[Span]:
    start = passage.start
    for match in SENTENCE_END.finditer(text, passage.start, passage.end):
        last = re.search(r"([\w.]+)\W*$", text[start : match.start() + 1])
        word = last[1].rstrip(".").lower() if last else ""
        period = match[0].strip() == "."
        if (
            period
            and (word in ABBREVIATED or len(word) == 1 or re.fullmatch(r"(?:\w\.)+\w", word))
            and (word != "i" or match.start() == start + 1)
        ):
            continue
        yield Span(start, match.start() + len(match[0].rstrip()))
        start = match.end()
    if start < passage.end:
        yield Span(start, passage.end)


def _title_case(words: tuple[Word, ...], least: int) -> bool:
    """Whether all but a few of the longer words begin with capitals, so that capitals tell nothing."""
    long = [
        word
        for word in words
        if len(word.text) > 3 and word.text[0].isalpha() and word.lower not in FUNCTION_WORDS - SAID
    ]
    return len(long) >= least and sum(not word.capital for word in long) <= MAX_SMALL_SHARE * len(long)
