"""How many articles do origins hold? Counted without reading them, for a progress bar that knows its end."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quoth.domain import ReadOptions
from quoth.reading.folders import files_in
from quoth.reading.origins import ADDRESS, ROWS_SUFFIX, STDIN

MAX_COUNTED_BYTES = 1 << 30  # a second's work; of a longer file the end is not known
CHUNK = 1 << 20
UNKNOWN_ENDS = (".warc", ".warc.gz", ".jsonl.gz", ".xml", ".rss", ".atom", ".xml.gz")


def count_of(origins: Iterable[str], options: ReadOptions) -> int | None:
    """How many articles there are at most; None where only reading them would tell. A feed's are not counted here."""
    total = 0
    for origin in origins:
        count = None if origin == STDIN else 1 if ADDRESS.match(origin) else _of_path(Path(origin), options)
        if count is None:
            return None
        total += count
    return total


def _of_path(path: Path, options: ReadOptions) -> int | None:
    try:
        if not path.is_dir():
            return _of_file(path)
        counts = [1 if isinstance(one, OSError) else _of_file(one) for one in files_in(path, options)]
    except (OSError, ValueError):  # it will be told where it is read
        return 1
    return None if None in counts else sum(count for count in counts if count is not None)


def _of_file(path: Path) -> int | None:
    name = path.name.lower()
    if name.endswith(UNKNOWN_ENDS):
        return None
    return _lines(path) if name.endswith(ROWS_SUFFIX) else 1


def _lines(path: Path) -> int | None:
    if path.stat().st_size > MAX_COUNTED_BYTES:
        return None
    with path.open("rb") as file:
        count, last = 0, b"\n"
        while chunk := file.read(CHUNK):
            count, last = count + chunk.count(b"\n"), chunk
    return count + (not last.endswith(b"\n"))
