"""The speakers of the shared gold, 50 articles (dev) or 110 (train, ours too), as entries that dossiers are drawn from.

bench/recurring.tsv says who of them is one person in two articles or more; it holds names and articles only.
"""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from quoth.domain import (
    Article,
    Confidence,
    DateBasis,
    Manner,
    Part,
    Passage,
    Published,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
)
from quoth.dossiers import Entry, entries
from speakers_gold import OWN, SHARED, articles_and_gold, shared_gold

PAIRS = OWN.parent.parent / "bench" / "recurring.tsv"
NAMED = {SpeakerKind.PERSON.value, SpeakerKind.ORGANISATION.value}
UNTOLD = (None, "?")
Row = dict[str, Any]
Gold = Mapping[int, Row]


def entries_and_persons(part: str) -> tuple[dict[str, Entry], dict[str, str]]:
    """The entries by their keys, and for each person's the person; of the others everyone is somebody else."""
    held = {entry.key: entry for row, gold in articles(part) for entry in entries(reading(row, gold))}
    who = told(part)
    persons = {key: entry for key, entry in held.items() if entry.kind is SpeakerKind.PERSON}
    return held, {key: who.get((entry.article, entry.name), key) for key, entry in persons.items()}


def articles(part: str) -> list[tuple[Row, Gold]]:
    if part == "train":
        rows, gold = articles_and_gold()
        return [(row, gold[row["id"]]) for row in rows]
    found = shared_gold("dev")
    with (SHARED / "polnear/dev.jsonl").open(encoding="utf8") as file:
        return [(row, found[row["id"]]) for row in map(json.loads, file) if row["id"] in found]


def reading(row: Row, gold: Gold) -> Reading:
    """The article with the gold's speakers; the role is the one that its readers gave most often."""
    text, day = row["text"], date.fromisoformat(row["date"])
    roles: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    contents: dict[tuple[str, str], list[tuple[Span, ...]]] = defaultdict(list)
    for number, one in sorted(gold.items()):
        spans = tuple(Span(*where) for where in row["attributions"][number]["content"])
        for name in one["speaker"].split(" and ") if one["speaker"] and spans and one["kind"] in NAMED else []:
            roles[name, one["kind"]].update([one["role"]] if one["role"] not in UNTOLD else [])
            contents[name, one["kind"]].append(spans)
    speakers = [_speaker(n, text, who, roles[who], contents[who]) for n, who in enumerate(contents)]
    statements = [
        Statement(spans, None, None, Manner.DIRECT, Confidence(1.0), speakers=(n,))
        for n, who in enumerate(contents)
        for spans in contents[who]
    ]
    passages = tuple(Passage(Span(start, end), Part.BODY) for start, end in _lines(text))
    article = Article(
        row["id"], row["id"], text, passages, None, row["publisher"], row["title"],
        language="en", published=Published(day, day, DateBasis.GIVEN),
    )  # fmt: skip
    statements.sort(key=lambda one: one.content[0])
    return Reading(article, tuple(statements), "en:none", tuple(speakers))


def _speaker(
    number: int, text: str, who: tuple[str, str], roles: Counter[str], contents: list[tuple[Span, ...]]
) -> Speaker:
    at = text.find(who[0])
    mention = Span(at, at + len(who[0])) if at >= 0 else contents[0][0]
    role = max(roles, key=lambda one: (roles[one], one), default=None)
    return Speaker(number, who[0], SpeakerKind(who[1]), (mention,), role)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def told(part: str) -> dict[tuple[str, str], str]:
    """The person, by article and name."""
    with PAIRS.open(encoding="utf8") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {(row["article"], row["name"]): row["person"] for row in rows if row["part"] == part}
