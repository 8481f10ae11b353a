"""Is a claimed quotation told for what it is? python bench/quotations.py [--half tune|held-out] [--errors]

Puts the statements of one half of tests/quotations (written apart from the code; its README says how) on a record in a
temporary folder, checks every claim of that half as `quoth check` does, and prints the share of right classes. A "not"
that was dropped or added and is not called out is counted apart: there must be none. The held-out half is run once.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

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
from quoth.inference import OnnxEmbedder
from quoth.record import Record, open_record
from quoth.record.search import meant
from quoth.record.verifying import Claim, check
from quoth.variants import Finding

ROOT = Path(__file__).resolve().parent.parent
SET = ROOT / "tests/quotations"
CLASSES = {
    Finding.VERBATIM: "verbatim",
    Finding.EDITED: "edited",
    Finding.HOUSE_STYLE: "house style",
    Finding.ALTERED: "altered",
    Finding.PARAPHRASE: "paraphrase",
    Finding.OTHER_SPEAKER: "other speaker",
    Finding.NOT_FOUND: "not found",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=["tune", "held-out"], default="tune")
    parser.add_argument("--errors", action="store_true", help="print each claim that was told wrongly")
    given = parser.parse_args()
    statements, claims = (list(rows(name, given.half)) for name in ("record.jsonl", "claims.jsonl"))
    with tempfile.TemporaryDirectory() as folder, closing(open_record(f"{folder}/quoth.db")) as record:
        embedder = OnnxEmbedder()
        for row in statements:
            record.keep(reading(row), meanings={row["quote"]: embedder.embed([meant(row["quote"])])[0]})
        report(claims, record, embedder, given.errors)


def rows(name: str, half: str) -> Iterator[dict[str, str]]:
    with (SET / name).open(encoding="utf8") as file:
        yield from (row for row in map(json.loads, file) if row["half"] == half)


def reading(row: dict[str, str]) -> Reading:
    """The statement as an article of its own: "Name said: QUOTE"."""
    text = f"{row['speaker']} said: {row['quote']}"
    name, day = Span(0, len(row["speaker"])), date.fromisoformat(row["day"])
    content = Span(len(text) - len(row["quote"]), len(text))
    published = Published(day, day, DateBasis.GIVEN)
    passages = (Passage(Span(0, len(text)), Part.BODY),)
    article = Article(row["id"], row["id"], text, passages, outlet=row["outlet"], published=published, language="en")
    cue = Span(name.end + 1, name.end + 5)
    statement = Statement((content,), cue, name, Manner.DIRECT, Confidence(1.0), speakers=(0,))
    return Reading(article, (statement,), "en:none", (Speaker(0, row["speaker"], SpeakerKind.PERSON, (name,)),))


def report(claims: list[dict[str, str]], record: Record, embedder: OnnxEmbedder, with_errors: bool) -> None:
    right, silent, table = 0, 0, Counter[tuple[str, str]]()
    for row in claims:
        found = check(Claim(row["claim"], row["speaker"]), record, embedder)
        told = CLASSES[found.finding]
        right += told == row["class"]
        table[row["class"], told] += 1
        missed = bool(row["negation"]) and told != "altered" and found.negation is None
        silent += missed
        if with_errors and (told != row["class"] or missed):
            best = found.evidence[0].printed.words if found.evidence else ""
            print(f"{row['class']} -> {told} ({row['how']}) {row['claim']!r} | {best!r}", file=sys.stderr)
    print(f"{len(claims)} claims: right class {100 * right / len(claims):.1f} %; negations not called out: {silent}")
    for name in CLASSES.values():
        print(f"  {name:14} {table[name, name]:3} of {sum(n for (gold, _), n in table.items() if gold == name):3}")


if __name__ == "__main__":
    main()
