"""quoth as its users call it from Python, as contract lines: `quoth_side.py GOLD OUT`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import timed


def open_reader() -> timed.Reader:
    """Open the tagger on one thread, and return the reader."""
    from quoth import pipeline
    from quoth.domain import Skipped
    from quoth.reading import articles

    tagger = pipeline.open_tagger(threads=1)

    def read(gold: Path) -> Iterable[timed.Contract]:
        for reading in pipeline.read(articles([str(gold)]), tagger):
            if isinstance(reading, Skipped):
                yield pipeline.error_to_contract(reading)
            else:
                yield pipeline.to_contract(reading)

    return read


if __name__ == "__main__":
    timed.main(open_reader)
