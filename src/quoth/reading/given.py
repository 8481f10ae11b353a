"""What do the bytes of one origin hold? In go bytes and what is known of them, out comes an Unread."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quoth.domain import Article, DateBasis, Published, ReadOptions
from quoth.errors import ErrorKind, ReadError
from quoth.reading.canonical import cleaned
from quoth.reading.decode import decoded
from quoth.reading.formats import has_tags, is_feed, is_html, not_text
from quoth.reading.inflate import GZIP_MAGIC, DamagedError, TooLargeError, gunzipped, limited
from quoth.reading.unread import Unread, digest_of

EXPORT_HINT = "export it as text or HTML"


@dataclass(frozen=True, slots=True)
class Given:
    """What an origin holds, and what is known of it: final address, charset, whether it is HTML (None: look)."""

    origin: str
    body: bytes
    url: str | None = None
    charset: str | None = None
    is_page: bool | None = None


def unread_of(given: Given, options: ReadOptions) -> Unread:
    """What the bytes hold, to be read when asked for."""
    return Unread(given.origin, digest_of(given.body, given.url, options), lambda: _article(given, options))


def text_of(given: Given, options: ReadOptions) -> str:
    """The characters, unpacked and decoded. Raises ReadError where they are none."""
    body = _unpacked(given, options)
    if not body.strip():
        raise ReadError(given.origin, ErrorKind.EMPTY, "it holds nothing; check that it was saved whole")
    text = decoded(body, given.charset)
    foreign = not_text(body, text)
    if foreign is not None:
        raise ReadError(given.origin, ErrorKind.NOT_TEXT, f"it is {foreign}; {EXPORT_HINT}")
    return text


def _article(given: Given, options: ReadOptions) -> Article:
    """The article. Raises ReadError."""
    text = text_of(given, options)
    article = _page(text, given) if _is_page(text, given) else _plain(text, given)
    if options.published is not None:
        return replace(article, published=Published(options.published, options.published, DateBasis.GIVEN))
    return article


def _unpacked(given: Given, options: ReadOptions) -> bytes:
    """The bytes without their gzip, within the limit. Raises ReadError."""
    try:
        body = limited([given.body], options.max_bytes)
        return gunzipped(body, options.max_bytes) if body.startswith(GZIP_MAGIC) else body
    except DamagedError as error:
        raise ReadError(given.origin, ErrorKind.NOT_TEXT, "the packed file is damaged; get it again") from error
    except TooLargeError as error:
        reason = f"it is larger than {options.max_bytes:,} bytes; an article is smaller: split it, or use .jsonl"
        raise ReadError(given.origin, ErrorKind.TOO_LARGE, reason) from error


def _is_page(text: str, given: Given) -> bool:
    if is_feed(text):  # listings.py has let it pass: it comes in an encoding that XML is not written in
        reason = "it is a feed or site map that cannot be followed; save it as UTF-8, or give its articles' addresses"
        raise ReadError(given.origin, ErrorKind.NO_ARTICLE, reason)
    return has_tags(text) if given.is_page else is_html(text)


def _page(text: str, given: Given) -> Article:
    from quoth.reading.page import read_page  # plain text must not pay for trafilatura

    return read_page(text.replace("\0", ""), given.origin, url=given.url)


def _plain(text: str, given: Given) -> Article:
    from quoth.reading.language import checked_language
    from quoth.reading.plain import read_plain
    from quoth.reading.published import published

    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    if not text.strip():
        raise ReadError(given.origin, ErrorKind.EMPTY, "it holds only blank space; check that it was saved whole")
    article = read_plain(text, given.origin, url=cleaned(given.url) if given.url else None)
    return replace(article, language=checked_language(article), published=published(None, text, given.url))
