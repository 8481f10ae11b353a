"""Score the prompts: python bench/prompts.py FILE... [--errors]

Marked articles (tests/articles/README.md; a prompt is marked {p5 ...}); the gold statements are given, what each
answers is not. Prints F of prompts with both ends right (quotation marks and punctuation at the ends ignored), and of
prompts that share half of their words (Jaccard) with the right one.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from marked import Marked, Told, unmark  # noqa: E402
from quoth.domain import Article, Confidence, Manner, Span, Statement  # noqa: E402
from quoth.routes import prompts  # noqa: E402
from rows import nested  # noqa: E402

EDGES = " \t\n\"“”‘’'„«»,.;:?!…—–-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    exact = overlap = predicted = gold = 0
    for path in given.files:
        marked = unmark(path.read_text(encoding="utf8"))
        for number, told, found in judged(marked):
            predicted, gold = predicted + (found is not None), gold + (told.prompt is not None)
            both = told.prompt is not None and found is not None
            same = (
                both
                and found.of(marked.text).strip(EDGES) == told.prompt.of(marked.text).strip(EDGES)
                and found.overlaps(told.prompt)
            )
            near = (
                both
                and found.overlaps(told.prompt)
                and jaccard(found.of(marked.text), told.prompt.of(marked.text)) >= 0.5
            )
            exact, overlap = exact + same, overlap + near
            if given.errors and not same and (told.prompt or found):
                print(
                    f"{path.name} {number}\n"
                    f"  gold  {told.prompt and told.prompt.of(marked.text)!r}\n"
                    f"  given {found and found.of(marked.text)!r}"
                )
    print(f"prompt exact    {line(exact, predicted, gold)}")
    print(f"prompt overlap  {line(overlap, predicted, gold)}")


def judged(marked: Marked) -> Iterator[tuple[int, Told, Span | None]]:
    """Each statement's number, what is marked, and the prompt that quoth gives."""
    numbers = sorted(marked.statements)
    statements = nested([statement(marked.text, marked.statements[n]) for n in numbers])
    found = prompts(Article("marked", "marked", marked.text, marked.passages), statements)
    yield from ((n, marked.statements[n], span) for n, span in zip(numbers, found, strict=True))


def statement(text: str, told: Told) -> Statement:
    content = tuple(sorted(told.content))
    manner = Manner.DIRECT if all(span.of(text)[:1] in "\"“‘'„«»" for span in content) else Manner.INDIRECT
    return Statement(content, told.cue, told.mention, manner, Confidence(1.0))


def jaccard(one: str, other: str) -> float:
    a, b = set(re.findall(r"\w+", one.lower())), set(re.findall(r"\w+", other.lower()))
    return len(a & b) / len(a | b) if a or b else 0.0


def line(hit: int, predicted: int, gold: int) -> str:
    p, r = hit / predicted if predicted else 0.0, hit / gold if gold else 0.0
    f = 2 * p * r / (p + r) if p + r else 0.0
    return f"P {100 * p:5.1f}  R {100 * r:5.1f}  F {100 * f:5.1f}   ({hit}/{predicted}/{gold})"


if __name__ == "__main__":
    main()
