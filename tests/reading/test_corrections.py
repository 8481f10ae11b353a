"""Which paragraphs are the publisher's own note?"""

from __future__ import annotations

import pytest

from quoth.reading.corrections import is_correction


@pytest.mark.parametrize(
    "text",
    [
        "Correction: The pier opened in 1926, not 1936.",
        "CORRECTION (March 5, 2026): The pier opened in 1926.",
        "Correction added March 5, 2026: the caption gave the wrong year.",
        "Clarification",
        "Corrections and clarifications: the pier opened in 1926.",
        "An earlier version of this article misstated the year.",
        "This article has been corrected to give the right year.",
        "This story was amended on 5 March 2026 because an earlier version gave the wrong year.",
        "• This article was amended on 5 March 2026. The pier opened in 1926.",
        "Editor's note: an earlier headline wrongly said that the pier had opened in 1936.",
        "Because of an editing error, the year was given as 1936.",
        "This report originally misidentified the engineer.",
        "This story has been retracted.",
    ],
)
def test_a_note_is_known(text: str) -> None:
    assert is_correction(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that the report was wrong.",
        "“This story was wrong from the first word,” Marrow said.",
        "Corrections officers found him in his cell.",
        "This article was updated at 9.15am.",
        "Editor's note: Odd Lind won the Harbour Prize for this series.",
        "This report was written by three engineers.",
        "The correction came too late for Aske.",
        "Because of an error, the pier was built of sand.",
    ],
)
def test_the_report_itself_is_none(text: str) -> None:
    assert not is_correction(text)
