"""The JSON object of a reading: what other programs rely on."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from fakes import PerfectTagger, article_of
from marked import unmark
from quoth import pipeline
from quoth.contract import statement_ids, to_contract
from quoth.domain import DateBasis, Published, Reading, Skipped
from quoth.errors import ErrorKind

TEXT = (
    "@headline Gate shut\n"
    "@body {c1 “Not now,”} {q1 said} {m1 Ruiz}, {c1 “maybe later.”} "
    "{m2 Hale} {q2 said} {c2 it rained}."
)


def reading(text: str = TEXT) -> Reading:
    marked = unmark(text)
    [one] = pipeline.read([article_of(marked)], PerfectTagger(marked))
    assert isinstance(one, Reading)
    return one


def test_every_field_of_the_contract_is_there() -> None:
    one = json.loads(json.dumps(to_contract(reading())))
    assert list(one) == ["article", "speakers", "statements", "requests"]
    assert list(one["article"]) == [
        *("id", "origin", "url", "outlet", "headline", "byline", "section", "language", "published", "read_by", "text"),
        *("passages", "notices"),
    ]
    assert list(one["statements"][0]) == [
        *("id", "quote", "content", "cue", "cue_text", "mention", "mention_text", "speakers", "candidates", "manner"),
        *("act", "status", "within", "prompt", "about", "route", "when", "confidence"),
        *("review", "notices"),
    ]
    assert one["statements"][0]["review"] == "machine"
    assert one["article"]["notices"] == one["speakers"][0]["notices"] == one["statements"][0]["notices"] == []
    assert one["statements"][0]["quote"] == "“Not now,” … “maybe later.”"
    assert one["statements"][0]["cue_text"] == "said"
    assert one["article"]["passages"][0] == {"span": [0, 9], "part": "headline"}


def test_act_and_status_are_told() -> None:
    one = to_contract(reading("{m1 Ruiz} {q1 did not say} {c1 why}. {m2 Hale} {q2 fears} {c2 the worst}."))
    told = [(statement["act"], statement["status"]) for statement in one["statements"]]
    assert told == [("said", "not said"), ("thought", "asserted")]


def test_published_has_all_three_keys_or_is_null() -> None:
    assert to_contract(reading())["article"]["published"] is None
    day = Published(date(2025, 3, 3), date(2025, 3, 9), DateBasis.INFERRED)
    dated = replace(reading(), article=replace(reading().article, published=day))
    assert to_contract(dated)["article"]["published"] == {"from": "2025-03-03", "to": "2025-03-09", "basis": "inferred"}


def test_a_statement_keeps_its_id_when_the_page_changes_around_it() -> None:
    before, after = reading(), reading("@headline Harbour gate shut again" + TEXT.removeprefix("@headline Gate shut"))
    assert statement_ids(before.article, before.statements) == statement_ids(after.article, after.statements)


def test_the_same_words_twice_have_two_ids() -> None:
    one = reading("{m1 Ruiz} {q1 said} {c1 it rained}.\n{m2 Hale} {q2 said} {c2 it rained}.")
    first, second = statement_ids(one.article, one.statements)
    assert second == f"{first}-2"


def test_what_was_skipped_is_one_line() -> None:
    skipped = Skipped("a.pdf", ErrorKind.NOT_TEXT, "a PDF")
    assert list(pipeline.read([skipped], PerfectTagger(unmark("-")))) == [skipped]
    assert pipeline.error_to_contract(skipped) == {"origin": "a.pdf", "error": {"kind": "not_text", "message": "a PDF"}}


def test_statements_below_the_wanted_confidence_are_left_out() -> None:
    marked = unmark("{m1 Ruiz} {q1 said}: {c1 “{m2 He} {q2 told} me {c2 ‘never again’} twice.”}")
    everything = list(pipeline.read([article_of(marked)], PerfectTagger(marked)))
    nothing = list(pipeline.read([article_of(marked)], PerfectTagger(marked), min_confidence=1.0))
    assert [len(one.statements) for one in (*everything, *nothing) if isinstance(one, Reading)] == [2, 0]


def test_a_statement_whose_holder_is_left_out_stands_alone() -> None:
    outer, inner = reading("{m1 Ruiz} {q1 said}: {c1 “{m2 He} {q2 told} me {c2 ‘never again’} twice.”}").statements
    unsure = replace(outer, confidence=replace(outer.confidence, words=0.1))
    assert [s.within for s in pipeline.confident((unsure, inner), 0.5)] == [None]
