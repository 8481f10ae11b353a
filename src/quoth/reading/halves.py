"""Where does a paragraph fall in two passages? A dateline opens the body's, a credit closes a caption."""

from __future__ import annotations

from quoth.domain import Part
from quoth.reading.bylines import dateline_end
from quoth.reading.pictures import credit_start


def halves(text: str, part: Part, *, first: bool) -> tuple[int, Part, Part] | None:
    """The character at which the paragraph falls in two, and the parts before and behind it; None: it is whole.

    first: whether it is the body's first, where a dateline may be shorter.
    """
    if part is Part.BODY:
        cut = dateline_end(text, first=first)
        return (cut, Part.DATELINE, Part.BODY) if cut else None
    cut = (credit_start(text) or 0) if part is Part.CAPTION else 0
    return (cut, Part.CAPTION, Part.CREDIT) if cut else None
