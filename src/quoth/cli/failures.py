"""Whatever goes wrong in a command: one line on stderr and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from quoth.errors import QuothError, UsageError

FAILED, MISUSE, INTERRUPTED = 1, 2, 130


@contextmanager
def failures(debug: bool, stopped: str = "what was printed is whole") -> Iterator[None]:
    """One line and an exit code for whatever goes wrong; --debug adds the traceback."""
    try:
        yield
    except KeyboardInterrupt:
        typer.echo(f"quoth: stopped; {stopped}", err=True)
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else the interpreter complains at exit
        raise typer.Exit(FAILED) from None
    except (QuothError, OSError) as error:
        if debug:
            traceback.print_exc()
        typer.echo(f"quoth: {error}", err=True)
        raise typer.Exit(MISUSE if isinstance(error, UsageError) else FAILED) from error
