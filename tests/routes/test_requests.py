"""Requests for comment: whom they went to, by which way, and what came of them."""

from __future__ import annotations

import pytest

from quoth.domain import Article, Part, Passage, Span
from quoth.routes import requests


def found(text: str) -> list[tuple[str, str | None, str]]:
    article = Article("a", "a", text, (Passage(Span(0, len(text)), Part.BODY),))
    return [(one.to.of(text), one.by, str(one.outcome)) for one in requests(article)]


@pytest.mark.parametrize(
    ("text", "to", "by", "outcome"),
    [
        (
            "The Gazette has contacted the Foreign Ministry by email to request comment.",
            "the Foreign Ministry",
            "email",
            "asked",
        ),
        ("The Gazette has approached Lind Ferries for comment.", "Lind Ferries", None, "asked"),
        ("Lind Ferries has been approached for comment.", "Lind Ferries", None, "asked"),
        ("The council has been contacted for a response.", "The council", None, "asked"),
        ("We have asked the port authority for comment.", "the port authority", None, "asked"),
        ("Mr. Orr did not respond to requests for comment.", "Mr. Orr", None, "no reply"),
        ("Mr. Orr did not immediately respond to an email seeking comment.", "Mr. Orr", "email", "no reply"),
        ("Mr. Orr did not immediately return a call.", "Mr. Orr", "phone", "no reply"),
        (
            "A spokeswoman for the port didn’t reply to a request for comment.",
            "A spokeswoman for the port",
            None,
            "no reply",
        ),
        ("On Friday, Lind Ferries did not respond to questions.", "Lind Ferries", None, "no reply"),
        ("Mr. Orr could not be reached for comment.", "Mr. Orr", None, "no reply"),
        ("The owners could not immediately be reached.", "The owners", None, "no reply"),
        ("Ms. Lind was not available for comment.", "Ms. Lind", None, "no reply"),
        ("Calls to the ferry office were not returned.", "the ferry office", "phone", "no reply"),
        ("An email to the harbormaster was not answered.", "the harbormaster", "email", "no reply"),
        ("Ada Quill declined to comment.", "Ada Quill", None, "declined"),
        ("Quill, through a lawyer, declined to comment.", "Quill", None, "declined"),
        ("The bank refused to discuss the letters.", "The bank", None, "declined"),
        ("The ministry would not comment on the letters.", "The ministry", None, "declined"),
        ("The palace had no comment.", "The palace", None, "declined"),
        ("The mayor declined an interview request.", "The mayor", None, "declined"),
        ("The bridge was closed, but the council declined to comment.", "the council", None, "declined"),
        ("Reached by phone, Mr. Orr said he was asleep.", "Mr. Orr", "phone", "replied"),
        ("In response to a request for comment, the port said it was closed.", "the port", None, "replied"),
    ],
)
def test_who_was_asked(text: str, to: str, by: str | None, outcome: str) -> None:
    assert found(text) == [(to, by, outcome)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Orr declined the medal.",
        "“He did not respond to requests for comment,” she said.",
        "The patient did not respond to treatment.",
        "Police responded to a call.",
        "The council asked residents for money.",
        "The mayor commented on the bridge.",
    ],
)
def test_what_is_no_request_for_comment(text: str) -> None:
    assert found(text) == []
