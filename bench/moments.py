"""The days that expressions of time mean: quoth beside the libraries, on GUM's gold. python bench/moments.py --gum

Each expression is given with its span and the day the document was written; what counts is the exact days. Full dates
name their year; relative expressions do not. The documents are halved by place in the alphabet: errors were looked at
in the first half only. Libraries that are not installed are left out: pip install -r bench/moments.txt
"""

from __future__ import annotations

import argparse
import importlib
import json
import logging
import time
import warnings
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as clock
from pathlib import Path

from quoth.chronology.timeline import days_of
from quoth.domain import Span

GUM = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "gum"
GENRES = ("news", "interview")
Answer = tuple[date, date] | None


@dataclass(frozen=True)
class Case:
    """An expression in its text, the day of the document, and the days that it means; None where no days can be."""

    text: str
    span: Span
    written: date
    gold: Answer
    full: bool
    half: int

    @property
    def words(self) -> str:
        return self.span.of(self.text)


def cases() -> Iterator[Case]:
    """GUM's dates with a single `when`, of news and interviews, train and dev together."""
    rows = [json.loads(line) for part in ("train", "dev") for line in (GUM / f"{part}.jsonl").open(encoding="utf8")]
    documents = sorted((row for row in rows if row["genre"] in GENRES), key=lambda row: str(row["id"]))
    for n, row in enumerate(documents):
        for found in row["dates"]:
            if "when" in found:
                span = Span(found["start"], found["end"])
                named = any(year in span.of(row["text"]) for year in map(str, range(1900, 2100)))
                yield Case(row["text"], span, date.fromisoformat(row["dateCreated"]), gold(found["when"]), named, n % 2)


def gold(when: str) -> Answer:
    """2012, 2012-05 and 2012-05-04 as days; a month of no year (--10) is none. Clock times are left off."""
    if when.startswith("--"):
        return None
    parts = [int(part) for part in when.lstrip("-").split("T")[0].split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0], parts[1], 1), date(parts[0], parts[1], monthrange(*parts)[1])
    return date(*parts), date(*parts)


def ours(case: Case) -> Answer:
    days = days_of(case.text, case.span, case.written)
    return (days.start, days.end) if days else None


def period(found: date, case: Case, unit: str | None) -> Answer:
    """A library's day as the unit that the words name: a library that tells no unit is not marked down for it."""
    if case.gold is None or unit == "day":
        return found, found
    length = (case.gold[1] - case.gold[0]).days
    if length > 300:
        return date(found.year, 1, 1), date(found.year, 12, 31)
    if length > 26:
        return found.replace(day=1), found.replace(day=monthrange(found.year, found.month)[1])
    return found, found


def with_dateparser(case: Case) -> Answer:
    dateparser = importlib.import_module("dateparser")
    settings = {"RELATIVE_BASE": datetime.combine(case.written, clock(12)), "PREFER_DATES_FROM": "past"}
    found = dateparser.parse(case.words, languages=["en"], settings=settings)
    return period(found.date(), case, None) if found else None


def with_parsedatetime(case: Case) -> Answer:
    parsedatetime = importlib.import_module("parsedatetime")
    found, status = parsedatetime.Calendar().parseDT(case.words, datetime.combine(case.written, clock(12)))
    return period(found.date(), case, None) if status else None


def with_timefhuman(case: Case) -> Answer:
    timefhuman = importlib.import_module("timefhuman")
    options = timefhuman.tfhConfig(
        now=datetime.combine(case.written, clock(12)), direction=timefhuman.Direction.previous
    )
    found = timefhuman.timefhuman(case.words, config=options)
    first = found[0] if isinstance(found, list) and found else found
    if isinstance(first, tuple):
        days = [one.date() if isinstance(one, datetime) else one for one in first]
        return (days[0], days[-1]) if all(isinstance(day, date) for day in days) else None
    first = first.date() if isinstance(first, datetime) else first
    return period(first, case, None) if isinstance(first, date) else None


def with_recurrent(case: Case) -> Answer:
    recurrent = importlib.import_module("recurrent")
    found = recurrent.RecurringEvent(now_date=datetime.combine(case.written, clock(12))).parse(case.words)
    return period(found.date(), case, None) if isinstance(found, datetime) else None


def with_ctparse(case: Case) -> Answer:
    ctparse = importlib.import_module("ctparse")
    found = ctparse.ctparse(case.words, ts=datetime.combine(case.written, clock(12)), latent_time=False, timeout=1)
    start = getattr(found, "resolution", None)
    days = getattr(start, "dt", None) if start is not None else None
    if days is None:
        return None
    return period(days.date(), case, None)


LIBRARIES: dict[str, Callable[[Case], Answer]] = {
    "dateparser": with_dateparser,
    "parsedatetime": with_parsedatetime,
    "timefhuman": with_timefhuman,
    "recurrent": with_recurrent,
    "ctparse": with_ctparse,
}


def tried(library: Callable[[Case], Answer], case: Case) -> Answer:
    try:
        return library(case)
    except Exception:  # noqa: BLE001 - whatever a library raises on words that it does not know, it gives no days
        return None


def row(name: str, library: Callable[[Case], Answer], all_cases: list[Case]) -> str:
    began = time.process_time()
    right = [(case, case.gold is not None and tried(library, case) == case.gold) for case in all_cases]
    spent = 1000 * (time.process_time() - began) / len(all_cases)
    groups: list[Callable[[Case], bool]] = [
        lambda case: case.full, lambda case: not case.full, lambda case: case.half == 0, lambda case: case.half == 1,
        lambda case: True,
    ]  # fmt: skip
    cells = []
    for belongs in groups:
        own = [ok for case, ok in right if belongs(case)]
        cells.append(f"{100 * sum(own) / len(own):5.1f} % ({sum(own)}/{len(own)})")
    return f"| {name} | {' | '.join(cells)} | {spent:.2f} |"


def installed(name: str) -> bool:
    try:
        importlib.import_module(name)
    except ImportError:
        return False
    return True


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", action="store_true", required=True, help="expressions of GUM's news and interviews")
    parser.parse_args()
    if not GUM.is_dir():
        raise SystemExit(f"{GUM} is not there: nothing to measure on")
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    all_cases = list(cases())
    print("| | full dates | relative | first half | second half | all | ms each |")
    print("|---|---|---|---|---|---|---|")
    print(row("quoth", ours, all_cases))
    for name, library in LIBRARIES.items():
        if installed(name):
            print(row(name, library, all_cases))
        else:
            print(f"| {name} | not installed | | | | | |")


if __name__ == "__main__":
    main()
