"""What editors have looked at comes back as gold that training/ reads."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from quoth.domain import Review
from quoth.inference.tagger import WEIGHTS
from quoth.record.anchoring import typed, typed_pieces
from quoth.record.corrections import ContentIs, Missed, ReviewIs
from quoth.record.store import SqlRecord
from quoth.record.subjects import Subject
from quoth.record.training_gold import gold
from readings import reading

TRAINING = Path(__file__).resolve().parent.parent.parent / "training"
GATE = (
    "@headline Gate shut\n"
    "@body {c1 “Not now,”} {q1 said} {m1 Mayor Ana Ruiz} on Monday. "
    "{m2 Tom Hale} {q2 said} {c2 the hinge had cracked}.\n"
    "@body {m3 The sign} {q3 said} {c3 keep out}. A senior aide called the gate a joke."
)


def rows(record: SqlRecord) -> list[dict[str, object]]:
    return [row for one in record.corrected_readings() if (row := gold(one)) is not None]


def reviewed(record: SqlRecord) -> None:
    """Every statement looked at: one right, one cut anew, one no statement, and one that was missed."""
    read = reading(GATE, "https://gazette.example/gate")
    record.keep(read)
    shown = record.corrected(read.article.id)
    assert shown is not None
    now, hinge, sign = (Subject(read.article.id, id_) for id_ in shown.ids)
    record.fix(now, [ReviewIs(Review.CHECKED)], "kim")
    record.fix(hinge, [ContentIs(typed_pieces(read.article, "hinge had cracked"))], "kim")
    assert rows(record) == []  # one is still the machine's
    record.fix(sign, [ReviewIs(Review.REJECTED)], "kim")
    called, aide = typed(read.article, "called"), typed(read.article, "A senior aide")
    missed = Missed(typed_pieces(read.article, "the gate a joke"), ("A senior aide",), called, aide)
    record.fix(Subject(read.article.id), [missed], "kim")


def test_an_article_is_gold_when_a_person_has_seen_all_of_it(record: SqlRecord) -> None:
    reviewed(record)
    [row] = rows(record)
    text = str(row["text"])
    told = [{key: [text[a:b] for a, b in spans] for key, spans in one.items()} for one in row["attributions"]]  # type: ignore[attr-defined]
    assert told == [
        {"source": ["Mayor Ana Ruiz"], "cue": ["said"], "content": ["“Not now,”"]},
        {"source": ["Tom Hale"], "cue": ["said"], "content": ["hinge had cracked"]},
        {"source": ["A senior aide"], "cue": ["called"], "content": ["the gate a joke"]},
    ]


def test_an_article_in_which_nothing_was_found_is_no_gold(record: SqlRecord) -> None:
    record.keep(reading("It rained.", "https://gazette.example/rain"))
    assert rows(record) == []


def test_training_reads_it(record: SqlRecord) -> None:
    sys.path[:0] = [str(TRAINING)]
    corpora = pytest.importorskip("corpora")
    reviewed(record)
    [row] = rows(record)
    tokenizer = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    learnt = corpora.polnear(row, {}, tokenizer)
    assert len(learnt.pieces) > 20
