"""An article and a tagger -> its statements, in the order of their first content character, the outer first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from quoth.attribution.confidence import Calibration, confidence, evidence
from quoth.attribution.decode import Run, runs
from quoth.attribution.found import Found
from quoth.attribution.link import Draft, drafts
from quoth.attribution.nested import inner_paragraphs, kept
from quoth.attribution.quoting import joined, manner, whole
from quoth.attribution.signed import signed, unsigned
from quoth.attribution.transcript import apart, said_in_turn, turns, without_labels
from quoth.domain import Article, Confidence, Part, Span, Statement
from quoth.inference import Scores, Tagger
from quoth.marks import Quoted, quotations

READ_LAST = frozenset({Part.CAPTION})


def reading_order(article: Article) -> list[Span]:
    """The paragraphs in which statements are sought: captions last, so that none cuts a quotation in two."""
    passages = sorted(article.spoken(), key=lambda passage: passage.part in READ_LAST)
    return [passage.span for passage in passages]


def extract(article: Article, tagger: Tagger) -> tuple[Statement, ...]:
    """The article's statements, those inside other statements' words included."""
    return ordered(everything(article, tagger), article, Calibration(**tagger.calibration))


def everything(article: Article, tagger: Tagger) -> list[Found]:
    """What the print itself says and what the tagger finds, in no order."""
    text, paragraphs = article.text, reading_order(article)
    spoken = turns(text, paragraphs)
    paragraphs = without_labels(paragraphs, spoken)
    signatures = signed(text, paragraphs)
    outer = unsigned(find(text, paragraphs, tagger.score(text, paragraphs)), signatures) + signatures
    again = inner_paragraphs(text, outer, paragraphs)
    inner = find(text, again, tagger.score(text, again)) if again else []
    return [*said_in_turn(spoken), *apart(outer, spoken), *kept(inner, outer)]


def find(text: str, paragraphs: Sequence[Span], scores: Scores) -> list[Found]:
    """The statements of `paragraphs`, in no order."""
    quoted = quotations(text, paragraphs)
    out = []
    for draft in _carried_on(scores, drafts(scores, runs(scores)), quoted):
        content = joined([whole(text, run.span(scores), quoted) for run in draft.content])
        cue, mention = _span(scores, draft.cue), _span(scores, draft.mention)
        content = _without(content, [span for span in (cue, mention) if span is not None])
        if content:
            out.append(Found(content, cue, mention, evidence(draft)))
    return out


def _span(scores: Scores, run: Run | None) -> Span | None:
    return None if run is None else run.span(scores)


def _without(content: tuple[Span, ...], taken: Sequence[Span]) -> tuple[Span, ...]:
    """The content less what its own cue and mention cover."""
    return tuple(span for span in content if not any(other.overlaps(span) for other in taken))


def _carried_on(scores: Scores, found: list[Draft], quoted: Sequence[Quoted]) -> list[Draft]:
    """The drafts, each piece without a cue that carries on a quotation joined to the statement it carries on."""
    out = sorted(found, key=lambda draft: draft.content[0].first)
    continuing = [piece.span for piece in quoted if piece.continues]
    for draft in [draft for draft in out if draft.cue is None]:
        span = draft.content[0].span(scores)
        if not any(piece.overlaps(span) for piece in continuing):
            continue
        before = [other for other in out if other.content[0].first < draft.content[0].first]
        owner = max(
            before,
            key=lambda other: max(run.last for run in other.content if run.first < draft.content[0].first),
            default=None,
        )
        if owner is not None:
            out[out.index(owner)] = replace(
                owner, content=tuple(sorted(owner.content + draft.content, key=lambda run: run.first))
            )
            out.remove(draft)
    return out


def ordered(unordered: Iterable[Found], article: Article, calibration: Calibration) -> tuple[Statement, ...]:
    """Statements in the order of their first content character, the outer first, each told what it lies within."""
    quoted = quotations(article.text, reading_order(article))
    statements: list[Statement] = []
    taken: set[tuple[Span, ...]] = set()
    for one in sorted(unordered, key=lambda one: (one.content[0].start, -one.content[-1].end)):
        if one.content in taken:
            continue
        taken.add(one.content)
        how = manner(one.content, quoted, article.text)
        statement = Statement(one.content, one.cue, one.mention, how, Confidence(confidence(one.evidence, calibration)))
        statements.append(replace(statement, within=_innermost(statement, statements)))
    return tuple(statements)


def _innermost(statement: Statement, before: Sequence[Statement]) -> int | None:
    holders = [n for n, other in enumerate(before) if other.contains(statement)]
    return holders[-1] if holders else None
