"""Web annotations: as the W3C's model requires them, and found again in the text by their quote selector alone."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quoth.contract import quote
from quoth.domain import Article, Part, Passage, Span
from quoth.export import Format, write
from quoth.export.selectors import selectors
from quoth.record.picked import Picked

SCHEMA = json.loads((Path(__file__).parent / "web_annotation.schema.json").read_text(encoding="utf8"))
VALID = Draft202012Validator(SCHEMA)


def annotations(picked: list[Picked], share: bool = False) -> list[dict[str, Any]]:
    out = io.BytesIO()
    write(iter(picked), Format.ANNOTATIONS, out, share)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def targets(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    found = annotation["target"]
    return found if isinstance(found, list) else [found]


def anchored(text: str, selector: dict[str, str]) -> list[tuple[int, int]]:
    """Every place that the model's text quote selector tells, found without any of quoth's code."""
    before, after = (re.escape(selector[side]) for side in ("prefix", "suffix"))
    pattern = re.compile(f"(?<={before}){re.escape(selector['exact'])}(?={after})", re.DOTALL)
    return [match.span() for start in range(len(text)) if (match := pattern.match(text, start))]


@pytest.mark.parametrize("share", [False, True])
def test_they_are_what_the_model_requires(gate: Picked, noted: Picked, bare: Picked, share: bool) -> None:
    made = annotations([gate, noted, bare], share)
    assert len(made) == sum(len(one.corrected.ids) for one in (gate, noted, bare))
    for annotation in made:
        assert [error.message for error in VALID.iter_errors(annotation)] == []


def test_the_schema_refuses_what_the_model_refuses(gate: Picked) -> None:
    for spoil in (
        lambda one: one.pop("target"),
        lambda one: one.update({"@context": ["http://www.w3.org/ns/anno.jsonld"]}),
        lambda one: one.update(motivation="quoting"),
        lambda one: one["target"]["selector"][0].pop("exact"),
        lambda one: one["target"]["selector"][1].update(start=-1),
        lambda one: one["body"][0].pop("value"),
    ):
        annotation = annotations([gate])[1]
        spoil(annotation)
        assert not VALID.is_valid(annotation)


def test_each_is_found_again_by_its_quote_and_by_its_place(gate: Picked, bare: Picked) -> None:
    for picked in (gate, bare):
        reading = picked.corrected.reading
        text = reading.article.text
        for annotation, statement in zip(annotations([picked]), reading.statements, strict=True):
            found = [anchored(text, target["selector"][0]) for target in targets(annotation)]
            assert found == [[(span.start, span.end)] for span in statement.content]
            places = [target["selector"][1] for target in targets(annotation)]
            assert " … ".join(text[one["start"] : one["end"]] for one in places) == quote(text, statement.content)


def test_who_spoke_is_named_only_where_the_words_are_theirs(noted: Picked) -> None:
    told = {}
    for annotation in annotations([noted]):
        [described] = [one["value"] for one in annotation["body"] if one["purpose"] == "describing"]
        told[described.partition(" (")[0].partition(" [")[0]] = [
            one["value"] for one in annotation["body"] if one["purpose"] == "identifying"
        ]
    assert told["Ana Ruiz"] == ["Ana Ruiz"]
    assert told["Tom Hale"] == []


def test_notices_are_bodies_that_assess(noted: Picked) -> None:
    assessed = [
        [one["value"] for one in annotation["body"] if one["purpose"] == "assessing"]
        for annotation in annotations([noted])
    ]
    assert len(assessed[0]) == 1
    assert assessed[3][1] == "retracted 2026-03-04: The union wrote no letter."


def test_ids_stay_and_differ(gate: Picked) -> None:
    first, again = ([one["id"] for one in annotations([gate])] for _ in range(2))
    assert first == again
    assert len(set(first)) == len(first)


def test_shared_ones_show_at_most_thirty_words_around(gate: Picked) -> None:
    for annotation in annotations([gate], share=True):
        shown = [one["selector"][0][side] for one in targets(annotation) for side in ("prefix", "suffix")]
        assert sum(len(words.split()) for words in shown) <= 30


def article(text: str) -> Article:
    """Every line a passage."""
    lines = [Span(*match.span()) for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
    return Article("test", "test", text, tuple(Passage(line, Part.BODY) for line in lines))


@given(st.text(st.sampled_from("ab \n."), min_size=1, max_size=120), st.data())
def test_any_stretch_of_any_text_is_found_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    quoted, placed = selectors(article(text), span)
    assert anchored(text, quoted) == [(span.start, span.end)]
    assert (placed["start"], placed["end"]) == (span.start, span.end)


def test_words_that_stand_twice_get_as_much_around_as_it_takes() -> None:
    again = "She said it was “not now” and that was all that she said of the gate.\n"
    text = again * 3 + "End."
    place = text.index("“not now”", len(again))
    quoted, _ = selectors(article(text), Span(place, place + 9))
    assert anchored(text, quoted) == [(place, place + 9)]
    assert len(quoted["prefix"]) > len("She said it was ")


def test_a_prefix_stays_in_its_paragraph_where_that_is_enough() -> None:
    text = "Gate shut\nRuiz said “not now” and left.\nThe end"
    place = text.index("“")
    quoted, _ = selectors(article(text), Span(place, place + 9))
    assert (quoted["prefix"], quoted["suffix"]) == ("Ruiz said ", " and left.")
