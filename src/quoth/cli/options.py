"""Options that several commands share, each told once."""

from __future__ import annotations

from typing import Annotated

import typer

Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]
RecordAt = Annotated[
    str | None,
    typer.Option(
        "--record",
        metavar="PATH|URL",
        envvar="QUOTH_RECORD",
        help="The record: an SQLite file, or postgresql://...; else quoth.db in your data directory.",
        show_default=False,
        show_envvar=True,
    ),
]
Collection = Annotated[
    str | None,
    typer.Option("--collection", metavar="NAME", help="Only this collection of articles.", show_default=False),
]
