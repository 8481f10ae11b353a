"""Negations in a wording: one that is dropped or added turns the words round, and is always called out."""

from __future__ import annotations

from collections.abc import Iterable

DENYING = """
not no never nobody nothing none neither nor nowhere without cannot cant dont wont aint hardly barely scarcely unable
refuse refused refuses deny denied denies denying
"""
NEGATIONS = frozenset(DENYING.split())


def is_negation(form: str) -> bool:
    """Whether the word denies: "not", "never", "isn't"."""
    return form in NEGATIONS or form.endswith("n't")


def negations(forms: Iterable[str]) -> int:
    """How many of the words deny."""
    return sum(is_negation(form) for form in forms)
