"""Dossiers on record: who of many articles is one person, drawn anew as articles come, and what editors decided."""

from quoth.record.dossiers.deciding import Decision, decide, decisions, forget_name, undo
from quoth.record.dossiers.drawing import join, leave
from quoth.record.dossiers.listing import Dossier, Doubt, Seat, dossiers, doubts
from quoth.record.dossiers.ruling import Ruling

__all__ = [
    "Decision",
    "Dossier",
    "Doubt",
    "Ruling",
    "Seat",
    "decide",
    "decisions",
    "dossiers",
    "doubts",
    "forget_name",
    "join",
    "leave",
    "undo",
]
