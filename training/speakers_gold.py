"""Gold of our own, in the form of ../shared/data/speakers: who spoke, how the words came, and when.

229 PolNeAR training articles beyond the shared 50, each read whole by a language model as
../shared/data/speakers/GUIDE.md says; 4,867 statements. `speakers_gold.tsv` holds no text: an article is the hash of
its text, and a value the offsets where it stands. "3:9" is of the text, "t3:9" of the title, "a3:9" of the author;
"3:9+12:15" are words joined with a blank, "3:9 12:15" names joined with "and"; "?" is a value that stands nowhere.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Row = dict[str, Any]
SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
OWN = Path(__file__).with_name("speakers_gold.tsv")
STRINGS = ("speaker", "role", "venue", "audience", "outlet", "when_text")
FIELDS = {"": "text", "t": "title", "a": "author"}


def articles_and_gold() -> tuple[list[Row], dict[str, dict[int, Row]]]:
    """The training articles with gold, shared and own, and the gold by article and attribution.

    Attributions without content are no statements: they are left out of both.
    """
    rows = [json.loads(line) for line in (SHARED / "polnear" / "train.jsonl").read_text(encoding="utf8").splitlines()]
    gold = shared_gold() | own_gold(rows)
    return [_with_content(row, gold) for row in rows if row["id"] in gold], gold


def shared_gold(part: str = "train") -> dict[str, dict[int, Row]]:
    """The shared gold by article and attribution."""
    out: dict[str, dict[int, Row]] = {}
    for line in (SHARED / "speakers" / f"{part}.jsonl").read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        out.setdefault(row["article"], {})[row["attribution"]] = row
    return out


def own_gold(rows: list[Row]) -> dict[str, dict[int, Row]]:
    """Our own gold by article and attribution, its words read from the articles."""
    by_hash = {hashlib.sha256(row["text"].encode("utf8")).hexdigest()[:16]: row for row in rows}
    out: dict[str, dict[int, Row]] = {}
    with OWN.open(encoding="utf8") as file:
        for told in csv.DictReader(file, delimiter="\t"):
            row, number = by_hash[told["article"]], int(told["attribution"])
            strings = {name: _words(row, told[name]) for name in STRINGS}
            days = {name: told[name] or None for name in ("said_from", "said_to")}
            out.setdefault(row["id"], {})[number] = {"kind": told["kind"], **strings, **days}
    return out


def _words(row: Mapping[str, Any], places: str) -> str | None:
    """The value that stands at the places; None for none."""
    if not places:
        return None
    if places == "?":
        return "?"
    return " and ".join(" ".join(_piece(row, piece) for piece in one.split("+")) for one in places.split(" "))


def _piece(row: Mapping[str, Any], piece: str) -> str:
    field = piece[0] if piece[0].isalpha() else ""
    start, end = map(int, piece.removeprefix(field).split(":"))
    return " ".join(row[FIELDS[field]][start:end].split())


def _with_content(row: Row, gold: dict[str, dict[int, Row]]) -> Row:
    kept = [n for n, told in enumerate(row["attributions"]) if told["content"]]
    gold[row["id"]] = {new: gold[row["id"]][old] for new, old in enumerate(kept) if old in gold[row["id"]]}
    return row | {"attributions": [row["attributions"][n] for n in kept]}
