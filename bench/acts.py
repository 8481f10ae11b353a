"""Score act and status: python bench/acts.py [LABELS.tsv --gold ROWS.jsonl] [--half HALF] [--read] [--show]

With a label file and the rows that it tells of, as of shared/data/polnear; without, over the marked articles of
tests/articles. A label file has a line for every labelled statement, those that were plainly said and asserted too:

    article<TAB>index of the statement in the row's attributions<TAB>act<TAB>status

where the article is the first 16 hex digits of the SHA-256 of its text, as in the contract: the corpus's own ids hold
words of its headlines.

Judged on the gold's own spans, or with --read on what quoth finds, paired as the shared scorer pairs (a statement
that it does not find counts for nothing). Prints F of each class and their mean over the classes that the gold has,
the confusions, and how many of the denied, refused, hypothetical and not said were called asserted; with --show every
one that is amiss.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from changes import runs_of
from scorer import load_scorer

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from marked import unmark  # noqa: E402
from quoth import pipeline  # noqa: E402
from quoth.attribution.judgement import judgement  # noqa: E402
from quoth.domain import Act, Reading, Span, Status  # noqa: E402
from quoth.reading.plain import read_plain  # noqa: E402

HALVES = {"tune": range(21, 61, 2), "held-out": range(22, 61, 2), "all": range(21, 61)}  # 01-20 have no labels
NOT_ON_RECORD = ("denied", "refused", "hypothetical", "not said")

Row = dict[str, Any]
Labels = dict[int, tuple[str, str]]


@dataclass(frozen=True)
class Judged:
    """One labelled statement: gold and given (act, status), and its words for --show."""

    gold: tuple[str, str]
    given: tuple[str, str]
    shown: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path, nargs="?")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--half", choices=HALVES, default="tune")
    parser.add_argument("--articles", type=Path, default=ROOT / "tests/articles")
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--read", action="store_true")
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    if bool(given.labels) != bool(given.gold):
        parser.error("LABELS.tsv and --gold go together")
    rows = list(labelled(given.labels, given.gold) if given.labels else marked(given.articles, HALVES[given.half]))
    judged = list(found(rows, given.weights) if given.read else on_gold(rows))
    if not judged:
        raise SystemExit("no labelled statement to judge")
    for place, classes in enumerate(([*Act], [*Status])):
        report([(one.gold[place], one.given[place]) for one in judged], [str(word) for word in classes])
    print(line_of_record(judged))
    if given.show:
        for one in judged:
            if one.gold != one.given:
                print(f"{'/'.join(one.gold)} -> {'/'.join(one.given)}\n      {one.shown}")


def labelled(labels: Path, gold: Path) -> Iterator[tuple[Row, Labels]]:
    """The rows that have labels, with them."""
    by_id: dict[str, Labels] = defaultdict(dict)
    for line in labels.read_text(encoding="utf8").splitlines():
        if line and not line.startswith("#"):
            id_, n, *told = line.split("\t")
            by_id[id_][int(n)] = (Act(told[0]).value, Status(told[1]).value)
    rows = {article_id(row["text"]): row for row in map(json.loads, gold.read_text(encoding="utf8").splitlines())}
    if missing := sorted(by_id.keys() - rows.keys()):
        raise SystemExit(f"{gold}: no row {missing[0]}")
    for id_, told_of_row in by_id.items():
        yield rows[id_], told_of_row


def article_id(text: str) -> str:
    return hashlib.sha256(text.encode("utf8")).hexdigest()[:16]


def marked(folder: Path, numbers: Iterable[int]) -> Iterator[tuple[Row, Labels]]:
    """The marked articles, every statement of theirs labelled."""
    for path in sorted(folder.glob("*.txt")):
        if path.name[:2].isdigit() and int(path.name[:2]) in numbers:
            one = unmark(path.read_text(encoding="utf8"))
            told = [one.statements[n] for n in sorted(one.statements)]
            row = {"id": path.name, "text": one.text, "attributions": one.attributions()}
            yield row, {n: (statement.act, statement.status) for n, statement in enumerate(told)}


def on_gold(rows: Iterable[tuple[Row, Labels]]) -> Iterator[Judged]:
    """What quoth makes of the gold's own spans."""
    for row, labels in rows:
        text = row["text"]
        for n, gold in labels.items():
            spans = {role: sorted(Span(*pair) for pair in row["attributions"][n][role]) for role in row_roles(row, n)}
            cue, mention = _whole(spans["cue"]), _whole(spans["source"])
            act, status = judgement(text, spans["content"], cue, mention)
            yield Judged(gold, (act.value, status.value), _shown(text, cue, mention, spans["content"]))


def row_roles(row: Row, n: int) -> tuple[str, ...]:
    """The roles that the row tells of its n-th statement."""
    return tuple(role for role in ("source", "cue", "content") if role in row["attributions"][n])


def _whole(spans: Sequence[Span]) -> Span | None:
    return Span(spans[0].start, spans[-1].end) if spans else None


def _shown(text: str, cue: Span | None, mention: Span | None, content: Sequence[Span]) -> str:
    spans = [*content, *(span for span in (cue, mention) if span)]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    marks = {"cue": cue, "mention": mention}
    words = " | ".join(f"{name} {span.of(text)[:70]!r}" for name, span in marks.items() if span)
    return f"{words} | {text[max(0, start - 70) : min(end + 30, start + 330)]!r}"


def found(rows: Iterable[tuple[Row, Labels]], weights: Path | None) -> Iterator[Judged]:
    """What quoth makes of the statements that it finds itself, where they are paired with labelled ones."""
    score, tagger = load_scorer(), pipeline.open_tagger(weights)
    for row, labels in rows:
        [reading] = (o for o in pipeline.read([read_plain(row["text"], row["id"])], tagger) if isinstance(o, Reading))
        statements = pipeline.to_contract(reading)["statements"]
        runs = runs_of(score, row["text"])
        gold = [{r: score.covered(runs, a[score.GOLD_KEY[r]]) for r in score.ROLES} for a in row["attributions"]]
        spans = [score.statement_spans(s) for s in statements]
        given = [{r: score.covered(runs, s[r]) for r in score.ROLES} for s in spans]
        for i, j in score.pair(given, gold):
            if j in labels:
                one = reading.statements[i]
                shown = _shown(row["text"], one.cue, one.mention, one.content)
                yield Judged(labels[j], (one.act.value, one.status.value), shown)


def report(pairs: Sequence[tuple[str, str]], classes: Sequence[str]) -> None:
    """F of every class that the gold has, their mean, and the confusions, gold down and given across."""
    count = Counter(pairs)
    present = [word for word in classes if any(gold == word for gold, _ in pairs)]
    print(f"\n{'gold':14s}{'P':>7s}{'R':>7s}{'F':>7s}   " + "".join(f"{word:>13s}" for word in classes))
    scores = []
    for word in present:
        right = count[word, word]
        given, gold = (sum(n for pair, n in count.items() if pair[side] == word) for side in (1, 0))
        precision, recall = right / max(given, 1), right / gold
        scores.append(100 * 2 * right / (given + gold))
        cells = "".join(f"{count[word, other]:13d}" for other in classes)
        print(f"{word:14s}{100 * precision:7.1f}{100 * recall:7.1f}{scores[-1]:7.1f}   {cells}")
    print(f"{'macro F':14s}{'':14s}{sum(scores) / len(scores):7.1f}   of {len(pairs)}")


def line_of_record(judged: Sequence[Judged]) -> str:
    """How many of those that must not stand on record do."""
    kept = [one for one in judged if one.gold[1] in NOT_ON_RECORD]
    wrong = sum(one.given[1] == "asserted" for one in kept)
    counted = sum(one.given[1] == "asserted" and one.given[0] in ("said", "wrote") for one in kept)
    share = 100 * wrong / max(len(kept), 1)
    told = f"{wrong} of {len(kept)} denied, refused, hypothetical or not said"
    return f"\ncalled asserted: {told} ({share:.1f} %; {counted} of them as said or wrote)"


if __name__ == "__main__":
    main()
