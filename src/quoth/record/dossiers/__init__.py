"""Dossiers on record: who of many articles is one person, drawn anew as articles come, and what editors decided."""

from quoth.record.dossiers.authorities import Authority, Office
from quoth.record.dossiers.deciding import Decision, decide, decisions, forget_name, signs_of_name, undo
from quoth.record.dossiers.drawing import join, leave
from quoth.record.dossiers.importing import Imported, import_, parse
from quoth.record.dossiers.listing import Alias, Dossier, Doubt, Seat, dossiers, doubted, doubts, unopened
from quoth.record.dossiers.ruling import Ruling

__all__ = [
    "Alias",
    "Authority",
    "Decision",
    "Dossier",
    "Doubt",
    "Imported",
    "Office",
    "Ruling",
    "Seat",
    "decide",
    "decisions",
    "dossiers",
    "doubted",
    "doubts",
    "forget_name",
    "import_",
    "join",
    "leave",
    "parse",
    "signs_of_name",
    "undo",
    "unopened",
]
