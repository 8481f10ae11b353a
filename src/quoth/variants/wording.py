"""A quotation as it is compared: its words in one form, with what was left out and what an editor put in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from quoth.domain import Span
from quoth.variants.house_style import one_form
from quoth.variants.numbers import joined_numbers
from quoth.variants.word import Word

GAP = r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]|\(\s*(?:…|\.\s?\.\s?\.)\s*\)|…|\.\s?\.\s?\.(?:\s?\.)?"
BRACKET = r"\[[^\[\]]{1,200}\]"
WORD = r"(?:[^\W\d_]\.){2,}|[$€£¥]|\d+(?:[.,:]\d+)*|%|[^\W\d_]+(?:['’‘ʼ][^\W\d_]+)*['’]?"
PIECE = re.compile(rf"(?P<gap>{GAP})|(?P<bracket>{BRACKET})|(?P<word>{WORD})")
PER_CENT = re.compile(r"\bper cent\b", re.IGNORECASE)
CAPITAL = re.compile(r"\[(?P<letter>[^\W\d_])\](?=[^\W\d_])")  # "[T]hey": only the capital is the editor's
STATEMENT = 1_000  # characters; a statement is asked for its prints and compared with many, a transcript need not stay
PAIRS = {("can", "not"): "cannot", ("e", "mail"): "email", ("e", "mails"): "emails"}


@dataclass(frozen=True)
class Wording:
    """Words in runs: between two of them something was left out, as an ellipsis or a bracket says."""

    text: str
    runs: tuple[tuple[Word, ...], ...]  # without what stands in brackets
    is_edited: bool = False  # an editor says that he left something out or put something in

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for run in self.runs for word in run)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        return tuple(word.form for word in self.words)


def wording(text: str) -> Wording:
    """The words of a text. Spans are code points of it."""
    return _of_statement(text) if len(text) <= STATEMENT else _wording(text)


@lru_cache(maxsize=4_000)
def _of_statement(text: str) -> Wording:
    return _wording(text)


def _wording(text: str) -> Wording:
    plain = CAPITAL.sub(r"  \g<letter>", PER_CENT.sub("percent ", text))  # as many characters as before
    runs: list[list[Word]] = [[]]
    is_edited = CAPITAL.search(text) is not None
    for match in PIECE.finditer(plain):
        if match["word"] is None:
            is_edited = True
            if runs[-1]:
                runs.append([])
            continue
        form = one_form(match["word"])
        if form:
            runs[-1].append(Word(Span(match.start(), match.end()), form))
    told = (tuple(joined_numbers(list(_joined(run)))) for run in runs if run)
    return Wording(text, tuple(told) or ((),), is_edited)


def _joined(run: list[Word]) -> Iterator[Word]:
    """The words, those that some houses write as two and others as one made one."""
    n = 0
    while n < len(run):
        pair = PAIRS.get((run[n].form, run[n + 1].form)) if n + 1 < len(run) else None
        if pair is None:
            yield run[n]
            n += 1
        else:
            yield Word(Span(run[n].span.start, run[n + 1].span.end), pair)
            n += 2
