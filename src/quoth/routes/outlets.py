"""The phrases of an article that may be outlets: "CNN", "The Wall Street Journal", "Czech television"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quoth.domain import Span, StepKind
from quoth.identity.names import Name, Sort
from quoth.identity.prose import Word
from quoth.identity.vocabulary import DEMONYMS
from quoth.routes.candidates import Candidate
from quoth.routes.ground import Ground
from quoth.routes.occasions import lead_of
from quoth.routes.vocabulary import (
    LOWER_MEDIA,
    MEDIA,
    MEDIA_CREW,
    MEDIA_HEADS,
    MEDIA_NOUNS,
    MEDIA_PHRASES,
    NO_MEDIA,
    OCCASIONS,
    REPORTS,
    TELLS,
    word_set,
)

AMBIGUOUS = word_set(
    "fox nature slate wired forbes quartz vice variety deadline atlantic independent vox welt bild arte tass "
    "orf ap sun mail rte times"
) - {"ap"}
FIRST_WORDS = frozenset(phrase.split()[0] for phrase in MEDIA_PHRASES | MEDIA)
KNOWN = re.compile(
    r"(?:" + "|".join(sorted(map(re.escape, MEDIA_PHRASES | MEDIA), key=len, reverse=True)) + r")\b", re.IGNORECASE
)
NOUN_BEFORE = re.compile(
    r"\b(on|with|told|to|by|telling|in|via|website|from) (?:the |a |an )?(?:[\w-]+ ){0,2}[\w-]+ [\"“'‘]*$"
)


def outlets(ground: Ground) -> Iterator[Candidate]:
    """Every phrase that may be an outlet; its name is the fullest by which the article calls that outlet."""
    found = [(name, sort) for name in ground.names if (sort := _sort(ground, name))]
    full = {name.key: name for name, _ in found}
    for name, sort in found:
        longer = [
            other for key, other in full.items() if key[-len(name.key) :] == name.key and len(key) > len(name.key)
        ]
        best = max(longer, key=lambda one: len(one.key), default=name)
        full_name = best.span.of(ground.text)
        if sort == "magazine":
            full_name = f"{full_name} {ground.prose.after(name.span.end)[0].text}"
        yield _candidate(ground, name, sort, full_name)
    yield from _in_small_letters(ground)
    yield from _known(ground, [name.span for name, _ in found])


MEETINGS = {word for word, sort in OCCASIONS.items() if sort in ("meeting", "crowd")}  # "told the Harbor Forum"
PRINTED = word_set("magazine newspaper television radio")


def _sort(ground: Ground, name: Name) -> str:
    """What makes the name look like that of a medium; empty where nothing does."""
    key, words = name.key, name.words
    if name.title or (name.sort is Sort.PERSON and " ".join(key) not in MEDIA_PHRASES):
        return ""
    if key[-1] in NO_MEDIA or (len(key) == 1 and key[0] in ground.surnames):
        return ""  # Michael Bloomberg is no medium
    if (key[0] in MEDIA and (len(key) == 1 or key[1] in MEDIA_HEADS)) or " ".join(key) in MEDIA_PHRASES or _headed(key):
        return "known"
    if 1 < len(key) <= 4 and key[0] in MEDIA and (words[0].isupper() or len(key) == 2):
        return "known"
    joined = re.search(r"\w ?[\"“'‘]* ?$", ground.text[max(0, name.span.start - 5) : name.span.start]) is not None
    joined = joined and not re.search(r"[\"”’']\s", ground.text[max(0, name.span.start - 4) : name.span.start])
    before = [w.lower for w in ground.prose.before(name.span.start)[-3:]] if joined else []
    after = ground.prose.after(name.span.end)
    if before and before[-1] in MEDIA_NOUNS:
        return "noun"
    if name.possessive and len(after) > 1 and (after[1].lower in MEDIA_CREW):
        return "crew"
    if after and after[0].lower in PRINTED and ground.text[name.span.end : after[0].span.start] == " ":
        return "magazine"
    if after and after[0].lower in MEDIA_CREW and name.sort is Sort.BODY:
        return "crew"
    while before and before[-1] == "the":
        before = before[:-1]
    if before and before[-1] in ("told", "telling", "tells") and len(key) <= 3 and not _somebody(ground, name):
        return "told"
    reports = len(key) > 1 and after and after[0].lower in ("reported", "reports") and not name.possessive
    return "reports" if reports and key[-1] not in ground.surnames else ""


def _somebody(ground: Ground, name: Name) -> bool:
    """Whether the name is, or may be, a person's or a place's, or that of a body that is no medium."""
    if name.sort is Sort.BODY:
        return any(word in NO_MEDIA | MEETINGS for word in name.key)
    return (
        name.sort is not Sort.UNSURE
        or len(name.key) > 1
        or name.key[-1] in MEETINGS
        or name.key[-1] in ground.surnames
        or ground.prose.in_quotes(name.span.start)
    )


def _headed(key: tuple[str, ...]) -> bool:
    return (len(key) > 1 and key[-1] in MEDIA_HEADS) or key == ("times",) or key == ("post",)


def _in_small_letters(ground: Ground) -> Iterator[Candidate]:
    """ "Czech television", "Russian state media"."""
    for number, sentence in enumerate(ground.prose.sentences):
        words = sentence.words
        for place, word in enumerate(words):
            back = place - 1 if place and words[place - 1].lower in ("state", "public", "local", "national") else place
            if word.lower in LOWER_MEDIA and not word.capital and back and words[back - 1].lower in DEMONYMS:
                span = Span(words[back - 1].span.start, word.span.end)
                determiner, lead = lead_of(ground, words, back - 1)
                yield Candidate(
                    StepKind.OUTLET, span.of(ground.text), span, "people", lead, determiner, number, sentence.paragraph
                )


def _known(ground: Ground, covered: Sequence[Span]) -> Iterator[Candidate]:
    """Well-known media that are no name to the name finder: "Politico, in a long look, …", "the Associated Press"."""
    people = ground.surnames
    starts = [w.span.start for w in ground.prose.words if w.capital and FIRST_WORDS & {w.lower, w.lower.split("-")[0]}]
    for match in (found for start in starts if (found := KNOWN.match(ground.text, start))):
        span = Span(*match.span())
        if (
            match[0][0].isupper()
            and match[0].lower() not in people
            and not any(span.overlaps(other) for other in covered)
            and match[0].lower() not in AMBIGUOUS
        ):
            number = ground.prose.sentence_number(span.start)
            sentence = ground.prose.sentences[number]
            place = next((n for n, word in enumerate(sentence.words) if word.span.start >= span.start), None)
            if place is not None and sentence.words[place].span.overlaps(span):
                determiner, lead = lead_of(ground, sentence.words, place)
                possessive = ground.text[span.end : span.end + 2] in ("'s", "’s")
                yield Candidate(
                    StepKind.OUTLET,
                    match[0],
                    span,
                    "known",
                    way(ground, span, possessive, lead),
                    determiner,
                    number,
                    sentence.paragraph,
                )


def _candidate(ground: Ground, name: Name, sort: str, full: str) -> Candidate:
    sentence = ground.prose.sentences[name.sentence]
    place = next(n for n, word in enumerate(sentence.words) if word.span.start >= name.span.start)
    determiner, lead = lead_of(ground, sentence.words, place)
    return Candidate(
        StepKind.OUTLET,
        full,
        name.span,
        sort,
        way(ground, name.span, name.possessive, lead),
        determiner,
        name.sentence,
        sentence.paragraph,
    )


def way(ground: Ground, span: Span, possessive: bool, lead: str) -> str:
    """How the sentence puts the outlet: told, by, reported, ..."""
    before = ground.text[max(0, span.start - 40) : span.start]
    after = ground.prose.after(span.end)
    following = next(
        (w.lower for w in after if not w.lower.endswith("ly") and w.lower not in ("also", "has", "first", "'s")), ""
    )
    if re.search(r"\baccording to (?:the )?$", before):
        return "according"
    if re.search(
        r"\b(?:quoted|cited|reported|published|obtained|contacted|provided|released|shared|seen|interviewed|"
        r"leaked)\b[^.;]{0,12} (?:by|to) (?:the )?$",
        before,
    ):
        return "published by"
    if lead == "of" and re.search(
        r"\b(?:told|with|to|asked by) [A-Z][\w’'-]+ (?:[A-Z][\w’'.-]+ )+of (?:the |The )?$", before
    ):
        return "told"  # "told Hal Jory of CNN"
    before_noun = NOUN_BEFORE.search(before)
    lead = before_noun[1].lower() if lead in MEDIA_NOUNS and before_noun else lead
    if lead in TELLS:
        return "told"
    if possessive:
        return "possessive"
    if following in REPORTS:
        return "reports"
    if lead in REPORTS:
        return "reports"
    return lead


def crew_of(ground: Ground, name: Name) -> list[Word]:
    """The person of an outlet after its possessive: "NBC's Hallie Jackson"."""
    after = ground.prose.after(name.span.end)
    out: list[Word] = []
    for word in after[1:5]:
        last = out[-1].span.end if out else after[0].span.end
        if not word.capital or ground.text[last : word.span.start] != " ":
            break
        out.append(word)
    return out if len(out) > 1 else []
