"""What an origin held, before it is read: whoever has read the same bytes before can spare himself the reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from quoth.domain import Article, ReadOptions


@dataclass(frozen=True, slots=True)
class Unread:
    """The bytes of one article to be, known by their digest, and the reading of them as a call."""

    origin: str
    digest: str
    read: Callable[[], Article]  # raises ReadError


def digest_of(body: bytes, url: str | None, options: ReadOptions) -> str:
    """SHA-256 of whatever decides what is read: the bytes, their address, and a publication day that is given."""
    made_of = f"{url or ''}\n{options.published or ''}\n".encode()
    return sha256(made_of + body).hexdigest()
