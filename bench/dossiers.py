"""Are the speakers of many articles joined rightly? python bench/dossiers.py [--half tune|held-out] [--write] [--pure]

Puts the articles of one half of tests/dossiers (written apart from the code; its README says how) on a record in a
temporary folder, reads the dossiers back and scores them with tests/dossiers/score.py. On the tuning half it prints the
cross-fitted figure too: each surname's pairs are weighed by a fit without them. --write fits the weights. The held-out
half is run once.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

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
from quoth.dossiers import Entry, draw, entries
from quoth.dossiers.grouping import Rules, compared
from quoth.dossiers.likeness import WEIGHTS, Evidence, evidence, likeness, weighed

ROOT = Path(__file__).resolve().parent.parent
SET = ROOT / "tests/dossiers"
PENALTY, FOLDS = 0.5, 5
NAMES = [one.name for one in fields(Evidence)]
Row = dict[str, Any]
Pair = tuple[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=["tune", "held-out"], default="tune")
    parser.add_argument("--write", action="store_true", help="fit the weights on the tuning half and keep them")
    parser.add_argument("--pure", action="store_true", help="without a record: the grouping alone, with its errors")
    given = parser.parse_args()
    rows = [row for row in read_rows() if row["half"] == given.half]
    if given.half == "tune":
        gold, held = entries_of(rows)
        if given.write:
            WEIGHTS.write_text(json.dumps(fitted(gold, held), indent=1, sort_keys=True) + "\n", encoding="utf8")
        crossed(gold, held)
    if given.pure:
        errors(rows)
    else:
        report(f"{given.half}, on a record", given.half, on_record(rows))


def read_rows() -> Iterator[Row]:
    with (SET / "articles.jsonl").open(encoding="utf8") as file:
        yield from map(json.loads, file)


def reading(row: Row) -> Reading:
    """The article with its speakers as the set has them: each says his quote, and is mentioned where it stands."""
    text, day = row["text"], date.fromisoformat(row["published"])
    published = Published(day, day, DateBasis.GIVEN)
    parts = [(0, len(text))]
    passages = tuple(Passage(Span(start, end), Part.BODY) for start, end in parts)
    article = Article(
        row["id"], row["id"], text, passages, row["url"], row["outlet"], row["headline"],
        section=row["section"], language="en", published=published,
    )  # fmt: skip
    speakers, statements = [], []
    for n, one in enumerate(row["speakers"]):
        at = text.index(one["quote"])
        content = Span(at, at + len(one["quote"]))
        where = text.find(one["name"])
        mention = Span(where, where + len(one["name"])) if where >= 0 else content
        speakers.append(Speaker(n, one["name"], SpeakerKind(one["kind"]), (mention,), one["role"]))
        statements.append(Statement((content,), None, None, Manner.DIRECT, Confidence(1.0), speakers=(n,)))
    statements.sort(key=lambda one: one.content[0])
    return Reading(article, tuple(statements), "en:none", tuple(speakers))


def entries_of(rows: Iterable[Row]) -> tuple[dict[str, str], dict[str, Entry]]:
    """Gold person and entry, by the entry's key; those that nothing tells are left out of the gold."""
    gold, held = {}, {}
    for row in rows:
        for entry in entries(reading(row)):
            told = row["speakers"][entry.number]
            held[entry.key] = entry
            if "hard" not in told:
                gold[entry.key] = told["person"]
    return gold, held


def pairs_of(gold: Mapping[str, str], held: Mapping[str, Entry]) -> list[tuple[Pair, Evidence, bool]]:
    out = []
    for a, b in compared(held, Rules(), lambda one, other: 0.5):
        seen = evidence(held[a], held[b]) if held[a].article != held[b].article else None
        if seen is not None and held[a].kind is SpeakerKind.PERSON and a in gold and b in gold:
            out.append(((a, b), seen, gold[a] == gold[b]))
    return out


def fitted(
    gold: Mapping[str, str], held: Mapping[str, Entry], without: frozenset[Pair] = frozenset()
) -> dict[str, float]:
    """L2-penalised logistic regression by Newton steps, the bias free."""
    told = [one for one in pairs_of(gold, held) if one[0] not in without]
    x = np.array([[*(asdict(seen)[name] for name in NAMES), 1.0] for _, seen, _ in told])
    y = np.array([float(same) for *_, same in told])
    penalty = PENALTY * np.r_[np.ones(len(NAMES)), 1e-6]
    weights = np.zeros(len(NAMES) + 1)
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + penalty * weights
        weights -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty), slope)
    return {name: round(float(value), 3) for name, value in zip([*NAMES, "bias"], weights, strict=True)}


def crossed(gold: Mapping[str, str], held: Mapping[str, Entry]) -> None:
    """Prints the scores where each pair is weighed by a fit without its surname."""
    fold = folds(gold, held)
    weights = [
        fitted(gold, held, frozenset(pair for pair, *_ in pairs_of(gold, held) if fold[pair[0]] == n))
        for n in range(FOLDS)
    ]

    def like(one: Entry, other: Entry) -> float | None:
        seen = evidence(one, other) if one.kind is other.kind is SpeakerKind.PERSON else None
        return likeness(one, other) if seen is None else weighed(seen, weights[fold[one.key]])

    drawn = draw(list(held.values()), like=like)
    report("tune, cross-fitted", "tune", decisions(drawn.groups, held))


def folds(gold: Mapping[str, str], held: Mapping[str, Entry]) -> dict[str, int]:
    """For each entry its fold; those that share a candidate pair are in one."""
    lead = {key: key for key in held}
    for (a, b), *_ in sorted(pairs_of(gold, held)):
        first, second = sorted((lead[a], lead[b]))
        lead = {key: first if value == second else value for key, value in lead.items()}
    order = {leader: n for n, leader in enumerate(sorted(set(lead.values())))}
    return {key: order[leader] % FOLDS for key, leader in lead.items()}


def decisions(groups: Iterable[Iterable[str]], held: Mapping[str, Entry]) -> list[Row]:
    return [
        {"article": held[key].article, "speaker": held[key].number, "dossier": n}
        for n, group in enumerate(groups)
        for key in group
    ]


def on_record(rows: Iterable[Row]) -> list[Row]:
    from quoth.record import open_record

    with tempfile.TemporaryDirectory() as folder, closing(open_record(f"{folder}/quoth.db")) as record:
        for row in rows:
            record.keep(reading(row))
        return [
            {"article": seat.article, "speaker": seat.number, "dossier": dossier.id}
            for dossier in record.dossiers()
            for seat in dossier.seats
        ]


def errors(rows: list[Row]) -> None:
    """Prints the grouping's scores, and each group that is not one person, each person in several groups."""
    gold, held = entries_of(rows)
    drawn = draw(list(held.values()))
    report(f"{rows[0]['half']}, without a record", rows[0]["half"], decisions(drawn.groups, held))
    where: dict[str, set[int]] = {}
    for n, group in enumerate(drawn.groups):
        told = {gold[key] for key in group if key in gold}
        if len(told) > 1:
            print("MERGED", [(key, gold.get(key), held[key].role) for key in group])
        for key in group:
            where.setdefault(gold.get(key, ""), set()).add(n)
    for person, parts in sorted(where.items()):
        if person and len(parts) > 1:
            print("SPLIT", person)
            for n in sorted(parts):
                print("   ", [(key, held[key].role) for key in drawn.groups[n]])
    for link in drawn.doubts:
        print("DOUBT", link, gold.get(link.one) == gold.get(link.other))


def report(title: str, half: str, said: list[Row]) -> None:
    told = scorer().score(half, said)
    print(title)
    for kind in ("person", "organisation"):
        pair, cube = told[kind]["pairwise"], told[kind]["b_cubed"]
        print(
            f"  {kind:12} pairwise P {pair['p']:.3f} R {pair['r']:.3f} F {pair['f']:.3f}"
            f"  B-cubed P {cube['p']:.3f} R {cube['r']:.3f} F {cube['f']:.3f}"
        )
    for name, value in told.items():
        if name not in ("person", "organisation", "half", "entries"):
            print(f"  {name}: {json.dumps(value, ensure_ascii=False)}")


def scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score", SET / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SET / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
