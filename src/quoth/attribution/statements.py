"""An article's scored streams -> its statements, in the order of their first content character, the outer first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from quoth.attribution.carried import carried_on
from quoth.attribution.confidence import Calibration, confidence, evidence
from quoth.attribution.decode import Run, runs
from quoth.attribution.found import Found
from quoth.attribution.judgement import judgement
from quoth.attribution.labelled import labelled
from quoth.attribution.link import drafts
from quoth.attribution.nested import inner_paragraphs, kept
from quoth.attribution.parted import parted
from quoth.attribution.quoting import joined, manner, whole
from quoth.attribution.signed import signed, unsigned
from quoth.attribution.standing import with_standing
from quoth.attribution.streams import Stream
from quoth.attribution.transcript import apart, said_in_turn
from quoth.attribution.unclosed import completed
from quoth.domain import Article, Confidence, Span, Statement
from quoth.inference import Scores, Tagger
from quoth.marks import Quoted, quotations


def extract(article: Article, streams: Iterable[Stream], tagger: Tagger) -> tuple[Statement, ...]:
    """The statements of the article's scored streams, those inside other statements' words included."""
    statements = ordered(everything(article, streams, tagger), Calibration(**tagger.calibration))
    return tuple(judged(article.text, statement) for statement in statements)


def judged(text: str, statement: Statement) -> Statement:
    """The statement with its act and its status, as its clause in `text` tells."""
    act, status = judgement(text, statement.content, statement.cue, statement.mention)
    return replace(statement, act=act, status=status)


def everything(article: Article, streams: Iterable[Stream], tagger: Tagger) -> list[Found]:
    """What the print itself says and what the tagger finds, in no order."""
    return [one for stream in streams for one in _in_stream(article.text, stream, tagger)]


def _in_stream(text: str, stream: Stream, tagger: Tagger) -> list[Found]:
    quoted = completed(text, stream.paragraphs, quotations(text, stream.paragraphs))
    signatures = signed(text, stream.paragraphs, quoted)
    outer = unsigned(find(text, quoted, stream.scores), signatures) + signatures
    if not stream.spoken:
        outer = labelled(text, stream.paragraphs, quoted, outer)
        outer = with_standing(text, stream.paragraphs, quoted, stream.scores, outer)
    again = inner_paragraphs(outer, quoted)
    inner = find(text, quotations(text, again), tagger.score(text, again)) if again else []
    return [*said_in_turn(text, stream.spoken), *apart(outer, stream.spoken), *kept(inner, outer)]


def find(text: str, quoted: Sequence[Quoted], scores: Scores) -> list[Found]:
    """The statements that the scores of some paragraphs show, `quoted` being the quotations in them; in no order."""
    out = []
    for draft in drafts(scores, runs(scores)):
        cue, mention = _named(text, scores, draft.cue), _named(text, scores, draft.mention)
        taken = [span for span in (cue, mention) if span is not None]
        content = joined([_content(text, run.span(scores), quoted, taken) for run in draft.content])
        out.append(Found(content, cue, mention, manner(content, quoted, text), evidence(draft)))
    return parted(carried_on(out, quoted, text), quoted, text)


def _named(text: str, scores: Scores, run: Run | None) -> Span | None:
    """The run of a cue or mention without a comma or colon at its end, unless that is all of it."""
    if run is None:
        return None
    span = run.span(scores)
    words = span.of(text).rstrip(" ,;:")
    return Span(span.start, span.start + len(words)) if words else span


def _content(text: str, span: Span, quoted: Sequence[Quoted], taken: Sequence[Span]) -> Span:
    """The quotation that the span belongs to, or the span as it is where that would swallow its own cue or mention."""
    grown = whole(text, span, quoted)
    return span if any(other.overlaps(grown) for other in taken) else grown


def ordered(everything: Iterable[Found], calibration: Calibration) -> tuple[Statement, ...]:
    """Statements in the order of their first content character, the outer first, each told what it lies within."""
    statements: list[Statement] = []
    holders: list[int] = []  # the statements that reach beyond the one before
    for one in sorted(everything, key=lambda one: (one.content[0].start, -one.content[-1].end)):
        if statements and one.content == statements[-1].content:
            continue
        sure = Confidence(confidence(one.evidence, calibration))
        statement = Statement(one.content, one.cue, one.mention, one.manner, sure)
        holders = [n for n in holders if statements[n].content[-1].end > one.content[0].start]
        within = [n for n in holders if statements[n].contains(statement)]
        holders.append(len(statements))
        statements.append(replace(statement, within=within[-1] if within else None))
    return tuple(statements)
