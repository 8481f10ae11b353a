"""What the tagger sees of a text: word pieces with their code points, case, paragraph breaks and quotation marks.

The encoder's vocabulary is lower-case and its tokeniser drops line ends; the features give both back. Training and
reading call the same functions, so that the model never sees anything that it was not trained on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from quoth.domain import Span
from quoth.marks import Quoted, quotations

Ints = npt.NDArray[np.int64]

CASES = 5  # lower or caseless, Title, UPPER, miXed, digits
BREAKS = 3  # inside a line, first of a paragraph, follows without a space
QUOTES = 6  # outside, opening mark, inside, closing mark, inside one that is not closed here, in an inner quotation
FEATURES = (CASES, BREAKS, QUOTES)
CASE, BREAK, QUOTE = range(3)  # their columns

CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one text, in reading order.

    ids: int64[piece]; features: int64[piece, 3] (case, break, quote); offsets: int64[piece, 2] in code points;
    paragraph: int64[piece], the index of the paragraph each piece stands in; goes_on: bool[piece], not the first of its
    word.
    """

    ids: Ints
    features: Ints
    offsets: Ints
    paragraph: Ints
    goes_on: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ids)


def pieces(tokenizer: Tokenizer, text: str, paragraphs: Sequence[Span]) -> Pieces:
    """The word pieces of `paragraphs`, in the order given."""
    encodings = tokenizer.encode_batch([paragraph.of(text) for paragraph in paragraphs], add_special_tokens=False)
    ids = [i for encoding in encodings for i in encoding.ids]
    offsets = [
        (paragraph.start + start, paragraph.start + end)
        for paragraph, encoding in zip(paragraphs, encodings, strict=True)
        for start, end in encoding.offsets
    ]
    lengths = [len(encoding.ids) for encoding in encodings]
    paragraph_of = np.repeat(np.arange(len(lengths), dtype=np.int64), lengths)
    where = np.array(offsets, dtype=np.int64).reshape(-1, 2)
    features = np.zeros((len(ids), 3), dtype=np.int64)
    features[:, CASE] = [_case(text[start:end]) for start, end in offsets]
    features[:, BREAK] = _breaks(where, paragraph_of)
    features[:, QUOTE] = _quotes(where, quotations(text, paragraphs))
    words = [(n, word) for n, encoding in enumerate(encodings) for word in encoding.word_ids]
    goes_on = np.array([n > 0 and words[n] == words[n - 1] for n in range(len(words))], dtype=np.bool_)
    return Pieces(np.array(ids, dtype=np.int64), features, where, paragraph_of, goes_on)


def windows(count: int, size: int, overlap: int, first: int = 0) -> Iterator[tuple[int, int]]:
    """Half-open ranges of at most `size` that cover `count` pieces, each sharing `overlap` with the one before.

    The last window reaches back to be as full as the others, so that short texts' ends get context too.
    first: length of the first window when it is to be shorter (training shifts windows at random); 0 for a full one.
    """
    start, end = 0, min(count, first or size)
    while True:
        yield start, end
        if end >= count:
            return
        start = end - overlap if end - overlap + size <= count else max(0, count - size)
        end = min(count, start + size)


def _case(word: str) -> int:
    if word.islower():
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 1
    if word.istitle():
        return 1
    if any(char.isdigit() for char in word):
        return 4
    return 3 if any(char.isupper() for char in word) else 0


def _breaks(offsets: Ints, paragraph_of: Ints) -> Ints:
    out = np.zeros(len(offsets), dtype=np.int64)
    if len(out):
        out[1:][offsets[1:, 0] == offsets[:-1, 1]] = 2
        out[1:][paragraph_of[1:] != paragraph_of[:-1]] = 1
        out[0] = 1
    return out


def _quotes(offsets: Ints, quoted: Sequence[Quoted]) -> Ints:
    """The state of each piece; where paragraphs are out of text order the offsets still tell."""
    out = np.zeros(len(offsets), dtype=np.int64)
    starts, ends = offsets[:, 0], offsets[:, 1]
    for piece in quoted:
        left, right = piece.inner
        inside = (starts >= left) & (ends <= right)
        if piece.depth:
            out[inside] = 5
            continue
        out[inside] = 2 if piece.closed else 4
        if piece.opened:
            out[(starts >= piece.span.start) & (ends <= left)] = 1
        if piece.closed:
            out[(starts >= right) & (ends <= piece.span.end)] = 3
    return out
