"""A statement and the expressions of time around it in; what speaks for and against each, as named figures."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from quoth.chronology.earlier import Figures, alike, before, below
from quoth.chronology.scene import Scene, Weighed, anchor, is_perfect, words_of_cue
from quoth.chronology.signs import (
    DATELINE,
    LATER,
    OCCASION,
    POINTS,
    PREMODIFIED,
    PRESENT,
    RELATIVE,
    REPORTING,
    SUBORDINATE,
    TITLED,
    VERB,
)
from quoth.chronology.timeline import Told
from quoth.domain import Part, Span, Statement

OPENING_PARAGRAPHS = 3  # a headline and a first sentence are dated by what stands up to two paragraphs below
BELOW_PARAGRAPHS = 2
REACH_PARAGRAPHS = 3
DATELINE_CHARS = 60
BANDS = ((-1, "future"), (1, "day"), (7, "week"), (31, "month"), (366, "year"), (10**7, "more"))


def weighed(scene: Scene, statements: Sequence[Statement], number: int) -> Iterator[Weighed]:
    """The expressions that may date a statement by where they stand; carried tells what goes on from another."""
    statement = statements[number]
    at = anchor(statement).start
    sentence, within = scene.sentence(at), scene.layout.is_quoted(anchor(statement))
    rivals = sum(scene.sentence(told.span.start) == sentence for told in scene.told)
    for n, told in enumerate(scene.told):
        way = _way(scene, at, told)
        # what is told in quotation marks dates what is said there; of the gold's 254 statements it dates 2 outside
        if way is None or _in_dateline(scene, told) or (scene.layout.is_quoted(told.span) and not within):
            continue
        figures = _shared(scene, statement, told) | alike(scene, statements, number, n)
        if way == "beside":
            figures |= _beside(scene, statement, told, rivals)
        else:
            place = before(scene, statements, number, n) if way == "before" else below(scene, statement, n)
            figures |= place | {"own date": float(rivals > 0)}
        yield Weighed(n, way, figures)


def _way(scene: Scene, at: int, told: Told) -> str | None:
    """How the expression stands to a saying at `at`; None where it is too far away."""
    away = scene.sentence(at) - scene.sentence(told.span.start)
    apart = scene.paragraph(at) - scene.paragraph(told.span.start)
    if away == 0:
        return "beside"
    if away > 0:
        return "before" if apart <= REACH_PARAGRAPHS else None
    return "below" if scene.paragraph(at) < OPENING_PARAGRAPHS and -apart <= BELOW_PARAGRAPHS else None


def _in_dateline(scene: Scene, told: Told) -> bool:
    """Whether it tells when the report was filed: nobody spoke at "PARIS, March 4 (AP) —"."""
    passages = (passage for passage in scene.article.passages if passage.span.contains(told.span))
    if any(passage.part is Part.DATELINE for passage in passages):
        return True
    start = scene.layout.paragraphs[max(0, scene.paragraph(told.span.start))]
    if told.span.start - start >= DATELINE_CHARS:
        return False
    return DATELINE.fullmatch(scene.article.text, start, told.span.start) is not None


def _shared(scene: Scene, statement: Statement, told: Told) -> Figures:
    """What is weighed wherever the expression stands."""
    days, published, text = told.days, scene.published, scene.article.text
    if days is None:
        raise ValueError("only expressions that have days are weighed")
    gap = (published.end - days.start).days
    cue = words_of_cue(scene, statement)
    start, end = scene.layout.sentence_span(told.span.start)
    lead = text[max(start, told.span.start - 12) : told.span.start].lower().split()
    near = text[max(start, told.span.start - 45) : min(end, told.span.end + 45)]
    return {
        "one": 1.0,
        f"length {_band(len(days))}": 1.0,
        f"gap {_band(gap)}": 1.0,
        "ahead": float(told.ahead),
        "to come": float(days.start > published.end),
        f"after {lead[-1] if lead and POINTS.fullmatch(lead[-1]) else 'other' if lead else 'nothing'}": 1.0,
        "occasion": float(OCCASION.search(near) is not None),
        "quoted": float(scene.layout.is_quoted(told.span)),
        "in content": float(any(span.contains(told.span) for span in statement.content)),
        "cue present": float(PRESENT.match(cue.split(" ")[0] if cue else "") is not None),
        "no cue": float(not cue),
        "opens sentence": float(told.span.start - start <= 12),
        "counted": float(told.counted),
        "nested": float(statement.within is not None),
        f"act {statement.act}": 1.0,
        "premodifies": float(PREMODIFIED.match(text, told.span.end) is not None),
        "premodifies an occasion": float(TITLED.match(text, told.span.end) is not None),
        "in relative clause": float(RELATIVE.search(scene.layout.masked, start, told.span.start) is not None),
        "perfect": float(is_perfect(scene, statement)),
        "later": float(LATER.search(cue) is not None),
        f"form {told.expression.form.name}": 1.0,
    }


def _band(days: int) -> str:
    return next(name for limit, name in BANDS if days <= limit)


def _between(scene: Scene, statement: Statement, told: Told) -> str:
    """The reporter's words from the expression to the cue: the speaker's name and the words said are no distance."""
    at = anchor(statement)
    low, high = (told.span.end, at.start) if told.span.start < at.start else (at.end, told.span.start)
    out = scene.layout.masked[low : max(low, high)]
    for span in (*statement.content, *((statement.mention,) if statement.mention else ())):
        if low < span.end and span.start < high:
            start, end = max(span.start, low) - low, min(span.end, high) - low
            out = out[:start] + " " * (end - start) + out[end:]
    return out


def _beside(scene: Scene, statement: Statement, told: Told, rivals: int) -> Figures:
    """How an expression in the sentence of the saying stands to it."""
    at, between = anchor(statement), _between(scene, statement, told)
    precedes = told.span.start < at.start
    words, verb = len(between.split()), VERB.search(between) is not None
    clause = SUBORDINATE.search(between) is not None
    low, high = min(told.span.end, at.end), max(at.start, told.span.start)
    return {
        "in cue": float(statement.cue is not None and statement.cue.overlaps(told.span)),
        "in mention": float(statement.mention is not None and statement.mention.overlaps(told.span)),
        "precedes": float(precedes),
        "words": math.log1p(words),
        "adjoins": float(words <= 1),
        "words before": math.log1p(words) * precedes,
        "commas": float(min(3, between.count(","))),
        "subordinate": float(min(2, len(SUBORDINATE.findall(between)))),
        "subordinate after": float(not precedes and clause),
        "reporting between": float(REPORTING.search(between) is not None),
        "over content": float(any(low <= span.start and span.end <= high for span in statement.content)),
        "rivals": float(min(3, rivals - 1)),
        "verbs": float(min(3, len(VERB.findall(between)))),
        "verbs after": float(not precedes and verb),
        "governed": float(not verb and not clause),
        "governed before": float(precedes and not verb and not clause),
        "occasion of the cue": float(not verb and OCCASION.search(between) is not None),
        "verb of its own": float(_own_verb(scene, told, at)),
    }


def _own_verb(scene: Scene, told: Told, at: Span) -> bool:
    """Whether the last verb before the expression in its sentence is another than the cue's."""
    start, _ = scene.layout.sentence_span(told.span.start)
    verbs = list(VERB.finditer(scene.layout.masked, start, told.span.start))
    return bool(verbs) and not at.start <= verbs[-1].start() < at.end
