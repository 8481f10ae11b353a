"""Which words of a text are names, and what stands before them as a title."""

from __future__ import annotations

import pytest

from fakes import plain_article
from quoth.identity.names import NameFinder
from quoth.identity.prose import Prose

NAMES = [
    pytest.param("Then Mara Ruiz said no.", ["Mara Ruiz"], id="forename and surname"),
    pytest.param("Then Sen. Mara Ruiz said no.", ["Mara Ruiz"], id="short title"),
    pytest.param("Then Harbor Board Chairman Ed Tolliver said no.", ["Ed Tolliver"], id="body and title before"),
    pytest.param("Then Secretary of State Anna Brandt said no.", ["Anna Brandt"], id="title with of"),
    pytest.param(
        "Then the former Florin governor Paul Adeyemi said no.", ["Florin", "Paul Adeyemi"], id="small words between"
    ),
    pytest.param("Then J. Michael Orlov said no.", ["J. Michael Orlov"], id="initial first"),
    pytest.param("Then William A. Hartnell said no.", ["William A. Hartnell"], id="initial in the middle"),
    pytest.param("Then Robert Casey Jr. said no.", ["Robert Casey Jr."], id="junior"),
    pytest.param("Then Martin O’Dwyer said no.", ["Martin O’Dwyer"], id="apostrophe in the name"),
    pytest.param("Then Bill de Groot said no.", ["Bill de Groot"], id="Dutch particle"),
    pytest.param("Then Ursula van der Meer said no.", ["Ursula van der Meer"], id="two particles"),
    pytest.param("Then Melissa Marr-Vidal said no.", ["Melissa Marr-Vidal"], id="hyphen"),
    pytest.param("Then Mr. Orlov said no.", ["Orlov"], id="honorific and surname"),
    pytest.param("Then the Ministry of Tides said no.", ["Ministry of Tides"], id="body with of"),
    pytest.param(
        "Then the Center for Harbor and Tide Research said no.",
        ["Center for Harbor and Tide Research"],
        id="body with and",
    ),
    pytest.param(
        "Then the Academies of Sciences, Engineering and Medicine said no.",
        ["Academies of Sciences, Engineering and Medicine"],
        id="body with a list",
    ),
    pytest.param("Then John and Clara Meza said no.", ["John Meza", "Clara Meza"], id="one surname for two"),
    pytest.param("The Beacon’s Matt Walsh said no.", ["Beacon", "Matt Walsh"], id="outlet with genitive"),
    pytest.param("Will Doyle said no.", ["Will Doyle"], id="a forename that is a small word too"),
    pytest.param("Critics said no. Officials agreed.", [], id="sentences that begin with plain nouns"),
    pytest.param("On Monday in March she said no.", [], id="days and months"),
    pytest.param("Then American officials said no.", [], id="people's adjectives"),
    pytest.param("Then House Republicans said no.", [], id="a crowd's name is no name"),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_are_found_without_titles(text: str, names: list[str]) -> None:
    found = NameFinder(Prose(plain_article(text))).find()
    assert [_printed(name.words) for name in found] == names


def _printed(words: tuple[str, ...]) -> str:
    return " ".join(words).replace("Sciences Engineering", "Sciences, Engineering")


TITLE_CASE = "Vance Rejects Kessler’s Harbor Plan as Council Splits\nMayor Teodor Vance quarrelled with Lena Kessler."


def test_a_headline_repeats_names_but_makes_none() -> None:
    found = NameFinder(Prose(plain_article(TITLE_CASE))).find()
    assert [" ".join(name.words) for name in found] == ["Vance", "Kessler", "Teodor Vance", "Lena Kessler"]
