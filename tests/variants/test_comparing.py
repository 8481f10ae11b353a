"""How a claimed quotation stands to what was said: rows that a copy editor could check."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.variants import Likeness, all_prints, compare, prints
from quoth.variants.transcript import transcript
from quoth.variants.wording import wording

SAID = (
    "We will not send soldiers to the border, and we never said that we would. The U.S. has 50 percent of the colour "
    "printers. I can promise you this: nobody on my staff has seen the contract"
)


@pytest.mark.parametrize(
    ("claim", "likeness", "negation"),
    [
        pytest.param("“We will not send soldiers.”", Likeness.VERBATIM, False, id="other quotation marks"),
        pytest.param("„We will not send soldiers to the border“", Likeness.VERBATIM, False, id="German marks"),
        pytest.param("we never said that we would", Likeness.VERBATIM, False, id="a part"),
        pytest.param("send soldiers to the border", Likeness.VERBATIM, True, id="a part that begins behind the not"),
        pytest.param("I can promise you this", Likeness.VERBATIM, False, id="a not in the sentence before"),
        pytest.param("The US has 50 percent", Likeness.HOUSE_STYLE, False, id="no points"),
        pytest.param("fifty per cent of the color printers", Likeness.HOUSE_STYLE, False, id="spelling, numbers"),
        pytest.param("We will not send soldiers … and we never said", Likeness.EDITED, False, id="ellipsis"),
        pytest.param("We will not send soldiers . . . and we never said", Likeness.EDITED, False, id="dots"),
        pytest.param("[They] will not send soldiers to the border", Likeness.EDITED, False, id="a bracket in front"),
        pytest.param("nobody on [the mayor’s] staff has seen the", Likeness.EDITED, False, id="a bracket within"),
        pytest.param("I can promise … the contract", Likeness.EDITED, True, id="a long cut with a nobody in it"),
        pytest.param("We will … send soldiers to the border", Likeness.ALTERED, True, id="the cut is the not"),
        pytest.param("We will send soldiers to the border", Likeness.ALTERED, True, id="the not is dropped"),
        pytest.param("We will not send troops to the border", Likeness.ALTERED, False, id="a word swapped"),
        pytest.param("We will not send any soldiers to the border", Likeness.ALTERED, False, id="a word added"),
        pytest.param("I can’t promise you this", Likeness.ALTERED, True, id="a not is added"),
        pytest.param("somebody on my staff has seen the contract", Likeness.ALTERED, True, id="nobody made somebody"),
        pytest.param("Bananas were cheap that year", Likeness.NOT_FOUND, False, id="nothing of it"),
        pytest.param("“”", Likeness.NOT_FOUND, False, id="no words"),
    ],
)
def test_how_a_claim_stands_to_what_was_said(claim: str, likeness: Likeness, negation: bool) -> None:
    found = compare(claim, SAID)
    assert (found.likeness, found.negation is not None) == (likeness, negation)


def test_every_change_can_be_shown() -> None:
    found = compare("We will send troops to the border", SAID)
    assert [(one.edit.value, one.text, one.claim) for one in found.changes] == [
        ("same", "We will", "We will"),
        ("dropped", "not", ""),
        ("same", "send", "send"),
        ("replaced", "soldiers", "troops"),
        ("same", "to the border", "to the border"),
    ]
    assert found.span is not None
    assert found.span.of(SAID) == "We will not send soldiers to the border"


def test_a_gap_in_the_report_is_no_place_to_run_over() -> None:
    assert compare("soldiers would", "We will not send soldiers … would").likeness is Likeness.ALTERED


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(claim: str, text: str) -> None:
    found = compare(claim, text)
    assert found.span is None or found.span.end <= len(text)


@given(
    st.lists(
        st.sampled_from(["the", "gate", "was", "shut", "when", "rain", "fell", "on", "boats"]), min_size=4, max_size=4
    )
)
def test_a_shared_run_of_four_words_is_never_missed(run: list[str]) -> None:
    kept = prints(["before", "it", *run, "after", "that"])
    assert kept & all_prints(["said", *run, "again"])


TIMES = "00:01:05.000 --> 00:01:07.000"


@pytest.mark.parametrize(
    ("text", "suffix", "place", "speaker"),
    [
        pytest.param("HALE: Good evening.\nRUIZ: We will not go.\n", ".txt", "line 2", "RUIZ", id="text"),
        pytest.param("RUIZ (on the phone): Yes.\n\nWe will not go.", ".txt", "line 3", "RUIZ", id="a label holds on"),
        pytest.param(
            "WEBVTT\n\n00:01:05.000 --> 00:01:07.000\n<v Ana Ruiz>We will\nnot go.\n",
            ".vtt",
            "00:01:05",
            "Ana Ruiz",
            id="vtt",
        ),
        pytest.param(f"7\n{TIMES}\nRUIZ: We will not go.\n", ".srt", "00:01:05", "RUIZ", id="srt"),
    ],
)
def test_a_transcript_tells_where_and_who(text: str, suffix: str, place: str, speaker: str) -> None:
    read = transcript(text, suffix)
    found = compare("We will not go", read.text)
    assert found.span is not None
    assert (read.place(found.span), read.speaker(found.span)) == (place, speaker)


def test_what_is_no_captions_is_refused() -> None:
    with pytest.raises(ValueError, match=r"no captions in the form of \.vtt"):
        transcript("hello", ".vtt")


def test_brackets_and_dots_divide_the_words() -> None:
    assert [[word.form for word in run] for run in wording("[He] went … home, 20 per cent").runs] == [
        ["went"],
        ["home", "20", "%"],
    ]
