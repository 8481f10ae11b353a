"""Scores and speed of quoth beside its peers, against the pinned floors. `make bench`; bench/README.md explains.

Exit code 0: every floor holds; 1: a tool failed or a floor is broken; 2: misuse.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import floors as pins
import sides
from changes import changes
from floors import Figures, Floors, Outcome
from scorer import SCORER, SHARED, load_scorer
from table import change_lines, figures_of, table, verdicts

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
FLOORS = HERE / "floors.json"
PAGES = HERE / "pages.py"
SPEAKERS = SHARED / "data" / "speakers" / "dev.jsonl"  # who, through whom and when, for 50 of dev's articles
CACHE = ROOT / ".cache" / "bench"
LAST = CACHE / "quoth.jsonl"
PINNED = CACHE / "quoth.pinned.jsonl"
CHANGES = CACHE / "changes.txt"
PEER = sides.TEXTACY.name  # the one that speed is a ratio to
PAGES_TOTALS = re.compile(r"^all +\d+ +(?P<ours>[\d.]+) +[\d.]+ +(?P<gain>[+-][\d.]+)$", re.MULTILINE)  # of its table
SHOWN_CHANGES = 15


@dataclass
class Results:
    """What the tools yielded, by name; `failures` holds one line for each that did not."""

    scores: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    measures: dict[str, sides.Measure] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, judge; returns the exit code."""
    options = parse(arguments)
    floors = pins.load(FLOORS)
    gold = SHARED / "data" / floors.path
    absent = [str(path) for path in (SCORER, gold) if not path.exists()]
    if absent:
        print(f"bench: skipped, nothing measured: there is no {' and no '.join(absent)}")
        return 0
    if pins.digest(gold) != floors.sha256:
        print(f"bench: {gold} is not the corpus that floors.json pins (SHA-256 differs): no figure can be compared")
        return 1
    scorer = load_scorer(SCORER)
    results = Results()
    measure_all(options, gold, results)
    score_all(scorer, gold, results)
    figures = figures_of(results.scores, results.measures, PEER)
    print(*table(results.scores, results.measures, figures, PEER), sep="\n")
    if sides.QUOTH.name in results.scores:
        report_changes(scorer, gold, options.against)
    if not options.no_pages and PAGES.exists():
        figures |= page_figures(SHARED / "data" / "pages", results)
    return 0 if judge(floors, figures, results, options) else 1


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="bench/run.py", description="Score and time quoth beside its peers.")
    add = parser.add_argument
    add("--without", action="append", default=[], choices=[s.name for s in sides.SIDES], help="leave a tool out")
    add("--no-pages", action="store_true", help="leave out the body text of web pages")
    add("--rounds", type=int, default=1, help="time every tool so often, in turn; the median counts")
    add(
        "--against", type=Path, default=LAST, help="readings to list gains and losses against (default: the last run's)"
    )
    write = parser.add_mutually_exclusive_group()
    write.add_argument("--pin", action="store_true", help="pin what has no floor, raise floors that were passed")
    write.add_argument("--accept-regression", metavar="REASON", help="pin what was measured, lower or not")
    options = parser.parse_args(arguments)
    if options.rounds < 1:
        parser.error("--rounds: at least 1")
    if options.accept_regression is not None and not options.accept_regression.strip():
        parser.error("--accept-regression: say why")
    if options.against != LAST and not options.against.exists():
        parser.error(f"--against: no {options.against}")
    return options


def measure_all(options: argparse.Namespace, gold: Path, results: Results) -> None:
    """Run the tools in turn, `rounds` times; one that fails is not run again."""
    CACHE.mkdir(parents=True, exist_ok=True)
    taken: dict[str, list[sides.Measure]] = {s.name: [] for s in sides.SIDES if s.name not in options.without}
    for _ in range(options.rounds):
        for side in sides.SIDES:
            if side.name in taken:
                print(f"bench: {side.name} reads {gold.name} ...", file=sys.stderr)
                try:
                    taken[side.name].append(sides.measure(side, gold, fresh(side.name)))
                except sides.SideError as failure:
                    results.failures.append(str(failure))
                    del taken[side.name]
    results.measures.update({name: sides.median(measures) for name, measures in taken.items()})


def score_all(scorer: ModuleType, gold: Path, results: Results) -> None:
    """Score what each tool wrote; one whose readings the scorer refuses counts as failed."""
    for name in list(results.measures):
        try:
            annotators = [scorer.load_speakers(SPEAKERS)] if name == sides.QUOTH.name and SPEAKERS.exists() else []
            results.scores[name] = scorer.score(scorer.load_readings(fresh(name)), scorer.load(gold), annotators)
        except SystemExit as refusal:  # how the scorer says that a span or a text is wrong
            results.failures.append(f"{name}: the scorer refuses its readings: {refusal}")
            del results.measures[name]


def fresh(name: str) -> Path:
    """Where a tool's readings of this run lie."""
    return CACHE / f"{name}.new.jsonl"


def report_changes(scorer: ModuleType, gold: Path, against: Path) -> None:
    """Print what quoth gained and lost; its readings become those that the next run is compared with."""
    new = fresh(sides.QUOTH.name)
    if not against.exists():
        print("\nchanges: none listed, these are the first readings kept here")
    else:
        found = changes(scorer, scorer.load(gold), scorer.load_readings(against), scorer.load_readings(new))
        CHANGES.write_text("\n".join(change_lines(found, None)) + "\n", encoding="utf8")
        print(f"\nchanges against {against.name} (all of them: {CHANGES.relative_to(ROOT)})")
        print(*change_lines(found, SHOWN_CHANGES), sep="\n")
    new.replace(LAST)


def page_figures(folder: Path, results: Results) -> dict[str, float]:
    """Run the bench of web pages, print its table, and return the two figures of it that are pinned."""
    print("\nbody text of web pages, against trafilatura alone", flush=True)
    if not folder.is_dir():
        print(f"skipped: there is no {folder}")
        return {}
    done = subprocess.run([sys.executable, str(PAGES), str(folder)], check=False, capture_output=True, text=True)
    print(done.stdout.rstrip())
    totals = PAGES_TOTALS.search(done.stdout)
    if done.returncode or not totals:
        said = done.stderr.strip().splitlines() or ["its table has no line for all pages"]
        results.failures.append(f"{PAGES.name}: {said[-1]}")
        return {}
    return {"pages body": float(totals["ours"]), "pages body over trafilatura": float(totals["gain"])}


def judge(floors: Floors, figures: Figures, results: Results, options: argparse.Namespace) -> bool:
    """Print the verdicts, write floors where asked; whether nothing failed and every floor holds."""
    if options.accept_regression and not results.failures:
        floors = pins.accepted(floors, figures, options.accept_regression.strip())
    print("", *(f"failed: {failure}" for failure in results.failures), *verdicts(floors, figures), sep="\n")
    outcomes = set(floors.judge(figures).values())
    left_out = options.without or options.no_pages
    unmeasured = Outcome.UNMEASURED in outcomes and not left_out
    good = not results.failures and not unmeasured and Outcome.BELOW not in outcomes
    if options.pin or options.accept_regression:
        write_floors(floors, figures, results, good)
    return good


def write_floors(floors: Floors, figures: Figures, results: Results, good: bool) -> None:
    """Pin what was measured, unless something failed, and keep quoth's readings beside."""
    if not good:
        print("floors: not written, because of what failed above")
        return
    pins.save(pins.raised(floors, figures), FLOORS)
    if sides.QUOTH.name in results.scores:
        PINNED.write_bytes(LAST.read_bytes())
    print(f"floors: written to {FLOORS.relative_to(ROOT)}")


if __name__ == "__main__":
    sys.exit(main())
