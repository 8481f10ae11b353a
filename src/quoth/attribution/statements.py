"""An article and a tagger -> its statements, in the order of their first content character, the outer first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quoth.attribution.act import act
from quoth.attribution.carried import carried_on
from quoth.attribution.confidence import Calibration, confidence, evidence
from quoth.attribution.decode import Run, runs
from quoth.attribution.found import Found
from quoth.attribution.link import drafts
from quoth.attribution.nested import inner_paragraphs, kept
from quoth.attribution.quoting import joined, manner, whole
from quoth.attribution.signed import signed, unsigned
from quoth.attribution.status import status
from quoth.attribution.transcript import apart, said_in_turn, turns, without_labels
from quoth.domain import Article, Confidence, Part, Span, Statement
from quoth.inference import Scores, Tagger
from quoth.marks import Quoted, quotations

APART = frozenset({Part.CAPTION})
SECTION_CHARS = 60_000  # ten long articles; a book is read in sections, so that memory does not grow with it


def streams(article: Article) -> list[list[Span]]:
    """The paragraphs in which statements are sought: those of the report, then each caption by itself.

    A caption stands wherever the page had room: it must not cut a quotation in two, nor lend its names to another. A
    report that is longer than SECTION_CHARS comes in several streams.
    """
    report = [passage.span for passage in article.spoken() if passage.part not in APART]
    captions = [[passage.span] for passage in article.spoken() if passage.part in APART]
    return [*sections(report, article.text), *captions]


def sections(paragraphs: Iterable[Span], text: str, size: int = SECTION_CHARS) -> list[list[Span]]:
    """The paragraphs in runs of at most `size` characters; a longer paragraph is cut at white space."""
    out: list[list[Span]] = []
    room = 0
    for paragraph in paragraphs:
        for piece in _cut(paragraph, text, size):
            if len(piece) > room:
                out.append([])
                room = size
            out[-1].append(piece)
            room -= len(piece)
    return out


def _cut(paragraph: Span, text: str, size: int) -> Iterator[Span]:
    start = paragraph.start
    while paragraph.end - start > size:
        blank = max(text.rfind(" ", start + 1, start + size), text.rfind("\n", start + 1, start + size))
        end = blank if blank > start else start + size
        yield Span(start, end)
        start = end
    yield Span(start, paragraph.end)


def extract(article: Article, tagger: Tagger) -> tuple[Statement, ...]:
    """The article's statements, those inside other statements' words included."""
    statements = ordered(everything(article, tagger), Calibration(**tagger.calibration))
    return tuple(judged(article.text, statement) for statement in statements)


def judged(text: str, statement: Statement) -> Statement:
    """The statement with its act and its status, as its clause in `text` tells."""
    content, cue, mention = statement.content, statement.cue, statement.mention
    told = act(text, content, cue, mention)
    return replace(statement, act=told, status=status(text, content, cue, mention, told))


def everything(article: Article, tagger: Tagger) -> list[Found]:
    """What the print itself says and what the tagger finds, in no order."""
    return [one for stream in streams(article) for one in _in_stream(article.text, stream, tagger)]


def _in_stream(text: str, paragraphs: Sequence[Span], tagger: Tagger) -> list[Found]:
    spoken = turns(text, paragraphs)
    paragraphs = without_labels(paragraphs, spoken)
    quoted = quotations(text, paragraphs)
    signatures = signed(text, paragraphs, quoted)
    outer = unsigned(find(text, quoted, tagger.score(text, paragraphs)), signatures) + signatures
    again = inner_paragraphs(outer, quoted)
    inner = find(text, quotations(text, again), tagger.score(text, again)) if again else []
    return [*said_in_turn(text, spoken), *apart(outer, spoken), *kept(inner, outer)]


def find(text: str, quoted: Sequence[Quoted], scores: Scores) -> list[Found]:
    """The statements that the scores of some paragraphs show, `quoted` being the quotations in them; in no order."""
    out = []
    for draft in drafts(scores, runs(scores)):
        cue, mention = _named(text, scores, draft.cue), _named(text, scores, draft.mention)
        taken = [span for span in (cue, mention) if span is not None]
        content = joined([_content(text, run.span(scores), quoted, taken) for run in draft.content])
        out.append(Found(content, cue, mention, manner(content, quoted, text), evidence(draft)))
    return carried_on(out, quoted, text)


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
