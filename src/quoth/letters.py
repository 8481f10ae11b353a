"""Letters as they are compared, whatever marks stand on them."""

from __future__ import annotations

import unicodedata


def unaccented(text: str) -> str:
    """The text without accents, in compatibility form: "é" is "e", "ﬁ" is "fi", "½" is "1⁄2"."""
    return "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
