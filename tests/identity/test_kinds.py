"""What sort of speaker somebody is."""

from __future__ import annotations

import pytest

from whose import told

KINDS = [
    pytest.param("{m1 Ann Lee} {q1 said} {c1 no}.", "Ann Lee", "person", id="a person"),
    pytest.param("{m1 The Ministry of Tides} {q1 said} {c1 no}.", "Ministry of Tides", "organisation", id="a ministry"),
    pytest.param("{m1 The Kremlin} {q1 said} {c1 no}.", "Kremlin", "organisation", id="a building for its government"),
    pytest.param("{m1 Moscow} {q1 said} {c1 no}.", "Moscow", "organisation", id="a capital for its government"),
    pytest.param("{m1 The Vance campaign} {q1 said} {c1 no}.", "Vance campaign", "organisation", id="a campaign"),
    pytest.param("{m1 Reticent allies} {q1 fear} {c1 war}.", "Reticent allies", "group", id="allies"),
    pytest.param(
        "{m1 Several Baltic allies} {q1 backed} {c1 it}.", "Several Baltic allies", "group", id="several allies"
    ),
    pytest.param("{m1 Some voters} {q1 want} {c1 more}.", "Some voters", "group", id="voters"),
    pytest.param(
        "{m1 Forty percent of Tarronans} {q1 said} {c1 no}.", "Forty percent of Tarronans", "group", id="a share"
    ),
    pytest.param("{m1 Three senior officials} {q1 said} {c1 no}.", "Three senior officials", "unnamed", id="officials"),
    pytest.param("{m1 A harbor pilot} {q1 said} {c1 no}.", "harbor pilot", "unnamed", id="somebody by trade"),
    pytest.param(
        "{m1 A spokesman for Ann Lee} {q1 said} {c1 no}.",
        "spokesman for Ann Lee",
        "unnamed",
        id="a spokesman is not whom he speaks for",
    ),
    pytest.param(
        "{m1 People familiar with the talks} {q1 said} {c1 no}.",
        "People familiar with the talks",
        "unnamed",
        id="people familiar with",
    ),
    pytest.param(
        "{m1 Voters worried about rain} {q1 said} {c1 no}.",
        "Voters worried about rain",
        "group",
        id="worried",
    ),
    pytest.param("{m1 All the sailors I met} {q1 said} {c1 no}.", "All the sailors I met", "group", id="I met"),
    pytest.param("{m1 A panel of six pilots} {q1 said} {c1 no}.", "panel of six pilots", "group", id="a panel"),
    pytest.param("{m1 Exit polls} {q1 showed} {c1 a tie}.", "Exit polls", "document", id="polls of nobody's"),
    pytest.param("{m1 The draft treaty} {q1 says} {c1 no}.", "draft treaty", "document", id="a treaty"),
    pytest.param("{m1 We} {q1 learned} {c1 that it rains}.", "we", "reader", id="we at large"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_the_kind_follows_the_noun_or_the_name(text: str, name: str, kind: str) -> None:
    [speaker] = told(text).speakers
    assert (speaker.name, speaker.kind.value) == (name, kind)
