"""JSON lines: the contract's object, an article a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from quoth.contract import to_contract
from quoth.domain import Span, Statement
from quoth.export.around import MOST_WORDS, around, count, words_after, words_before
from quoth.export.told import digest
from quoth.record.picked import Picked

Json = dict[str, Any]
SIDE_WORDS = MOST_WORDS // 3  # before, after, and as many for the cue and the mention


def write(picked: Iterable[Picked], out: BinaryIO, share: bool) -> None:
    """Writes the lines."""
    for one in picked:
        out.write(line(shared(one) if share else whole(one)))


def line(value: Json) -> bytes:
    """The value on one line of UTF-8, as `quoth read --json` prints it."""
    return json.dumps(value, ensure_ascii=False).encode("utf8", "backslashreplace") + b"\n"


def whole(picked: Picked) -> Json:
    """The contract's object."""
    return to_contract(picked.corrected.reading, picked.corrected.editorial)


def shared(picked: Picked) -> Json:
    """The same without the article's text: its SHA-256 instead, and ten words on each side of a statement."""
    value, reading = whole(picked), picked.corrected.reading
    text = reading.article.text
    value["article"] |= {"text": None, "text_sha256": digest(text)}
    for one, statement in zip(value["statements"], reading.statements, strict=True):
        near = around(text, statement.content, SIDE_WORDS)
        one |= {"before": near.before.strip(), "after": near.after.strip()}
        _cut(one, text, statement)
    return value


def _cut(one: Json, text: str, statement: Statement) -> None:
    """Leaves the words of the mention and the cue out where they would show more than the few words around."""
    start = words_before(text, statement.content[0].start, SIDE_WORDS)
    end = words_after(text, statement.content[-1].end, SIDE_WORDS)
    left = SIDE_WORDS
    for name, span in (("mention_text", statement.mention), ("cue_text", statement.cue)):
        if span is None or _is_shown(span, start, end, statement.content):
            continue
        left -= count(span.of(text))
        if left < 0:
            one[name] = None


def _is_shown(span: Span, start: int, end: int, content: tuple[Span, ...]) -> bool:
    first, last = content[0].start, content[-1].end
    beside = (start <= span.start and span.end <= first) or (last <= span.start and span.end <= end)
    return beside or any(piece.contains(span) for piece in content)
