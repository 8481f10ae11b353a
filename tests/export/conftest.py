"""Articles of our own as an export gets them, without a record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from quoth.domain import Notice, NoticeKind
from quoth.record.corrected import corrected
from quoth.record.picked import Picked
from readings import reading

MARKED = (
    "@headline Gate shut\n"
    "@body {c1 “Not now,”} {q1 said} {m1 Mayor Ana Ruiz} on Monday, {c1 “maybe later.”} "
    "{m2 Harbour master Tom Hale} {q2=denied denied} {c2=denied that he had shut the gate}.\n"
    "@body {m3 A senior aide}, who asked not to be named, {q3 told} the Skelby Echo {c3 it was raining}. "
    "The {m4 pilots’ union} {q4 wrote} in a letter: {c4 “Not now,”} and nothing else.\n"
    "@body {c5 “The gate was built in 1931 and has been shut twice since.”}"
)
URL = "https://gazette.example/gate"
RETRACTED = Notice(NoticeKind.RETRACTED, date(2026, 3, 4), "The union wrote no letter.")
DISPUTED = Notice(NoticeKind.DISPUTED, date(2026, 3, 5), "Mr Hale says\nhe was in Skelby.", proposed=True)


@pytest.fixture(scope="session")
def gate() -> Picked:
    """One article with every kind of statement."""
    read = reading(MARKED, URL)
    return Picked(corrected(replace(read, article=replace(read.article, byline=("Jo Field",), section="Harbour")), []))


@pytest.fixture(scope="session")
def noted(gate: Picked) -> Picked:
    """The same with a notice on its letter, and one on all of it."""
    told = gate.corrected.editorial
    letter = next(n for n, one in enumerate(gate.corrected.reading.statements) if one.act == "wrote")
    statements = tuple((RETRACTED,) if n == letter else () for n in range(len(told.ids)))
    return Picked(replace(gate.corrected, editorial=replace(told, statements=statements, article=(DISPUTED,))))


@pytest.fixture(scope="session")
def bare() -> Picked:
    """An article of which next to nothing is known, and whose words no XML document may hold as they are."""
    read = reading("@body {m1 Ruiz} {q1 said}: {c1 “=1+1 X Y rained”}", "not an address", None)
    text = read.article.text.replace("X", "\x07").replace("Y", "\ud83d")
    return Picked(corrected(replace(read, article=replace(read.article, published=None, text=text)), []))
