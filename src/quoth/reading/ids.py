"""What an article is called: the same article gets the same id on every machine and in every run."""

from __future__ import annotations

from hashlib import sha256

ID_HEX_DIGITS = 16


def article_id(url: str | None, text: str) -> str:
    """The first 16 hex digits of the SHA-256 of the canonical URL, else of the text."""
    return sha256((url or text).encode("utf-8", "surrogatepass")).hexdigest()[:ID_HEX_DIGITS]
