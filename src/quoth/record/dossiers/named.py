"""Whose name tells who it is in other articles too: a person's, a body's own; not "police" or "the Council".

A body that is called by what it is (`company`, `the Board`) is another one in each article, as the unnamed are.
"""

from __future__ import annotations

from quoth.domain import SpeakerKind
from quoth.dossiers import Entry
from quoth.identity.vocabulary import words
from quoth.record.rows import folded

GENERIC = words(
    "academy administration agency airline airport alliance army association authority bank board body branch bureau "
    "business cabinet campaign chain chamber charity church club college commission committee company congregation "
    "congress constabulary consortium cooperative corporation council court crew department developer directorate "
    "embassy executive factory federation firm forum foundation fund government group hospital inquiry institute "
    "jury league manufacturer ministry mission museum navy network newspaper office operator opposition organisation "
    "organization orchestra panel parish parliament party police prosecution publisher receiver regulator retailer "
    "school senate service society state studio supplier team theatre trade tribunal trust union university "
    "works agencies authorities companies councils courts firms officials police prosecutors unions"
)
ARTICLES = frozenset({"the", "a", "an", "its", "their", "our"})


def is_named(entry: Entry) -> bool:
    """Whether the name is one by which the speaker may be found in another article."""
    if entry.kind is SpeakerKind.PERSON:
        return True
    bare = [word for word in folded(entry.name).split() if word not in ARTICLES]
    return entry.name != entry.name.lower() and not (len(bare) == 1 and bare[0].rstrip(".") in GENERIC)
