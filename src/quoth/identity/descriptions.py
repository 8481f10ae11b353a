"""Whom a description means: "the president", "his boss", "a second official", and by its noun who else is asked."""

from __future__ import annotations

from itertools import takewhile

from quoth.domain import Part as PassagePart
from quoth.domain import SpeakerKind
from quoth.identity.bodies import body
from quoth.identity.crowds import PAIRS, crowd, share
from quoth.identity.figures import Figure
from quoth.identity.kinds import counted, kind_of, plural
from quoth.identity.mentions import Part
from quoth.identity.papers import paper
from quoth.identity.pronouns import it, ranked, they
from quoth.identity.relatives import relative
from quoth.identity.scene import NOBODY, Answer, Asked, Scene
from quoth.identity.vocabulary import (
    DEMONYMS,
    DETERMINING,
    FEMALE_TITLES,
    MALE_TITLES,
    PLACES,
    PRONOUNS,
    SPEECH_NOUNS,
    words,
)
from quoth.identity.wording import described, new, same_words

NEW = words("a an one another some two three")
NOUNS_FOR_ONE = words(
    "candidate president senator governor judge mayor minister chancellor nominee frontrunner front-runner "
    "businessman billionaire mogul congressman congresswoman chairman actor singer author writer former speaker "
    "secretary general leader texan democrat republican man woman"
)
POSTS = words("minister secretary commissioner")  # of which there are several at a time, each with a field
NO_POST = DETERMINING | DEMONYMS | PLACES | words("prime former new old acting current then top senior")
TITLE_WAYS = ("title", "title and party", "title and place")


def description(scene: Scene, number: int, part: Part) -> Answer:
    """Whom a description that stands for the speaker means."""
    owner = owner_of(scene, number, part)
    speech = part.head in SPEECH_NOUNS and (part.owner or part.name)
    if speech and owner is not None:
        return Answer(owner.figures, "owner", owner.share, owner.others)
    kind = kind_of(part.head, part.words)
    if part.head in ("each", "both") and len(part.words) == 1:
        return they(scene, number, part.span.start)
    if kind is SpeakerKind.UNKNOWN:
        return NOBODY
    if kind is SpeakerKind.DOCUMENT:
        return paper(scene, number, part, owner)
    if kind is SpeakerKind.ORGANISATION:
        return body(scene, number, part, owner)
    if counted(part.head, part.words) and not (part.definite and part.head in PAIRS):
        return share(scene, number, part)
    if plural(part.head) or (part.definite and part.head in PAIRS):
        return crowd(scene, number, part, kind, owner)
    return _person(scene, number, part, kind, owner)


def owner_of(scene: Scene, number: int, part: Part) -> Answer | None:
    """Whose a possessive makes it."""
    if part.name is not None:
        return Answer((scene.of[part.name.span],), "name")
    if part.owner is None:
        return None
    place = next(w.span.start for w in part.words if w.lower == part.owner)
    asks = PRONOUNS[part.owner]
    if asks in "mf":
        return ranked(scene, number, place, Asked(gender=asks), f"pronoun {asks}")
    if asks == "r":
        return relative(scene, number, place, description)
    if asks == "p":
        return they(scene, number, place)
    return it(scene, number, place) if asks == "n" else None


def _person(scene: Scene, number: int, part: Part, kind: SpeakerKind, owner: Answer | None) -> Answer:
    """The person of whom the description was said, where it is definite or stands in a headline; else somebody new."""
    sentence = scene.prose.sentence(part.span.start)
    headline = sentence.title_case or sentence.part is PassagePart.HEADLINE or sentence.paragraph == 0
    bare = part.words[0].lower not in DETERMINING and not part.words[0].text[0].isdigit()
    asked = Asked(
        _gender(part.head),
        part.head,
        frozenset(w.lower for w in part.words if w.lower not in DETERMINING and w.lower != part.head),
    )
    if headline and (bare or not part.definite or part.words[0].lower == "this"):
        told = _told_later(scene, part, asked)
        if told is not None:
            return Answer((told,), "headline", 0.6)
    if sentence.paragraph <= 2 and part.words[0].lower in ("a", "an"):
        told = _told_later(scene, part, asked, alone=sentence.paragraph > 1)
        if told is not None and told.start > part.span.end:
            return Answer((told,), "headline", 0.6)
    if part.definite and part.words[0].lower not in ("that",):
        before = _last_unnamed(scene, part) if owner is None and len(part.words) == 2 else None
        if before is not None and not any(asked.of(f)["noun told"] for f in scene.figures if f.names):
            return Answer((before,), "described again", 0.7)
        answer = ranked(scene, number, part.span.start, asked, "described")
        told_of = asked.of(answer.figures[0]) if answer.figures else {}
        fits = (
            bool(answer.figures)
            and told_of["noun told"] + told_of["words told"] > 0
            and (
                owner is None
                or told_of["noun told"] * told_of["words told"] >= 0.5
                or (not asked.words and bool(told_of["noun told"]))
            )
        )
        loose = owner is None and (part.head in NOUNS_FOR_ONE or not _completed(part))
        if _post(part) and not any(_holds(figure, part) for figure in answer.figures):
            holders = tuple(figure for figure in scene.figures if _holds(figure, part))
            fits, loose = len(holders) == 1, loose and not any(_holds_another(one, part) for one in answer.figures)
            answer = Answer(holders, "described") if fits else answer
        if answer.figures and (fits or loose) and not (owner is not None and answer.figures == owner.figures):
            return answer if fits else Answer(answer.figures, "described loosely", answer.share, answer.others)
        later = _told_later(scene, part, asked) if owner is None else None
        if later is not None and asked.of(later)["noun told"] and not _holds_another(later, part):
            return Answer((later,), "told later", 0.6)
        same = same_words(scene, described(scene, part, owner))
        if same is not None:
            scene.note(same, part.span)
            return Answer((same,), "described again")
        unnamed = _last_unnamed(scene, part) if owner is None else None
        if unnamed is not None:
            return Answer((unnamed,), "described again", 0.7)
    way = "somebody new" if part.words[0].lower in NEW or part.words[0].text[0].isdigit() else "somebody"
    return Answer((new(scene, part, kind, described(scene, part, owner)),), way)


def _holds(figure: Figure, part: Part) -> bool:
    """Whether the titles beside the figure's name tell the post that the words name: "the transport minister"."""
    return bool(_post(part)) and _post(part) <= _titles(figure)


def _holds_another(figure: Figure, part: Part) -> bool:
    """Whether they tell another one."""
    titles = _titles(figure) - {part.head}
    return bool(titles) and bool(_post(part)) and titles.isdisjoint(_post(part))


def _titles(figure: Figure) -> set[str]:
    titles = [role.text for role in figure.roles if role.way in TITLE_WAYS]
    return {word.strip(".,()").lower() for title in titles for word in title.split()}


def _post(part: Part) -> set[str]:
    """The words before a noun of which there are several at a time; none of other nouns."""
    if part.head not in POSTS:
        return set()
    before = takewhile(lambda one: one.lower != part.head, part.words)
    return {word.lower for word in before if word.lower.isalpha() and word.lower != part.owner} - NO_POST


def _completed(part: Part) -> bool:
    """Whether the words go on after the noun: "the head of the union" may be somebody new, "the veteran" hardly."""
    return part.words[-1].lower != part.head


def _last_unnamed(scene: Scene, part: Part) -> Figure | None:
    fits = [
        f
        for f in scene.figures
        if not f.names
        and f.kind is SpeakerKind.UNNAMED
        and f.start < part.span.start
        and f.described
        and part.head in f.described.lower().split()
    ]
    return max(fits, key=lambda f: max(s.start for s in f.spans), default=None)


def _told_later(scene: Scene, part: Part, asked: Asked, alone: bool = False) -> Figure | None:
    """The one person of the whole article of whom the headline's words are said."""
    scored = []
    for figure in scene.figures:
        if figure.kind is SpeakerKind.PERSON:
            told = asked.of(figure)
            scored.append((told["noun told"] + told["words told"], -figure.start, figure))
    scored.sort(key=lambda one: one[:2], reverse=True)
    if alone and (sum(one[0] >= 1 for one in scored) != 1 or (asked.words and scored[0][0] <= 1)):
        return None
    return scored[0][2] if scored and scored[0][0] >= 1 else None


def _gender(head: str) -> str | None:
    if head in FEMALE_TITLES or head in ("woman", "girl", "widow", "girlfriend", "niece"):
        return "f"
    return "m" if head in MALE_TITLES or head in ("man", "boy", "nephew", "boyfriend") else None
