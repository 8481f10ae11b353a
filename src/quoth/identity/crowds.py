"""Which crowd a description means: "two in three", "some", "the two lawmakers", "critics"."""

from __future__ import annotations

from quoth.domain import Span, SpeakerKind
from quoth.identity.figures import Figure
from quoth.identity.kinds import plural
from quoth.identity.mentions import BREAK, Part, printed
from quoth.identity.pronouns import crowd_before
from quoth.identity.prose import Word
from quoth.identity.scene import Answer, Scene, alike
from quoth.identity.smallwords import VERBS
from quoth.identity.vocabulary import COUNTS, words
from quoth.identity.wording import described, known_or_new, surname

PAIRS = words("two both pair duo couple brothers sisters twins")


def share(scene: Scene, number: int, part: Part) -> Answer:
    """A share of a crowd, of whom it is a share told where the words leave it out."""
    text = described(scene, part)
    words = [w.lower for w in part.words]
    if part.head in ("some", "many", "most", "others", "several") and len(words) == 1:
        crowd = crowd_before(scene, scene.prose.sentence_number(part.span.start), part.span.start)
        base = crowd[0].described if crowd is not None and len(crowd) == 1 else None
        text = f"{text} {base}" if base and base.split()[0].lower() not in COUNTS else base or text
    elif "of" not in words and not any(plural(w) for w in words[1:] if w not in ("percent",)):
        base = _base(scene, part)
        if base:
            text = f"{text} of {base}"
    return Answer((known_or_new(scene, part, SpeakerKind.GROUP, text),), "share")


def _base(scene: Scene, part: Part) -> str | None:
    """The crowd that the last share before was of: "of Latino voters in Florida"."""
    words = scene.prose.within(Span(0, part.span.start)) if part.span.start else []
    for n in range(len(words) - 3, max(0, len(words) - 260), -1):
        if (words[n].lower == "of" and words[n - 1].lower in COUNTS) or (
            words[n - 1].lower == "in" and words[n].text.isdigit()
        ):
            base = _up_to_verb(scene, words[n + 1 : n + 9])
            if base and any(plural(word.lower) for word in base):
                return printed(base, scene.prose.text)
    sentence = scene.prose.sentence_number(part.span.start)
    return _among(scene, sentence, part)


def _among(scene: Scene, sentence: int, part: Part) -> str | None:
    """The crowd with which this sentence or the one before opens: "Among likely voters, 46 percent"."""
    for number in (sentence, sentence - 1):
        words = scene.prose.sentences[number].words if number >= 0 else ()
        if words and words[0].lower == "among" and words[0].span.start < part.span.start:
            base = _up_to_verb(scene, list(words[1:9]))
            if base and any(plural(word.lower) for word in base):
                return printed(base, scene.prose.text)
    return None


def _up_to_verb(scene: Scene, words: list[Word]) -> list[Word]:
    out: list[Word] = []
    for word in words:
        joined = not out or not BREAK.search(scene.prose.text[out[-1].span.end : word.span.start].replace(".", ";"))
        if (
            not joined
            or (word.lower in VERBS and word.lower not in ("in", "of", "the", "and", "from"))
            or word.lower in ("say", "see", "think", "believe", "now", "who", "polled")
        ):
            break
        out.append(word)
    return out


def crowd(scene: Scene, number: int, part: Part, kind: SpeakerKind, owner: Answer | None) -> Answer:
    """Of whom a plural speaks: two who are known, a crowd described before, or a new one."""
    words = [w.lower for w in part.words]
    if part.definite and (PAIRS & set(words[:3]) or part.head in PAIRS) and len(words) <= 3:
        pairs = [scene.answers[n].figures for n in scene.heard(number)[:8] if len(scene.answers[n].figures) == 2]
        named = _two_named(scene, part)
        if pairs or named:
            return Answer(pairs[0] if pairs else named, "pair", 0.7)
        recent = _last_two(scene, number)
        if recent:
            return Answer(recent, "pair", 0.4)
    text = described(scene, part, owner)
    if part.definite and part.owner is None and part.name is None and len(words) <= 3:
        for n in scene.heard(number)[:14]:
            figures = scene.answers[n].figures
            if len(figures) > 1 and any(
                alike(part.head.rstrip("s").replace("chairmen", "chairman"), w)
                for f in figures
                for role in f.roles
                for w in role.text.lower().split()
            ):
                return Answer(figures, "pair", 0.7)
        known = _last_crowd(scene, part)
        if known is not None:
            return Answer((known,), "crowd", 0.8)
    return Answer((known_or_new(scene, part, kind, text),), "crowd")


def _two_named(scene: Scene, part: Part) -> tuple[Figure, ...]:
    """The two people whom the sentence before, in the same paragraph, names; none where it names more or fewer."""
    number = scene.prose.sentence_number(part.span.start)
    if number == 0 or scene.prose.sentences[number].paragraph != scene.prose.sentences[number - 1].paragraph:
        return ()
    people = [
        scene.of[n.span]
        for n in scene.names
        if n.sentence == number - 1 and scene.of[n.span].kind is SpeakerKind.PERSON
    ]
    two = tuple(dict.fromkeys(people))
    kin = part.head in ("brothers", "sisters", "twins", "couple")
    return two if len(two) == 2 and (not kin or surname(two[0]) == surname(two[1])) else ()


def _last_two(scene: Scene, number: int) -> tuple[Figure, ...]:
    out: list[Figure] = []
    for n in scene.heard(number):
        for figure in scene.answers[n].figures:
            if figure.kind is SpeakerKind.PERSON and figure not in out:
                out.append(figure)
        if len(out) >= 2:
            return tuple(reversed(out[:2]))
    return ()


def _last_crowd(scene: Scene, part: Part) -> Figure | None:
    """The last crowd described before with the same noun."""
    fits = []
    for figure in scene.figures:
        known = not figure.names and figure.plural and figure.start < part.span.start
        if known and figure.described and part.head in figure.described.lower().split():
            fits.append(figure)
    return max(fits, key=lambda f: max(s.start for s in f.spans), default=None)
