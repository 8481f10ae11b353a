"""Which files of a folder are read? Sorted as paths sort, one folder's names in memory at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from quoth.domain import ReadOptions

PACKED_SUFFIX = ".gz"


def files_in(folder: Path, options: ReadOptions) -> Iterator[Path | OSError]:
    """The readable files below the folder; where a folder may not be opened, the error. Hidden ones are left out."""
    try:
        with os.scandir(folder) as listed:
            inside = sorted((one for one in listed if not one.name.startswith(".")), key=lambda one: one.name)
    except OSError as error:
        error.filename = error.filename or str(folder)
        yield error
        return
    for one in inside:
        if one.is_dir(follow_symlinks=False):
            yield from files_in(Path(one.path), options)
        elif is_wanted(one.name, options) and not one.is_dir():
            yield Path(one.path)


def is_wanted(name: str, options: ReadOptions) -> bool:
    """Whether a file of that name is read where its folder was named."""
    suffixes = [suffix.lower() for suffix in Path(name).suffixes]
    if suffixes[-1:] == [PACKED_SUFFIX] and PACKED_SUFFIX in options.suffixes:
        suffixes.pop()
    return not name.startswith(".") and bool(suffixes) and suffixes[-1] in options.suffixes - {PACKED_SUFFIX}
