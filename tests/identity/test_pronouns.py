"""Whom pronouns mean."""

from __future__ import annotations

import pytest

from whose import told

PRONOUNS = [
    pytest.param("{m1 Ann Lee} {q1 said} {c1 no}. {m2 She} {q2 added} {c2 never}.", ["Ann Lee"] * 2, id="she"),
    pytest.param(
        "{m1 Bo Roe} {q1 said} {c1 no}. Ann Lee left. “{c2 Never},” {m2 he} {q2 added}.",
        ["Bo Roe"] * 2,
        id="he is not the woman named last",
    ),
    pytest.param(
        "{m1 Mr. Orlin} {q1 met} {c1 Mrs. Orlin}. {m2 She} {q2 said} {c2 no}.",
        ["Orlin", "Orlin"],
        id="gender by honorific",
    ),
    pytest.param(
        "Vance stepped down. {m1 Paul Hale, who was there,} {q1 said} {c1 so}. {m2 He} {q2 said} {c2 it rained}.",
        ["Paul Hale"] * 2,
        id="the speaker before",
    ),
    pytest.param(
        "The mayor, Tove Orlin, left early. Jory Vance was not convinced at all. "
        "“{c1 Then {m2 she} {q2 says} {c2 July},}” {m1 Vance} {q1 said}.",
        ["Jory Vance", "Tove Orlin"],
        id="whom somebody speaks of is not the one who speaks",
    ),
    pytest.param("It was Paul Hale, {m1 who} {q1 said} {c1 no}.", ["Paul Hale"], id="who after a name"),
    pytest.param("Paul Hale, a former pilot, {m1 who} {q1 said} {c1 no}.", ["Paul Hale"], id="who after an apposition"),
    pytest.param("There were voters {m1 who} {q1 said} {c1 no}.", ["voters"], id="who after a crowd"),
    pytest.param(
        "It is about voters in Ohio {m1 who} {q1 fear} {c1 war}.", ["voters in Ohio"], id="who after a crowd in a place"
    ),
    pytest.param(
        "{m1 Ann Lee and Bo Roe} {q1 wrote} {c1 no}. {m2 They} {q2 added} {c2 never}.",
        ["Ann Lee and Bo Roe"] * 2,
        id="they are two",
    ),
    pytest.param(
        "{m1 A second official} {q1 said} {c1 no}. {m2 They} {q2 added} {c2 never}.",
        ["second official"] * 2,
        id="they is one",
    ),
    pytest.param(
        "{m1 Critics} {q1 said} {c1 no}. {m2 They} {q2 fear} {c2 war}.", ["Critics"] * 2, id="they are a crowd"
    ),
    pytest.param(
        "{m1 The Harbor Board} {q1 said} {c1 no}. {m2 It} {q2 added} {c2 never}.",
        ["Harbor Board"] * 2,
        id="it is a body",
    ),
    pytest.param(
        "{m1 Ann Lee} {q1 said}: {c1 “{m2 I} {q2 told} him {c2 to go}.”}",
        ["Ann Lee"] * 2,
        id="I inside a quotation is its speaker",
    ),
    pytest.param("Bo Roe came. {m1 His} {q1 criticism} of {c1 the plan} is old.", ["Bo Roe"], id="his criticism"),
    pytest.param(
        "“{c1 We won}.” {m1 Bo Roe} {q1 said}.\n“{c2 We will win again}.”",
        ["Bo Roe", "Bo Roe"],
        id="a quotation goes on without a name",
    ),
    pytest.param("Bo Roe left. The {q1 claim} {c1 that it rains} is old.", ["-"], id="nobody is said to claim it"),
]


@pytest.mark.parametrize(("text", "names"), PRONOUNS)
def test_a_pronoun_means_whoever_an_editor_would_say(text: str, names: list[str]) -> None:
    assert told(text).names() == names


def test_the_author_is_the_byline() -> None:
    assert told("{m1 I} {q1 think} {c1 it rains}.", byline=("By HENRIKE DOLAN, Bo Roe",)).names() == ["Henrike Dolan"]


def test_without_a_byline_nobody_is_the_author() -> None:
    assert told("{m1 I} {q1 think} {c1 it rains}.").names() == ["-"]
