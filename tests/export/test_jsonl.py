"""JSON lines are the contract; shared ones hold no text of the article but the few words around each statement."""

from __future__ import annotations

import hashlib
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.contract import from_contract, to_contract
from quoth.domain import Span
from quoth.export import Format, write
from quoth.export.around import FURTHEST, MOST_WORDS, around
from quoth.record.corrected import corrected
from quoth.record.picked import Picked
from readings import reading


def lines(picked: list[Picked], share: bool = False) -> list[dict[str, Any]]:
    out = io.BytesIO()
    write(iter(picked), Format.JSONL, out, share)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_line_is_the_contracts_object(gate: Picked, bare: Picked) -> None:
    for picked in (gate, bare):
        [value] = lines([picked])
        assert value == to_contract(picked.corrected.reading)
        assert from_contract(value) == picked.corrected.reading


def test_notices_travel(noted: Picked) -> None:
    [value] = lines([noted])
    assert value["article"]["notices"][0]["kind"] == "disputed"
    assert next(one["notices"] for one in value["statements"] if one["notices"])[0]["kind"] == "retracted"


def test_a_shared_line_has_the_digest_and_no_text(gate: Picked) -> None:
    text = gate.corrected.reading.article.text
    [whole], [value] = lines([gate]), lines([gate], share=True)
    assert value["article"]["text"] is None
    assert value["article"]["text_sha256"] == hashlib.sha256(text.encode()).hexdigest()
    for before, after in zip(whole["statements"], value["statements"], strict=True):
        assert {key: after[key] for key in before if key not in ("cue_text", "mention_text")} == {
            key: before[key] for key in before if key not in ("cue_text", "mention_text")
        }
    assert [one["content"] for one in value["statements"]] == [one["content"] for one in whole["statements"]]


LONG = (
    "@body " + "One two three four five six seven eight nine ten. " * 6 + "{m1 The "
    + "very " * 60 + "old mayor} {q1 had at last come round to saying} {c1 “Not now”}. " + "Ten nine eight. " * 30
)  # fmt: skip


@pytest.mark.parametrize("marked", [LONG, LONG.replace("{c1 “Not now”}", "{c1 “Not now”} and then {c1 “never”}")])
def test_no_more_than_thirty_words_around_are_shown(marked: str) -> None:
    [value] = lines([Picked(corrected(reading(marked, "https://gazette.example/long"), []))], share=True)
    [one] = value["statements"]
    shown = " ".join(filter(None, [one["before"], one["after"], one["mention_text"], one["cue_text"]]))
    assert 20 <= len(shown.split()) <= MOST_WORDS
    assert one["mention_text"] is None


@given(st.text(st.sampled_from("ab \n\t.“”é"), max_size=400), st.data())
def test_what_is_around_stands_around(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start + 1, len(text) + 1)))
    text += "x"
    near = around(text, [span])
    assert text[: span.start].endswith(near.before)
    assert text[span.end :].startswith(near.after)
    assert len(near.before.split()) <= MOST_WORDS // 2
    assert len(near.after.split()) <= MOST_WORDS // 2
    assert len(near.before) + len(near.after) <= 2 * FURTHEST
