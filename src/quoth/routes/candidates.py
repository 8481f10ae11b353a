"""Every phrase of an article that may tell a step of a route."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.domain import Span, StepKind


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may be a step: the name it would get, and what stands around it."""

    kind: StepKind
    name: str
    span: Span
    sort: str  # what sort of occasion, hearer or outlet
    lead: str  # the word that leads to it: a preposition or verb, or "" for none
    determiner: str  # "a", "the", "his", or "" for none
    sentence: int
    paragraph: int
    head: str = ""  # its main noun in lower case
    sure: bool = True  # whether its own words make it one; else only what stands around may
