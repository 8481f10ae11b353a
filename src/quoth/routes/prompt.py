"""The question or remark that a statement answers: "Asked if he would go", an interviewer's line, a question quoted before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quoth.domain import Article, Part, Span, Statement

# "Asked if …, she said": the clause stands before what tells the statement, or after it at the sentence's end.
OPENS = re.compile(
    r"(?:(?:[Ww]hen|[Aa]fter being|[Bb]eing|[Oo]nce|[Ii]f)\s+)?(?:(?:[Rr]epeatedly|[Ll]ater|[Tt]wice|[Aa]lso|[Dd]irectly)\s+)?"
    r"(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed|[Cc]hallenged|[Gg]rilled|[Pp]rompted|[Qq]ueried|[Pp]robed|[Pp]ut on the spot)\b"
    r"|[Ii]n (?:response|reply|answer) to (?:a|the|questions?|criticism|claims|one|what|reporters’|reporters')\b"
    r"|[Rr]esponding to (?:a|the|questions?|criticism|claims)\b|[Tt]o (?:a|the) question (?:of|about|whether|as to)\b"
)
COMMENT_ONLY = re.compile(r"\b(?:asked|approached|pressed|contacted)\s+(?:by [^,]{2,40} )?(?:for|to) (?:a )?(?:comment|response|reaction)", re.IGNORECASE)
ENDS_SENTENCE = re.compile(r"[.!?][\"”’']*\s")
ASKING = re.compile(r"\b(?:ask|asks|asked|asking|wondered|demanded|inquired|enquired|question(?:ed)?|challenged|put it to)\b", re.IGNORECASE)
QUESTION_END = re.compile(r"\?[\"”’'\])]*$")
PLAIN_QUESTION = re.compile(r"(?:^|(?<=[.!?…\"”’]\s)|(?<=\n))([A-Z][^.!?\n]{2,280}\?)[\"”’']?\s*$")
GREETING = re.compile(r"\b(?:[Gg]ood (?:morning|evening|afternoon)|[Ww]elcome|joins us|[Tt]hanks for (?:having|joining))\b[^.?!]*[.!]\s+")
MAX_GAP = 60  # characters of label, cue and mention between a question and its answer in one paragraph
MAX_LABEL = 160  # and between two paragraphs
LONG_TURN_WORDS = 40


def prompts(article: Article, statements: Sequence[Statement]) -> tuple[Span | None, ...]:
    """For each statement the question or remark that it answers; None where it answers none."""
    order = sorted((n for n, one in enumerate(statements) if one.within is None), key=lambda n: statements[n].content[0].start)
    found: dict[int, Span] = {}
    for n in order:
        span = _asked(article.text, statements, n)
        if span is not None and span not in found.values():
            found[n] = span
    askers = _askers(article.text, statements, order)
    for before, n in pairwise(order):
        if n not in found and (span := _answered(article, statements, before, n, askers)) is not None:
            found[n] = span
    for n in order:
        if n not in found and (span := _plain_question(article, statements, n)) is not None:
            found[n] = span
    return tuple(found.get(n) for n in range(len(statements)))


def _asked(text: str, statements: Sequence[Statement], number: int) -> Span | None:
    """The clause "Asked whether …" of the statement's own sentence."""
    one = statements[number]
    tells = [span for span in (one.mention, one.cue) if span is not None]
    if not tells:
        return None
    anchor = min((*tells, one.content[0]), key=lambda span: span.start)
    start = _sentence_start(text, anchor.start)
    for match in OPENS.finditer(text, start, anchor.start):
        end = _comma_before(text, match.end(), anchor.start)
        if end and not COMMENT_ONLY.match(text, match.start()) and _leads(text, start, match.start()):
            return Span(match.start(), end)
    return _asked_after(text, one, max(span.end for span in tells))


def _leads(text: str, start: int, place: int) -> bool:
    """Whether the clause opens its sentence, or only small words and a comma come before it."""
    lead = text[start:place].strip(" \"“‘'—–-")
    return not lead or bool(re.fullmatch(r"(?:But|And|Yet|Later|Then|However,?|On [A-Z]\w+,|Also|[^,]{0,40},)", lead))


def _comma_before(text: str, start: int, anchor: int) -> int | None:
    """The end of the clause: at the comma or colon that stands right before the statement's first words."""
    before = text[start:anchor].rstrip(" \"“‘")
    if not before or before[-1] not in ",—–:":
        return None
    return start + len(before.rstrip(" ,—–:"))


def _asked_after(text: str, one: Statement, place: int) -> Span | None:
    """ "“No,” he said when asked if he would resign." """
    if any(span.start < place + 40 and span.end > place + 2 for span in one.content if span.start >= place):
        return None
    match = re.match(r"[ ,]{1,3}(?:\w+ ){0,3}?(when (?:repeatedly |later )?(?:asked|pressed|questioned|challenged)\b[^.;\n“\"]{3,240})", text[place : place + 300])
    if match is None or COMMENT_ONLY.search(match[1]):
        return None
    return Span(place + match.start(1), place + match.start(1) + len(match[1].rstrip(" ,")))


def _sentence_start(text: str, place: int) -> int:
    start = text.rfind("\n", 0, place) + 1
    for match in ENDS_SENTENCE.finditer(text, start, max(start, place - 1)):
        if not re.search(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gov|Sen|Rep|Gen|[A-Z])\.\s$", text[start : match.end()]):
            start = match.end()
    return start


def _askers(text: str, statements: Sequence[Statement], order: Sequence[int]) -> set[str]:
    """Who asks: the labels of turns that more often than not end in a question, and who is said to have asked."""
    turns: dict[str, list[bool]] = {}
    for n in order:
        name = _who(text, statements[n])
        if name and _is_turn(text, statements[n]):
            turns.setdefault(name, []).append(bool(QUESTION_END.search(statements[n].content[-1].of(text))))
    share = {name: sum(asks) / len(asks) for name, asks in turns.items()}
    return {name for name, value in share.items() if value >= 0.4 and value == max(share.values())}


def _who(text: str, one: Statement) -> str:
    return one.mention.of(text).strip().lower() if one.mention is not None else ""


def _is_turn(text: str, one: Statement) -> bool:
    """Whether the statement is a turn of a transcript: a label, a colon, and no verb."""
    return one.cue is None and one.mention is not None and text[one.mention.end : one.mention.end + 2].strip("*)_ ")[:1] == ":"


def _answered(article: Article, statements: Sequence[Statement], before: int, number: int, askers: set[str]) -> Span | None:
    """The words of the statement before, where they ask or put something to this one's speaker."""
    text, asked, one = article.text, statements[before], statements[number]
    if _same(text, asked, one) or not _adjoins(text, asked, one):
        return None
    question = bool(QUESTION_END.search(asked.content[-1].of(text)))
    if _is_turn(text, asked) and _is_turn(text, one):
        takes = _who(text, asked) in askers and _who(text, one) not in askers
        return _of_turn(text, asked) if takes or (question and not askers) else None
    asks = asked.cue is not None and bool(ASKING.search(asked.cue.of(text)))
    if question and (asks or asked.cue is None or _is_spoken(text, asked)) and _is_spoken(text, one):
        return _whole(asked)
    put = asks or _asked_before(text, statements, before)
    return _whole(asked) if put and _is_spoken(text, one) and _is_spoken(text, asked) and _whole(asked).end < one.content[0].start else None


def _asked_before(text: str, statements: Sequence[Statement], number: int) -> bool:
    """Whether the statement's speaker has asked something in the two statements before, as in a cross-examination."""
    earlier = [one for one in statements if one.content[0].start < statements[number].content[0].start][-3:]
    return any(
        one.cue is not None and ASKING.search(one.cue.of(text)) and QUESTION_END.search(one.content[-1].of(text)) and _same(text, one, statements[number])
        for one in earlier
    )


def _same(text: str, a: Statement, b: Statement) -> bool:
    if a.mention is not None and a.mention == b.mention:
        return True
    if a.speakers and b.speakers:
        return bool(set(a.speakers) & set(b.speakers))
    return bool(_who(text, a)) and _who(text, a) == _who(text, b)


def _adjoins(text: str, asked: Statement, one: Statement) -> bool:
    """Whether nothing but who speaks stands between the two."""
    between = text[asked.content[-1].end : one.content[0].start]
    if one.content[0].start < asked.content[-1].end or between.count("\n\n\n") or len(between) > MAX_LABEL:
        return False
    spoken = sum(len(span) for each in (asked, one) for span in (each.cue, each.mention) if span is not None and asked.content[-1].end <= span.start < one.content[0].start)
    return len(between.strip()) - spoken <= MAX_GAP


def _is_spoken(text: str, one: Statement) -> bool:
    return one.content[0].of(text)[:1] in "\"“‘'«„" or text[: one.content[0].start].rstrip(" ")[-1:] == ":"


def _whole(one: Statement) -> Span:
    return Span(one.content[0].start, one.content[-1].end)


def _of_turn(text: str, asked: Statement) -> Span:
    """The turn; of a long one that opens the talk only the question at its end."""
    span = _whole(asked)
    words = span.of(text)
    greetings = list(GREETING.finditer(words))
    if greetings and len(words.split()) > LONG_TURN_WORDS * 0.7 and greetings[-1].end() < len(words):
        return Span(span.start + greetings[-1].end(), span.end)
    if len(words.split()) <= LONG_TURN_WORDS:
        return span
    last = PLAIN_QUESTION.search(words)
    return Span(span.start + last.start(1), span.end) if last else span


def _plain_question(article: Article, statements: Sequence[Statement], number: int) -> Span | None:
    """A question in the reporter's own words right before quoted words."""
    text, one = article.text, statements[number]
    first = one.content[0].start
    if not _is_spoken(text, one) or text[first : first + 1] not in "\"“‘'«„":
        return None
    tells = [span.start for span in (one.mention, one.cue) if span is not None and 0 < first - span.end < 4]
    place = min([first, *tells])
    start = text.rfind("\n", 0, max(0, place - 3)) + 1
    match = PLAIN_QUESTION.search(text[start:place])
    if match is None or any(span.overlaps(Span(start + match.start(1), start + match.end(1))) for s in statements for span in s.content):
        return None
    found = Span(start + match.start(1), start + match.end(1))
    parts = [passage.part for passage in article.passages if passage.span.overlaps(found)]
    return found if all(part is Part.BODY for part in parts) else None
