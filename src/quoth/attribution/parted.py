"""A report that takes its words back, and the quotation that follows it: two statements.

"Ruiz denied that it rained. / “It was dry as a bone.”": the verb denies what stands beside it; the quotation was said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from quoth.attribution.found import Found
from quoth.attribution.judgement import judgement
from quoth.attribution.quoting import manner
from quoth.domain import Act, Manner, Span, Status
from quoth.marks import Quoted

SPOKEN = frozenset({Act.SAID, Act.WROTE})


def parted(found: Iterable[Found], quoted: Sequence[Quoted], text: str) -> list[Found]:
    """The statements, a quotation in a later paragraph split from a report that was denied, refused or thought."""
    return [part for one in found for part in _parts(one, quoted, text)]


def _parts(one: Found, quoted: Sequence[Quoted], text: str) -> list[Found]:
    if one.cue is None:
        return [one]
    later = [span for span in one.content if _in_later_paragraph(one.cue, span, text)]
    quotations = [span for span in later if manner([span], quoted, text) is Manner.DIRECT]
    report = [span for span in one.content if span not in quotations]
    if not quotations or not report or any(manner([span], quoted, text) is Manner.DIRECT for span in report):
        return [one]
    act, status = judgement(text, report, one.cue, one.mention)
    if act in SPOKEN and status is Status.ASSERTED:
        return [one]
    own = replace(one, content=tuple(quotations), cue=None, manner=Manner.DIRECT)
    return [replace(one, content=tuple(report), manner=manner(report, quoted, text)), own]


def _in_later_paragraph(cue: Span, span: Span, text: str) -> bool:
    return span.start > cue.end and "\n" in text[cue.end : span.start]
