"""Score quoth on the marked articles of tests/articles: python bench/articles.py [--half tune|held-out|...] [--show]

Articles with every hard shape, written apart from the code in three sets: 01-20, whose second half was held out and
run once for the first release, 21-60, whose even numbers are held out, and 61-74, which all are. Prints the shared
scorer's table, the share of characters that got their right part of the page, and with --show every statement missed
and every one found falsely. Run a held-out half to report a figure, never to tune.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from changes import runs_of
from scorer import load_scorer

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from marked import Marked, unmark  # noqa: E402
from quoth import pipeline  # noqa: E402
from quoth.domain import Reading  # noqa: E402
from quoth.reading.plain import read_plain  # noqa: E402

HALVES = {
    "tune": range(21, 61, 2),
    "held-out": range(22, 61, 2),
    "first-tune": range(1, 11),
    "first-held-out": range(11, 21),
    "fresh": range(61, 75),  # all held out
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, default="tune")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--weights", type=Path)
    given = parser.parse_args()
    score = load_scorer()
    tagger = pipeline.open_tagger(given.weights)
    gold, readings, parts = [], {}, Counter[str]()
    for path in sorted((ROOT / "tests/articles").glob("*.txt")):
        if int(path.name[:2]) not in HALVES[given.half]:
            continue
        marked = unmark(path.read_text(encoding="utf8"))
        article = read_plain(marked.text, path.name)
        [reading] = (one for one in pipeline.read([article], tagger) if isinstance(one, Reading))
        readings[path.name] = pipeline.to_contract(reading)
        gold.append({"id": path.name, "text": marked.text, "attributions": marked.attributions()})
        parts += _parts(marked, reading)
        if given.show:
            _show(score, marked, readings[path.name], reading)
    score.show(score.score(readings, gold))
    right, total = sum(n for key, n in parts.items() if "=" in key), sum(parts.values())
    wrong = {kind: n for kind, n in parts.most_common() if "=" not in kind}
    print(f"{'parts':18s} {100 * right / total:5.1f}  wrong: {wrong}")


def _parts(marked: Marked, reading: Reading) -> Counter[str]:
    """Characters by gold part and given part, "body=" where they agree."""
    out: Counter[str] = Counter()
    for gold in marked.passages:
        for given in reading.article.passages:
            shared = min(gold.span.end, given.span.end) - max(gold.span.start, given.span.start)
            if shared > 0:
                out[f"{gold.part}=" if gold.part == given.part else f"{gold.part} as {given.part}"] += shared
    return out


def _show(score: Any, marked: Marked, contract: dict[str, Any], reading: Reading) -> None:
    """The statements that are not the gold's, and the gold's that are not found, word for word."""
    text = marked.text
    runs = runs_of(score, text)
    gold = [{r: a[score.GOLD_KEY[r]] for r in score.ROLES} for a in marked.attributions()]
    given = [score.statement_spans(s) for s in contract["statements"]]
    tokens = lambda rows: [{r: score.covered(runs, s[r]) for r in score.ROLES} for s in rows]  # noqa: E731
    given_tokens, gold_tokens = tokens(given), tokens(gold)
    pairs = score.pair(given_tokens, gold_tokens)
    line = lambda s: " | ".join(" … ".join(text[a:b] for a, b in s[r]) or "-" for r in ("mention", "cue", "content"))  # noqa: E731
    print(f"== {reading.article.origin}")
    for i, j in pairs:
        wrong = [r for r in score.ROLES if given_tokens[i][r] != gold_tokens[j][r]]
        if wrong:
            print(f"  ~ {', '.join(wrong)}\n      gold  {line(gold[j])}\n      given {line(given[i])}")
    for j in sorted(set(range(len(gold))) - {j for _, j in pairs}):
        print(f"  - {line(gold[j])}")
    for i in sorted(set(range(len(given))) - {i for i, _ in pairs}):
        print(f"  + {line(given[i])}")
    for passage in reading.article.passages:
        parts = {g.part for g in marked.passages if g.span.overlaps(passage.span)}
        if parts != {passage.part}:
            print(f"  ? {passage.part} for {'/'.join(sorted(parts))}: {passage.span.of(text)[:90]!r}")


if __name__ == "__main__":
    main()
