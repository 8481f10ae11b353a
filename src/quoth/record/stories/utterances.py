"""Which statements of one story are one thing said once: the copies of it, and a headline that repeats the body."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from rapidfuzz import fuzz, process
from sqlalchemy import Connection, bindparam, select, update

from quoth.record import tables

LEAST_ALIKE = 85  # percent of token_set_ratio: a paper's cuts and house style stay above it, another remark does not
FEWEST_WORDS = 4  # fewer say too little to be told apart: they must be the same
ABOVE_THE_BODY = frozenset({"headline", "standfirst"})
NEGATION = re.compile(r"\b(?:not|no|never|nobody|nothing|none|neither|nor|without|cannot)\b|n['’]t\b")


@dataclass(frozen=True)
class Told:
    """What of a statement tells whether another one is the same thing said."""

    key: int
    id: str
    article: str
    part: str
    quote: str
    speakers: tuple[str, ...]
    utterance: str = ""  # to which it belongs on record

    @cached_property
    def words(self) -> str:
        return " ".join(re.findall(r"\w+", self.quote.casefold()))


MARK = update(tables.statements).where(tables.statements.c.key == bindparam("its")).values(utterance=bindparam("least"))


def mark_utterances(connection: Connection, articles: Sequence[str]) -> None:
    """Gives the statements of these articles, which are one story, the utterance that each belongs to."""
    changed = []
    for members in utterances(list(_told(connection, articles))):
        least = min(one.id for one in members)
        changed += [{"its": one.key, "least": least} for one in members if one.utterance != least]
    if changed:
        connection.execute(MARK, changed)


def utterances(told: Sequence[Told]) -> list[list[Told]]:
    """The statements in groups, each one thing said once; alone where nothing is like it."""
    leader = list(range(len(told)))

    def lead(n: int) -> int:
        while leader[n] != n:
            n = leader[n]
        return n

    for a, b in _alike(told):
        leader[max(lead(a), lead(b))] = min(lead(a), lead(b))
    groups: dict[int, list[Told]] = defaultdict(list)
    for n, one in enumerate(told):
        groups[lead(n)].append(one)
    return list(groups.values())


def is_same(one: Told, other: Told) -> bool:
    """Whether two statements whose words are alike are one thing said once."""
    if one.article == other.article and (one.part in ABOVE_THE_BODY) == (other.part in ABOVE_THE_BODY):
        return False  # said twice in one report: two things said
    if bool(NEGATION.search(one.quote.casefold())) != bool(NEGATION.search(other.quote.casefold())):
        return False
    return one.words == other.words or (_may_be_same_speaker(one, other) and _says_enough(one, other))


def _alike(told: Sequence[Told]) -> Iterator[tuple[int, int]]:
    if len(told) < 2:
        return
    words = [one.words for one in told]
    scores = process.cdist(words, words, scorer=fuzz.token_set_ratio, score_cutoff=LEAST_ALIKE, dtype=np.uint8)
    for a, b in np.argwhere(np.triu(scores, 1)):
        if is_same(told[a], told[b]):
            yield int(a), int(b)


def _says_enough(one: Told, other: Told) -> bool:
    return min(len(one.words.split()), len(other.words.split())) >= FEWEST_WORDS


def _may_be_same_speaker(one: Told, other: Told) -> bool:
    """Whether nothing tells them apart: a headline says "Ruiz" or nobody where the body says "Ana Ruiz"."""
    if not one.speakers or not other.speakers:
        return True
    surnames = [{name.split()[-1] for name in told.speakers if name} for told in (one, other)]
    return bool(surnames[0] & surnames[1])


def _told(connection: Connection, articles: Sequence[str]) -> Iterator[Told]:
    """The articles' statements, by article and place."""
    columns = tables.statements.c
    here = columns.article.in_(articles)
    speakers: dict[int, list[str]] = defaultdict(list)
    said = tables.statement_speakers
    joined = said.join(tables.statements, said.c.statement == columns.key)
    who = select(said.c.statement, said.c.folded).select_from(joined).where(here).order_by(said.c.position)
    for spoken in connection.execute(who):
        speakers[spoken.statement].append(spoken.folded)
    told = (columns.key, columns.id, columns.article, columns.part, columns.quote, columns.utterance)
    for row in connection.execute(select(*told).where(here).order_by(columns.article, columns.position)):
        yield Told(row.key, row.id, row.article, row.part, row.quote, tuple(speakers[row.key]), row.utterance)
