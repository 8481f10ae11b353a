"""What may be typed into a search, for tests that nothing typed breaks it."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = st.sampled_from(
    ['"', "“", "”", "(", ")", "-", "*", "OR", "AND", "NOT", "by:", "said:", "2024", "..", ">", "<", "=", "'", "\\",
     "gate", "é", "½", "\x00", "\ud800", "ß", "\u200b", ":", "status:", "denied", " ", " ", "\n",
     "NEAR(", "^", "{", "+"]
)  # fmt: skip
TYPED = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join))
