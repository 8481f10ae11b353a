"""Which language a text is in, and whether quoth reads it."""

from __future__ import annotations

import re

from quoth.domain import Article
from quoth.errors import ErrorKind, ReadError

READ_LANGUAGES = frozenset({"en"})
# Words that make up a fifth and more of any English prose, and hardly ever stand in other languages in such number.
ENGLISH = frozenset(
    "the of and to in a that is was for on with he it as at by from his her she they be have has had but not this are "  # noqa: SIM905
    "were which an said who will would their its been or you we i about after more when there what".split()
)
MIN_WORDS = 20  # fewer tell nothing: a brief, a headline, a list of names
ENGLISH_SHARE = 0.25  # English news: 0.33 to 0.48; German, Spanish, Dutch: under 0.12
MAX_CHARS = 20_000
WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """The text's language (ISO 639-1), or None when it is too short to tell."""
    words = WORD.findall(text[:MAX_CHARS].lower())
    if len(words) < MIN_WORDS and len("".join(words)) < 4 * MIN_WORDS:
        return None
    if sum(word in ENGLISH for word in words) >= ENGLISH_SHARE * len(words):
        return "en"
    from py3langid.langid import classify  # half a second for its model, which English never pays

    language, _ = classify(text[:MAX_CHARS])  # type: ignore[no-untyped-call]
    return str(language)


def checked_language(article: Article) -> str | None:
    """The language of an article's words; None when they are too few to tell. Raises ReadError (LANGUAGE)."""
    words = " ".join(passage.span.of(article.text) for passage in article.spoken())
    language = language_of(words)
    if language is not None and language not in READ_LANGUAGES:
        reason = f"the text is in another language ({language}), and quoth reads English only"
        raise ReadError(article.origin, ErrorKind.LANGUAGE, reason)
    return language
