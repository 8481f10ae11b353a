"""Terms as PostgreSQL's own types in text: a tsvector for a row, a tsquery for a question."""

from __future__ import annotations

from collections import defaultdict

LAST_POSITION = 16383  # what a tsvector can count to
MOST_POSITIONS = 255  # of one term


def literal(*columns: list[str], shelf: int) -> str:
    """A shelf's terms with their positions; each column counts from 1 anew, since no phrase holds terms of two."""
    places: dict[str, list[int]] = defaultdict(list)
    for column in columns:
        for place, term in enumerate(column, 1):
            places[term].append(min(place, LAST_POSITION))
    told = ((quoted(f"{shelf}@{term}"), where[:MOST_POSITIONS]) for term, where in places.items())
    return " ".join(f"{term}:{','.join(map(str, where))}" for term, where in told)


def quoted(term: str) -> str:
    """A term as a tsvector and a tsquery take it."""
    escaped = term.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"
