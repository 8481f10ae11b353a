"""How far spans are apart, whose name it is, and who asks or is only pointed at."""

from __future__ import annotations

import re

from quoth.domain import Span

ASKS = re.compile(r"\b(?:ask|urg|call|tell|told|encourag|press|challeng|warn|implor|invit|beg|persuad)", re.IGNORECASE)
PRONOUN = re.compile(r"(?:he|she|they|who|it|we|i)\b", re.IGNORECASE)


def gap(a: Span, b: Span) -> int:
    """The characters between two spans; 0 where they touch or overlap."""
    return max(0, a.start - b.end, b.start - a.end)


def is_own(name: str, slug: str) -> bool:
    """Whether the name is that of the article's own publisher: "The Huffington Post" of huff-post."""
    words = [word for word in re.findall(r"[a-z0-9]+", name.lower()) if word != "the"]
    parts = [part for part in re.findall(r"[a-z0-9]+", slug.lower()) if part != "the"]
    if not words or not parts:
        return False
    initials = "".join(word[0] for word in words)
    return "".join(parts) in ("".join(words), initials) or (
        len(words) == len(parts) and all(w.startswith(p) for w, p in zip(words, parts, strict=True))
    )
