"""Numbers in one form: "thirty-two", "2.3 million", "nine billion dollars" and "$9 billion"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from text_to_num import alpha2digit

from quoth.domain import Span
from quoth.variants.word import Word

COUNTING = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion point
"""
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "m": 10**6, "bn": 10**9}
MONEY = {"dollar": "$", "dollars": "$", "euro": "€", "euros": "€", "pound": "£", "pounds": "£"}
NUMBER_WORDS = frozenset(COUNTING.split())


def joined_numbers(words: Sequence[Word]) -> Iterator[Word]:
    """The words with each number one word, in digits, and a currency before it."""
    n = 0
    while n < len(words):
        end = _number_end(words, n)
        value = _value([word.form for word in words[n:end]]) if end > n else None
        if value is None:
            yield words[n]
            n += 1
            continue
        if end < len(words) and words[end].form in MONEY:
            yield Word(words[end].span, MONEY[words[end].form])
            yield Word(Span(words[n].span.start, words[end - 1].span.end), value)
            n = end + 1
        else:
            yield Word(Span(words[n].span.start, words[end - 1].span.end), value)
            n = end


def _number_end(words: Sequence[Word], start: int) -> int:
    """Where the number that begins there ends; `start` where none does."""
    n = start
    if words[n].form[:1].isdigit():
        n += 1
        return n + 1 if n < len(words) and words[n].form in SCALES else n
    while n < len(words) and words[n].form in NUMBER_WORDS:
        n += 1
        inside = n + 1 < len(words) and words[n].form == "and" and words[n + 1].form in NUMBER_WORDS
        if inside and words[n - 1].form in ("hundred", "thousand"):
            n += 1
    return n if n > start and words[start].form != "point" else start


@lru_cache(maxsize=10_000)
def _digits(words: str) -> str:
    return str(alpha2digit(words, "en", threshold=0))


def _value(forms: list[str]) -> str | None:
    """The number in digits, without separators; None where the words are none after all."""
    told = forms if forms[0][:1].isdigit() else _digits(" ".join(forms)).split()
    scale = SCALES.get(told[1]) if len(told) == 2 else 1
    if scale is None or len(told) > 2:
        return None
    try:
        return f"{(Decimal(told[0].replace(',', '')) * scale).normalize():f}"
    except InvalidOperation:
        return None
