"""Which names are one person's or body's, and which is the fullest."""

from __future__ import annotations

import pytest

from whose import told

ONE = [
    pytest.param("{m1 Mara Ruiz} {q1 said} {c1 no}. {m2 Ruiz} {q2 said} {c2 yes}.", ["Mara Ruiz"] * 2, id="surname"),
    pytest.param("{m1 Ruiz} {q1 said} {c1 no}. Then Mara Ruiz left.", ["Mara Ruiz"], id="the full name comes later"),
    pytest.param("Mara Ruiz came. {m1 Ms. Ruiz} {q1 said} {c1 no}.", ["Mara Ruiz"], id="honorific"),
    pytest.param("Gov. Mara Ruiz came. {m1 Mara} {q1 said} {c1 no}.", ["Mara Ruiz"], id="forename"),
    pytest.param("William A. Hart came. {m1 Bill Hart} {q1 said} {c1 no}.", ["William A. Hart"], id="nickname"),
    pytest.param("Donald J. Orme came. {m1 Donald Orme} {q1 said} {c1 no}.", ["Donald J. Orme"], id="middle initial"),
    pytest.param("Robert Casey Jr. came. {m1 Casey} {q1 said} {c1 no}.", ["Robert Casey Jr."], id="junior"),
    pytest.param(
        "Mario Vargas Lloret came. {m1 Vargas Lloret} {q1 said} {c1 no}.", ["Mario Vargas Lloret"], id="two surnames"
    ),
    pytest.param(
        "Ursula van der Meer came. {m1 Van der Meer} {q1 said} {c1 no}.",
        ["Ursula van der Meer"],
        id="particle with a capital",
    ),
    pytest.param("{m1 Mara Ruiz’s} {q1 criticism} of {c1 the plan}.", ["Mara Ruiz"], id="possessive"),
    pytest.param("Paul Singer gave. {m1 Singer} {q1 said} {c1 no}.", ["Paul Singer"], id="a surname that is a trade"),
    pytest.param("{m1 Mara Ruiz and Paul Orme} {q1 said} {c1 no}.", ["Mara Ruiz and Paul Orme"], id="two speakers"),
    pytest.param(
        "Mara Ruiz and Bo Orme came. {m1 Professors Ruiz and Orme} {q1 say} {c1 no}.",
        ["Mara Ruiz and Bo Orme"],
        id="two by surname",
    ),
    pytest.param(
        "{m1 Harbor Chairman Mara Ruiz (R-Vess.) and Tide Chairman Bo Orme (D-Tarr.)} "
        "{q1 wrote} {c1 that nobody wants another quarrel over mines}.",
        ["Mara Ruiz and Bo Orme"],
        id="two with title and party",
    ),
    pytest.param(
        "{m1 Ann Lee, director of Gull Press and an independent editor,} {q1 said} {c1 no}.",
        ["Ann Lee"],
        id="and within a role is no second speaker",
    ),
    pytest.param("{m1 His top aide, Tad Orlin,} {q1 said} {c1 no}.", ["Tad Orlin"], id="the name in apposition"),
    pytest.param(
        "{m1 The Harbor Herald} {q1 said} {c1 no}. {m2 the Herald} {q2 said} {c2 so}.",
        ["Harbor Herald"] * 2,
        id="newspaper by its last word",
    ),
    pytest.param("The Federal Tide Bureau met. {m1 The FTB} {q1 said} {c1 no}.", ["Federal Tide Bureau"], id="acronym"),
    pytest.param(
        "Brightwater Pharmaceuticals International fell. {m1 Brightwater} {q1 said} {c1 no}.",
        ["Brightwater Pharmaceuticals International"],
        id="company by its first word",
    ),
]


@pytest.mark.parametrize(("text", "names"), ONE)
def test_the_fullest_name_stands_for_all(text: str, names: list[str]) -> None:
    assert told(text).names() == names


APART = [
    pytest.param(
        "Mr. Marsh met Mrs. Marsh. {m1 Mrs. Marsh} {q1 said} {c1 no}. {m2 Marsh} {q2 left} {c2 the room}.",
        ["Marsh", "Marsh"],
        id="a surname that two have and nobody in full",
    ),
    pytest.param(
        "Helen Marsh spoke. Her husband, Bill Marsh, listened. "
        "{m1 Mr. Marsh} {q1 said} {c1 yes}. {m2 Mrs. Marsh} {q2 said} {c2 no}.",
        ["Bill Marsh", "Helen Marsh"],
        id="wife and husband by honorific",
    ),
    pytest.param(
        "Helen Marsh spoke for her plan. Bill Marsh came later, and in the evening Bill Marsh left again.\n"
        "Nobody else was there. {m1 Marsh} {q1 said} {c1 no}.",
        ["Helen Marsh"],
        id="the bare surname is the one's who is named first, however often the other is named in full",
    ),
    pytest.param(
        "Rex Vance and his son, Leo Vance, came. {m1 Leo Vance} {q1 said} {c1 no}. {m2 Rex Vance} {q2 said} {c2 yes}.",
        ["Leo Vance", "Rex Vance"],
        id="father and son",
    ),
    pytest.param(
        "{m1 Robert Casey Sr.} {q1 said} {c1 no}. {m2 Robert Casey Jr.} {q2 said} {c2 yes}.",
        ["Robert Casey Sr.", "Robert Casey Jr."],
        id="senior and junior",
    ),
    pytest.param(
        "Helen Marsh spoke. In town, Bill Marsh met voters. {m1 Marsh} {q1 said} {c1 they were kind}.",
        ["Bill Marsh"],
        id="the namesake who was named in full just before",
    ),
]


@pytest.mark.parametrize(("text", "names"), APART)
def test_namesakes_are_kept_apart(text: str, names: list[str]) -> None:
    assert told(text).names() == names


def test_a_name_that_the_article_does_not_give_is_not_guessed() -> None:
    assert told("{m1 The prime minister} {q1 said} {c1 no}.").names() == ["prime minister"]
