"""Requests for comment: whom they went to, how, and what came of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quoth.domain import Article, Outcome, Span, Statement
from quoth.identity.prose import Prose, Sentence, prose_of

_NOT = r"(?:n[’']t| not)"
_SOON = r"(?: (?:immediately|yet|directly|initially|at once|previously|reply or))?"
_ASKS = (
    r"(?:requests?|[ie]nquir(?:y|ies)|questions?|queries|calls?|e-?mails?|messages?|phone calls?|texts?|letters?|"
    r"voicemails?|comment)"
)
_HAVE = r"(?:has|have|had|was|were|is|are)"

NO_REPLY = (
    rf"(?:did|do|does|has|have|had){_NOT}{_SOON} (?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|"
    rf"return(?:ed)?)\b(?=[^.;]*\b{_ASKS}|\s*[.,;]|\s+(?:by|before|in time|on|Friday|Monday|Tuesday|Wednesday|"
    rf"Thursday|Saturday|Sunday|last|this|yesterday))",
    rf"could(?:{_NOT}){_SOON} be (?:reached|contacted)",
    rf"(?:was|were)(?:{_NOT}){_SOON} available (?:for comment|to comment)",
    r"(?:ignored|has ignored|have ignored) (?:\w+ ){0,3}(?:requests?|questions?|calls?|emails?)",
    r"(?:has|have|had) (?:not|yet to)(?: yet)?(?: publicly)? (?:comment(?:ed)?|respond(?:ed)?|repl(?:y|ied))",
)
DECLINED = (
    r"(?:has |have |had |also |both |all |repeatedly |previously )*(?:declined|refused|declines|refuses)(?: "
    r"(?:either|again))? (?:all |any )?(?:to (?:comment|discuss|be interviewed|be quoted|answer|respond|"
    r"elaborate|speak|talk|give an interview|make any comment|provide a comment)\b|comment\b|(?:an |our |several "
    r"|repeated |multiple )?(?:interviews?|requests?) )",
    rf"(?:would|will)(?:{_NOT})(?: immediately)? (?:comment|discuss|elaborate|be drawn)\b",
    r"(?:had|has|have|made|offered) no (?:immediate |further )?comment\b",
)
ASKED = (
    r"(?:has|have|had) been (?:contacted|approached|asked|emailed|called|reached out to)(?: (?:by|on|at) "
    r"[^.;,]{2,40}?)? (?:for|to) (?:a |an |further |additional )?(?:comment|response|reaction|statement)",
    r"(?:was|were) (?:contacted|approached|asked) (?:by [^.;,]{2,40}? )?for (?:a |further )?(?:comment|response)",
)
TO_ACTIVE = re.compile(
    r"\b(?:(?:has|have|had) )?(contacted|approached|emailed|e-mailed|asked|called|phoned|reached out to|written "
    r"to|messaged|texted|put (?:the|these|its|our) (?:claims|allegations|questions) to|sought comment from|"
    r"requested (?:a )?comment from|requested (?:a )?response from|asked for comment from)\s+"
)
FOR_COMMENT = re.compile(
    r"\b(?:for|to request|to ask for|seeking|requesting|with a request for) (?:a |an |further |additional |their "
    r"|its |his |her )?(?:comments?|response|reaction|statement)\b"
)
REPLIED = re.compile(
    r"\b(?:(?:[Ii]n (?:a )?(?:response|reply|answer) to|[Rr]esponding to|[Aa]nswering) (?:a |an |the |our |"
    r"repeated )?(?:\w+ ){0,2}(?:request|requests|inquiry|enquiry|questions|query|email)\b[^,;.]{0,60}"
    r"|(?:[Ww]hen )?(?:[Cc]ontacted|[Rr]eached|[Aa]pproached) (?:by|for|at|on) [^,;.]{2,60})"
)
UNANSWERED = re.compile(
    rf"\b(?:(?:an?|several|repeated|multiple|numerous|the) )?({_ASKS})(?: (?:for|seeking) comment)? (?:made |"
    rf"left |placed |sent )?(?:to|with|for|at) ([^.;,]{{3,90}}?) (?:was|were|went|had|have|has)(?: not been| not|"
    rf" n[’']t)?(?: immediately)? (?:returned|answered|unanswered|unreturned)",
    re.IGNORECASE,
)
WAYS = {
    "email": r"\be-?mail(?:s|ed)?\b",
    "phone": r"\b(?:by (?:tele)?phone|phone calls?|calls?|called|phoned|telephoned|voicemails?)\b",
    "text": r"\btext(?:s|ed| messages?)\b",
    "letter": r"\b(?:(?:by|in a) letter|wrote to|written to)\b",
    "social media": r"\b(?:social media|Facebook|Twitter|Instagram)\b",
}
CLAUSE = re.compile(r"; |: |, (?:but|and|while|although|though|as|which) | but | while | although | – | — |\)\s")
LEADING = re.compile(
    r"(?:(?:Meanwhile|However|But|And|Yet|Also|Neither|Still|So far|Later|Separately),? |(?:On|In|At|By|After|"
    r"Before|Since|When|As of) [^,]{2,60}, "
    r"|(?:Late |Early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )+"
)
TAIL = re.compile(
    r",? (?:through|via|who|which|when|whose|reached|contacted|approached|asked|citing|speaking)\b.*$|,$", re.DOTALL
)
ADVERBS = re.compile(
    r"(?: (?:also|both|all|each|has|have|had|immediately|repeatedly|previously|itself|himself|herself|themselves|"
    r"again|simply|did|would|either))+$"
)
MAX_WORDS = 25


@dataclass(frozen=True, slots=True)
class Asked:
    """One request for comment as the text tells it. to: the words for whom it went to, perhaps a pronoun."""

    to: Span
    by: str | None  # "email", "phone"
    outcome: Outcome
    span: Span


def requests(article: Article, statements: Sequence[Statement] = ()) -> tuple[Asked, ...]:
    """The requests for comment that the text tells, in text order; nothing inside quotation marks."""
    return _requests(article) if article.spoken() else ()


@lru_cache(maxsize=4)
def _requests(article: Article) -> tuple[Asked, ...]:
    prose = prose_of(article)
    found = [
        one
        for sentence in prose.sentences
        for one in _in_sentence(prose, sentence)
        if not prose.in_quotes(one.span.start)
    ]
    out: list[Asked] = []
    for one in sorted(found, key=lambda one: (one.span.start, -len(one.span))):
        if not any(one.span.overlaps(other.span) and one.to.overlaps(other.to) for other in out):
            out.append(one)
    return tuple(out)


def _in_sentence(prose: Prose, sentence: Sentence) -> Iterator[Asked]:
    text, span = prose.text, sentence.span
    for outcome, patterns in ((Outcome.NO_REPLY, NO_REPLY), (Outcome.DECLINED, DECLINED), (Outcome.ASKED, ASKED)):
        for pattern in patterns:
            for match in re.finditer(r"\b" + pattern, text[span.start : span.end]):
                start, end = span.start + match.start(), span.start + match.end()
                to = _subject(text, span.start, start)
                if to is not None:
                    yield _told(text, to, outcome, Span(to.start, _end(text, end, span.end)))
    yield from _active(text, span)
    yield from _unanswered(text, span)
    yield from _replied(text, span)


def _active(text: str, span: Span) -> Iterator[Asked]:
    """ "The Courier has contacted the ministry by email to request comment": the object was asked."""
    for match in TO_ACTIVE.finditer(text, span.start, span.end):
        rest = re.split(r"[.;\n]", text[match.end() : span.end])[0]
        wants = FOR_COMMENT.search(rest)
        if "comment from" in match[1] or "response from" in match[1] or "put" in match[1]:
            stop = re.search(r" (?:and|but|on|by|about|before|via|last|this|late)\b|,|$", rest)
        else:
            stop = (
                re.search(r" (?:by|via|on|for|to|at|about|through|seeking|requesting|with)\b", rest) if wants else None
            )
        before = text[max(span.start, match.start() - 5) : match.start()]
        if stop is None or not rest[: stop.start()].strip() or re.search(r"\b(?:was|were|been|be|is)\s*$", before):
            continue
        to = Span(match.end(), match.end() + stop.start())
        end = match.end() + (wants.end() if wants and wants.end() > stop.start() else stop.start())
        start = LEADING.match(text, span.start, match.start())
        yield _told(text, to, Outcome.ASKED, Span(start.end() if start else span.start, end))


def _unanswered(text: str, span: Span) -> Iterator[Asked]:
    for match in UNANSWERED.finditer(text, span.start, span.end):
        yield _told(text, Span(*match.span(2)), Outcome.NO_REPLY, Span(*match.span()))


def _replied(text: str, span: Span) -> Iterator[Asked]:
    """ "Reached by phone, Mr. Orr said …": whoever speaks next has replied."""
    for match in REPLIED.finditer(text, span.start, span.end):
        tail = text[match.end() : span.end]
        after = re.match(
            r", (?:however, )?((?:the |an? |his |her |their )?(?:[^,.;:“\"]|(?<=Mr)\.|(?<=Ms)\.|(?<=Mrs)\.|"
            r"(?<=Dr)\.){2,80}?),? (?:said|says|told|replied|wrote|called|denied|insisted|confirmed|referred|"
            r"pointed|disputed|added)\b",
            tail,
        )
        before = re.match(r"(?:[^,.;“\"]{2,80}),\s*$", text[span.start : match.start()])
        if after:
            yield _told(
                text,
                Span(match.end() + after.start(1), match.end() + after.end(1)),
                Outcome.REPLIED,
                Span(match.start(), match.end() + after.end()),
            )
        elif before and re.match(r",? (?:said|says|told|replied|denied|confirmed)", tail):
            to = Span(span.start, span.start + len(before[0].rstrip(" ,")))
            yield _told(text, to, Outcome.REPLIED, Span(to.start, match.end()))


def _subject(text: str, start: int, verb: int) -> Span | None:
    """The noun phrase that ends before the verb, without adverbs and days at its ends."""
    region = text[start:verb].rstrip()
    lead = LEADING.match(region)
    place = lead.end() if lead else 0
    for boundary in CLAUSE.finditer(region, place):
        if len(region) - boundary.end() > 1:
            place = boundary.end()
    words = region[place:]
    words = TAIL.sub("", ADVERBS.sub("", " " + words)[1:]).rstrip(" ,")
    words = re.sub(r"^(?:and|but|that|when|if|because|as|where|said|says)\s+", "", words)
    begin = start + region.find(words, place) if words else -1
    if not words or len(words.split()) > MAX_WORDS or not words[0].isalnum():
        return None
    return Span(begin, begin + len(words))


def _end(text: str, end: int, limit: int) -> int:
    """The end of what was declined or unanswered: to the next comma or full stop."""
    rest = re.match(r"[^,.;:“\"\n]*", text[end:limit])
    return end + (len(rest[0].rstrip()) if rest else 0)


def _told(text: str, to: Span, outcome: Outcome, span: Span) -> Asked:
    words = span.of(text)
    by = next((way for way, pattern in WAYS.items() if re.search(pattern, words, re.IGNORECASE)), None)
    return Asked(to, by, outcome, span)
