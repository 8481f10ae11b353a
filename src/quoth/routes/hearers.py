"""The phrases of an article that may be audiences: "reporters", "a cheering crowd", "NBC's Hallie Jackson"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from quoth.domain import Article, Span, StepKind
from quoth.identity.names import Name
from quoth.identity.prose import Sentence, Word
from quoth.identity.vocabulary import FUNCTION_WORDS
from quoth.routes.candidates import Candidate
from quoth.routes.ground import Ground
from quoth.routes.occasions import MAX_AFTER, joined, lead_of
from quoth.routes.outlets import MEETINGS, crew_of
from quoth.routes.vocabulary import CROWDS, DETERMINERS, NAME_LINKS, TELLS, word_set

HEARING = word_set("to with before among for addressing rallied")


def author_of(article: Article) -> str:
    """The name of who wrote the article, without what else its byline tells."""
    name = re.split(r"[.,;:](?:\s|$)| and ", article.byline[0].removeprefix("By "))[0]
    return name.title() if name.isupper() else name


def hearers(ground: Ground, media: Collection[Span]) -> Iterator[Candidate]:
    """Every phrase that may be an audience. A named medium is none: it is an outlet; its named reporter is one."""
    for number, sentence in enumerate(ground.prose.sentences):
        yield from _crowds(ground, number, sentence)
    for name in ground.names:
        if name.span in media:
            yield from _crew(ground, name)
        elif name.key[-1] not in MEETINGS and (lead := _told(ground, name)) is not None:
            yield _named(ground, name, lead)
    yield from _author(ground)


def _crowds(ground: Ground, number: int, sentence: Sentence) -> Iterator[Candidate]:
    words = sentence.words
    for place, word in enumerate(words):
        if word.lower not in CROWDS or (word.capital and place and word.lower not in ("congress", "parliament")):
            continue
        start = place
        while start and words[start - 1].lower not in FUNCTION_WORDS | DETERMINERS | TELLS and place - start < 3:
            if ground.text[words[start - 1].span.end : words[start].span.start].strip():
                break
            if words[start - 1].text in ("'s", "’s") or words[start - 1].lower.endswith("ed"):
                break
            start -= 1
        determiner, lead = lead_of(ground, words, start)
        sort = "told" if lead in TELLS else "prep" if lead in HEARING else ""
        if sort:
            span = Span(words[start].span.start, words[crowd_end(ground, words, place) - 1].span.end)
            yield Candidate(
                StepKind.AUDIENCE,
                span.of(ground.text),
                span,
                f"crowd {sort}",
                lead,
                determiner,
                number,
                sentence.paragraph,
            )


def crowd_end(ground: Ground, words: Sequence[Word], place: int) -> int:
    """Where a crowd's phrase ends, with what it is joined to: "supporters at a rally in Oster"."""
    end = place + 1
    while end + 1 < len(words) and words[end].lower in NAME_LINKS | {"of"} and end - place < MAX_AFTER:
        if ground.text[words[end - 1].span.end : words[end].span.start] != " ":
            break
        last = joined(ground, words, end + 1)
        if last is None:
            break
        end = last
    return end


def _told(ground: Ground, name: Name) -> str | None:
    """The verb of telling, or the preposition, whose object the name is."""
    before = ground.prose.before(name.span.start)
    while before and (before[-1].lower.rstrip(".") in name.title or before[-1].lower in DETERMINERS):
        before = before[:-1]
    if not before:
        return None
    word = before[-1].lower
    if word in TELLS:
        return word
    noun = before[-2].lower if len(before) > 1 else ""
    return noun if word in ("to", "with") and noun in SENT | SPEAKING else None


SENT = word_set("letter letters email emails message messages memo note statement question posed referral")
SPEAKING = word_set("speaking spoke speaks interview interviews talking conversation")


def _named(ground: Ground, name: Name, lead: str) -> Candidate:
    sentence = ground.prose.sentences[name.sentence]
    sort = "named told" if lead in ("told", "telling", "tells") else "named asked" if lead in TELLS else "named prep"
    return Candidate(
        StepKind.AUDIENCE, name.span.of(ground.text), name.span, sort, lead, "", name.sentence, sentence.paragraph
    )


def _crew(ground: Ground, name: Name) -> Iterator[Candidate]:
    people = crew_of(ground, name) if name.possessive else []
    if people:
        span = Span(name.span.start, people[-1].span.end)
        sentence = ground.prose.sentences[name.sentence]
        place = next(n for n, word in enumerate(sentence.words) if word.span.start >= name.span.start)
        determiner, lead = lead_of(ground, sentence.words, place)
        yield Candidate(
            StepKind.AUDIENCE, span.of(ground.text), span, "crew", lead, determiner, name.sentence, sentence.paragraph
        )


def _author(ground: Ground) -> Iterator[Candidate]:
    """ "told me", outside quotations, is told to the author."""
    if not ground.article.byline:
        return
    for number, sentence in enumerate(ground.prose.sentences):
        for before, word in zip(sentence.words, sentence.words[1:], strict=False):
            if word.text == "me" and before.lower in ("told", "tells") and not ground.prose.in_quotes(word.span.start):
                name = author_of(ground.article)
                yield Candidate(StepKind.AUDIENCE, name, word.span, "author", "told", "", number, sentence.paragraph)
