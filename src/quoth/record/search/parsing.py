"""What a person typed as a Query.

    query  = either+                         every one of them must hold
    either = item ("OR" item)*
    item   = ["-" | "NOT"] (word | word* | "phrase" | field:value | "(" query ")")
    value  = word | "phrase"

An "AND" between two items is allowed and changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quoth.errors import QueryError
from quoth.record.search.query import FIELDS, All, Condition, Either, Not, Query, Words
from quoth.record.search.terms import words
from quoth.record.search.values import condition

OPENERS, CLOSERS = '"“„”«', '"”“»'
PIECE = re.compile(
    rf"""(?P<space>\s+)
    | (?P<open>\() | (?P<close>\))
    | (?P<minus>-(?=[\w("“„«-]))
    | (?P<field>[A-Za-z]+):(?!//)
    | (?P<quoted>[{OPENERS}])
    | (?P<word>[^\s(){OPENERS}]+)""",
    re.VERBOSE,
)
MOST_ITEMS, DEEPEST, LONGEST = 64, 8, 2000  # far above what people type; FTS5's own parser ends at about 16 deep
SHORTEST_PREFIX = 2  # letters: with one a search would go through half of the index


@dataclass(frozen=True, slots=True)
class _Piece:
    """One piece of what was typed; places count from 1, as people do."""

    kind: str
    text: str
    place: int
    star: bool = False  # a * follows a phrase


def parse(typed: str, filters: Mapping[str, Sequence[str]] | None = None) -> Query:
    """The Query that was typed, and besides it the filters: of one field's values any may hold.

    Raises: QueryError, one line that names the place and says what is allowed.
    """
    if len(typed) > LONGEST:
        raise QueryError(f"it is {len(typed):,} characters long; at most {LONGEST:,}")
    reader = _Reader(_pieces(typed))
    conditions = reader.query() if reader.pieces else []
    if reader.pieces:
        raise QueryError("this ) closes nothing", reader.pieces[0].place)
    for name, values in (filters or {}).items():
        conditions += [one_of([condition(name, value) for value in values])] if values else []
    return Query(tuple(conditions))


def one_of(conditions: Sequence[Condition]) -> Condition:
    """The condition that any of these holds."""
    return conditions[0] if len(conditions) == 1 else Either(tuple(conditions))


def _pieces(typed: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    while at < len(typed):
        match = PIECE.match(typed, at)
        kind = match.lastgroup if match else None
        if match is None or kind is None:
            raise QueryError("nothing can be made of this", at + 1)
        end = match.end()
        if kind == "quoted":
            end = _closing(typed, at)
            star = typed[end : end + 1] == "*"
            pieces.append(_Piece(kind, typed[at + 1 : end - 1], at + 1, star))
            end += star
        elif kind != "space":
            pieces.append(_Piece(kind, match[kind], at + 1))
        at = end
    return pieces


def _closing(typed: str, at: int) -> int:
    """The place after the mark that closes the phrase which opens at `at`."""
    closers = {'"': '"”', "«": "»"}.get(typed[at], CLOSERS)
    end = next((n for n in range(at + 1, len(typed)) if typed[n] in closers), None)
    if end is None:
        raise QueryError("this quotation mark is never closed", at + 1)
    return end + 1


class _Reader:
    """Takes the pieces from the left."""

    def __init__(self, pieces: list[_Piece]) -> None:
        self.pieces, self.items, self.depth = pieces, 0, 0

    def query(self) -> list[Condition]:
        found: list[Condition] = []
        while self.pieces and self.pieces[0].kind != "close":
            if self._is("AND") and found and len(self.pieces) > 1:
                self.pieces.pop(0)
            found.append(self._either())
        return found

    def _is(self, word: str) -> bool:
        return bool(self.pieces) and self.pieces[0].kind == "word" and self.pieces[0].text == word

    def _either(self) -> Condition:
        found = [self._item(self._next("a word, a phrase or field:value"))]
        while self._is("OR"):
            joint = self.pieces.pop(0)
            if not self.pieces or self.pieces[0].kind == "close":
                raise QueryError('OR needs something on both sides; write "OR" to look for the word', joint.place)
            found.append(self._item(self.pieces.pop(0)))
        return one_of(found)

    def _next(self, wanted: str, after: _Piece | None = None) -> _Piece:
        if not self.pieces:
            raise QueryError(f"{wanted} is missing at the end", after.place if after else None)
        return self.pieces.pop(0)

    def _item(self, piece: _Piece) -> Condition:
        self.items += 1
        if self.items > MOST_ITEMS:
            raise QueryError(f"more than {MOST_ITEMS} words and filters", piece.place)
        if piece.kind == "word" and piece.text in {"OR", "AND"}:
            raise QueryError(
                f'{piece.text} needs something on both sides; write "{piece.text}" to look for the word', piece.place
            )
        if piece.kind == "minus" or (piece.kind == "word" and piece.text == "NOT"):
            unwanted = self._item(self._next("what shall not be found", piece))
            return unwanted.part if isinstance(unwanted, Not) else Not(unwanted)
        return self._atom(piece)

    def _atom(self, piece: _Piece) -> Condition:
        match piece.kind:
            case "open":
                return self._group(piece)
            case "close":
                raise QueryError("this ) closes nothing", piece.place)
            case "field":
                return self._filter(piece)
            case "quoted":
                return _words(piece, exact=True)
        return _words(piece, exact=False)

    def _group(self, opening: _Piece) -> Condition:
        self.depth += 1
        if self.depth > DEEPEST:
            raise QueryError(f"brackets in brackets, more than {DEEPEST} deep", opening.place)
        parts = self.query()
        if not self.pieces:
            raise QueryError("this ( is never closed", opening.place)
        self.pieces.pop(0)
        self.depth -= 1
        if not parts:
            raise QueryError("there is nothing between ( and )", opening.place)
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _filter(self, piece: _Piece) -> Condition:
        name = piece.text.lower()
        if name not in FIELDS:
            raise QueryError(
                f"{piece.text}: is no field; allowed: {', '.join(FIELDS)}; put words with a colon in quotation marks",
                piece.place,
            )
        if not self.pieces or self.pieces[0].kind not in {"word", "quoted"}:
            raise QueryError(f"{name}: needs a value right after the colon", piece.place)
        value = self.pieces.pop(0)
        if value.place != piece.place + len(piece.text) + 1:
            raise QueryError(f"{name}: needs a value right after the colon, without a space", piece.place)
        return condition(name, value.text + "*" * value.star, piece.place)


def _words(piece: _Piece, exact: bool) -> Words:
    found = tuple(words(piece.text))
    if not found:
        raise QueryError(f"{piece.text!r} has no letter or figure to look for", piece.place)
    prefix = piece.star or piece.text.endswith("*")
    if prefix and len(found[-1]) < SHORTEST_PREFIX:
        raise QueryError(f"before * at least {SHORTEST_PREFIX} letters are needed", piece.place)
    return Words(found, exact or prefix, prefix)
