"""The noun phrase that ends, or begins, at a place: found without a parser, by small words and punctuation."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.identity.mentions import BREAK, DETERMINERS
from quoth.identity.prose import Prose, Word
from quoth.identity.smallwords import VERBS
from quoth.identity.vocabulary import BODIES, CROWDS, DOCUMENTS, FUNCTION_WORDS, PEOPLE, UNNAMED_CROWDS, words

NOUNS = BODIES | CROWDS | DOCUMENTS | PEOPLE | UNNAMED_CROWDS
INNER = words("of 's ’s")
MODIFIERS = words(
    "new old former late first second third last next same own other two three four five six seven eight nine ten"
)
MAX_WORDS = 9


def phrase_before(prose: Prose, words: Sequence[Word], inner: frozenset[str] = INNER) -> list[Word]:
    """The words at the end of `words` that make one noun phrase, its determiner included."""
    out: list[Word] = []
    for word in reversed(words):
        if out and BREAK.search(prose.text[word.span.end : out[0].span.start]):
            break
        if len(out) >= MAX_WORDS or _ends(word, out, inner):
            break
        out.insert(0, word)
        if word.lower in DETERMINERS - inner and word.lower not in ("one", "two", "three"):
            break
    while out and (out[0].text in ("'s", "’s") or out[0].lower in inner):
        out = out[1:]
    return out


def _ends(word: Word, out: list[Word], inner: frozenset[str]) -> bool:
    if word.lower in inner:
        return not out
    if word.lower in DETERMINERS or word.lower in MODIFIERS or (word.capital and word.lower not in FUNCTION_WORDS):
        return False
    if word.lower in VERBS or word.lower in FUNCTION_WORDS:
        return True
    return (
        bool(out)
        and word.lower.endswith(("ing", "ed"))
        and "-" not in word.text
        and word.lower
        not in (
            "ranking",
            "acting",
            "founding",
            "managing",
            "visiting",
            "reigning",
            "defending",
            "contributing",
            "marketing",
            "advertising",
            "programming",
            "voting",
            "banking",
            "housing",
            "training",
            "fundraising",
            "polling",
            "wedding",
            "leading",
            "outgoing",
            "sitting",
            "registered",
            "retired",
            "elected",
            "united",
            "appointed",
            "embattled",
            "aggrieved",
            "celebrated",
            "noted",
        )
    )


def head_noun(words: Sequence[Word]) -> int | None:
    """The place of the last noun for people, bodies or papers among the words; None where there is none."""
    places = [n for n, word in enumerate(words) if word.lower in NOUNS]
    return places[-1] if places else None
