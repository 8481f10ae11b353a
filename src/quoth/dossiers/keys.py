"""The keys by which entries find each other: two that share none are never compared."""

from __future__ import annotations

import re

from quoth.domain import SpeakerKind
from quoth.dossiers.entry import Entry
from quoth.dossiers.letters import folded, skeleton
from quoth.dossiers.naming import acronym, body, people

MOST_NEAR = 12


def keys(entry: Entry) -> frozenset[str]:
    """Keys of the surname as it sounds, of all its letters in whatever order, of a body's acronym and last words."""
    return _body(entry) if entry.kind is SpeakerKind.ORGANISATION else _person(entry)


def _person(entry: Entry) -> frozenset[str]:
    out: set[str] = set()
    for one in people(entry.name):
        out |= {_sound(word) for word in one.family}
        if not one.family:
            out |= {f"g:{word}" for word in one.given}
    letters = re.sub(r"[^a-z]", "", "".join([*people(entry.name)[0].given, *people(entry.name)[0].family]))
    if people(entry.name)[0].given:
        out.add("b:" + "".join(sorted(letters)))
    first = folded(entry.name).split()[0]
    if first in ("dame", "sir"):
        out |= {f"g:{word}" for one in people(entry.name)[:1] for word in one.given[:1]}
    return frozenset(out | _other_names(entry))


def _other_names(entry: Entry) -> set[str]:
    """Surnames that the speaker of an article on a marriage or a new name may bear elsewhere."""
    if not entry.renamed or not people(entry.name)[0].given:
        return set()
    return {_sound(word) for word in entry.names[:MOST_NEAR] if re.fullmatch(r"[a-z]{4,}", word)}


def _sound(word: str) -> str:
    """A surname's key: Gaddafi and Qaddafi have one."""
    return "s:" + skeleton(word).replace("g", "k")


def _body(entry: Entry) -> frozenset[str]:
    words = body(entry.name)
    out = {f"o:{' '.join(words[-2:])}", f"o:{' '.join(words)}"}
    if acronym(entry.name):
        out.add(f"a:{acronym(entry.name)}")
    return frozenset(out)
