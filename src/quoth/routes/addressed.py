"""Phrases that may be whom somebody spoke to: the object of "told", "urged", "asked by"; who put the question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from quoth.domain import Span, StepKind
from quoth.identity.figures import Figure
from quoth.identity.prose import Sentence, Word
from quoth.identity.vocabulary import FUNCTION_WORDS, MONTHS_DAYS
from quoth.routes.candidates import Candidate
from quoth.routes.ground import Ground
from quoth.routes.hearers import author_of, crowd_end
from quoth.routes.named import figures_of
from quoth.routes.occasions import lead_of
from quoth.routes.sameness import ASKS
from quoth.routes.vocabulary import CROWDS, DETERMINERS, word_set

TELLING = re.compile(
    r"(?:tell|told|ask|urg|remind|assur|warn|inform|address|beg|begg|invit|implor|lobb|advis|brief|thank|challeng|encourag|"
    r"persuad|convinc|instruct|press|question|lectur|greet|email|text|notif|call(?:ed|ing|s)? on|pressur|"
    r"confront|accus|interview|query|quer|poll|survey|reassur|order|request|counsel|attack|interrupt|answer|repl|taunt|"
    r"salut|prais|mock|heckl|rall|exhort|caution|alert|contact|grill|quizz|quiz|scold|berat|admonish|promis|direct|"
    r"appeal|plead|command|forc|pitch)(?:|s|es|e|ed|d|ied|ies|y|ing|ting|ging)$"
)
TOLD_VERBS = word_set("told tell tells telling")
WAYS = word_set("to with before among by for of addressing between toward towards")
SPEAKING = re.compile(
    r"\b(?:wr[oi]te|written|said|says|saying|spoke|speaks?|speaking|spoken|talk(?:s|ed|ing)?|remarks?|comments?|statement|"
    r"announced|appear(?:ed|ing)?|testif\w+|calls?|conference|briefing|interview\w*|meeting|met|speech|address|letters?|"
    r"e-?mails?|memos?|messages?|went|shared|explained?|complained|apologi[sz]\w+|confirmed|admitted|promised?|asked|pressed|"
    r"questioned|questions?|answers?|respon\w+|repl\w+|sent|appeal\w*|plea\w*|pitch\w*|report\w*|crowds?|audiences?|"
    r"group|front|referral|suggest\w+|present\w+|recommend\w+|repeat\w*|describ\w+|offer\w*|sa[iy]\w*|read\w*)\b",
    re.IGNORECASE,
)
PRONOUNS = {"him": "m", "her": "f", "them": "", "me": "author", "us": "author"}
STOPS = (FUNCTION_WORDS - word_set("of")) | MONTHS_DAYS | word_set("that to who if whether why how what about")
MET = word_set("interviewed spoke asked talked met called reached phoned emailed interview visited")
MAX_WORDS = 7
MAX_GAP = 60  # characters between a word of speaking and to whom
STOP = re.compile(r"[.;]")
REPLY = 3  # sentences between what was said and the answer
REPLIES = re.compile(r"\b(?:repl[iy]|respond|answer|retort|counter|shot back|fired back)", re.IGNORECASE)


def addressed(ground: Ground, taken: Sequence[Span]) -> Iterator[Candidate]:
    """Every phrase that may be an audience beside the sure ones."""
    figure_of = figures_of(ground.article)
    for number, sentence in enumerate(ground.prose.sentences):
        spoken = [match.end() for match in SPEAKING.finditer(ground.text, sentence.span.start, sentence.span.end)]
        for place, word in enumerate(sentence.words):
            if (lead := _lead(ground, word, spoken)) is not None:
                yield from _object(ground, figure_of, number, sentence, place + 1, lead, taken)
            elif word.text == "I":
                yield from _author(ground, number, sentence, place)
            elif word.lower in CROWDS and not word.capital:
                yield from _crowd(ground, number, sentence, place, taken)
    yield from _askers(ground, figure_of)
    yield from _answered(ground, figure_of)


def _author(ground: Ground, number: int, sentence: Sentence, place: int) -> Iterator[Candidate]:
    """ "everyone I interviewed" spoke to the author."""
    word, after = sentence.words[place], [w.lower for w in sentence.words[place + 1 : place + 3]]
    if MET.intersection(after) and ground.article.byline and not ground.prose.in_quotes(word.span.start):
        name = author_of(ground.article)
        yield _candidate(ground, name, word.span, "pronoun author", "met", "", number, sentence.paragraph)


def _lead(ground: Ground, word: Word, spoken: Sequence[int]) -> str | None:
    """How the word leads to who is spoken to; `spoken`: where the sentence's words of speaking end."""
    if word.lower in TOLD_VERBS:
        return "told"
    if TELLING.fullmatch(word.lower):
        return "ask"
    if word.lower in WAYS:
        start = word.span.start
        ends = [end for end in spoken if 0 <= start - end <= MAX_GAP]
        if ends and not STOP.search(ground.text, ends[-1], start):
            return word.lower
    return None


def _object(
    ground: Ground,
    figure_of: Mapping[Span, Figure],
    number: int,
    sentence: Sentence,
    start: int,
    lead: str,
    taken: Sequence[Span],
) -> Iterator[Candidate]:
    """The phrase that begins at the word `start`."""
    words, first = sentence.words, start
    if start >= len(words) or ground.text[words[start - 1].span.end : words[start].span.start].strip(" \xa0"):
        return
    if words[start].lower in PRONOUNS:
        yield from _pronoun(ground, figure_of, number, sentence, words[start], lead)
        return
    while start < len(words) and words[start].lower in DETERMINERS:
        start += 1
    end = _end(ground, words, start)
    if end == start or not words[end - 1].text[0].isalpha() or words[start].lower.endswith("ing"):
        return  # "an order banning": nobody is spoken to
    span = Span(words[start].span.start, words[end - 1].span.end)
    if any(span.overlaps(other) for other in taken):
        return
    name = next((one for one in ground.names if one.span.start >= span.start and one.span.end <= span.end + 2), None)
    whole = name is not None and name.span.end >= span.end - 1
    called, sort = span.of(ground.text), "loose"
    if name is not None and whole and name.span in figure_of and "'s" not in called and "’s" not in called:
        called, sort = figure_of[name.span].name, "loose named"
    determiner = words[first].lower if first < start else ""
    yield _candidate(ground, called, span, sort, lead, determiner, number, sentence.paragraph)


def _end(ground: Ground, words: Sequence[Word], start: int) -> int:
    end = start
    while end < len(words) and end - start < MAX_WORDS and words[end].lower not in STOPS:
        if (
            end > start
            and ground.text[words[end - 1].span.end : words[end].span.start].strip(' \xa0“"‘.')
            and words[end].text not in ("'s", "’s")
        ):
            break
        if words[end].lower == "of" and (end == start or end + 1 >= len(words)):
            break
        end += 1
        if end < len(words) and words[end - 1].lower in CROWDS and words[end].lower not in ("of",):
            return crowd_end(ground, words, end - 1)
    while end > start and words[end - 1].lower in DETERMINERS | {"of"}:
        end -= 1
    return end


def _pronoun(
    ground: Ground, figure_of: Mapping[Span, Figure], number: int, sentence: Sentence, word: Word, lead: str
) -> Iterator[Candidate]:
    """ "told him" is told to whom the text named last; "told me" to the author."""
    wanted = PRONOUNS[word.lower]
    name: str | None = None
    if wanted == "author":
        if ground.article.byline and not ground.prose.in_quotes(word.span.start):
            name = author_of(ground.article)
    else:
        before = [one for one in ground.names if one.span.end <= word.span.start and one.sentence >= number - 2]
        figures = [figure_of[one.span] for one in before if one.span in figure_of]
        fitting = [one for one in figures if one.kind == "person" and one.gender in (None, wanted or None)]
        name = fitting[-1].name if fitting else None
    if name:
        yield _candidate(ground, name, word.span, f"pronoun {wanted}", lead, "", number, sentence.paragraph)


def _crowd(ground: Ground, number: int, sentence: Sentence, place: int, taken: Sequence[Span]) -> Iterator[Candidate]:
    """A crowd that is told nothing in so many words: "the crowd cheered"."""
    words, start = sentence.words, place
    if any(words[place].span.overlaps(span) for span in taken):
        return
    while start and words[start - 1].lower not in FUNCTION_WORDS | DETERMINERS and place - start < 3:
        gap = ground.text[words[start - 1].span.end : words[start].span.start].strip()
        if gap or words[start - 1].text in ("'s", "’s") or words[start - 1].lower.endswith("ed"):
            break
        start -= 1
    end = crowd_end(ground, words, place)
    if end == place + 1 and end + 1 < len(words) and words[end].lower == "of":
        end = max(end, _end(ground, words, end + 1))
    determiner, lead = lead_of(ground, words, start)
    span = Span(words[start].span.start, words[end - 1].span.end)
    yield _candidate(
        ground, span.of(ground.text), span, "crowd", f"crowd {lead}", determiner, number, sentence.paragraph
    )


def _askers(ground: Ground, figure_of: Mapping[Span, Figure]) -> Iterator[Candidate]:
    """Who puts a question hears the answer."""
    for number, one in enumerate(ground.statements):
        if one.mention is None or one.cue is None or not ASKS.search(one.cue.of(ground.text)):
            continue
        inside = [name for name in ground.names if one.mention.contains(name.span) and name.span in figure_of]
        sentence = ground.prose.sentences[ground.sentences[number]]
        name = figure_of[inside[0].span].name if inside else one.mention.of(ground.text)
        yield _candidate(ground, name, one.mention, "asker", "asker", "", ground.sentences[number], sentence.paragraph)


def _answered(ground: Ground, figure_of: Mapping[Span, Figure]) -> Iterator[Candidate]:
    """Who spoke right before hears the answer, and in a dialogue every turn."""
    told = [n for n, one in enumerate(ground.statements) if one.within is None and one.mention is not None]
    told.sort(key=lambda n: ground.anchors[n].start)
    for before, number in pairwise(told):
        one, other = ground.statements[number], ground.statements[before]
        near = ground.sentences[number] - ground.sentences[before] <= REPLY
        if other.mention is None or not near or ground.same_speaker(number, before) is not False:
            continue
        is_turn = ground.text[(one.mention or one.content[0]).end :].lstrip()[:1] == ":"
        replies = one.cue is not None and REPLIES.search(one.cue.of(ground.text))
        if is_turn or replies:
            inside = [name for name in ground.names if other.mention.contains(name.span) and name.span in figure_of]
            name = figure_of[inside[0].span].name if inside else other.mention.of(ground.text)
            sort = "asker turn" if is_turn else "asker"
            sentence = ground.prose.sentences[ground.sentences[number]]
            yield _candidate(
                ground, name, other.mention, sort, "asker", "", ground.sentences[number], sentence.paragraph
            )


def _candidate(
    ground: Ground, name: str, span: Span, sort: str, lead: str, determiner: str, sentence: int, paragraph: int
) -> Candidate:
    return Candidate(StepKind.AUDIENCE, name, span, sort, lead, determiner, sentence, paragraph, sure=False)
