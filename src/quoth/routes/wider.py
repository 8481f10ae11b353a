"""Phrases that are a venue only where the words around say so: "a feature", "the trial", "interviewed", "on Tinder"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoth.domain import Span
from quoth.identity.prose import Sentence, Word
from quoth.identity.vocabulary import FUNCTION_WORDS, MONTHS_DAYS
from quoth.routes.candidates import Candidate
from quoth.routes.ground import Ground
from quoth.routes.occasions import candidate, phrase
from quoth.routes.vocabulary import MEDIA, OCCASIONS, word_set

LOOSE: dict[str, str] = {}
"""Head noun of what may be a venue -> what sort it is."""

for _sort, _words in {
    "study": "research analysis review investigation findings index ranking rankings estimate estimates forecast "
    "tally tallies summary summaries average figures statistics results projections assessment evaluation "
    "inventory tally count guide",
    "document": "response missive missives lawsuit suit talking-points headlines feature story stories "
    "profile posting postings papers platform plan plans proposal legislation bill "
    "resolution law endorsement constitution manifesto declaration budget note notes agenda average card "
    "questionnaire form "
    "records documents document filings motion verdict decision obituary guidelines policy indictment warrant "
    "subpoena plea pleas pledge website site page web headline cover sheet readout dispatch account exposé "
    "leaflet flier flyer mailer poster sign banner slide slides presentation script answer answers list "
    "material materials notice warning look cables correspondence disclosure amendment treaty "
    "charter contract agreement invitation certificate application letters orders reports papers ballot",
    "film": "film movie play musical song novel series episode episodes sketch skit monologue comedy lyrics drama "
    "cartoon game joke parody drawing exhibit exhibition",
    "speech": "talk comments comment prayer pitch argument arguments closing rant tirade apology confession oath",
    "meeting": "trial vote votes caucuses primary primaries class lesson course retreat workshop deliberations "
    "proceedings negotiations talks consultation election elections referendum visit trip tour "
    "conclave exchange conversation conversations dialogue phone telephone faceoff showdown matchup hangout",
    "crowd": "soiree reception ball swing arena gala club retreat launch kickoff parade party barbecue "
    "picnic fair match festivities opening unveiling "
    "tailgate trail stops floor plane bus stage podium lectern stump "
    "celebration funeral wedding benefit bash fete banquet luncheons",
    "interview": "chat appearances questioning segment profile segment show radio television program programme call "
    "calls",
    "mail": "alert phone note notes",
    "post": "posting postings tweetstorm hashtag selfie photo photos picture image blog meme account feed website page "
    "timeline",
}.items():
    for _word in _words.split():
        LOOSE.setdefault(_word, _sort)
for _word, _sort in [*OCCASIONS.items(), *LOOSE.items()]:
    if not _word.endswith("s"):
        LOOSE.setdefault(f"{_word}s", _sort)
ACTS = {
    "interviewed": ("interview", "interview"),
    "interviews": ("interview", "interview"),
    "testified": ("testimony", "speech"),
    "testifies": ("testimony", "speech"),
    "testifying": ("testimony", "speech"),
    "debated": ("debate", "meeting"),
    "polled": ("poll", "poll"),
    "surveyed": ("survey", "poll"),
    "posted": ("post", "post"),
    "tweeting": ("tweet", "post"),
}
"""Verb -> the venue that it tells, and its sort."""
SHOWS = word_set(
    "morning today tonight live this meet face report hour news show press week nation state with the early"
)


def wider(ground: Ground, taken: Sequence[Span]) -> Iterator[Candidate]:
    """Every phrase that may be a venue beside the sure ones, in text order."""
    covered = {word.number for span in taken for word in ground.words_of(span)}
    for number, sentence in enumerate(ground.prose.sentences):
        for place, word in enumerate(sentence.words):
            if word.number not in covered:
                yield from _at(ground, number, sentence, place, word)


def _at(ground: Ground, number: int, sentence: Sentence, place: int, word: Word) -> Iterator[Candidate]:
    if word.lower in LOOSE or word.lower in OCCASIONS:
        yield phrase(ground, number, sentence, place, LOOSE.get(word.lower) or OCCASIONS[word.lower], sure=False)
    elif word.lower in ACTS:
        name, sort = ACTS[word.lower]
        yield candidate(ground, number, sentence, (place, place + 1), name, sort, sure=False)
    elif word.lower in MEDIA and word.capital:
        yield from _show(ground, number, sentence, place)
    elif word.lower in ("in", "at", "on", "from", "into", "to"):
        yield from _place(ground, number, sentence, place + 1)


def _show(ground: Ground, number: int, sentence: Sentence, place: int) -> Iterator[Candidate]:
    """ "CBS This Morning", "Fox News Sunday"."""
    end = _capitals(ground, sentence.words, place + 1)
    if end > place + 1 and any(word.lower in SHOWS for word in sentence.words[place + 1 : end]):
        name = ground.text[sentence.words[place].span.start : sentence.words[end - 1].span.end]
        yield candidate(ground, number, sentence, (place, end), name, "programme", sure=False)


def _place(ground: Ground, number: int, sentence: Sentence, start: int) -> Iterator[Candidate]:
    """What is named after a small word: "on Tinder", "in Everett, Wash."."""
    words = sentence.words
    if start < len(words) and words[start].lower == "the":
        start += 1
    end = _capitals(ground, words, start)
    if start < end and words[start].lower not in MONTHS_DAYS | FUNCTION_WORDS and not sentence.title_case:
        name = ground.text[words[start].span.start : words[end - 1].span.end]
        yield candidate(ground, number, sentence, (start, end), name, "place", sure=False)


def _capitals(ground: Ground, words: Sequence[Word], start: int) -> int:
    """Where the run of words with capitals that begins at `start` ends; `start` where there is none."""
    end = start
    while end < len(words) and words[end].capital and end - start < 6 and words[end].lower not in MONTHS_DAYS:
        if end > start and ground.text[words[end - 1].span.end : words[end].span.start] not in (" ", ", "):
            break
        if end > start and ground.text[words[end - 1].span.end : words[end].span.start] == ", " and end - start > 1:
            break
        end += 1
    return end
