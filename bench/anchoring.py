"""Find every statement again by its web annotation alone: python bench/anchoring.py [../shared/data]

Reads the 97 pages of `pages` and the dev articles of `polnear` as `quoth read` does (a page in a language that quoth
refuses has no statements, and is told), exports every statement as a web annotation, and looks each target up in the
text by its quote selector (exact, prefix, suffix) with an anchorer that shares no code with the exporter. A statement
counts as found when each of its pieces is found once, and there. Also counted: where the text position selector agrees,
and how often the words alone, without prefix and suffix, stand in several places.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quoth import pipeline, reading
from quoth.domain import Article, Reading, ReadOptions
from quoth.errors import ReadError
from quoth.export.annotations import annotations_of
from quoth.inference import Tagger
from quoth.reading.page import read_page
from quoth.record.corrected import untouched
from quoth.record.picked import Picked
from timed import one_thread

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Looked:
    """What became of one statement's annotation."""

    found: bool  # each piece once, and there
    placed: bool  # its positions are those of the pieces
    ambiguous: bool  # some piece's words stand in several places


def pages(folder: Path) -> Iterator[Article]:
    """The pages' articles; those that quoth gives none of are told on the way."""
    for path in sorted(folder.glob("*.json")):
        url = json.loads(path.read_text("utf-8"))["url"]
        html = gzip.decompress(path.with_suffix(".html.gz").read_bytes()).decode("utf-8", "replace")
        try:
            yield read_page(html, path.stem, url=url)
        except ReadError as error:
            print(f"  {path.stem}: no article ({error.kind})")


def dev_articles(file: Path) -> Iterator[Article]:
    """PolNeAR's dev articles, as rows."""
    for one in reading.articles([str(file)], ReadOptions()):
        if not isinstance(one, Article):
            raise TypeError(one)
        yield one


def places(text: str, exact: str, prefix: str, suffix: str) -> list[int]:
    """Where the words stand with that before and after them: the model's text quote selector, taken literally."""
    out, at = [], text.find(exact)
    while at >= 0:
        end = at + len(exact)
        if text[:at].endswith(prefix) and text.startswith(suffix, end):
            out.append(at)
        at = text.find(exact, at + 1)
    return out


def looked_up(text: str, pieces: list[tuple[int, int]], annotation: dict[str, Any]) -> Looked:
    """One annotation, looked up in the text. `pieces`: where the statement's words do stand."""
    targets = annotation["target"] if isinstance(annotation["target"], list) else [annotation["target"]]
    quotes = [target["selector"][0] for target in targets]
    spots = [places(text, one["exact"], one["prefix"], one["suffix"]) for one in quotes]
    found = [(here[0], here[0] + len(one["exact"])) for here, one in zip(spots, quotes, strict=True) if len(here) == 1]
    placed = [(target["selector"][1]["start"], target["selector"][1]["end"]) for target in targets]
    ambiguous = any(len(places(text, one["exact"], "", "")) > 1 for one in quotes)
    return Looked(found == pieces, placed == pieces, ambiguous)


def looked(read: Reading) -> Iterator[Looked]:
    """Every statement of a reading."""
    text = read.article.text
    made = annotations_of(Picked(untouched(read)), share=False)
    for one, annotation in zip(read.statements, made, strict=True):
        yield looked_up(text, [(span.start, span.end) for span in one.content], json.loads(json.dumps(annotation)))


def count(articles: Iterable[Article], tagger: Tagger) -> Counter[str]:
    """How many articles, statements, and what became of them."""
    out: Counter[str] = Counter()
    for article in articles:
        [read] = pipeline.read([article], tagger)
        if not isinstance(read, Reading):
            raise TypeError(read)
        out["articles"] += 1
        for one in looked(read):
            out += Counter(statements=1, found=one.found, placed=one.placed, ambiguous=one.ambiguous)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", default=ROOT.parent / "shared/data")
    given = parser.parse_args()
    one_thread()
    tagger = pipeline.open_tagger(threads=1)
    total: Counter[str] = Counter()
    print(f"{'':<14}{'articles':>9}{'statements':>12}{'by quote':>10}{'by place':>10}{'words alone stand twice':>25}")
    parts = {"pages": pages(given.data / "pages"), "polnear dev": dev_articles(given.data / "polnear/dev.jsonl")}
    for name, articles in parts.items():
        found = count(articles, tagger)
        total += found
        print(line(name, found), flush=True)
    print(line("all", total))
    raise SystemExit(0 if total["found"] == total["placed"] == total["statements"] > 0 else 1)


def line(name: str, of: Counter[str]) -> str:
    """One line of the table."""
    share = 100 * of["found"] / max(1, of["statements"])
    figures = f"{of['articles']:>9}{of['statements']:>12}{of['found']:>10}{of['placed']:>10}{of['ambiguous']:>25}"
    return f"{name:<14}{figures}   {share:.2f} %"


if __name__ == "__main__":
    main()
