"""Why an entry is in its group, in a few words that an editor can check."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.domain import SpeakerKind
from quoth.dossiers.entry import Entry
from quoth.dossiers.likeness import evidence, likeness, name_fit, scene
from quoth.dossiers.naming import Fit

LIKE, SOME_NAMES = 0.3, 2


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
    seen, fit = evidence(one, other), name_fit(one, other)
    if seen is None or fit is None:
        return []
    facts = {
        "same name": Fit.SAME is fit[0] is fit[1],
        "a form of the same name": min(fit) > Fit.UNTOLD and fit != (Fit.SAME, Fit.SAME),
        "the same surname": Fit.UNTOLD in fit,
        "both the elder or both the younger": seen.same_mark > 0,
        "same age": seen.same_birth > 0,
        "same role": seen.same_role > 0,
        "like role": seen.role > LIKE and not seen.same_role,
        "same outlet": one.outlet is not None and one.outlet == other.outlet,
        "speaks beside the same": bool(set(one.neighbours) & set(other.neighbours)),
        "places and names": len(scene(one) & scene(other)) >= SOME_NAMES,
        "like subject": seen.alike > LIKE,
    }
    return [fact for fact, holds in facts.items() if holds]
