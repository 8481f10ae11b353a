"""Why an entry is in its group, in a few words that an editor can check."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.domain import SpeakerKind
from quoth.dossiers.entry import Entry
from quoth.dossiers.likeness import evidence, likeness


def reason(entry: Entry, group: Sequence[Entry]) -> str:
    """What the entry shares with the member that it is most like; empty where it stands alone."""
    others = [one for one in group if one is not entry and one.article != entry.article]
    if not others:
        return ""
    best = max(others, key=lambda one: (likeness(entry, one) or 0.0, one.key))
    return f"like {best.name} in {best.article}: {', '.join(_told(entry, best)) or 'by what joins them to others'}"


def _told(one: Entry, other: Entry) -> list[str]:
    if one.kind is SpeakerKind.ORGANISATION:
        return ["same name" if one.name == other.name else "a form of the same name"]
    seen = evidence(one, other)
    if seen is None:
        return []
    facts = {
        "same name": seen.same_name,
        "a form of the same name": max(seen.near_name, seen.initial),
        "surname": seen.one_name,
        "same role": seen.same_role,
        "like role": seen.role * (1 - seen.same_role),
        "same field": float(seen.field > 0.8 and not seen.same_role),
        "same outlet": seen.outlet,
        "speaks beside the same": seen.neighbours,
        "places and names": float(seen.names >= 0.3),
        "like subject": float(seen.words >= 0.3),
    }
    return [fact for fact, value in facts.items() if value > 0.3]
