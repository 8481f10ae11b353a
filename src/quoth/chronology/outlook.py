"""Whether a clause looks ahead: "will meet on Friday" is a Friday to come, "met on Friday" one that is gone."""

from __future__ import annotations

import re

from quoth.domain import Span

REACH = 90  # characters before an expression, and after one that opens its sentence
# What is to come: the nearest of these and of the words that tell what is gone decides.
COMING = re.compile(
    r"\b(?:will|won['’]t|shall|going\s+to|(?:is|are|was|were)\s+(?:set|due|scheduled|expected|slated|planned|to)\b|(?:set|due|scheduled|expected|slated|planned|plans?|planning|hopes?|intends?)\s+(?:to|for)|upcoming|until|(?:likely|ready|able|want|wants|vow|vows|vowed|promised|promises|pledged)\s+to|ahead\s+of|if|holds|meets|faces|heads|begins|starts|opens|ends)\b|['’]ll\b",
    re.I,
)  # fmt: skip
# "Wyoming, which holds a caucus on Saturday": the present of what stands in the diary is to come as well.
GONE = re.compile(
    r"\b(?:said|told|was|were|had|did|went|came|met|held|made|took|gave|spoke|wrote|began|won|lost|sent|left|found|saw|led|\w{2,}(?<!ne)ed|has|have)\b",
    re.I,
)
PASSIVE = re.compile(r"\b(?:be|been|being)\s+\w+", re.I)  # "is to be held": the participle tells no past
SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s+(?=[A-Z“\"'‘(])|\n")
BREAKS = re.compile(r"[.!?]['\"”’)]*\s+(?=[A-Z“\"'‘(])|\n|[;“”]")


def looks_ahead(text: str, span: Span) -> bool:
    """Whether the words before the expression, or after one that opens its sentence, tell of what is to come."""
    start = max(0, span.start - REACH)
    before = text[start : span.start]
    cut = max((match.end() for match in BREAKS.finditer(before)), default=0)
    before = PASSIVE.sub("", before[cut:])
    coming = max((match.end() for match in COMING.finditer(before)), default=-1)
    gone = max((match.end() for match in GONE.finditer(before)), default=-1)
    if coming >= 0 or gone >= 0:
        return coming >= gone
    after = text[span.end : span.end + REACH]
    end = BREAKS.search(after)
    after = after[: end.start()] if end else after
    first_coming, first_gone = COMING.search(after), GONE.search(after)
    if first_coming is None:
        return False
    return first_gone is None or first_coming.start() <= first_gone.start()
