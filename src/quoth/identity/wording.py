"""How a description reads as a speaker's name, and the figure that it stands for."""

from __future__ import annotations

from quoth.domain import SpeakerKind
from quoth.identity.figures import Figure
from quoth.identity.kinds import plural
from quoth.identity.mentions import Part, printed
from quoth.identity.scene import Answer, Scene


def new(scene: Scene, part: Part, kind: SpeakerKind, text: str | None = None) -> Figure:
    """A figure that has only this description; the one that these words have been read as before."""
    for known in scene.figures:
        if not known.names and part.head in known.name.lower().split() and known.starts(part.span):
            return known
    figure = Figure(kind, described=text or described(scene, part), plural=plural(part.head))
    scene.note(figure, part.span)
    return figure


def described(scene: Scene, part: Part, owner: Answer | None = None) -> str:
    """The description up to what a comma adds, without leading article, its possessive pronoun replaced by a name."""
    words = list(part.words)
    if words[0].lower == "those":
        return printed(words, scene.prose.text)
    for n, word in enumerate(words):
        if (
            n
            and "," in scene.prose.text[words[n - 1].span.end : word.span.start]
            and word.lower in ("who", "which", "that", "the")
        ):
            words = words[:n]
            break
    text = printed(words, scene.prose.text)
    if owner is not None and owner.figures and part.owner and words[0].lower == part.owner:
        return f"{_genitive(owner.figures[0].name)} {text[len(part.owner) :].strip()}"
    if (
        part.name is not None
        and words[0].span.start == part.name.span.start
        and scene.of[part.name.span].kind is SpeakerKind.PERSON
    ):
        rest = scene.prose.text[part.name.span.end : words[-1].span.end]
        return " ".join((scene.of[part.name.span].name + rest).split())
    return text


def _genitive(name: str) -> str:
    return f"{name}'s"


def same_words(scene: Scene, text: str, kinds: frozenset[SpeakerKind] | None = None) -> Figure | None:
    """The figure that already has this description; None where there is none."""
    for figure in scene.figures:
        if (
            not figure.names
            and figure.described
            and figure.described.lower() == text.lower()
            and (kinds is None or figure.kind in kinds)
        ):
            return figure
    return None


def known_or_new(scene: Scene, part: Part, kind: SpeakerKind, text: str) -> Figure:
    """The figure that already has this description, else a new one."""
    same = same_words(scene, text)
    if same is not None:
        scene.note(same, part.span)
        return same
    return new(scene, part, kind, text)


def surname(figure: Figure) -> str:
    """The name that the article goes on with: the last word of the fullest."""
    words = figure.name.split()
    return words[-1] if words[-1].rstrip(".").lower() not in ("jr", "sr", "ii", "iii") else words[-2].rstrip(",")
