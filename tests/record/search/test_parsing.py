"""What a person types and what is made of it; what cannot be understood gets one line that names the place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from queries import TYPED
from quoth.errors import QueryError
from quoth.record.search import Query, parse
from quoth.record.search.matching import fts5, tsquery
from quoth.record.search.query import (
    All,
    Calendar,
    Condition,
    Dated,
    Either,
    Field,
    Label,
    Labelled,
    Named,
    Not,
    Words,
)


def word(*words: str) -> Words:
    return Words(words, exact=False)


def exact(*words: str) -> Words:
    return Words(words, exact=True)


@pytest.mark.parametrize(
    ("typed", "conditions"),
    [
        pytest.param("", [], id="nothing: everything"),
        pytest.param("gate", [word("gate")], id="a word"),
        pytest.param("Gate HARBOUR", [word("gate"), word("harbour")], id="two words: both"),
        pytest.param("gate AND harbour", [word("gate"), word("harbour")], id="AND changes nothing"),
        pytest.param("Café", [word("cafe")], id="without accents"),
        pytest.param("well-known", [word("well", "known")], id="a hyphen: the two next to each other"),
        pytest.param("don’t", [word("don", "t")], id="an apostrophe, of either kind"),
        pytest.param('"shut the gate"', [exact("shut", "the", "gate")], id="a phrase"),
        pytest.param("“shut the gate”", [exact("shut", "the", "gate")], id="a phrase as it is printed"),
        pytest.param("resign*", [Words(("resign",), exact=True, prefix=True)], id="a beginning"),
        pytest.param('"shut the ga"*', [Words(("shut", "the", "ga"), exact=True, prefix=True)], id="a phrase's"),
        pytest.param("gate -bridge", [word("gate"), Not(word("bridge"))], id="without a word"),
        pytest.param("NOT bridge", [Not(word("bridge"))], id="NOT is the same as -"),
        pytest.param("gate --bridge", [word("gate"), word("bridge")], id="twice without is with"),
        pytest.param('-"the gate"', [Not(exact("the", "gate"))], id="without a phrase"),
        pytest.param("a OR b", [Either((word("a"), word("b")))], id="either"),
        pytest.param("a b OR c", [word("a"), Either((word("b"), word("c")))], id="OR joins its neighbours only"),
        pytest.param("(a b) OR c", [Either((All((word("a"), word("b"))), word("c")))], id="brackets"),
        pytest.param("-(a b)", [Not(All((word("a"), word("b"))))], id="without both at once"),
        pytest.param("by:ruiz", [Named(Field.BY, ("ruiz",))], id="a speaker"),
        pytest.param('BY:"Ana Ruiz"', [Named(Field.BY, ("ana", "ruiz"))], id="a speaker's whole name"),
        pytest.param("by:rui*", [Named(Field.BY, ("rui",), True)], id="the beginning of a name"),
        pytest.param("-outlet:echo", [Not(Named(Field.OUTLET, ("echo",)))], id="without an outlet"),
        pytest.param("status:not-said", [Labelled(Label.STATUS, "not said")], id="a label of two words"),
        pytest.param('status:"Not said"', [Labelled(Label.STATUS, "not said")], id="the same in quotation marks"),
        pytest.param('collection:"My beat"', [Labelled(Label.COLLECTION, "my beat")], id="a collection"),
        pytest.param("10:30", [word("10", "30")], id="a time of day is no filter"),
    ],
)  # fmt: skip
def test_what_is_made_of_it(typed: str, conditions: list[Condition]) -> None:
    assert parse(typed) == Query(tuple(conditions))


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("said:2024-03-11", date(2024, 3, 11), date(2024, 3, 11)),
        ("said:2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("said:2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("said:2024-03..2024-05", date(2024, 3, 1), date(2024, 5, 31)),
        ("said:2024-03..", date(2024, 3, 1), None),
        ("said:..2024-03", None, date(2024, 3, 31)),
        ("said:>2024-01-01", date(2024, 1, 2), None),
        ("said:>=2024-01-01", date(2024, 1, 1), None),
        ("said:>2024", date(2025, 1, 1), None),
        ("said:<2024-03", None, date(2024, 2, 29)),
        ("said:<=2024-03", None, date(2024, 3, 31)),
    ],
)
def test_days(typed: str, start: date | None, end: date | None) -> None:
    assert parse(typed) == Query((Dated(Calendar.SAID, start, end),))


def test_filters_beside_the_query() -> None:
    query = parse("gate", {"by": ["Ana Ruiz"], "outlet": ["Gazette", "Echo"], "about": []})
    outlets = Either((Named(Field.OUTLET, ("gazette",)), Named(Field.OUTLET, ("echo",))))
    assert query == Query((word("gate"), Named(Field.BY, ("ana", "ruiz")), outlets))


DAYS = "a day (2024-03-11), month (2024-03), year (2024), 2024-03..2024-05, or >, >=, <, <= before one"
QUOTED = "put words with a colon in quotation marks"
STATUSES = "asserted, denied, not-said, refused, hypothetical, expected"
FIELDS = "by, about, role, outlet, through, byline, section, collection, review, notice, act, status, "
FIELDS += "manner, kind, said, published"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ('gate "shut the', "query, at 6: this quotation mark is never closed"),
        ("(gate", "query, at 1: this ( is never closed"),
        ("gate)", "query, at 5: this ) closes nothing"),
        ("()", "query, at 1: there is nothing between ( and )"),
        ("gate OR", "query, at 6: OR needs something on both sides; write \"OR\" to look for the word"),
        ("OR gate", "query, at 1: OR needs something on both sides; write \"OR\" to look for the word"),
        ("gate NOT", "query, at 6: what shall not be found is missing at the end"),
        ("!!!", "query, at 1: '!!!' has no letter or figure to look for"),
        ("a*", "query, at 1: before * at least 2 letters are needed"),
        ("gate by:", "query, at 6: by: needs a value right after the colon"),
        ("by: ruiz", "query, at 1: by: needs a value right after the colon, without a space"),
        ("status:gone", f"query, at 1: status:gone is none; allowed: {STATUSES}"),
        ("said:March", "query, at 1: said:March is no day; write " + DAYS),
        ("said:2024-02-30", "query, at 1: said:2024-02-30 is not in the calendar; write " + DAYS),
        ("said:2024..2023", "query, at 1: said:2024..2023 runs backwards"),
        ("gate speaker:ruiz", f"query, at 6: speaker: is no field; allowed: {FIELDS}; {QUOTED}"),
        ("x " * 999, "query, at 129: more than 64 words and filters"),
        ("x" * 3000, "query: it is 3,000 characters long; at most 2,000"),
        ("(" * 9 + "a" + ")" * 9, "query, at 9: brackets in brackets, more than 8 deep"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood(typed: str, told: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse(typed)
    assert str(raised.value) == told


@settings(deadline=None)
@given(TYPED)
def test_whatever_is_typed_is_understood_or_refused(typed: str) -> None:
    try:
        query = parse(typed)
    except QueryError as error:
        told = str(error)
        assert "\n" not in told
    else:
        assert fts5(query)
        assert tsquery(query)
