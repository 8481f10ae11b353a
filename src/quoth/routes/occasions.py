"""The phrases of an article that may be venues: "news conference", "rally in San Diego", "tweeted"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quoth.domain import Span, StepKind
from quoth.identity.prose import Sentence, Word
from quoth.identity.vocabulary import FUNCTION_WORDS, forenames
from quoth.routes.candidates import Candidate
from quoth.routes.ground import Ground
from quoth.routes.vocabulary import (
    AIR,
    DAYS,
    DETERMINERS,
    DULL,
    MEDIA,
    MEDIA_PHRASES,
    NAME_LINKS,
    NARROW,
    OCCASIONS,
    PLATFORMS,
    SENDING,
    WEEKDAYS,
    word_set,
)

POSSESSIVES = ("'s", "’s")
MAX_BEFORE = 4  # words of a venue's name before its head
MAX_AFTER = 9  # and after it
MAX_SMALL = 3  # small words before a name that is joined to it: "article in the medical journal Tide"
ARRANGED = word_set(
    "held hosted sponsored organized organised run running aired moderated published posted staged filed"
)


def occasions(ground: Ground) -> Iterator[Candidate]:
    """Every phrase that may be a venue, in text order; "the rally" by the fullest name that the article gives it."""
    phrases = list(_phrases(ground))
    found = [one for one in phrases if not any(_holds(other, one) for other in phrases)]
    for one in found:
        yield replace(one, name=_full_name(one, found))


def _holds(one: Candidate, other: Candidate) -> bool:
    """Whether the other stands inside: the convention of "speech at the convention", the X of "post on X"."""
    inside = one.span.start < other.span.start and other.span.end <= one.span.end
    return inside and (other.sort != "platform" or one.sort == "post")


def _full_name(one: Candidate, found: Sequence[Candidate]) -> str:
    """The first proper name of the same sort that holds the phrase's words: "the rally" is the "rally in Oster"."""
    if one.name != one.name.lower() or one.determiner != "the" or one.sort in ("sent", "platform"):
        return one.name
    words = set(one.name.split())
    proper = (other.name for other in found if other.sort == one.sort and other.name != other.name.lower())
    return next((name for name in proper if words < set(name.lower().split())), one.name)


def _phrases(ground: Ground) -> Iterator[Candidate]:
    for number, sentence in enumerate(ground.prose.sentences):
        for place, word in enumerate(sentence.words):
            found = _sending(sentence, place) or _platform(sentence, place)
            programme = _programme(ground, sentence, place)
            if programme:
                name = ground.text[sentence.words[programme[0]].span.start : sentence.words[programme[1] - 1].span.end]
                yield replace(candidate(ground, number, sentence, programme, name, "interview"), lead="in")
            if found:
                name, sort = found
                yield candidate(ground, number, sentence, (place, place + 1), name, sort)
            elif _is_head(ground, sentence, place):
                yield phrase(ground, number, sentence, place, OCCASIONS[word.lower])


def _sending(sentence: Sentence, place: int) -> tuple[str, str] | None:
    word = sentence.words[place]
    if word.lower in SENDING:
        return SENDING[word.lower], "sent"
    return None


def _platform(sentence: Sentence, place: int) -> tuple[str, str] | None:
    words, word = sentence.words, sentence.words[place]
    before = words[place - 1].lower if place else ""
    if (word.lower in PLATFORMS and word.capital and word.text != "Threads" and before in ("on", "via")) or (
        word.lower in PLATFORMS
        and before == "to"
        and place > 1
        and words[place - 2].lower
        in ("took", "turned", "went", "posted", "taking", "turning", "takes", "wrote", "post")
    ):
        return word.text, "platform"
    if word.text == "X" and before in ("on", "to") and not (place + 1 < len(words) and words[place + 1].text == "'s"):
        return "X", "platform"
    if (
        word.lower in PLATFORMS
        and place + 1 < len(words)
        and words[place + 1].lower
        in ("followers", "account", "page", "feed", "post", "posts", "video", "thread", "live")
    ):
        return word.text, "platform"
    if word.lower == "media" and before == "social":
        return "social media", "platform"
    if word.lower in AIR and before in ("on", "national", "live", "state"):
        return (f"{before} {word.text}" if before != "on" else word.text), "platform"
    return None


def _programme(ground: Ground, sentence: Sentence, place: int) -> tuple[int, int] | None:
    """The words of a broadcast's name after a medium's: "on ABC's “This Week”", "told CBS' Face the Nation"."""
    words = sentence.words
    if words[place].lower not in MEDIA and not (
        place and " ".join(w.lower for w in words[place - 1 : place + 1]) in MEDIA_PHRASES
    ):
        return None
    start = place + 1
    possessive = start < len(words) and words[start].text in POSSESSIVES
    start += possessive
    if start >= len(words) or (
        not possessive and ground.text[words[place].span.end : words[place].span.end + 2] not in ("' ", "’ ")
    ):
        return None
    before = {word.lower for word in words[max(0, place - 3) : place]}
    if not before & {"on", "to", "told", "with", "telling"}:
        return None
    quoted = ground.text[words[start].span.start - 1] in "“\"‘'"
    end = start
    while (
        end < len(words)
        and end - start < 6
        and (words[end].capital or words[end].lower in ("the", "of", "with", "and", "to", "in"))
    ):
        end += 1
        if ground.text[words[end - 1].span.end : words[end - 1].span.end + 1] in (",", ".", "”", '"', "’"):
            break
    while end > start and not words[end - 1].capital:
        end -= 1
    while end > start and words[end - 1].lower in DAYS:
        end -= 2 if words[end - 2].lower == "on" else 1
    return (
        (start, end)
        if end - start >= 1
        and (quoted or (words[start].capital and end - start >= 2 and not _person(ground, words[start])))
        else None
    )


def _person(ground: Ground, word: Word) -> bool:
    return word.lower in forenames()


def _is_head(ground: Ground, sentence: Sentence, place: int) -> bool:
    word = sentence.words[place]
    if word.lower not in OCCASIONS:
        return False
    before = sentence.words[place - 1] if place else None
    if word.lower in NARROW and not sentence.title_case:
        nearby = [w.lower for w in sentence.words[max(0, place - (3 if word.lower in ("show", "spot") else 1)) : place]]
        if not any(w in NARROW[word.lower] for w in nearby):
            return False
    if word.lower == "hearing" and (
        before is None or (before.lower not in DETERMINERS and not before.capital and before.text not in POSSESSIVES)
    ):
        return False  # the verb
    after = sentence.words[place + 1] if place + 1 < len(sentence.words) else None
    beside = after is not None and ground.text[word.span.end : after.span.start] == " "
    if beside and after is not None and after.lower in OCCASIONS and after.lower not in NARROW:
        return False  # "conference call", "news conference": the last noun is the head
    return not (
        word.capital and before is not None and before.capital and after is not None and beside and after.capital
    )


def phrase(ground: Ground, number: int, sentence: Sentence, place: int, sort: str, sure: bool = True) -> Candidate:
    """The phrase whose head is the word at `place`."""
    words = sentence.words
    start = _start(ground, words, place)
    end = _end(ground, words, place)
    kept = [w for w in words[start:place] if not (w.lower in WEEKDAYS or (w.lower in DAYS | DULL and not w.capital))]
    owner = _owner(ground, words, start)
    first = owner[0] if owner else kept[0] if kept else words[place]
    kept = [*owner, *kept]
    name = ground.text[words[place].span.start : words[end - 1].span.end]
    name = " ".join([*(w.text for w in kept), name]).replace(" 's", "'s").replace(" ’s", "’s")
    return candidate(ground, number, sentence, (start, end), name, sort, first, words[place].lower, sure)


def _owner(ground: Ground, words: Sequence[Word], start: int) -> list[Word]:
    """Whose it is, by a name right before: "Sanders's" of "Sanders's rally in Ventura"."""
    if start < 2 or words[start - 1].text not in POSSESSIVES:
        return []
    first = start - 1
    while first and words[first - 1].capital and words[first - 1].lower not in DAYS | FUNCTION_WORDS:
        if first < start - 1 and ground.text[words[first - 1].span.end : words[first].span.start] != " ":
            break
        first -= 1
    return list(words[first:start]) if first < start - 1 else []


def _start(ground: Ground, words: Sequence[Word], place: int) -> int:
    start = place
    while start and place - start < MAX_BEFORE:
        before = words[start - 1]
        if ground.text[before.span.end : words[start].span.start].strip():
            break
        if before.text in POSSESSIVES or before.lower in DETERMINERS or before.lower in FUNCTION_WORDS:
            break
        if (before.lower.endswith(("ly", "ed")) and not before.capital and "-" not in before.text) or _verb(before):
            break
        start -= 1
    return start


VERBS = word_set(
    "said says say told gave gives held holds made makes sent sends wrote writes did got took saw read see "
    "seen given called calls hold give let leave released issued has had have"
)


def _verb(word: Word) -> bool:
    return word.lower in VERBS


def _end(ground: Ground, words: Sequence[Word], place: int) -> int:
    """Where the phrase ends, with the places and bodies that are joined to it: "rally in San Diego"."""
    end = place + 1
    while end < len(words) and end - place < MAX_AFTER:
        link = end + (words[end].lower in ARRANGED)
        if link >= len(words) or words[link].lower not in NAME_LINKS | ({"by"} if link > end else set()):
            break
        if ground.text[words[end - 1].span.end : words[end].span.start] != " ":
            break
        last = joined(ground, words, link + 1)
        if last is None:
            break
        if last < len(words) and words[last].lower in OCCASIONS and words[last].lower not in NARROW:
            last += 1  # "speech at the Republican convention"
        end = last
    return end


def joined(ground: Ground, words: Sequence[Word], start: int) -> int | None:
    """Where a name near the word `start` ends: "the Capitol", "a packed hall in Oster"; None where there is none."""
    run, small = start, 0
    while run < len(words) and not words[run].capital and small <= MAX_SMALL:
        determiner = words[run].lower in DETERMINERS and run == start
        plain = words[run].text.isalpha() and words[run].lower not in DAYS | FUNCTION_WORDS | DETERMINERS
        linked = words[run].lower in NAME_LINKS and run > start
        if not (determiner or plain or linked) or _verb(words[run]):
            return None
        if run > start and ground.text[words[run - 1].span.end : words[run].span.start] != " ":
            return None
        small += not determiner
        run += 1
    last = run
    while last < len(words) and (
        words[last].capital or (words[last].lower in ("of", "and", "for") and _goes_on(words, last))
    ):
        if words[last].lower in DAYS or (
            last > start and ground.text[words[last - 1].span.end : words[last].span.start].strip()
        ):
            break
        last += 1
    return None if last == run or words[last - 1].lower in ("of", "and", "for") else last


def _goes_on(words: Sequence[Word], place: int) -> bool:
    return (
        place + 1 < len(words)
        and words[place + 1].capital
        and words[place - 1].capital
        and words[place + 1].lower not in DAYS
    )


def candidate(
    ground: Ground,
    number: int,
    sentence: Sentence,
    places: tuple[int, int],
    name: str,
    sort: str,
    first: Word | None = None,
    head: str = "",
    sure: bool = True,
) -> Candidate:
    """The words from one place to the other as a venue."""
    (start, end), words = places, sentence.words
    begin = (first or words[start]).span.start
    determiner, lead = lead_of(ground, words, start)
    return Candidate(
        StepKind.VENUE,
        name,
        Span(begin, words[end - 1].span.end),
        sort,
        lead,
        determiner,
        number,
        sentence.paragraph,
        head or name.lower().split()[-1],
        sure,
    )


SERIES = word_set("string series number couple spate flurry round")


def lead_of(ground: Ground, words: Sequence[Word], start: int) -> tuple[str, str]:
    """The determiner of a phrase that begins at word `start`, and the small word or verb before it."""
    place, determiner = start - 1, ""
    while place >= 0 and (words[place].lower in DETERMINERS or words[place].text in POSSESSIVES):
        determiner = words[place].lower
        if words[place].text in POSSESSIVES:
            place -= 1
            while (
                place >= 0
                and (words[place].capital or words[place].lower in DAYS)
                and words[place].lower not in FUNCTION_WORDS
            ):
                place -= 1
            if place >= 0 and words[place].lower in DETERMINERS:
                place -= 1  # "at the club's dinner"
            determiner = "'s"
            break
        place -= 1
    if place > 0 and words[place].lower == "of" and words[place - 1].lower in SERIES:
        return lead_of(ground, words, place - 1)
    if place < 0:
        return determiner, ""
    if ground.text[words[place].span.end : words[place + 1].span.start].strip(" \xa0"):
        return determiner, ","
    return determiner, words[place].lower
