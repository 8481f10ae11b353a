"""Which statements a change of quoth gained and lost, against the readings of the run before.

Right is what the scorer's linked.joint counts: the words are paired with a gold statement and its mention is right.
Stray is a statement that is paired with none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import ModuleType
from typing import Any

Json = dict[str, Any]
SHOWN_CHARS = 90


class Kind(StrEnum):
    """What happened to a statement, as the section's heading names it."""

    LOST = "lost (were right)"
    GAINED = "gained (now right)"
    STRAY = "new strays (no gold statement)"
    CLEARED = "strays gone"


@dataclass(frozen=True, slots=True)
class Change:
    """One statement that moved, with the words that an editor would look for in the article."""

    kind: Kind
    article: str
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one article's reading stands to its gold."""

    right: frozenset[int]  # indices of gold statements
    heard: Mapping[int, str]  # of each gold statement whose words were found, to whom they were given
    strays: tuple[Json, ...]


def changes(
    scorer: ModuleType, gold: Sequence[Json], before: Mapping[str, Json], after: Mapping[str, Json]
) -> list[Change]:
    """All changes, article by article in gold order; articles that one of the runs lacks count as read empty."""
    nothing: Json = {"statements": []}
    return [
        change
        for article in gold
        for change in changes_of(scorer, article, before.get(article["id"], nothing), after.get(article["id"], nothing))
    ]


def changes_of(scorer: ModuleType, article: Json, before: Json, after: Json) -> Iterator[Change]:
    """The changes of one article."""
    old, new = standing(scorer, article, before), standing(scorer, article, after)
    for index, statement in enumerate(article["attributions"]):
        words = shown(article["text"], statement["content"])
        if index in old.right - new.right:
            heard = new.heard.get(index)
            yield Change(Kind.LOST, article["id"], words, "not found" if heard is None else f"now by {heard!r}")
        elif index in new.right - old.right:
            yield Change(Kind.GAINED, article["id"], words)
    runs = runs_of(scorer, article["text"])
    kept = scorer.pair(tokens(scorer, runs, old.strays), tokens(scorer, runs, new.strays))
    for kind, strays, met in (
        (Kind.STRAY, new.strays, {j for _, j in kept}),
        (Kind.CLEARED, old.strays, {i for i, _ in kept}),
    ):
        for index, stray in enumerate(strays):
            if index not in met:
                yield Change(kind, article["id"], shown(article["text"], stray["content"]))


def standing(scorer: ModuleType, article: Json, reading: Json) -> Standing:
    """What of the gold the reading has right, by the scorer's own pairing."""
    text, runs = article["text"], runs_of(scorer, article["text"])
    statements = reading["statements"]
    gold = [
        {role: scorer.covered(runs, statement[scorer.GOLD_KEY[role]]) for role in scorer.ROLES}
        for statement in article["attributions"]
    ]
    predicted = tokens(scorer, runs, statements)
    pairs = scorer.pair(predicted, gold)
    right = {j for i, j in pairs if same_mention(scorer, predicted[i]["mention"], gold[j]["mention"])}
    heard = {j: text[slice(*(statements[i].get("mention") or (0, 0)))] for i, j in pairs}
    paired = {i for i, _ in pairs}
    strays = (s for i, s in enumerate(statements) if i not in paired and s.get("within") is None)
    return Standing(frozenset(right), heard, tuple(strays))


def same_mention(scorer: ModuleType, given: set[int], gold: set[int]) -> bool:
    """The scorer's linked.speaker for one pair."""
    return not (given or gold) or bool(scorer.jaccard(given, gold) >= 0.5)


def runs_of(scorer: ModuleType, text: str) -> list[tuple[int, int]]:
    """The words of a text as the scorer counts them, without punctuation."""
    return [m.span() for m in scorer.WORD.finditer(text) if text[m.start()].isalnum()]


def tokens(scorer: ModuleType, runs: list[tuple[int, int]], statements: Sequence[Json]) -> list[dict[str, set[int]]]:
    """The statements' roles as sets of words, which is what the scorer pairs."""
    spans = map(scorer.statement_spans, statements)
    return [{role: scorer.covered(runs, one[role]) for role in scorer.ROLES} for one in spans]


def shown(text: str, content: Sequence[Sequence[int]]) -> str:
    """The first words of the content, on one line."""
    words = " ".join(" … ".join(text[start:end] for start, end in content).split())
    return words if len(words) <= SHOWN_CHARS else words[: SHOWN_CHARS - 1] + "…"
