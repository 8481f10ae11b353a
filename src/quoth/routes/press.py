"""Names that are an outlet only where the words around say so: "KING-TV reported", "his podcast “The Axe Files”"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quoth.domain import Span, StepKind
from quoth.identity.names import Name, Sort
from quoth.routes.candidates import Candidate
from quoth.routes.ground import Ground
from quoth.routes.occasions import lead_of
from quoth.routes.outlets import MEETINGS, way
from quoth.routes.vocabulary import CROWDS, MEDIA_CREW, MEDIA_NOUNS, NO_MEDIA, REPORTS

TITLED = re.compile(
    r"\b(?:podcast|show|program|programme|website|site|blog|newspaper|magazine|on|told|newsletter|column|documentary|"
    r"series)[,]? (?:called |named |the |titled |entitled )?[\"“‘]((?:[A-Z0-9][\w’'&.-]*|the|of|and|with|to|a|in|&)"
    r"(?: (?:[A-Z0-9][\w’'&.-]*|the|of|and|with|to|a|in|&)){0,5})[,.]?[\"”’]"
)
BEFORE = re.compile(r"\b(?:told|by|to|with|according to|in|on|via|from|for|cited|citing|at) (?:the |The )?$")
AFTER = (
    REPORTS
    | MEDIA_CREW
    | MEDIA_NOUNS
    | frozenset(
        ("interview", "poll", "survey", "op-ed", "article", "story", "editorial", "newspapers", "analysis", "average")
    )
)


def press(ground: Ground, taken: Sequence[Span]) -> Iterator[Candidate]:
    """Every name that may be an outlet beside the sure ones."""
    for name in ground.names:
        if name.sort in (Sort.BODY, Sort.UNSURE) and not any(name.span.overlaps(span) for span in taken):
            near = _near(ground, name)
            if near:
                yield _candidate(ground, name.span, name.span.of(ground.text), near)
    for match in TITLED.finditer(ground.text):
        span = Span(*match.span(1))
        if not any(span.overlaps(other) for other in taken):
            yield _candidate(ground, span, match[1], "titled")


def _near(ground: Ground, name: Name) -> str:
    if name.key[-1] in ground.surnames or name.title or name.key[-1] in NO_MEDIA | CROWDS | MEETINGS:
        return ""
    after = [word.lower for word in ground.prose.after(name.span.end)[:2]]
    if set(after) & AFTER:
        return "loose"
    before = ground.text[max(0, name.span.start - 24) : name.span.start]
    return "loose" if BEFORE.search(before) else ""


def _candidate(ground: Ground, span: Span, called: str, sort: str) -> Candidate:
    number = ground.prose.sentence_number(span.start)
    sentence = ground.prose.sentences[number]
    place = next((n for n, word in enumerate(sentence.words) if word.span.start >= span.start), 0)
    determiner, lead = lead_of(ground, sentence.words, place)
    possessive = ground.text[span.end : span.end + 2] in ("'s", "’s")
    lead = way(ground, span, possessive, lead)
    return Candidate(
        StepKind.OUTLET,
        called,
        span,
        sort,
        lead,
        determiner,
        number,
        sentence.paragraph,
        called.lower().split()[-1],
        False,
    )
