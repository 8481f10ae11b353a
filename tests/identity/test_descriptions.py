"""Whom descriptions mean."""

from __future__ import annotations

import pytest

from whose import told

DESCRIBED = [
    pytest.param(
        "President Petra Havel came. {m1 The president} {q1 said} {c1 no}.", ["Petra Havel"], id="the president"
    ),
    pytest.param(
        "Vessland President Petra Havel welcomed Chancellor Otto Stern yesterday. "
        "{m1 The Vessland president} {q1 said} {c1 no}.",
        ["Petra Havel"],
        id="of which country",
    ),
    pytest.param(
        "Ann Lee, a former general, met Bo Roe. {m1 The former general} {q1 said} {c1 no}.",
        ["Ann Lee"],
        id="the former general",
    ),
    pytest.param(
        "Chancellor Otto Stern spoke. {m1 His defense minister} {q1 said} {c1 no}.",
        ["Otto Stern's defense minister"],
        id="an unnamed one of his",
    ),
    pytest.param(
        "Chancellor Otto Stern spoke. {m1 His defense minister, Bo Roe,} {q1 said} {c1 no}.",
        ["Bo Roe"],
        id="a named one of his",
    ),
    pytest.param(
        "Opposition leader Jon Amsel laughed. {m1 The county's transport minister} {q1 said} {c1 no}.",
        ["county's transport minister"],
        id="a minister is not the leader named before",
    ),
    pytest.param(
        "Foreign Minister Ann Lee and Interior Minister Bo Roe met again late on Monday in the old harbour hall. "
        "{m1 The finance minister} {q1 said} {c1 no}.",
        ["finance minister"],
        id="another minister than those named",
    ),
    pytest.param(
        "Foreign Minister Ann Lee and Interior Minister Bo Roe met again late on Monday in the old harbour hall. "
        "{m1 The interior minister} {q1 said} {c1 no}.",
        ["Bo Roe"],
        id="the minister of the two who has the post",
    ),
    pytest.param(
        "Prime Minister Ann Lee came. {m1 The Vessland leader} {q1 said} {c1 no}.",
        ["Ann Lee"],
        id="a minister who leads",
    ),
    pytest.param("Sen. Ann Lee and Judge Bo Roe met. {m1 The judge} {q1 said} {c1 no}.", ["Bo Roe"], id="by title"),
    pytest.param(
        "{m1 Ann Lee and Bo Roe} {q1 wrote} {c1 no}. {m2 The two} {q2 add} {c2 never}.",
        ["Ann Lee and Bo Roe"] * 2,
        id="the two",
    ),
    pytest.param(
        "Ann Lee met Bo Roe in Port Ellan. {m1 The two leaders} {q1 refused} {c1 to rule it out}.",
        ["Ann Lee and Bo Roe"],
        id="the two who are named in the sentence before",
    ),
    pytest.param(
        "{m1 Vance’s campaign} {q1 said} {c1 no}. {m2 The campaign} {q2 added} {c2 never}.",
        ["Vance campaign"] * 2,
        id="the campaign",
    ),
    pytest.param(
        "Teodor Vance left. {m1 Vance’s office} {q1 said} {c1 no}.", ["Teodor Vance’s office"], id="somebody's office"
    ),
    pytest.param(
        "The Harbor Herald and Tide Inc. published the letter yesterday. {m1 The newspaper} {q1 said} {c1 no}.",
        ["Harbor Herald"],
        id="the newspaper",
    ),
    pytest.param(
        "{m1 A poll of voters by Tide Research} {q1 found} {c1 a tie}. {m2 The poll} {q2 shows} {c2 more}.",
        ["Tide Research"] * 2,
        id="a poll is its maker's",
    ),
    pytest.param(
        "{m1 Bo Roe} {q1 wrote} {c1 an email}. {m2 The email} {q2 said} {c2 no}.", ["Bo Roe"] * 2, id="his email"
    ),
    pytest.param(
        "{m1 Forty percent of harbor pilots} {q1 said} {c1 no}. {m2 Ten percent} {q2 said} {c2 yes}.",
        ["Forty percent of harbor pilots", "Ten percent of harbor pilots"],
        id="a share of the same crowd",
    ),
    pytest.param(
        "{m1 The Vance proposal’s critics} {q1 said} {c1 no}.", ["Vance proposal’s critics"], id="somebody's critics"
    ),
]


@pytest.mark.parametrize(("text", "names"), DESCRIBED)
def test_a_description_means_whoever_an_editor_would_say(text: str, names: list[str]) -> None:
    assert told(text).names() == names


UNNAMED = [
    pytest.param(
        "{m1 One harbor official—who spoke on condition of anonymity because the drafts are secret—} "
        "{q1 said} {c1 no}.",
        "spoke on condition of anonymity because the drafts are secret",
        id="on condition of anonymity",
    ),
    pytest.param(
        "{m1 A second official, who also requested anonymity to speak freely,} {q1 said} {c1 no}.",
        "requested anonymity to speak freely",
        id="requested",
    ),
    pytest.param(
        "{m1 An official, who asked not to be named,} {q1 said} {c1 no}.", "asked not to be named", id="not to be named"
    ),
    pytest.param(
        "{m1 An aide, who asked that her name be left out because she feared for her job,} {q1 said} {c1 no}.",
        "asked that her name be left out because she feared for her job",
        id="name left out",
    ),
    pytest.param("{m1 An official} {q1 said} {c1 no}.", None, id="no reason is given"),
]


@pytest.mark.parametrize(("text", "reason"), UNNAMED)
def test_the_reason_for_anonymity_is_as_printed(text: str, reason: str | None) -> None:
    [speaker] = told(text).speakers
    assert speaker.anonymity == reason


def test_unnamed_speakers_are_kept_apart() -> None:
    text = (
        "{m1 One alliance official} {q1 said} {c1 no}.\n{m2 A second official} {q2 said} {c2 yes}. "
        "{m3 They} {q3 added} {c3 never}.\n{m4 A third official} {q4 said} {c4 maybe}."
    )
    assert told(text).names() == ["alliance official", "second official", "second official", "third official"]


def test_an_official_who_asked_for_silence_is_one_speaker() -> None:
    found = told(
        "{m1 A second official}, {m2 who} {q2 requested} {c2 silence}, {q1 said} {c1 no}. {m3 They} {q3 left} {c3 it}."
    )
    assert [(speaker.name, speaker.kind.value) for speaker in found.speakers] == [("second official", "unnamed")]
