"""The Reading that a contract's object tells: the way back, for whatever keeps or is given such lines."""

from __future__ import annotations

from datetime import date
from typing import Any

from quoth.domain import (
    Act,
    Article,
    Confidence,
    DateBasis,
    Manner,
    Moment,
    MomentBasis,
    Outcome,
    Part,
    Passage,
    Published,
    Reading,
    Request,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    Status,
    Step,
    StepKind,
    Topic,
)

Json = dict[str, Any]


def from_contract(value: Json) -> Reading:
    """The reading that `to_contract` made this object of.

    Raises: KeyError, ValueError or TypeError where the object is none of the contract's.
    """
    read_by = value["article"]["read_by"]
    return Reading(
        _article(value["article"]),
        tuple(_statement(one) for one in value["statements"]),
        read_by["model"],
        tuple(_speaker(one) for one in value["speakers"]),
        tuple(_request(one) for one in value["requests"]),
        read_by["quoth"],
    )


def _article(value: Json) -> Article:
    return Article(
        id=value["id"],
        origin=value["origin"],
        text=value["text"],
        passages=tuple(Passage(_span(one["span"]), Part(one["part"])) for one in value["passages"]),
        url=value["url"],
        outlet=value["outlet"],
        headline=value["headline"],
        byline=tuple(value["byline"]),
        section=value["section"],
        language=value["language"],
        published=_published(value["published"]),
    )


def _published(value: Json | None) -> Published | None:
    if value is None:
        return None
    return Published(date.fromisoformat(value["from"]), date.fromisoformat(value["to"]), DateBasis(value["basis"]))


def _speaker(value: Json) -> Speaker:
    return Speaker(
        id=value["id"],
        name=value["name"],
        kind=SpeakerKind(value["kind"]),
        mentions=tuple(_span(pair) for pair in value["mentions"]),
        role=value["role"],
        anonymity=value["anonymity"],
    )


def _statement(value: Json) -> Statement:
    sure = value["confidence"]
    return Statement(
        content=tuple(_span(pair) for pair in value["content"]),
        cue=_maybe_span(value["cue"]),
        mention=_maybe_span(value["mention"]),
        manner=Manner(value["manner"]),
        confidence=Confidence(sure["words"], sure["speaker"], sure["when"]),
        within=value["within"],
        act=Act(value["act"]),
        status=Status(value["status"]),
        speakers=tuple(value["speakers"]),
        candidates=tuple(value["candidates"]),
        route=tuple(Step(StepKind(one["kind"]), one["name"], _span(one["span"])) for one in value["route"]),
        moment=_moment(value["when"]),
        prompt=_maybe_span(value["prompt"]),
        about=tuple(Topic(one["name"], _span(one["span"])) for one in value["about"]),
    )


def _moment(value: Json | None) -> Moment | None:
    if value is None:
        return None
    start, end = date.fromisoformat(value["from"]), date.fromisoformat(value["to"])
    return Moment(start, end, _span(value["span"]), MomentBasis(value["basis"]))


def _request(value: Json) -> Request:
    return Request(value["to"], value["by"], Outcome(value["outcome"]), _span(value["span"]))


def _maybe_span(pair: list[int] | None) -> Span | None:
    return None if pair is None else _span(pair)


def _span(pair: list[int]) -> Span:
    return Span(*pair)
