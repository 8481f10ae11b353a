"""Are the speakers of many articles joined rightly? python bench/dossiers.py [--half tune|held-out] [--pure] [--sweep]

Puts the articles of one half of tests/dossiers (written apart from the code; its README says how) on a record in a
temporary folder, reads the dossiers back and scores them with tests/dossiers/score.py. On the tuning half it prints the
cross-fitted figure too: each name's pairs are weighed by a fit (training/fit_dossiers.py) that saw nobody of that name.
--sweep does so for other thresholds. The held-out half is run once.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "training"))

from fit_dossiers import SET, cases, entries_of, fitted, namesakes, read_rows, reading  # noqa: E402
from quoth.domain import SpeakerKind  # noqa: E402
from quoth.dossiers import Entry, draw, linkage  # noqa: E402
from quoth.dossiers.likeness import evidence, likeness, weighed  # noqa: E402

FOLDS = 5
SWEPT = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)
Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=["tune", "held-out"], default="tune")
    parser.add_argument("--pure", action="store_true", help="without a record: the grouping alone, with its errors")
    parser.add_argument("--sweep", action="store_true", help="the tuning half, cross-fitted, at other thresholds")
    given = parser.parse_args()
    rows = [row for row in read_rows() if row["half"] == given.half]
    if given.half == "tune":
        gold, held = entries_of(rows)
        crossed(gold, held, SWEPT if given.sweep else (linkage.LEAST_MEAN,))
    if given.pure:
        errors(rows)
    else:
        report(f"{given.half}, on a record", given.half, on_record(rows))


def crossed(gold: Mapping[str, str], held: Mapping[str, Entry], least: Iterable[float]) -> None:
    """Prints the scores where each pair is weighed by a fit that saw neither of its persons."""
    told, fold = cases(gold, held), folds(gold, held)
    weights = [fitted(told, frozenset(key for key, of in fold.items() if of == n)) for n in range(FOLDS)]

    def like(one: Entry, other: Entry) -> float | None:
        seen = evidence(one, other) if one.kind is other.kind is SpeakerKind.PERSON else None
        return likeness(one, other) if seen is None else weighed(seen, weights[fold[one.key]])

    before = linkage.LEAST_MEAN
    for value in least:
        linkage.LEAST_MEAN = value
        drawn = draw(list(held.values()), like=like)
        report(f"tune, cross-fitted, joined from {value}", "tune", decisions(drawn.groups, held))
    linkage.LEAST_MEAN = before


def folds(gold: Mapping[str, str], held: Mapping[str, Entry]) -> dict[str, int]:
    """For each entry its fold; those that share a candidate pair are in one."""
    lead = {key: key for key in held}
    for (a, b), *_ in namesakes(gold, held):
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
