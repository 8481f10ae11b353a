"""A record's worth of invented news: articles and statements as values, with words as frequent as words are.

Nothing here is printed anywhere: words and names are made of syllables. The n-th most frequent word is as frequent as
Zipf's law has it, statements are as long as those of the development articles, one article in seven is a copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

ONSETS = tuple("b bl br c ch d dr f fl g gr h j k l m n p pl pr qu r s sh sl st t th tr v w z".split())  # noqa: SIM905
VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ee", "ie", "oa", "ou")
CODAS = ("", "", "", *"b ck d g l ll m n nd ng p r rd rn s st t x".split())  # noqa: SIM905
SECTIONS = tuple("World Politics Business Sport Culture Science Health Courts Letters Travel Home".split())  # noqa: SIM905
FIRST_DAY, DAYS = date(2015, 1, 1), 4000
STATEMENTS_AN_ARTICLE = 20
COPIED = 0.15
KINDS = (("person", 0.75), ("organisation", 0.12), ("unnamed", 0.08), ("group", 0.05))
STATUSES = (
    ("asserted", 0.86),
    ("denied", 0.03),
    ("not said", 0.01),
    ("refused", 0.02),
    ("hypothetical", 0.04),
    ("expected", 0.04),
)
ACTS = (("said", 0.84), ("wrote", 0.06), ("thought", 0.07), ("did", 0.03))
MANNERS = (("direct", 0.45), ("indirect", 0.42), ("mixed", 0.13))
REVIEWS = (("machine", 0.94), ("checked", 0.04), ("edited", 0.01), ("rejected", 0.01))


@dataclass(frozen=True, slots=True)
class Printed:
    """One article."""

    id: str
    outlet: str
    section: str
    byline: str
    collections: tuple[str, ...]
    published: date


@dataclass(frozen=True, slots=True)
class Told:
    """One statement."""

    id: str
    article: Printed
    position: int
    quote: str
    speaker: str
    role: str
    kind: str
    manner: str
    act: str
    status: str
    review: str
    said: date | None
    about: tuple[str, ...]
    through: str | None
    utterance: str


class Press:
    """Makes articles, the same ones for the same seed."""

    def __init__(self, statements: int, seed: int = 5) -> None:
        self.rng = np.random.default_rng(seed)
        self.count = statements
        self.words = self._invented(60_000)
        self.names = self._names(20_000)
        self.outlets = [f"{self._name()} {kind}" for kind in ("Gazette", "Echo", "Courier", "Post") for _ in range(15)]
        self.roles = [" ".join(self.rng.choice(self.words[200:3000], size=2)) for _ in range(500)]
        self.topics = [self._name() for _ in range(5_000)]
        self.bylines = [f"{self._name()} {self._name()}" for _ in range(1_000)]
        self.frequency = _zipf(len(self.words), 1.0)
        self.fame = _zipf(len(self.names), 0.8)
        self.weight = np.cumsum(_zipf(len(self.topics), 0.8))
        self.size = np.cumsum(_zipf(len(self.outlets), 0.6))

    def articles(self) -> Iterator[tuple[Printed, list[Told]]]:
        """The articles with their statements, the first published first."""
        count = max(1, self.count // STATEMENTS_AN_ARTICLE)
        days = np.sort(self.rng.integers(0, DAYS, size=count))
        before: list[Told] = []
        for n in range(count):
            article = self._article(n, FIRST_DAY + timedelta(int(days[n])))
            copied = bool(before) and self.rng.random() < COPIED
            told = [self._copy(one, article) for one in before] if copied else self._statements(article)
            before = told if not copied else before
            yield article, told

    def _article(self, n: int, day: date) -> Printed:
        held = ("news", "beat") if self.rng.random() < 0.1 else ("news",)
        section = SECTIONS[int(self.rng.integers(len(SECTIONS)))]
        byline = self.bylines[int(self.rng.integers(len(self.bylines)))]
        return Printed(f"{n:016x}", self._one(self.outlets, self.size), section, byline, held, day)

    def _statements(self, article: Printed) -> list[Told]:
        lengths = np.clip(self.rng.lognormal(2.95, 0.6, STATEMENTS_AN_ARTICLE).astype(int), 3, 120)
        drawn = self.rng.choice(len(self.words), size=int(lengths.sum()), p=self.frequency)
        cast = self.rng.choice(len(self.names), size=5, p=self.fame)
        out, place = [], 0
        for n, length in enumerate(lengths):
            quote = " ".join(self.words[word] for word in drawn[place : place + length])
            place += length
            out.append(self._told(article, n, f"“{quote}.”", int(cast[int(self.rng.integers(len(cast)))])))
        return out

    def _told(self, article: Printed, n: int, quote: str, who: int) -> Told:
        id_ = f"{article.id[-8:]}{n:08x}"
        draw = self.rng.random
        said = article.published - timedelta(int(self.rng.integers(0, 4))) if draw() < 0.6 else None
        about = tuple(self._one(self.topics, self.weight) for _ in range(int(self.rng.integers(0, 3))))
        return Told(
            id_,
            article,
            n,
            quote,
            self.names[who],
            self.roles[who % len(self.roles)],
            _drawn(KINDS, draw()),
            _drawn(MANNERS, draw()),
            _drawn(ACTS, draw()),
            _drawn(STATUSES, draw()),
            _drawn(REVIEWS, draw()),
            said,
            about,
            self._one(self.outlets, self.size) if draw() < 0.1 else None,
            id_,
        )

    def _copy(self, one: Told, article: Printed) -> Told:
        id_ = f"{article.id[-8:]}{one.position:08x}"
        facts = (one.quote, one.speaker, one.role, one.kind, one.manner, one.act, one.status, one.review, one.said)
        return Told(id_, article, one.position, *facts, one.about, one.through, one.utterance)

    def _one(self, among: list[str], weights: np.ndarray) -> str:
        return among[min(int(np.searchsorted(weights, self.rng.random())), len(among) - 1)]

    def _syllable(self) -> str:
        return "".join(part[int(self.rng.integers(len(part)))] for part in (ONSETS, VOWELS, CODAS))

    def _name(self) -> str:
        return (self._syllable() + self._syllable()).capitalize()

    def _invented(self, count: int) -> list[str]:
        """Different words, the frequent ones short."""
        words: dict[str, None] = {}
        while len(words) < count:
            rank = len(words)
            syllables = 1 if rank < 400 else 2 if rank < 20_000 else 3
            words["".join(self._syllable() for _ in range(syllables))] = None
        return list(words)

    def _names(self, count: int) -> list[str]:
        given, family = [self._name() for _ in range(600)], [self._name() for _ in range(6_000)]
        names: dict[str, None] = {}
        while len(names) < count:
            names[f"{given[int(self.rng.integers(600))]} {family[int(self.rng.integers(6_000))]}"] = None
        return list(names)


def _zipf(count: int, exponent: float) -> np.ndarray:
    weights = 1 / np.arange(1, count + 1) ** exponent
    return weights / weights.sum()


def _drawn(choices: tuple[tuple[str, float], ...], at: float) -> str:
    for value, share in choices:
        at -= share
        if at < 0:
            return value
    return choices[0][0]


def vectors(count: int, seed: int = 7) -> np.ndarray:
    """float32[count, 384], of length 1: subjects of three thousand, in them matters of fifty, more or less alike."""
    rng = np.random.default_rng(seed)
    subjects = rng.standard_normal((max(1, count // 3000), 384), dtype=np.float32)
    matters = rng.standard_normal((max(1, count // 50), 384), dtype=np.float32)
    matters += subjects[rng.integers(len(subjects), size=len(matters))]
    out = matters[rng.integers(len(matters), size=count)]
    own = rng.lognormal(0.2, 0.4, size=(count, 1)).astype(np.float32)
    out += rng.standard_normal((count, 384), dtype=np.float32) * own
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    return out
