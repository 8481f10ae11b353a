"""How fast is `quoth add` where all is known, and what does storing cost beside reading? `python bench/record_add.py`.

Known articles: 1,000 pages, and 1,000 rows of a .jsonl, offered again; in this process, and as the command with its
start. Storing: the share of the time of adding the articles of tests/articles that goes into the record.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from made_archive import ROOT, QuoteTagger, write_pages, write_rows
from marked import Marked, unmark
from quoth import pipeline
from quoth.domain import Skipped
from quoth.inference import OnnxEmbedder, Scores, Tagger
from quoth.reading import unread
from quoth.record import AddOptions, Change, add, open_record
from stores import Fresh, stores

LEAST_KNOWN_A_SECOND = 500
MOST_STORING = 0.10


class SilentTagger(QuoteTagger):
    """Nobody says anything: only to have articles on record soon."""

    def score(self, text: str, paragraphs: Any) -> Scores:
        self._inner.marked = Marked(text, (), {})
        return self._inner.score(text, paragraphs)


@dataclass
class TimedRecord:
    """A record that notes how long it is busy."""

    inner: Any
    seconds: float = 0.0

    def __getattr__(self, name: str) -> Any:
        call: Callable[..., Any] = getattr(self.inner, name)

        def timed(*args: Any, **options: Any) -> Any:
            started = time.perf_counter()
            try:
                return call(*args, **options)
            finally:
                self.seconds += time.perf_counter() - started

        return timed


def add_all(
    where: str, origin: str, tagger: Tagger, embedder: OnnxEmbedder | None = None
) -> tuple[list[Change], float, float]:
    """What became of each article, the seconds that it took in all, and those that the record was busy."""
    with closing(open_record(where)) as opened:
        record, started = TimedRecord(opened), time.perf_counter()
        results = list(add(unread([origin]), record, tagger, AddOptions(embedder=embedder)))
        seconds = time.perf_counter() - started
    if any(isinstance(result, Skipped) for result in results):
        raise ValueError(f"{origin}: {results[-1]}")
    return [result.change for result in results if not isinstance(result, Skipped)], seconds, record.seconds


def known_again(name: str, where: str, origin: str) -> bool:
    """Prints how many known articles are passed over in a second; whether they are enough."""
    count = len(add_all(where, origin, SilentTagger())[0])
    rates = []
    for _ in range(3):
        changes, seconds, _ = add_all(where, origin, SilentTagger())
        if set(changes) != {Change.KNOWN} or len(changes) != count:
            raise ValueError(f"{origin}: not all known")
        rates.append(count / seconds)
    started = time.perf_counter()
    command = [sys.executable, "-m", "quoth", "add", origin, "--record", where]
    subprocess.run(command, check=True, capture_output=True)
    whole = count / (time.perf_counter() - started)
    kind = "rows" if origin.endswith(".jsonl") else "pages"
    print(f"{name}: {count:,} known {kind}: {sorted(rates)[1]:,.0f} a second; as a command with its start {whole:,.0f}")
    return sorted(rates)[1] >= LEAST_KNOWN_A_SECOND


def known_words(name: str, where: str, folder: Path) -> None:
    """Prints the same for pages whose bytes are others, as at each visit to a page with advertisements."""
    for path in folder.glob("*.html"):
        path.write_text(path.read_text().replace("<nav>", f"<nav><i data-visit={path.stem}></i>"))
    changes, seconds, _ = add_all(where, str(folder), SilentTagger())
    if set(changes) != {Change.KNOWN}:
        raise ValueError(f"{folder}: not all known")
    print(f"{name}: {len(changes):,} pages with known words in other bytes: {len(changes) / seconds:,.0f} a second")


def storing(name: str, fresh: Fresh, folder: Path) -> bool:
    """Prints the share of adding that is storing; whether it is small enough."""
    tagger = pipeline.open_tagger()
    tagger.load()
    add_all(fresh(), str(folder), tagger)  # what is loaded once is not what is measured
    changes, seconds, stored = add_all(fresh(), str(folder), tagger)
    print(
        f"{name}: {len(changes)} articles added in {seconds:.1f} s, {stored:.2f} s of it in the record: "
        f"{stored / seconds:.1%} ({stored / len(changes) * 1000:.0f} ms an article)"
    )
    embedder = OnnxEmbedder()
    _, whole, stored_too = add_all(fresh(), str(folder), tagger, embedder)
    print(
        f"{name}: with meaning {whole:.1f} s, {stored_too:.2f} s of it in the record; embedding and what it takes to "
        f"store it add {whole / seconds - 1:.0%}"
    )
    return stored / seconds < MOST_STORING


def write_articles(folder: Path) -> None:
    """Writes the articles of tests/articles without their marks."""
    folder.mkdir()
    for path in sorted((ROOT / "tests/articles").glob("*.txt")):
        (folder / path.name).write_text(unmark(path.read_text(encoding="utf8")).text, encoding="utf8")


def main() -> int:
    """Prints the figures; 1 where one is not good enough."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--store", choices=["sqlite", "postgresql", "both"], default="both")
    options = parser.parse_args()
    good = []
    with stores(options.store) as places, tempfile.TemporaryDirectory(prefix="quoth-archive-") as made:
        write_articles(Path(made, "real"))
        for name, fresh in places.items():
            pages, rows, where = Path(made, f"pages {name}"), Path(made, "rows.jsonl"), fresh()
            write_pages(pages, options.articles)
            write_rows(rows, options.articles)
            good += [known_again(name, where, str(pages)), known_again(name, where, str(rows))]
            known_words(name, where, pages)
            good.append(storing(name, fresh, Path(made, "real")))
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
