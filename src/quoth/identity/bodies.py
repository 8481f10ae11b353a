"""Which body a description means: "the Roe campaign", "his office", "the company", "the newspaper"."""

from __future__ import annotations

from quoth.domain import SpeakerKind
from quoth.identity.figures import Figure
from quoth.identity.mentions import Part
from quoth.identity.names import Name, Sort
from quoth.identity.scene import Answer, Scene
from quoth.identity.vocabulary import words
from quoth.identity.wording import described, known_or_new, same_words, surname

MEDIA_NOUNS = words("newspaper paper magazine network station outlet channel website publication site blog")
MEDIA = words(
    "times post journal tribune herald gazette guardian observer telegraph mail mirror globe chronicle press "
    "magazine review daily weekly examiner independent inquirer sentinel register courier bulletin dispatch beacon "
    "news cnn nbc abc cbs msnbc fox bbc npr politico reuters bloomberg politco post-dispatch"
)


def body(scene: Scene, number: int, part: Part, owner: Answer | None) -> Answer:
    """The body that is described: its own words where they name someone's, else the last that fits."""
    if owner is not None and owner.figures:
        whose = owner.figures[0]
        if part.head in ("campaign", "camp", "team") and whose.kind is SpeakerKind.PERSON:
            return Answer(
                (known_or_new(scene, part, SpeakerKind.ORGANISATION, f"{surname(whose)} {part.head}"),),
                "body",
                owner.share,
            )
        return Answer(
            (known_or_new(scene, part, SpeakerKind.ORGANISATION, described(scene, part, owner)),), "body", owner.share
        )
    text = described(scene, part)
    if len(part.words) > 2 or any(w.capital for w in part.words[1:]) or not part.definite:
        same = same_words(scene, text)
        if same is None and part.definite and not any(w.capital for w in part.words[1:]):
            fits = [
                f for f in scene.figures if f.names and all(w.lower in f.name.lower().split() for w in part.words[1:])
            ]
            if fits:
                return Answer((fits[0],), "the body", 0.6)
        return Answer((known_or_new(scene, part, SpeakerKind.ORGANISATION, text),), "body")
    known = _last_body(scene, part)
    return (
        Answer((known,), "the body", 0.6)
        if known is not None
        else Answer((known_or_new(scene, part, SpeakerKind.ORGANISATION, text),), "body", 0.6)
    )


def _last_body(scene: Scene, part: Part) -> Figure | None:
    """The last body before that has the noun in its name; for a company the one that is named most."""
    before = [
        f
        for f in scene.figures
        if f.start < part.span.start
        and (
            f.kind is SpeakerKind.ORGANISATION or (f.kind is SpeakerKind.GROUP and part.head in f.name.lower().split())
        )
    ]
    if part.head in ("campaign", "camp"):
        return _campaign(scene, part, before)
    with_noun = [f for f in before if part.head in f.name.lower().split()]
    if with_noun:
        return max(with_noun, key=lambda f: max(s.start for s in f.spans if s.start < part.span.start))
    if part.head in ("country", "nation", "state", "city", "town", "county", "side", "camp"):
        return None
    places = {name.span for name in scene.names if name.sort.value == "place"}
    named = [f for f in before if f.names and not any(name.span in places for name in f.names)]
    if (
        part.head in ("campaign", "administration", "government", "party", "committee", "court", "department", "police")
        or not named
    ):
        return None
    sure = [f for f in named if any(name.sort is Sort.BODY for name in f.names)]
    named = sure or [f for f in named if len(f.names) > 1]
    if not named:
        return None
    if part.head in MEDIA_NOUNS:
        named = [f for f in named if MEDIA & set(f.name.lower().split())] or named
        return max(named, key=lambda f: max(s.start for s in f.spans if s.start < part.span.start))
    return max(named, key=lambda f: sum(s.start < part.span.start for s in f.spans))


def _campaign(scene: Scene, part: Part, before: list[Figure]) -> Figure | None:
    """The campaign that was named last, else that of the person who is named most."""
    known = [f for f in before if part.head in f.name.lower().split() and len(f.name.split()) > 1]
    if known:
        return max(known, key=lambda f: max(s.start for s in f.spans if s.start < part.span.start))
    people = [f for f in scene.figures if f.kind is SpeakerKind.PERSON and f.start < part.span.start]
    if not people:
        return None
    runs = {f: sum(_runs_one(scene, name) for name in f.names) for f in people}
    most = [f for f in people if runs[f] and runs[f] == max(runs.values())]
    whose = max(most or people, key=lambda f: sum(s.start < part.span.start for s in f.spans))
    return known_or_new(scene, part, SpeakerKind.ORGANISATION, f"{surname(whose)} {part.head}")


def _runs_one(scene: Scene, name: Name) -> bool:
    """Whether the article speaks of this one's campaign: "the Roe campaign", "Roe's 2008 presidential campaign"."""
    after = scene.prose.after(name.span.end)[:5]
    return (name.modifier or name.possessive) and any(word.lower == "campaign" for word in after)
