"""A verdict as the JSON object that `quoth check --json` prints and that other fronts serve."""

from __future__ import annotations

from typing import Any

from quoth.variants.comparing import Comparison
from quoth.variants.verdict import Evidence, Verdict


def verdict_to_json(verdict: Verdict, looked_in: str | None = None) -> dict[str, Any]:
    """The verdict for programs; `changes` are those of the nearest evidence."""
    return {
        "quote": verdict.claim,
        "speaker": verdict.speaker,
        "finding": verdict.finding.value,
        "negation": verdict.negation,
        "outlets": verdict.outlets,
        "independent": verdict.independent,
        "searched": looked_in,
        "changes": _changes(verdict.evidence[0].comparison) if verdict.evidence else [],
        "evidence": [_as_json(one) for one in verdict.evidence],
    }


def _changes(comparison: Comparison) -> list[dict[str, str]]:
    return [{"edit": one.edit.value, "text": one.text, "claim": one.claim} for one in comparison.changes]


def _as_json(one: Evidence) -> dict[str, Any]:
    printed, span = one.printed, one.comparison.span
    return {
        "place": printed.place,
        "statement": printed.statement,
        "speakers": list(printed.speakers),
        "words": printed.words if span is None or printed.statement else span.of(printed.words),
        "outlet": printed.outlet,
        "day": printed.day.isoformat() if printed.day else None,
        "url": printed.url,
        "label": printed.label or None,
        "likeness": one.comparison.likeness.value,
    }
