"""A quotation as it is compared: its words in one form, with what was left out and what an editor put in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quoth.domain import Span
from quoth.variants.house_style import one_form

GAP = r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]|\(\s*(?:…|\.\s?\.\s?\.)\s*\)|…|\.\s?\.\s?\.(?:\s?\.)?"
BRACKET = r"\[[^\[\]]{1,200}\]"
WORD = r"(?:[^\W\d_]\.){2,}|[$€£¥]|\d+(?:[.,:]\d+)*|%|[^\W\d_]+(?:['’‘ʼ][^\W\d_]+)*['’]?"
PIECE = re.compile(rf"(?P<gap>{GAP})|(?P<bracket>{BRACKET})|(?P<word>{WORD})")
PER_CENT = re.compile(r"\bper cent\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: where it stands, and the form it is compared by."""

    span: Span
    form: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Words in runs: between two of them something was left out, as an ellipsis or a bracket says."""

    text: str
    runs: tuple[tuple[Word, ...], ...]  # without what stands in brackets
    is_edited: bool = False  # an editor says that he left something out or put something in

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for run in self.runs for word in run)

    @property
    def forms(self) -> tuple[str, ...]:
        return tuple(word.form for word in self.words)


def wording(text: str) -> Wording:
    """The words of a text. Spans are code points of it."""
    runs: list[list[Word]] = [[]]
    is_edited = False
    for match in PIECE.finditer(PER_CENT.sub("percent ", text)):  # as many characters as before
        if match["word"] is None:
            is_edited = True
            if runs[-1]:
                runs.append([])
            continue
        form = one_form(match["word"])
        if form:
            runs[-1].append(Word(Span(match.start(), match.end()), form))
    return Wording(text, tuple(tuple(run) for run in runs if run) or ((),), is_edited)
