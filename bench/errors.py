"""Sample quoth's errors to be read: python bench/errors.py [--gold ROWS] [--weights FOLDER] [--count N] [--seed N]

Reads the gold's articles (every line of a row's text is a body passage, as in training/evaluate.py), pairs what is
found with the gold as the shared scorer does, and prints how many errors there are of each kind, then a sample of them:

    [n] KIND mention | cue | content    of the gold; of a false find quoth's own
        ~ what quoth found instead, " // " between several; of a false find its confidence
        @ the text around

MISS: no find is left over that overlaps the gold statement. WORDS: one is, but they share less than half their words.
MENTION: the words are right, the mention is not. FALSE: a find that is paired with nothing and overlaps no gold
statement that is left over. A find is paired once at most: of two statements that it runs together, one is a MISS.
The same rows, weights, count and seed give the same sample. It quotes the corpus; what is written of it must not.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import ModuleType

from changes import Json, runs_of, same_mention
from quoth import pipeline
from quoth.domain import Reading
from rows import article
from scorer import SHARED, load_scorer

BEFORE_CHARS, AFTER_CHARS = 100, 50
TOLD_CHARS, FOUND_CHARS, AROUND_CHARS = 230, 200, 330

Spans = Mapping[str, Sequence[Sequence[int]]]
"""A statement's spans by role."""
Words = Mapping[str, set[int]]
"""The same as words of the text, which is what the scorer pairs."""


class Kind(StrEnum):
    """What is wrong, as the scorer counts it."""

    MISS = "MISS"
    WORDS = "WORDS"
    MENTION = "MENTION"
    FALSE = "FALSE"


@dataclass(frozen=True, slots=True)
class Error:
    """One error, in the words that its reader needs."""

    kind: Kind
    told: str
    found: str
    around: str

    def __str__(self) -> str:
        told, found = self.told[:TOLD_CHARS], self.found[:FOUND_CHARS]
        return f"{self.kind} {told}\n    ~ {found}\n    @ {self.around[:AROUND_CHARS]}"


@dataclass(frozen=True, slots=True)
class Compared:
    """One article's finds beside its gold."""

    text: str
    gold: Sequence[Spans]
    finds: Sequence[Spans]
    gold_words: Sequence[Words]
    find_words: Sequence[Words]
    pairs: Sequence[tuple[int, int]]

    @property
    def lone_gold(self) -> list[int]:
        paired = {j for _, j in self.pairs}
        return [j for j in range(len(self.gold)) if j not in paired]

    @property
    def lone_finds(self) -> list[int]:
        paired = {i for i, _ in self.pairs}
        return [i for i in range(len(self.finds)) if i not in paired]

    def overlaps(self, find: int, gold: int) -> bool:
        return not self.find_words[find]["content"].isdisjoint(self.gold_words[gold]["content"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=SHARED / "data" / "polnear" / "dev.jsonl")
    parser.add_argument("--weights", type=Path, help="a folder; without it those that ship with quoth")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=5)
    given = parser.parse_args()
    scorer = load_scorer()
    if not given.gold.exists():
        parser.error(f"{given.gold}: no such file")
    rows = scorer.load(given.gold)
    errors = [
        error
        for row, reading in zip(rows, readings(rows, given.weights), strict=True)
        for error in errors_of(scorer, row, reading)
    ]
    print(heading(errors))
    for n, error in enumerate(sample(errors, given.count, given.seed)):
        print(f"[{n}] {error}")


def readings(rows: Iterable[Json], weights: Path | None) -> Iterator[Json]:
    """What quoth finds in each row, as contract lines."""
    for reading in pipeline.read(map(article, rows), pipeline.open_tagger(weights)):
        if isinstance(reading, Reading):
            yield pipeline.to_contract(reading)


def errors_of(scorer: ModuleType, row: Json, reading: Json) -> Iterator[Error]:
    """One article's errors: wrong mentions first, then what was missed, then what the gold lacks.

    A find inside another that the gold lacks is no error, as for the scorer.
    """
    one = compared(scorer, row, reading)
    for i, j in one.pairs:
        if not same_mention(scorer, one.find_words[i]["mention"], one.gold_words[j]["mention"]):
            yield _error(Kind.MENTION, one, one.gold[j], _line(one.text, one.finds[i]))
    for j in one.lone_gold:
        near = [_line(one.text, one.finds[i]) for i in one.lone_finds if one.overlaps(i, j)]
        yield _error(Kind.WORDS if near else Kind.MISS, one, one.gold[j], " // ".join(near) or "-")
    for i in one.lone_finds:
        statement = reading["statements"][i]
        if statement["within"] is None and not any(one.overlaps(i, j) for j in one.lone_gold):
            yield _error(Kind.FALSE, one, one.finds[i], str(statement["confidence"]["words"]))


def compared(scorer: ModuleType, row: Json, reading: Json) -> Compared:
    """The reading beside the row's gold, paired by the scorer."""
    runs = runs_of(scorer, row["text"])

    def words(spans: Spans) -> Words:
        return {role: scorer.covered(runs, spans[role]) for role in scorer.ROLES}

    gold = [{role: one[scorer.GOLD_KEY[role]] for role in scorer.ROLES} for one in row["attributions"]]
    finds = [scorer.statement_spans(one) for one in reading["statements"]]
    gold_words, find_words = [*map(words, gold)], [*map(words, finds)]
    return Compared(row["text"], gold, finds, gold_words, find_words, scorer.pair(find_words, gold_words))


def _error(kind: Kind, one: Compared, told: Spans, found: str) -> Error:
    return Error(kind, _line(one.text, told), found, _around(one.text, told))


def _line(text: str, spans: Spans) -> str:
    """Mention, cue and content between bars, a dash for what is not there."""
    roles = (" … ".join(text[s:e] for s, e in spans[role]) or "-" for role in ("mention", "cue", "content"))
    return " | ".join(roles)


def _around(text: str, spans: Spans) -> str:
    """The text from shortly before the statement, in its paragraph, to shortly after it."""
    ends = [end for pieces in spans.values() for piece in pieces for end in piece] or [0, 1]
    start = max(text.rfind("\n", 0, min(ends)) + 1, min(ends) - BEFORE_CHARS)
    return text[start : max(ends) + AFTER_CHARS].replace("\n", " ¶ ")


def heading(errors: Sequence[Error]) -> str:
    """How many errors of each kind, and their total."""
    count = Counter(error.kind for error in errors)
    return f"{json.dumps({kind: count[kind] for kind in Kind})} {len(errors)}"


def sample(errors: Sequence[Error], count: int, seed: int) -> list[Error]:
    """So many of the errors, or all where there are fewer; the same for the same seed."""
    return random.Random(seed).sample(errors, min(count, len(errors)))


if __name__ == "__main__":
    main()
