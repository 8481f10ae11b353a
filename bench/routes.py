"""Score the routes: python bench/routes.py [--part train|dev] [--errors KIND]

Gold statements (their spans given) of the articles in shared/data/speakers, with the speakers that quoth.identity finds
for them. Prints the route.* rows of the shared scorer. Run dev to report only, and never with --errors.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
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
    parser.add_argument("--errors", choices=[str(kind) for kind in StepKind])
    given = parser.parse_args()
    if given.errors and given.part == "dev":
        raise SystemExit("dev is there to report: its errors are not read")
    score = load_scorer()
    rows, speakers = gold(given.part)
    readings = {}
    for row in rows:
        one = article(row)
        told, cast = identify(one, statements(row))
        told = tuple(replace(s, route=route) for s, route in zip(told, routes(one, told), strict=True))
        readings[row["id"]] = to_contract(Reading(one, told, "bench", cast))
        if given.errors:
            _show(score, row, speakers[row["id"]], readings[row["id"]], given.errors)
    result = score.score(readings, rows, [speakers])
    score.show({name: value for name, value in result.items() if name.startswith("route.")})


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
