"""Speakers of many articles -> persons and bodies: which of them are one, how sure that is, and which are doubtful."""

from quoth.dossiers.entry import Entry, entries
from quoth.dossiers.grouping import Drawn, Link, Rules, draw
from quoth.dossiers.keys import keys

__all__ = ["Drawn", "Entry", "Link", "Rules", "draw", "entries", "keys"]
