"""One clock for every tool: load it, warm it up on one article, let it read all of them, print one JSON line.

Each side (quoth_side.py, textacy_side.py, pattern_side.py) hands in one function that loads the tool and returns
its reader. Standard library only, because the peers' interpreter runs this file too.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Contract = dict[str, Any]
"""One line of docs/contract.md; `skipped` counts the paragraphs that the tool refused, `error` a whole article."""

Reader = Callable[[Path], Iterable[Contract]]
"""From a .jsonl file of articles to their contract lines, in order."""

THREADS = ("OMP", "OPENBLAS", "MKL", "BLIS", "NUMEXPR", "RAYON")


def main(open_reader: Callable[[], Reader]) -> None:
    """Serve `python SIDE.py GOLD OUT`: contract lines go to OUT, the measures to standard output."""
    if len(sys.argv) != 3:
        sys.exit(f"usage: {Path(sys.argv[0]).name} GOLD OUT")
    gold, out = Path(sys.argv[1]), Path(sys.argv[2])
    one_thread()
    started = time.process_time()
    read = open_reader()
    warm_up(read, gold)
    load_s = time.process_time() - started  # with one article, since a tool may load at its first use
    lines, seconds = clocked(read, gold)
    out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf8")
    skipped = sum(line.get("skipped", 0) + ("error" in line) for line in lines)
    print(json.dumps({"seconds": seconds, "words": count_words(gold), "load_seconds": load_s, "skipped": skipped}))


def one_thread() -> None:
    """Keep this process to one core and its libraries to one thread; call it before they are imported."""
    os.environ.update({f"{library}_NUM_THREADS": "1" for library in THREADS})
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    if hasattr(os, "sched_setaffinity"):  # not on macOS
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def warm_up(read: Reader, gold: Path) -> None:
    """Read the first article once, so that lazy loading and caches fall outside the measure."""
    with tempfile.TemporaryDirectory() as folder, gold.open(encoding="utf8") as rows:
        first = Path(folder) / "first.jsonl"
        first.write_text(next(rows), encoding="utf8")
        list(read(first))


def clocked(read: Reader, gold: Path) -> tuple[list[Contract], float]:
    """The contract lines of all articles, and the CPU seconds of all threads that they took."""
    started = time.process_time()
    lines = list(read(gold))
    return lines, time.process_time() - started


def rows_of(gold: Path) -> list[dict[str, Any]]:
    """The articles of a .jsonl file, one dictionary a line."""
    return [json.loads(line) for line in gold.open(encoding="utf8") if line.strip()]


def count_words(gold: Path) -> int:
    """Words between white space in all articles: the same count for every tool."""
    return sum(len(row["text"].split()) for row in rows_of(gold))
