"""What is asked of a server, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from quoth.errors import ErrorKind, ReadError

NOT_FOUND_STATUS = frozenset({404, 410})
NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent: the body unpacked, its media type and charset as declared ('' and None: not), its address."""

    body: bytes
    media_type: str
    charset: str | None
    url: str
    status: int = 200  # or 304, where that was asked for: then there is no body
    headers: Mapping[str, str] = field(default_factory=dict)  # names in lower case


class StatusError(ReadError):
    """The server answered, but not with the page."""

    def __init__(self, origin: str, kind: ErrorKind, reason: str, status: int, retry_after: str | None) -> None:
        super().__init__(origin, kind, reason)
        self.status, self.retry_after = status, retry_after


@dataclass(frozen=True, slots=True)
class Asking:
    """What a request does beyond asking for a page."""

    headers: Mapping[str, str] = field(default_factory=dict)
    any_type: bool = False  # take JSON and whatever else too
    before: Callable[[str], None] = lambda address: None  # may wait, or raise ReadError; not on the request's time
