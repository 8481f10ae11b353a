"""Score the routes: python bench/routes.py [--part train|dev] [--speakers FILE] [--own] [--errors KIND]

Gold statements (their spans given) of the articles in shared/data/speakers, or with --own the statements that quoth
finds, with the speakers that quoth.identity finds for them. Prints the route.* rows of the shared scorer. The stored
weights were learned from the train part: what they do on articles unseen tells training/fit_routes.py, or dev, which is
run to report only, and never with --errors.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from quoth.contract import to_contract
from quoth.domain import Reading, StepKind
from quoth.identity import identify
from quoth.routes import routes
from rows import article, statements
from scorer import load_scorer
from speakers import gold


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("train", "dev"), default="train")
    parser.add_argument("--speakers", type=Path, help="score the articles of this file alone: a piece of the part")
    parser.add_argument("--own", action="store_true", help="the statements that quoth finds, not the gold ones")
    parser.add_argument("--errors", choices=[str(kind) for kind in StepKind])
    given = parser.parse_args()
    if given.errors and given.part == "dev":
        raise SystemExit("dev is there to report: its errors are not read")
    score = load_scorer()
    rows, speakers = gold(given.part, given.speakers)
    readings = _own(rows) if given.own else {row["id"]: _given(row) for row in rows}
    for row in rows if given.errors else ():
        _show(score, row, speakers[row["id"]], readings[row["id"]], given.errors)
    result = score.score(readings, rows, [speakers])
    score.show({name: value for name, value in result.items() if name.startswith("route.")})


def _given(row: Any) -> Any:
    """The reading of the gold statements."""
    one = article(row)
    told, cast = identify(one, statements(row))
    told = tuple(replace(s, route=route) for s, route in zip(told, routes(one, told), strict=True))
    return to_contract(Reading(one, told, "bench", cast))


def _own(rows: Any) -> dict[str, Any]:
    """The readings as `quoth read` makes them."""
    from quoth import pipeline

    found = pipeline.read((article(row) for row in rows), pipeline.open_tagger(threads=1))
    return {one.article.id: to_contract(one) for one in found if isinstance(one, Reading)}


def _show(score: Any, row: Any, right: Any, reading: Any, kind: str) -> None:
    for n, statement in enumerate(reading["statements"]):
        names = [step["name"] for step in statement["route"] if step["kind"] == kind]
        value = right[n][kind] if n in right else None
        if (names or value) and not any(score.alike(name, value) for name in names):
            start = (statement["cue"] or statement["content"][0])[0]
            words = row["text"][max(0, start - 150) : start + 60]
            print(f"{row['id'][:30]} #{n} given {names} gold {value!r}\n      {words!r}")


if __name__ == "__main__":
    main()
