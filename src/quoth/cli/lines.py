"""Lines on standard output: in colour on a terminal, whole and plain in a pipe."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text


def print_lines(lines: Iterable[Text]) -> None:
    """Prints each as soon as it comes; a terminal wraps what is too long, a pipe gets it in one."""
    console = Console(highlight=False)
    for line in lines:
        console.print(line, soft_wrap=not console.is_terminal)
