"""Keeps what was forgotten from coming back, by digests that tell nothing of it to whoever reads the record.

The digests are keyed with a salt of the record's own, so that those of two records cannot be compared; who holds the
record can still try names one by one, as with any list of what is barred.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, insert, select

from quoth.domain import Article, Reading
from quoth.reading.canonical import same_page
from quoth.record.desk_tables import forgotten, salts
from quoth.record.editors import Editor
from quoth.record.planning import digest
from quoth.record.rows import folded

SALT_BYTES = 32


class What(StrEnum):
    """What of something forgotten it is known again by."""

    ARTICLE = "article"  # its id
    URL = "url"
    WORDS = "words"  # of the same outlet: another paper's copy of a report is not forgotten with it
    BYTES = "bytes"
    OUTLET = "outlet"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that something forgotten is known again by."""

    what: What
    value: str


def signs(bytes_digest: str | None, url: str | None, article: Article | None) -> list[Sign]:
    """What all that is given is known by."""
    out = [Sign(What.BYTES, bytes_digest)] if bytes_digest else []
    out += [Sign(What.URL, address) for address in same_page(url)] if url else []
    return out + (signs_of(article) if article is not None else [])


def signs_of(article: Article) -> list[Sign]:
    """What an article is known by."""
    out = [Sign(What.ARTICLE, article.id), words_sign(article.outlet, digest(article))]
    out += [Sign(What.OUTLET, folded(article.outlet))] if article.outlet else []
    return out + signs(None, article.url, None)


def words_sign(outlet: str | None, words: str) -> Sign:
    """The sign of an outlet's page with words of that digest."""
    return Sign(What.WORDS, f"{folded(outlet or '')}\n{words}")


def bury(connection: Connection, signs: Iterable[Sign], editor: Editor) -> None:
    """Keeps the digests of these signs."""
    salt = _salt(connection) or _new_salt(connection)
    for sign in signs:
        digest_ = _digest(salt, sign)
        if connection.execute(select(forgotten).where(forgotten.c.digest == digest_)).first() is None:
            row = {"digest": digest_, "what": sign.what.value, "by": editor.by, "at": editor.at, "reason": editor.why}
            connection.execute(insert(forgotten), row)


def buried(connection: Connection, signs: Iterable[Sign]) -> list[Sign]:
    """Those of the signs that something forgotten is known by."""
    salt = _salt(connection)
    if salt is None:
        return []
    digests = {_digest(salt, sign): sign for sign in signs}
    found = connection.scalars(select(forgotten.c.digest).where(forgotten.c.digest.in_(list(digests))))
    return [digests[one] for one in found]


def speaker_signs(reading: Reading) -> dict[Sign, str]:
    """What all that the reading names are known by as speakers, with the names."""
    names = {speaker.name for speaker in reading.speakers} | set(reading.article.byline)
    names |= {topic.name for one in reading.statements for topic in one.about}
    return {Sign(What.SPEAKER, folded(name)): name for name in sorted(names)}


def _salt(connection: Connection) -> bytes | None:
    return connection.scalar(select(salts.c.salt))


def _new_salt(connection: Connection) -> bytes:
    salt = secrets.token_bytes(SALT_BYTES)
    connection.execute(insert(salts), {"salt": salt})
    return salt


def _digest(salt: bytes, sign: Sign) -> str:
    return hmac.new(salt, f"{sign.what}\n{sign.value}".encode("utf8", "surrogatepass"), "sha256").hexdigest()
