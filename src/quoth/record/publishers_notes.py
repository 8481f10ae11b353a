"""What the publisher's own note on a page says: that the article was corrected, or that it was withdrawn."""

from __future__ import annotations

import re

from quoth.domain import Article, Notice, NoticeKind, Part

# "This article has been retracted", "Retraction:", "we have withdrawn this story"; not "a retracted claim": the note
# on a correction may tell that somebody else withdrew something.
WITHDRAWN = re.compile(
    r"^[*(\[\s]*retraction\b"
    r"|\b(?:article|story|report|post|piece|page|column|interview|podcast|video)\b[^.;]{0,60}"
    r"\b(?:has|have|had|was|is|were|been|being)\b[^.;]{0,30}\b(?:retracted|withdrawn|removed|taken down|unpublished)\b"
    r"|\b(?:we|editors?|publisher|paper|newsroom)\b[^.;]{0,30}\b(?:retract|retracts|retracted|withdraw|withdraws|withdrew"
    r"|withdrawn|removed)\b[^.;]{0,30}\b(?:article|story|report|post|piece|page|column|interview|podcast|video)\b",
    re.IGNORECASE,
)


def notes(article: Article) -> list[Notice]:
    """A proposed notice for each of the page's correction passages, dated the last day on which it can have appeared.

    Without a day where that is not known: the day on which the page was added tells nothing of it.
    """
    day = article.published.end if article.published else None
    texts = [" ".join(one.span.of(article.text).split()) for one in article.passages if one.part is Part.CORRECTION]
    return [Notice(kind_of(text), day, text, proposed=True) for text in texts]


def kind_of(text: str) -> NoticeKind:
    """What the note says has become of the article."""
    return NoticeKind.RETRACTED if WITHDRAWN.search(text) else NoticeKind.CORRECTED
