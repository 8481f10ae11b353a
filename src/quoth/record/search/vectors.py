"""A text's vector as the record keeps it: small whole numbers to compare by, one bit of each to look for it first."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Bits = npt.NDArray[np.uint64]

SIZE = 384  # numbers in a vector
WORDS = SIZE // 64  # in which its bits are kept
BITS_BYTES = SIZE // 8
STEPS = 127
MARKS = str.maketrans("", "", '"“”„‟«»‹›')


def meant(quote: str) -> str:
    """What of a statement is embedded: its words on one line, without quotation marks."""
    return " ".join(quote.replace(" … ", " ").translate(MARKS).split())


def key(quote: str) -> str:
    """What a statement's vector is known by: the same for all that say the same words."""
    return hashlib.sha256(meant(quote).casefold().encode("utf8", "surrogatepass")).hexdigest()[:32]


def packed(vector: Floats) -> bytes:
    """388 bytes: how large a step is, and each number in steps."""
    step = np.float32(max(float(np.abs(vector).max()), 1e-8) / STEPS)
    return step.tobytes() + np.round(vector / step).astype(np.int8).tobytes()


def unpacked(rows: Sequence[bytes]) -> Floats:
    """float32[row, 384]"""
    raw = np.frombuffer(b"".join(rows), dtype=np.uint8).reshape(len(rows), 4 + SIZE)
    steps = np.ascontiguousarray(raw[:, :4]).view(np.float32)
    return np.ascontiguousarray(raw[:, 4:]).view(np.int8) * steps


def bits(vectors: Floats) -> Bits:
    """uint64[row, 6]: of each number whether it is above zero."""
    return np.packbits(vectors > 0, axis=1).view(np.uint64)


def bit_string(vector: Floats) -> str:
    """The same as PostgreSQL takes it."""
    return "".join("1" if one else "0" for one in vector > 0)


def distances(block: Bits, sought: Bits) -> npt.NDArray[np.uint16]:
    """In how many bits each row differs from `sought`, uint64[6]."""
    counts = np.bitwise_count(block ^ sought)
    out: npt.NDArray[np.uint16] = counts[:, 0].astype(np.uint16)
    for column in range(1, WORDS):  # faster than a sum over an axis as short as this
        out += counts[:, column]
    return out
