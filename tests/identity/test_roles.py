"""What the article says that a speaker is."""

from __future__ import annotations

import pytest

from whose import told

ROLES = [
    pytest.param(
        "Sen. Ann Lee came. {m1 Lee} {q1 said} {c1 no}. The Vermont senator left.", "Vermont senator", id="in passing"
    ),
    pytest.param("{m1 Florin delegate Ann Lee} {q1 said} {c1 no}.", "Florin delegate", id="before the name"),
    pytest.param("{m1 Harbor Board Chairman Ann Lee} {q1 said} {c1 no}.", "Harbor Board Chairman", id="in capitals"),
    pytest.param(
        "{m1 Ann Lee, a senior adviser to Vance,} {q1 said} {c1 no}.", "senior adviser to Vance", id="apposition"
    ),
    pytest.param(
        "{m1 Ann Lee, the chief executive of Tidal} {q1 said} {c1 no}.",
        "chief executive of Tidal",
        id="article left out",
    ),
    pytest.param(
        "{m1 Ann Lee, vice chairwoman for the port,} {q1 said} {c1 no}.",
        "vice chairwoman for the port",
        id="apposition without article",
    ),
    pytest.param(
        "“No,” {q1 said} {m1 Ann Lee}, {c1 who left}. Ann Lee, a pollster in Tarrona.",
        "pollster in Tarrona",
        id="told in a later sentence",
    ),
    pytest.param(
        "{m1 Ann Lee, who is the mayor of Port Ellan,} {q1 said} {c1 no}.", "mayor of Port Ellan", id="who is"
    ),
    pytest.param("{m1 His top aide, Ann Lee,} {q1 said} {c1 no}.", "top aide", id="before a comma"),
    pytest.param(
        "Teodor Vance left. {m1 His campaign manager Ann Lee} {q1 said} {c1 no}.",
        "Vance campaign manager",
        id="his is somebody's",
    ),
    pytest.param("{m1 Vance’s attorney, Ann Lee,} {q1 said} {c1 no}.", "Vance’s attorney", id="of another"),
    pytest.param(
        "{m1 Another delegate on the Marr slate, Ann Lee,} {q1 said} {c1 no}.",
        "delegate on the Marr slate",
        id="another",
    ),
    pytest.param("They met to unseat Rep. Ann Lee. {m1 Lee} {q1 said} {c1 no}.", "Rep.", id="a verb is no role"),
    pytest.param("{m1 The Beacon’s Ann Lee} {q1 wrote} {c1 no}.", "Beacon", id="her paper"),
    pytest.param(
        "{m1 Ann Lee, 42, a baker from Gull Bay,} {q1 said} {c1 no}.", "baker from Gull Bay", id="after the age"
    ),
    pytest.param(
        "{m1 Ann Lee, one of the stars of the play,} {q1 said} {c1 no}.", "one of the stars of the play", id="one of"
    ),
    pytest.param(
        "{m1 Ann Lee, director of the harbor fund and a professor at Gull College,} {q1 said} {c1 no}.",
        "director of the harbor fund",
        id="the first of two",
    ),
    pytest.param(
        "{m1 Ann Lee, an outside adviser to the port,} {q1 said} {c1 no}.", "outside adviser to the port", id="outside"
    ),
    pytest.param("{m1 Ann Lee, who runs the Tidal fund,} {q1 said} {c1 no}.", "runs the Tidal fund", id="who runs"),
    pytest.param("{m1 Ann Lee, 59, of Gull Bay,} {q1 said} {c1 no}.", "59, of Gull Bay", id="a resident"),
    pytest.param(
        "Mayoral candidates Bo Marr and Ann Lee came. {m1 Lee} {q1 said} {c1 no}.", "Mayoral candidate", id="of two"
    ),
    pytest.param("{m1 Dock News’ Ann Lee} {q1 wrote} {c1 no}.", "Dock News", id="her paper, without an s"),
    pytest.param("{m1 Ann Lee} {q1 said} {c1 no}.", None, id="none is given"),
    pytest.param(
        "Its secretary, {m1 Ann Lee}, {q1 believes} {c1 skippers will not come back before they see it on paper}.",
        "secretary",
        id="what she thinks is no role",
    ),
    pytest.param(
        "{m1 Ann Lee}, {q1 hopes} {c1 drivers will stay}.", None, id="nor is it where a comma stands before the verb"
    ),
    pytest.param("{m1 Sen. Ann Lee (D-Fl.)} {q1 said} {c1 no}.", "Sen. (D-Fl.)", id="party and place"),
    pytest.param(
        "{m1 Senator Ann Lee, Republican of West Florin}, {q1 said} {c1 no}.",
        "Senator, Republican of West Florin",
        id="party and place in words",
    ),
    pytest.param(
        "{m1 Former secretary of state Ann Lee} {q1 said} {c1 no}.", "Former secretary of state", id="of an office"
    ),
    pytest.param(
        "{m1 Ann Lee, a former first lady, secretary of state and senator,} {q1 said} {c1 no}.",
        "former first lady, secretary of state and senator",
        id="a list of offices",
    ),
    pytest.param(
        "Ann Lee is the chief pilot of Gull Bay. {m1 Lee} {q1 said} {c1 no}.", "chief pilot of Gull Bay", id="is the"
    ),
    pytest.param(
        "{m1 Ann Lee} {q1 said} {c1 no}. She serves as the envoy to Tarrona.", "envoy to Tarrona", id="she serves as"
    ),
    pytest.param(
        "{q1 Said} {m1 a former spokesman for the Tarrona ministry, Ann Lee,} {c1 no}.",
        "former spokesman for the Tarrona ministry",
        id="a longer one before a comma",
    ),
    pytest.param("“Secretary Lee knows,” Marr said. {m1 Ann Lee} {q1 said} {c1 no}.", None, id="an address is no role"),
    pytest.param("{m1 Ann Lee, signed by 200 voters,} {q1 said} {c1 no}.", None, id="a participle is no role"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_a_role_is_read_as_printed(text: str, role: str | None) -> None:
    assert told(text).speaker("Ann Lee").role == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param("{m1 The fact-checking website Tidal} {q1 said} {c1 no}.", "fact-checking website", id="before"),
        pytest.param(
            "{m1 Tidal, a think tank in Gull Bay,} {q1 said} {c1 no}. Tidal is small.",
            "think tank in Gull Bay",
            id="after",
        ),
    ],
)
def test_a_body_has_a_role_too(text: str, role: str) -> None:
    assert [speaker.role for speaker in told(text).speakers if speaker.name.endswith("Tidal")] == [role]
