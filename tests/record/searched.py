"""Three articles of our own to search in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from quoth.domain import Moment, MomentBasis, Reading, Span
from quoth.record.store import SqlRecord
from readings import reading

MONDAY = date(2026, 3, 2)
ARTICLES = (
    (
        "@headline Gate shut\n"
        "@body {c1 “Not now,”} {q1 said} {m1 Mayor Ana Ruiz} on Monday, {c1 “maybe later.”} "
        "{m2 Harbour master Tom Hale} {q2 said} {c2 Ruiz had shut the gate}. "
        "{m3 Hale} {q3=denied denied} {c3=denied that the gate was rusty}.",
        "https://gazette.example/gate",
        "Harbour Gazette",
        "2026-03-02",
    ),
    (
        "@headline Ferry late\n"
        "@body {m1 Petra Voss}, a ferry captain, {q1 told} the Skelby Echo: {c1 “The gates of Café Müller were shut, "
        "and shutting gates is a habit here.”} {m2 Voss} {q2=thought fears} {c2 a longer winter}.",
        "https://echo.example/ferry",
        "Skelby Echo",
        "2026-03-09",
    ),
    (
        "@headline Winter\n@body {c1 Winters were longer}, {q1 wrote} {m1 Tom Hale} in a letter.",
        "https://gazette.example/winter",
        "Harbour Gazette",
        "2025-11-20",
    ),
)  # fmt: skip


def fill(record: SqlRecord) -> None:
    """Puts them on record; the last one in two collections."""
    for marked, url, outlet, day in ARTICLES:
        record.keep(as_told(reading(marked, url, outlet, day)))
    record.keep(reading(ARTICLES[2][0], ARTICLES[2][1], day="2025-11-20"), collection="letters")


def as_told(made: Reading) -> Reading:
    """The Echo's articles have a section and a byline; of what was said on Monday the day is known."""
    article = made.article
    if article.outlet == "Skelby Echo":
        article = replace(article, section="Front Page", byline=("Jo Field", "Lee Chan"))
    monday = article.text.find("Monday")
    day = Moment(MONDAY, MONDAY, Span(monday, monday + 6), MomentBasis.STATED) if monday > 0 else None
    said = [replace(one, moment=None if n else day) for n, one in enumerate(made.statements)]
    return replace(made, article=article, statements=tuple(said))
