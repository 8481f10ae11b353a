"""Are the persons of a real campaign joined rightly? python bench/recurring.py [--part train|dev] [--errors]

The speakers of ../shared/data/speakers as its readers named them, in 50 articles (dev) or, to tune on, 110 (train, ours
too: training/speakers_gold.py), each with its role. bench/recurring.tsv says which of them are one person in two
articles or more: names of speakers and articles only. Every other person is somebody else in each article. Printed is
what of the pairs that are one person was joined, and what of the joined pairs is one person.
"""

from __future__ import annotations

import argparse
import sys
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "training"))

from campaign import SHARED, entries_and_persons  # noqa: E402
from quoth.dossiers import draw  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=["train", "dev"], default="dev")
    parser.add_argument("--errors", action="store_true", help="name the pairs missed and the pairs wrongly joined")
    given = parser.parse_args()
    if not (SHARED / "speakers").is_dir():
        raise SystemExit(f"{SHARED / 'speakers'}: not here; this bench needs the shared gold")
    held, person = entries_and_persons(given.part)
    right = {pair for pair in combinations(sorted(person), 2) if person[pair[0]] == person[pair[1]]}
    groups = draw(list(held.values())).groups
    said = {pair for group in groups for pair in combinations([key for key in group if key in person], 2)}
    both = len(right & said)
    several = {person[key] for pair in right for key in pair}
    print(
        f"{given.part}: {len(person)} entries of persons, {len(several)} persons in several articles, "
        f"{len(right)} pairs"
    )
    print(f"precision {both / max(len(said), 1):.1%}  recall {both / max(len(right), 1):.1%}")
    for title, pairs in (("missed", right - said), ("wrongly joined", said - right)) if given.errors else ():
        for a, b in sorted(pairs):
            print(f"{title}: {a} ({held[a].role}), {b} ({held[b].role})")


if __name__ == "__main__":
    main()
