"""The question or remark that a statement answers: "Asked if he would go", or an interviewer's line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quoth.domain import Article, Part, Span, Statement

# "Asked if …, she said": the clause stands before what tells the statement, or after it at the sentence's end.
OPENS = re.compile(
    r"(?:(?:[Ww]hen|[Aa]fter being|[Bb]eing|[Oo]nce|[Ii]f)\s+)?(?:(?:[Rr]epeatedly|[Ll]ater|[Tt]wice|[Aa]lso|"
    r"[Dd]irectly)\s+)?"
    r"(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed|[Cc]hallenged|[Gg]rilled|[Pp]rompted|[Qq]ueried|[Pp]robed|"
    r"[Pp]ut on the spot)\b"
    r"|[Ii]n (?:response|reply|answer) to (?:a|the|questions?|criticism|claims|one|what|reporters’|reporters')\b"
    r"|[Rr]esponding to (?:a|the|questions?|criticism|claims)\b|[Tt]o (?:a|the) question (?:of|about|whether|as to)\b"
)
COMMENT_ONLY = re.compile(
    r"\b(?:asked|approached|pressed|contacted)\s+(?:by [^,]{2,40} )?(?:for|to) (?:a )?(?:comment|response|reaction)",
    re.IGNORECASE,
)
ENDS_SENTENCE = re.compile(r"[.!?][\"”’']*\s")
ASKING = re.compile(
    r"\b(?:ask|asks|asked|asking|wondered|demanded|inquired|enquired|question(?:ed)?|challenged|put it to)\b",
    re.IGNORECASE,
)
QUESTION_END = re.compile(r"\?[\"”’'\])]*$")
PLAIN_QUESTION = re.compile(r"(?:^|(?<=[.!?…\"”’]\s)|(?<=\n))([A-Z][^.!?\n]{2,280}\?)[\"”’']?\s*$")
WHETHER = re.compile(r"(?:why|what|how|whether|if|who|where|when|which)\b")
GREETING = re.compile(
    r"\b(?:[Gg]ood (?:morning|evening|afternoon)|[Ww]elcome|joins us|[Tt]hanks for (?:having|"
    r"joining))\b[^.?!]*[.!]\s+"
)
MAX_GAP = 60  # characters of label, cue and mention between a question and its answer in one paragraph
MAX_LOOK = 420
MAX_GESTURE = 110  # "Strand laughed at the question."
MAX_LABEL = 160  # and between two paragraphs
LONG_TURN_WORDS = 40
MIN_TURNS = 2


def prompts(article: Article, statements: Sequence[Statement]) -> tuple[Span | None, ...]:
    """For each statement the question or remark that it answers; None where it answers none."""
    order = sorted(range(len(statements)), key=lambda n: statements[n].content[0].start)
    found: dict[int, Span] = {}
    for n in order:
        span = _asked(article.text, statements, n)
        if span is not None and span not in found.values():
            found[n] = span
    for holder in dict.fromkeys(one.within for one in statements):
        told = [n for n in order if statements[n].within == holder]
        askers = _askers(article.text, statements, told)
        for before, n in pairwise(told):
            if n not in found and (span := _answered(article, statements, before, n, askers)) is not None:
                found[n] = span
    for n in order:
        span = None if n in found or statements[n].within is not None else _put_before(article, statements, n)
        if span is not None and span not in found.values():
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
    return _asked_inside(text, one) or _asked_after(text, one, max(span.end for span in tells))


def _asked_inside(text: str, one: Statement) -> Span | None:
    """ "Mr. Orr, asked what he would do, said …": the clause stands right after who speaks."""
    if one.mention is None or one.mention.start > one.content[0].start:
        return None
    match = re.match(
        r",? ((?:when )?(?:asked|pressed|questioned) [^,.;“\"]{4,200}),", text[one.mention.end : one.content[0].start]
    )
    if match is None:
        match = re.search(r", ((?:when )?(?:asked|pressed|questioned) [^,.;“\"]{4,200}),?$", one.mention.of(text))
        return Span(one.mention.start + match.start(1), one.mention.start + match.end(1)) if match else None
    return (
        None if COMMENT_ONLY.match(match[1]) else Span(one.mention.end + match.start(1), one.mention.end + match.end(1))
    )


def _leads(text: str, start: int, place: int) -> bool:
    """Whether the clause opens its sentence, or only small words and a comma come before it."""
    lead = text[start:place].strip(" \"“‘'—–-")
    return not lead or bool(re.fullmatch(r"(?:But|And|Yet|Later|Then|However,?|On [A-Z]\w+,|Also|[^,]{0,40},)", lead))


def _comma_before(text: str, start: int, anchor: int) -> int | None:
    """The end of the clause: at the comma or colon that stands right before the statement's first words."""
    before = text[start:anchor].rstrip(' "“‘')
    if not before or before[-1] not in ",—–:":
        return None
    return start + len(before.rstrip(" ,—–:"))


def _asked_after(text: str, one: Statement, place: int) -> Span | None:
    """ "“No,” he said when asked if he would resign." """
    if any(span.start < place + 40 and span.end > place + 2 for span in one.content if span.start >= place):
        return None
    match = re.match(
        r"[ ,]{1,3}(?:\w+ ){0,3}?(when (?:repeatedly |later )?(?:asked|pressed|questioned|"
        r"challenged)\b[^.;\n“\"]{3,240})",
        text[place : place + 300],
    )
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
    """Who asks: the labels of turns that more often end in a question than the others' do."""
    turns: dict[str, list[bool]] = {}
    for n in order:
        if _is_turn(text, statements[n]):
            turns.setdefault(_who(text, statements[n]), []).append(
                bool(QUESTION_END.search(statements[n].content[-1].of(text)))
            )
    labels = {name: next((full for full in turns if full != name and _initials(full) == name), name) for name in turns}
    asks: dict[str, list[bool]] = {}
    for name, questions in turns.items():
        asks.setdefault(labels[name].split()[-1], []).extend(questions)
    asking = {
        name
        for name, questions in asks.items()
        if len(questions) >= MIN_TURNS and sum(questions) >= 0.4 * len(questions)
    }
    return asking | {name for name, full in labels.items() if full.split()[-1] in asking}


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _takes(text: str, one: Statement, askers: set[str]) -> bool:
    """Whether the turn is an asker's."""
    name = _who(text, one)
    return bool(name) and (name in askers or name.split()[-1] in askers or name in ("q", "question"))


def _who(text: str, one: Statement) -> str:
    return one.mention.of(text).split(",")[0].strip().lower() if one.mention is not None else ""


def _is_turn(text: str, one: Statement) -> bool:
    """Whether the statement is a turn of a transcript: a label, a colon, and no verb."""
    return (
        one.cue is None
        and one.mention is not None
        and text[one.mention.end : one.mention.end + 2].strip("*)_ ")[:1] == ":"
    )


def _answered(
    article: Article, statements: Sequence[Statement], before: int, number: int, askers: set[str]
) -> Span | None:
    """The words of the statement before, where they ask or put something to this one's speaker."""
    text, asked, one = article.text, statements[before], statements[number]
    if _same(text, asked, one) or not _adjoins(text, asked, one):
        return None
    question = bool(QUESTION_END.search(asked.content[-1].of(text)))
    if _is_turn(text, asked) and _is_turn(text, one):
        takes = _takes(text, asked, askers) and not _takes(text, one, askers)
        return _of_turn(text, asked) if takes else None
    asks = asked.cue is not None and bool(ASKING.search(asked.cue.of(text)))
    if question and (asks or asked.cue is None or _is_spoken(text, asked)) and _is_spoken(text, one):
        return _whole(asked)
    if asks and WHETHER.match(asked.content[0].of(text)) and _is_spoken(text, one):
        return _whole(asked)
    put = asks or _asked_before(text, statements, before)
    return (
        _whole(asked)
        if put and _is_spoken(text, one) and _is_spoken(text, asked) and _whole(asked).end < one.content[0].start
        else None
    )


def _asked_before(text: str, statements: Sequence[Statement], number: int) -> bool:
    """Whether the statement's speaker has asked something in the two statements before, as in a cross-examination."""
    earlier = [one for one in statements if one.content[0].start < statements[number].content[0].start][-3:]
    return any(
        one.cue is not None
        and ASKING.search(one.cue.of(text))
        and QUESTION_END.search(one.content[-1].of(text))
        and _same(text, one, statements[number])
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
    spoken = sum(
        len(span)
        for each in (asked, one)
        for span in (each.cue, each.mention)
        if span is not None and asked.content[-1].end <= span.start < one.content[0].start
    )
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


def _put_before(article: Article, statements: Sequence[Statement], number: int) -> Span | None:
    """A question or an "Asked whether …" in the reporter's own words shortly before, with at most a gesture between."""
    text, one = article.text, statements[number]
    first = one.content[0].start
    quoted = text[first : first + 1] in "\"“‘'«„"
    tells = [span.start for span in (one.mention, one.cue) if span is not None and span.start < first]
    place = first if quoted else min([first, *tells])
    start = max(_paragraph_before(text, place) if quoted else text.rfind("\n", 0, place) + 1, place - MAX_LOOK)
    start = max([start, *(span.end for s in statements for span in s.content if span.end <= place and s is not one)])
    start = max(
        [
            start,
            *(
                s.cue.end
                for s in statements
                if s.cue is not None and s is not one and s.cue != one.cue and s.cue.end <= place
            ),
        ]
    )
    found = _last_question(text, start, place, MAX_GESTURE if quoted else 2)
    if found is None and quoted:
        found = _last_asked(text, start, place)
    parts = [passage.part for passage in article.passages if found is not None and passage.span.overlaps(found)]
    return found if parts and all(part is Part.BODY for part in parts) else None


def _paragraph_before(text: str, place: int) -> int:
    """The start of this paragraph where words come before `place`, else of the one before it."""
    here = text.rfind("\n", 0, place) + 1
    return here if text[here:place].strip(" \"“‘'") else text.rfind("\n", 0, len(text[:here].rstrip())) + 1


def _last_question(text: str, start: int, place: int, gap: int) -> Span | None:
    ends = [match.end() for match in re.finditer(r"\?(?=[\s\"”’]|$)", text[start:place])]
    if not ends or len(text[start + ends[-1] : place].strip()) > gap:
        return None
    match = PLAIN_QUESTION.search(text[start : start + ends[-1]])
    return Span(start + match.start(1), start + match.end(1)) if match else None


def _last_asked(text: str, start: int, place: int) -> Span | None:
    found = None
    for match in OPENS.finditer(text, start, place):
        clause = re.match(r"[^,.;\n]{3,220}(?=,)", text[match.end() : place])
        before = text[_sentence_start(text, match.start() + 1) : match.start()]
        if clause and not before.strip() and not COMMENT_ONLY.match(text, match.start()):
            found = Span(match.start(), match.end() + clause.end())
    return found if found and len(text[found.end : place]) <= MAX_GESTURE + 60 else None
