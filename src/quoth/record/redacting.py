"""A reading without what may not be shown: the words are blacked out, so that every other span still holds.

Hidden statements are taken out of what leaves the record; forgotten speakers out of the record itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from quoth.domain import Article, Reading, Span, Statement
from quoth.domain import Part as PagePart
from quoth.record.anchoring import occurrences
from quoth.record.drafting import Desk, Draft, Part, Voice
from quoth.record.rows import folded

BLACK = "█"
FEWEST_WORDS = 3  # of a quotation that is also blacked out where it stands a second time; fewer may be anybody's
SHORTEST_SURNAME = 3


@dataclass(frozen=True, slots=True)
class Gone:
    """What is blacked out: the words of statements, wherever they stand, and names."""

    contents: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def __or__(self, other: Gone) -> Gone:
        return Gone(self.contents | other.contents, self.names | other.names)

    def longest_first(self) -> list[str]:
        """All that is told from other words, so that what holds another one comes before it."""
        contents = {words for words in self.contents if len(words.split()) >= FEWEST_WORDS}
        return sorted(contents | self.names, key=lambda words: (-len(words), words))

    def out_of(self, words: str) -> str:
        """The words without what is blacked out."""
        for gone in self.longest_first():
            for span in occurrences(words, gone, any_case=gone in self.names):
                words = blackened(words, [span])
        return words


def blackened(text: str, spans: Iterable[Span]) -> str:
    """The text with these spans blacked out, as long as it was; line ends stay."""
    out = list(text)
    for span in spans:
        for place in range(span.start, span.end):
            out[place] = "\n" if out[place] == "\n" else BLACK
    return "".join(out)


Going = Callable[[str, Statement], bool]
"""Whether the statement with that id goes."""


def is_by(reading: Reading, name: str, _: str, statement: Statement) -> bool:
    """Whether a speaker of that folded name made the statement."""
    return any(folded(reading.speakers[n].name) == name for n in statement.speakers)


def words_of(part: Part, is_gone: Going, speaker: str | None = None) -> Gone:
    """The words of the statements that go, and the names of the speaker who goes, in every form that is printed."""
    reading, text = part.reading, part.reading.article.text
    going = [one for id_, one in zip(part.ids, reading.statements, strict=True) if is_gone(id_, one)]
    names: set[str] = set()
    for who in reading.speakers:
        if speaker is not None and folded(who.name) == folded(speaker):
            names |= forms(who.name, (span.of(text) for span in who.mentions))
    return Gone(frozenset(span.of(text) for one in going for span in one.content), frozenset(names))


def forms(name: str, printed: Iterable[str] = ()) -> set[str]:
    """The name, its surname, and what of the printed mentions tells the name too."""
    words = name.split()
    last = {words[-1]} if words[-1][:1].isupper() and len(words[-1]) >= SHORTEST_SURNAME else set()
    tokens = {folded(word) for word in words}
    return (
        {name}
        | last
        | {one for one in printed if any(folded(word) in tokens or _is_acronym(word) for word in one.split())}
    )


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.isupper()


def without(part: Part, gone: Gone, is_gone: Going, speaker: str | None = None) -> Part:
    """The statements that stay, in a text in which what goes is black."""
    desk = Desk(part.reading)
    for draft, id_, reviewed in zip(desk.drafts, part.ids, part.reviews, strict=True):
        draft.id, draft.reviewed = id_, reviewed
    going = [draft for draft in desk.drafts if is_gone(draft.id, draft.statement)]
    black = [span for draft in going for span in draft.statement.content] + list(_black(desk, gone, speaker))
    kept = [draft for draft in desk.drafts if draft not in going and _is_left(draft, black)]
    name = folded(speaker) if speaker is not None else None
    desk.drafts = [_cleared(draft, black, name) for draft in kept]
    desk.asked = [(voice, request) for voice, request in desk.asked if folded(voice.name) != name]
    for voice in desk.voices:
        _clear(voice, gone)
    desk.article = _article(desk.article, blackened(desk.text, black), gone)
    desk.text = desk.article.text
    return desk.standing()


def _black(desk: Desk, gone: Gone, speaker: str | None) -> Iterable[Span]:
    """Where it stands: contents and names anywhere, but for a name in what names somebody else of that surname."""
    for words in gone.contents:
        if len(words.split()) >= FEWEST_WORDS:
            yield from occurrences(desk.text, words)
    others = [
        span
        for voice in desk.voices
        if speaker is not None and folded(voice.name) != folded(speaker)
        for span in voice.mentions
    ]
    for name in gone.names:
        for span in occurrences(desk.text, name, any_case=True):
            if " " in name or not any(other.contains(span) and other != span for other in others):
                yield span


def _is_left(draft: Draft, black: Sequence[Span]) -> bool:
    """Whether words of the statement are left."""
    return not all(any(one.contains(span) for one in black) for span in draft.statement.content)


def _cleared(draft: Draft, black: Sequence[Span], name: str | None) -> Draft:
    """Without the names in it that are black now, and without the speaker who goes."""
    one = draft.statement
    about = tuple(topic for topic in one.about if not any(span.overlaps(topic.span) for span in black))
    route = tuple(step for step in one.route if not any(span.overlaps(step.span) for span in black))
    draft.statement = replace(one, about=about, route=route)
    draft.voices = [voice for voice in draft.voices if folded(voice.name) != name]
    draft.candidates = [voice for voice in draft.candidates if folded(voice.name) != name]
    return draft


def _clear(voice: Voice, gone: Gone) -> None:
    voice.name = gone.out_of(voice.name)
    voice.role = gone.out_of(voice.role) if voice.role else None
    voice.anonymity = gone.out_of(voice.anonymity) if voice.anonymity else None


def _article(article: Article, text: str, gone: Gone) -> Article:
    def cleared(words: str | None) -> str | None:
        return None if words is None else gone.out_of(words)

    return replace(
        article,
        text=text,
        outlet=cleared(article.outlet),
        headline=_headline(article, text) or cleared(article.headline),
        byline=tuple(gone.out_of(name) for name in article.byline),
        section=cleared(article.section),
    )


def _headline(article: Article, text: str) -> str | None:
    """The headline as its passage reads now; None where it is printed in none."""
    for passage in article.passages:
        if (
            passage.part is PagePart.HEADLINE
            and passage.span.of(article.text).split() == (article.headline or "").split()
        ):
            return " ".join(passage.span.of(text).split())
    return None
