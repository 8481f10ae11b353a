"""What a statement is called, and how its words are printed on one line."""

from __future__ import annotations

import hashlib
import re

from quoth.domain import Article, Span, Statement

PIECE_JOINT = " … "


def quote(text: str, content: tuple[Span, ...]) -> str:
    """The printed words, pieces joined by an ellipsis."""
    return PIECE_JOINT.join(span.of(text) for span in content)


def statement_ids(article: Article, statements: tuple[Statement, ...]) -> list[str]:
    """One id a statement, made from the article's id and the normalised words, so that small page changes keep it.

    The second statement of the same words gets the suffix -2, and so on.
    """
    out: list[str] = []
    seen: dict[str, int] = {}
    for statement in statements:
        words = " ".join(re.findall(r"\w+", quote(article.text, statement.content).casefold()))
        key = hashlib.sha256(f"{article.id}\n{words}".encode("utf8", "surrogatepass")).hexdigest()[:16]
        seen[key] = seen.get(key, 0) + 1
        out.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return out
