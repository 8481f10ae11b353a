"""Score the speakers: python bench/speakers.py [--part train|dev] [--speakers FILE] [--own] [--tagger] [--errors]

Gold statements (their spans given) of the articles in shared/data/speakers, or with --own the statements that quoth
finds. Prints the who.* rows of the shared scorer; --errors also every wrong name with its words. Run dev to report
only, and never with --errors.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quoth.contract import to_contract
from quoth.domain import Article, Reading, Statement
from quoth.identity import identify
from quoth.identity.confidence import THRESHOLD
from quoth.inference import Scores
from rows import article, statements
from scorer import SHARED, load_scorer

DATA = SHARED / "data"
Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("train", "dev"), default="train")
    parser.add_argument("--speakers", type=Path, help="score the articles of this file alone: a piece of the part")
    parser.add_argument("--own", action="store_true", help="the statements that quoth finds, not the gold ones")
    parser.add_argument("--tagger", action="store_true", help="hand the tagger's scores over, as `quoth read` does")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    given = parser.parse_args()
    if given.errors and given.part == "dev":
        raise SystemExit("dev is there to report: its errors are not read")
    score = load_scorer()
    rows, speakers = gold(given.part, given.speakers)
    found = _own(rows, given.part) if given.own else {row["id"]: (article(row), statements(row)) for row in rows}
    readings = {}
    for id_, (one, told) in found.items():
        named, cast = identify(one, told, _scores(one) if given.tagger else (), given.threshold)
        readings[id_] = to_contract(Reading(one, named, "bench", cast))
    result = score.score(readings, rows, [speakers])
    score.show({name: value for name, value in result.items() if name.startswith("who.") or name == "linked.content"})
    if given.errors:
        _show_errors(score, rows, speakers, readings)


def _scores(one: Article) -> list[Scores]:
    from quoth import pipeline
    from quoth.attribution import scored

    return [stream.scores for stream in scored(one, pipeline.open_tagger(threads=1))]


def gold(part: str, file: Path | None = None) -> tuple[list[Row], dict[str, dict[int, Row]]]:
    """The articles that have speakers, and the speakers by article and attribution."""
    speakers: dict[str, dict[int, Row]] = load_scorer().load_speakers(file or DATA / "speakers" / f"{part}.jsonl")
    lines = (DATA / "polnear" / f"{part}.jsonl").read_text(encoding="utf8").splitlines()
    return [row for line in lines if (row := json.loads(line))["id"] in speakers], speakers


def _own(rows: Sequence[Row], part: str) -> dict[str, tuple[Article, tuple[Statement, ...]]]:
    from quoth import pipeline

    tagger = pipeline.open_tagger(threads=1)
    found = pipeline.read((article(row) for row in rows), tagger)
    return {one.article.id: (one.article, one.statements) for one in found if isinstance(one, Reading)}


def _show_errors(
    score: Any, rows: Sequence[Row], speakers: dict[str, dict[int, Row]], readings: dict[str, Row]
) -> None:
    causes = Counter[str]()
    for row in rows:
        reading = readings[row["id"]]
        by_id = {one["id"]: one for one in reading["speakers"]}
        for n, told in enumerate(row["attributions"]):
            if n >= len(reading["statements"]) or n not in speakers[row["id"]]:
                continue
            given, right = reading["statements"][n], speakers[row["id"]][n]
            ids = given["speakers"] or given["candidates"][:1]
            name = " and ".join(by_id[i]["name"] for i in ids) or None
            if not score.same_name(name, right["speaker"], right["kind"]):
                kind = by_id[ids[0]]["kind"] if ids else None
                causes[f"{right['kind']} as {kind}"] += 1
                _show(row, told, name, given, right)
    print(causes.most_common())


def _show(row: Row, told: Row, name: str | None, given: Row, right: Row) -> None:
    text = row["text"]
    mention = " … ".join(text[s:e] for s, e in told["source"])
    cue = " … ".join(text[s:e] for s, e in told["cue"])
    mark = "!" if given["speakers"] else "?"
    print(
        f"{mark} {row['id'][:30]:30s} {mention[:60]!r} [{cue[:20]}] given {name!r} {given['confidence']['speaker']} "
        f"gold {right['speaker']!r} {right['kind']}"
    )
    if told["source"]:
        start = told["source"][0][0]
        print(f"      …{text[max(0, start - 220) : start]!r}")


if __name__ == "__main__":
    main()
