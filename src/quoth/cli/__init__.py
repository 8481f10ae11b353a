"""Command line in, results on stdout, progress on stderr. Exit 0 done, 1 something failed or was skipped, 2 misuse.

A command is parsed, calls, and prints; everything slow is imported by the command that needs it.
"""

from typing import Any

from quoth.cli import (
    add,
    check,
    export,
    feed,
    fix,
    forget,
    mcp,
    notice,
    people,
    read,
    review,
    search,
    serve,
    show,
    variants,
    who,
)
from quoth.cli.app import app


def main(arguments: list[str] | None = None) -> Any:
    """The entry point of the `quoth` command."""
    return app(arguments)


__all__ = [
    "add",
    "app",
    "check",
    "export",
    "feed",
    "fix",
    "forget",
    "main",
    "mcp",
    "notice",
    "people",
    "read",
    "review",
    "search",
    "serve",
    "show",
    "variants",
    "who",
]
