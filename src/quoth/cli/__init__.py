"""Command line in, results on stdout, progress on stderr. Exit 0 done, 1 something failed or was skipped, 2 misuse."""

from quoth.cli.app import main

__all__ = ["main"]
