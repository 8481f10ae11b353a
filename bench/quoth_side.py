"""quoth as its users call it from Python, as contract lines: `quoth_side.py GOLD OUT`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import timed


def open_reader() -> timed.Reader:
    """Load the tagger, and return the reader."""
    from quoth import pipeline
    from quoth.domain import Article
    from quoth.reading import articles

    tagger = pipeline.open_tagger()

    def read(gold: Path) -> Iterable[timed.Contract]:
        # a skipped article needs no line: the scorer counts the articles without a reading
        found = (article for article in articles([str(gold)]) if isinstance(article, Article))
        for reading in pipeline.read(found, tagger):
            yield pipeline.to_contract(reading)

    return read


if __name__ == "__main__":
    timed.main(open_reader)
