"""Characters that XML, and with it Excel and feeds, does not know: replaced, so that one of them spoils no file."""

from __future__ import annotations

import re

UNKNOWN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """The text with the replacement character for what no document may hold: control characters, half surrogates."""
    return UNKNOWN.sub("\ufffd", text)
