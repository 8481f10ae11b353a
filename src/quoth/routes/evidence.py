"""What can be seen of a statement and an occasion, hearer or outlet of its article, as numbers that weights know."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from quoth.domain import Part, StepKind
from quoth.routes.candidates import Candidate
from quoth.routes.ground import Ground
from quoth.routes.limits import carries, may_tell
from quoth.routes.relations import is_told
from quoth.routes.sameness import PRONOUN, gap
from quoth.routes.signs import NEW, TIMES, name_words, of_phrase, of_statement, phrase_names, statement_names
from quoth.routes.vocabulary import DETERMINERS, EMITTING

NEAR = 3  # sentences
IN_LEAD = 3  # paragraphs in which the occasion of a whole article is told
BEGINNING = 25  # characters of a sentence within which its subject begins
SCENE = 2  # sentences between one that sets the scene and what is said there
GOES_ON = 2  # sentences after which whom one spoke to is still in force beside who quotes it
NEVER = 60.0  # sentences since what never was

PAIR = (
    "same sentence",
    "sentences back",
    "paragraphs back",
    "gap",
    "before",
    "after",
    "between",
    "in mention",
    "ends mention",
    "in cue",
    "in content",
    "opens content",
    "owner",
    "no owner",
    "owner same",
    "owner other",
    "named there",
    "statements between",
    "others between",
    "same between",
    "of holder",
    "same time",
    "other time there",
    "time there",
    "sets scene",
    "follows cue",
    "is told",
    "is told by owner",
)
ENTITY = (
    "is speaker",
    "speaker named",
    "speaker owns",
    "others own",
    "mentions",
    "share",
    "first paragraph",
    "in lead",
    "mentions before",
    "rivals here",
    "rivals between",
    "ever sure",
    "entities",
)
HISTORY = (
    "last is it",
    "last is none",
    "last is other",
    "last sentences",
    "speaker's last is it",
    "speaker's last is none",
    "speaker's last is other",
    "speaker's last sentences",
    "speaker's last statements",
    "told so far",
    "since told",
    "last same speaker",
    "told of any",
    "occasion is new",
    "no occasion",
)
Told = Mapping[int, int | None]  # statement -> the place of the entity that was chosen for it


class Entity:
    """One occasion, hearer or outlet: all its mentions in text order, and the fullest name that the article gives."""

    def __init__(self, mentions: Sequence[Candidate]) -> None:
        self.mentions = list(mentions)
        best = max(mentions, key=lambda one: (one.name != one.name.lower(), len(one.name.split()), one.sure))
        self.name = best.name
        self.words = frozenset(name_words(best.name))
        self.sure = any(one.sure for one in mentions)
        self.sentences = frozenset(one.sentence for one in mentions)
        self.leads = self.sure and mentions[0].paragraph <= IN_LEAD
        self.sure_in = frozenset(one.sentence for one in mentions if one.sure)


def entities(candidates: Sequence[Candidate]) -> list[Entity]:
    """The candidates gathered by what they mean, in the order of their first mentions."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    ordered = sorted(candidates, key=lambda one: one.span.start)
    by_head: dict[str, list[tuple[Candidate, list[str]]]] = defaultdict(list)
    for one in ordered:
        by_head[one.head].append((one, name_words(one.name)))
    for one in ordered:
        groups[_key(one, by_head[one.head])].append(one)
    return [Entity(mentions) for mentions in groups.values()]


def _key(one: Candidate, others: Sequence[tuple[Candidate, list[str]]]) -> str:
    """The words by which it is known: of "the rally" those of the "rally in Oster" that the text named before."""
    words = name_words(one.name)
    if one.kind is StepKind.VENUE and len(words) <= 2 and one.determiner not in NEW and one.name == one.name.lower():
        fuller = [(other, known) for other, known in others if len(known) > len(words) and set(words) <= set(known)]
        before = [known for other, known in fuller if other.span.start < one.span.start]
        if fuller:
            return " ".join(before[-1] if before else fuller[0][1])
    return " ".join(words)


class Speakers:
    """Who speaks where in an article, read once for all kinds of step."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        numbers = range(len(ground.statements))
        self.heads = {n for n in numbers if self._heads(n)}
        self.order = sorted(numbers, key=lambda n: (n in self.heads, ground.anchors[n].start))
        self.told = [of_statement(ground, n) for n in numbers]
        self.times = [frozenset(TIMES.findall(one.span.of(ground.text))) for one in ground.prose.sentences]
        self.named = [{name.sentence for name in ground.names if name.key[-1] in ground.called[n]} for n in numbers]
        self.in_sentence: dict[int, list[int]] = defaultdict(list)
        for n in numbers:
            self.in_sentence[ground.sentences[n]].append(n)
        self.same = [[ground.same_speaker(n, other) for other in numbers] for n in numbers]
        self._by_sentence = sorted(numbers, key=lambda n: ground.sentences[n])
        self._their_sentences = [ground.sentences[n] for n in self._by_sentence]
        self.before = {n: self._before(place, n) for place, n in enumerate(self.order)}
        self.mine = {n: next((m for m in reversed(self.before[n]) if self.same[n][m] is True), None) for n in numbers}

    def _heads(self, number: int) -> bool:
        """Whether the statement stands in the headline, which is told by what stands below."""
        sentence = self.ground.prose.sentences[self.ground.sentences[number]]
        return sentence.paragraph == 0 and (sentence.title_case or sentence.part is Part.HEADLINE)

    def _before(self, place: int, number: int) -> list[int]:
        """The statements that are chosen for before, the nearest last."""
        before = self.order[:place]
        return before[::-1] if number in self.heads else before

    def last(self, number: int) -> int | None:
        """The statement right before."""
        return self.before[number][-1] if self.before[number] else None

    def takes_up(self, number: int) -> bool:
        """Whether a pronoun speaks, and the sentence just before begins with a name."""
        ground, before = self.ground, self.ground.sentences[number] - 1
        mention = ground.statements[number].mention
        if mention is None or before < 0 or not PRONOUN.fullmatch(mention.of(ground.text)):
            return False
        start = ground.prose.sentences[before].span.start
        return any(name.sentence == before and name.span.start - start < BEGINNING for name in ground.names)

    def between(self, one: int, other: int) -> list[int]:
        """The statements in the sentences between two."""
        low, high = (one, other) if one < other else (other, one)
        return self._by_sentence[bisect_right(self._their_sentences, low) : bisect_left(self._their_sentences, high)]

    def owner(self, one: Candidate) -> int | None:
        """The statement that the phrase stands beside: its own sentence's, the nearest one."""
        ground = self.ground
        told = self.in_sentence.get(one.sentence, ())
        free = [n for n in told if not any(c.overlaps(one.span) for c in ground.statements[n].content)]
        return min(free, key=lambda n: gap(ground.anchors[n], one.span), default=None)


class Evidence:
    """The entities of one kind over an article, and the numbers for each with each statement."""

    def __init__(self, speakers: Speakers, kind: StepKind, candidates: Sequence[Candidate]) -> None:
        self.ground, self.speakers, self.kind = speakers.ground, speakers, kind
        self.occasions: Told = {}  # the venues that were chosen, once they are
        self.entities = entities(candidates)
        self.order = speakers.order
        self._is_long = bool(self.ground.prose.sentences) and self.ground.prose.sentences[-1].paragraph > IN_LEAD
        self._slug = self.ground.article.outlet or ""
        self._phrases: dict[int, list[float]] = {}
        self._owners = {id(one): speakers.owner(one) for entity in self.entities for one in entity.mentions}
        self._total = sum(len(entity.mentions) for entity in self.entities)
        self._here: dict[int, list[int]] = defaultdict(list)
        for place, entity in enumerate(self.entities):
            for sentence in entity.sentences:
                self._here[sentence].append(place)
        self._seen: dict[tuple[int, int], list[float]] = {}

    def names(self) -> list[str]:
        """What each number of a row is, in order."""
        return [*phrase_names(self.kind), *statement_names(), *PAIR, *ENTITY, *HISTORY]

    def reach(self, number: int, told: Told) -> list[int]:
        """The entities that may tell of the statement: in its sentence, in one that sets its scene, or carried on."""
        here = self.ground.sentences[number]
        last, mine = self.speakers.last(number), self.speakers.mine[number]
        places = dict.fromkeys(self._here.get(here, ()))
        for back in range(1, SCENE + 1):
            near = self._here.get(here - back, ())
            places |= {p: None for p in near if self._sets_scene(number, self.nearest(number, p))}
        close = range(here - NEAR, here + 1)
        places |= {p: None for s in close for p in self._here.get(s, ()) if s in self.entities[p].sure_in}
        if self.kind is StepKind.VENUE:
            opened = len(self.ground.prose.sentences) if number in self.speakers.heads or self._is_long else here
            places |= {
                p: None
                for p, e in enumerate(self.entities)
                if (e.leads and e.mentions[0].sentence <= opened) or not e.sure_in.isdisjoint(close)
            }
        places |= {place: None for n in (last, mine) if n is not None and (place := told.get(n)) is not None}
        return [place for place in places if self._may_tell(number, place, last, told)]

    def _may_tell(self, number: int, place: int, last: int | None, told: Told) -> bool:
        one, here = self.nearest(number, place), self.ground.sentences[number]
        if not may_tell(self.ground, number, one, self._slug):
            return False
        if one.sentence == here or last is None or told.get(last) != place:
            return True
        moved = self.kind is not StepKind.VENUE and self._moved(number, last)
        return not moved and carries(self.ground, number, last, one)

    def is_set(self, number: int, place: int) -> bool:
        """Whether a sentence that sets the statement's scene tells the entity: "Orr spoke with the Herald."."""
        one = self.nearest(number, place)
        if not one.sure or one.lead in EMITTING or not self._sets_scene(number, one):
            return False
        return is_told(self.ground, number, one)

    def origin(self, number: int, place: int, told: Told) -> int | None:
        """The statement that the entity is carried on from; None where it stands beside the statement itself."""
        if self.nearest(number, place).sentence == self.ground.sentences[number]:
            return None
        before = (self.speakers.mine[number], self.speakers.last(number))
        return next((n for n in before if n is not None and told.get(n) == place), None)

    def nearest(self, number: int, place: int) -> Candidate:
        """The mention of the entity that tells most of the statement: in its sentence, else the last one before."""
        mentions = self.entities[place].mentions
        if len(mentions) == 1:
            return mentions[0]
        here, anchor = self.ground.sentences[number], self.ground.anchors[number]
        content = self.ground.statements[number].content

        def rank(one: Candidate) -> tuple[int, int]:
            if one.sentence == here:
                inside = any(c.overlaps(one.span) for c in content)
                return (5 if inside else 0, gap(one.span, anchor))
            if one.sentence < here:
                return (1 if here - one.sentence <= 3 else 3, here - one.sentence)
            return (4, one.sentence - here)

        return min(mentions, key=rank)

    def row(self, number: int, place: int, told: Told) -> list[float]:
        """The numbers of statement `number` with entity `place`, given what was chosen for the statements before."""
        if (number, place) not in self._seen:
            one = self.nearest(number, place)
            if id(one) not in self._phrases:
                self._phrases[id(one)] = of_phrase(self.ground, one, self._slug)
            self._seen[number, place] = [
                *self._phrases[id(one)],
                *self.speakers.told[number],
                *self._pair(number, one),
                *self._entity(number, place, one),
            ]
        return [*self._seen[number, place], *self._history(number, place, told)]

    def _pair(self, number: int, one: Candidate) -> list[float]:
        ground, statement, times = self.ground, self.ground.statements[number], self.speakers.times
        anchor, here, span = ground.anchors[number], ground.sentences[number], one.span
        same, first = here == one.sentence, statement.content[0].start
        inside = any(c.overlaps(span) for c in statement.content)
        mention, cue = statement.mention, statement.cue
        in_mention = mention is not None and mention.overlaps(span)
        told = (same or self._sets_scene(number, one)) and is_told(ground, number, one)
        return [
            float(same),
            float(here - one.sentence),
            float(ground.prose.sentences[here].paragraph - one.paragraph),
            float(min(300, gap(anchor, span))) if same else 400.0,
            float(same and span.end <= anchor.start),
            float(same and span.start >= anchor.end),
            float(same and min(anchor.start, first) < span.start < max(anchor.start, first)),
            float(in_mention),
            float(in_mention and mention is not None and span.end >= mention.end - 1),
            float(cue is not None and cue.overlaps(span)),
            float(inside),
            float(inside and span.start - first <= 5),
            *self._around(number, one),
            float(not same and bool(times[here] & times[one.sentence])),
            float(not same and bool(times[here] - times[one.sentence])),
            float(bool(times[one.sentence])),
            float(self._sets_scene(number, one)),
            float(cue is not None and 0 <= span.start - cue.end <= 20 and self._follows(cue.end, span.start)),
            float(told),
            float(told and self._owners[id(one)] in (number, None)),
        ]

    def _sets_scene(self, number: int, one: Candidate) -> bool:
        """Whether a sentence just before says nothing but that the speaker is there: "Orr met reporters."."""
        back = self.ground.sentences[number] - one.sentence
        if not 0 < back <= SCENE or self._owners[id(one)] is not None or self.ground.holders(one.span):
            return False
        if one.sentence in self.speakers.in_sentence:
            return False
        return one.sentence in self.speakers.named[number] or (back == 1 and self.speakers.takes_up(number))

    def _follows(self, end: int, start: int) -> bool:
        """Whether only small words stand between: "told the cheering", "told his"."""
        words = self.ground.text[end:start].lower().split()
        return all(word in DETERMINERS for word in words)

    def _around(self, number: int, one: Candidate) -> list[float]:
        """Who else speaks: beside the phrase, between it and the statement, around it."""
        ground, owner, same = self.ground, self._owners[id(one)], self.speakers.same[number]
        between = self.speakers.between(ground.sentences[number], one.sentence)
        others = sum(same[n] is False for n in between)
        within = ground.statements[number].within
        return [
            float(owner == number),
            float(owner is None),
            float(owner is not None and same[owner] is True),
            float(owner is not None and same[owner] is False),
            float(one.sentence in self.speakers.named[number]),
            float(len(between)),
            float(others),
            float(len(between) - others),
            float(within is not None and (owner == within or within in ground.holders(one.span))),
        ]

    def _entity(self, number: int, place: int, one: Candidate) -> list[float]:
        entity, here = self.entities[place], self.ground.sentences[number]
        low, high = one.span.start, self.ground.anchors[number].start
        others = [self.entities[other] for other in self._here.get(here, ()) if other != place]
        rivals = [other for other in others if here in other.sure_in]
        between = [e for e in rivals if any(m.sure and low < m.span.start < high for m in e.mentions)]
        owners = [owner for m in entity.mentions if (owner := self._owners[id(m)]) is not None]
        mine = [self.speakers.same[number][n] for n in owners]
        return [
            float(bool(entity.words & self.ground.called[number])),
            float(len(entity.sentences & self.speakers.named[number])),
            float(sum(known is True for known in mine)),
            float(sum(known is False for known in mine)),
            float(len(entity.mentions)),
            len(entity.mentions) / max(1, self._total),
            float(entity.mentions[0].paragraph),
            float(entity.mentions[0].paragraph <= 1),
            float(sum(m.sentence <= here for m in entity.mentions)),
            float(len(rivals)),
            float(len(between)),
            float(entity.sure),
            float(len(self.entities)),
        ]

    def spoken_to(self, number: int, told: Told) -> int | None:
        """What was chosen for the statement of the same speaker right before, close by."""
        last, mine = self.speakers.last(number), self.speakers.mine[number]
        if mine is None or last != mine or self.ground.sentences[number] - self.ground.sentences[mine] > GOES_ON:
            return None
        return told.get(mine)

    def _history(self, number: int, place: int, told: Told) -> list[float]:
        sentences, here = self.ground.sentences, self.ground.sentences[number]
        before = self.speakers.before[number]
        last, mine = self.speakers.last(number), self.speakers.mine[number]
        same = None if last is None else self.speakers.same[number][last]
        so_far = [n for n in before if told.get(n) == place]
        return [
            *_about(last, place, told),
            float(abs(here - sentences[last])) if last is not None else NEVER,
            *_about(mine, place, told),
            float(abs(here - sentences[mine])) if mine is not None else NEVER,
            float(len(before) - before.index(mine)) if mine is not None else NEVER,
            float(len(so_far)),
            float(abs(here - sentences[so_far[-1]])) if so_far else NEVER,
            -1.0 if same is None else float(same),
            sum(told.get(n) is not None for n in before) / max(1, len(before)),
            float(self._moved(number, last if mine is None else mine)),
            float(self.occasions.get(number) is None),
        ]

    def _moved(self, number: int, earlier: int | None) -> bool:
        """Whether it was said on another occasion than the earlier statement."""
        here = self.occasions.get(number)
        return earlier is not None and here is not None and here != self.occasions.get(earlier)


def _about(number: int | None, place: int, told: Told) -> list[float]:
    """Whether the entity, none or another was chosen for the statement."""
    if number is None:
        return [0.0, 0.0, 0.0]
    chosen = told.get(number)
    return [float(chosen == place), float(chosen is None), float(chosen is not None and chosen != place)]
