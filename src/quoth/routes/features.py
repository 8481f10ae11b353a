"""What can be seen of a statement and a phrase that may tell its route: names of features, all of them yes or no."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from quoth.domain import Span, Statement, StepKind
from quoth.routes.candidates import Candidate
from quoth.routes.ground import Ground
from quoth.routes.vocabulary import ASKING, EMITTING

MAX_BEFORE = 25  # sentences that a venue may stay in force
MAX_AFTER = 8  # sentences after a statement in which its venue may be told: a headline's, for the most part
ASKS = re.compile(r"\b(?:ask|urg|call|tell|told|encourag|press|challeng|warn|implor|invit|beg|persuad)", re.IGNORECASE)
POLLED = re.compile(r"\b(?:percent|per cent|%|respondents|in (?:three|four|five|ten|10)|voters|polled|surveyed|half|majority|two-thirds)\b|\d%", re.IGNORECASE)
PRONOUN = re.compile(r"(?:he|she|they|who|it|we|i)\b", re.IGNORECASE)
KEPT_LEADS = frozenset("in at on during to with from by via of before according told possessive reports after for".split()) | {"", ",", "published by"}
LEADS = dict.fromkeys(ASKING, "ask") | dict.fromkeys(("tell", "tells", "telling"), "told") | dict.fromkeys(EMITTING, "emit") | {"through": "via", "among": "to", "addressing": "to"}
WORDS = frozenset("said says told tells wrote writes added tweeted asked replied continued noted".split())


class Field:
    """The phrases of one kind over one article, with who tells what around them."""

    def __init__(self, ground: Ground, candidates: Sequence[Candidate], slug: str = "") -> None:
        self.ground, self.candidates = ground, candidates
        self.heads = Counter(one.name.lower().split()[-1] for one in candidates)
        self.owners = [self._owner(one) for one in candidates]
        self.slug = slug
        self.inside = [ground.holders(one.span) for one in candidates]

    def _owner(self, candidate: Candidate) -> int | None:
        """The statement that the phrase stands beside: its own sentence's, the nearest one."""
        told = self.ground.told_in(candidate.sentence)
        free = [n for n in told if not any(c.overlaps(candidate.span) for c in self.ground.statements[n].content)]
        return min(free, key=lambda n: gap(self.ground.anchors[n], candidate.span), default=None)

    def reach(self, number: int) -> Iterator[int]:
        """The places of the candidates that may tell statement `number`'s route."""
        statement, here = self.ground.statements[number], self.ground.sentences[number]
        for place, one in enumerate(self.candidates):
            if -MAX_AFTER <= here - one.sentence <= MAX_BEFORE and not self._in_own_words(statement, one):
                yield place

    def _in_own_words(self, statement: Statement, one: Candidate) -> bool:
        """Whether the phrase stands in the statement's content, where it is no route of it; its first words may be."""
        if not any(c.overlaps(one.span) for c in statement.content):
            return False
        begins = one.span.start - statement.content[0].start <= 4
        return not (begins and one.sort.startswith("named") and statement.cue is not None and bool(ASKS.search(statement.cue.of(self.ground.text))))

    def features(self, number: int, place: int) -> list[str]:
        """The features of statement `number` with candidate `place`."""
        one, statement = self.candidates[place], self.ground.statements[number]
        broad, relation = self._relation(number, place)
        lead = LEADS.get(one.lead, one.lead if one.lead in KEPT_LEADS else "other")
        out = [
            "bias", relation, f"{relation},{lead}", f"{relation},{one.sort}", f"{broad},{lead}", f"{broad},{one.sort}", f"{lead},{one.sort}",
            f"{broad},mention={self._mention(statement)}", f"{broad},between={self._between(number, place)}", f"{broad},{statement.manner}",
            f"{broad},last={self._is_last(number, place)}", f"{broad},inside={self._inside(number, place)}",
        ]  # fmt: skip
        if one.kind is StepKind.OUTLET:
            out += [f"own={is_own(one.name, self.slug)},{lead}", f"own={is_own(one.name, self.slug)},{broad}"]
        if one.kind is StepKind.VENUE:
            often = min(3, self.heads[one.name.lower().split()[-1]])
            out += [
                f"{broad},determiner={one.determiner}", f"{broad},often={often}", f"{broad},early={one.paragraph < 3}", f"{one.sort},mention={self._mention(statement)}",
                f"{one.sort},cue={self._cue(statement)}", f"{one.sort},often={often}", f"paragraphs={self._paragraphs(number, place)},{one.sort}",
            ]  # fmt: skip
        return out

    def _paragraphs(self, number: int, place: int) -> str:
        return _bucket(self.ground.prose.sentences[self.ground.sentences[number]].paragraph - self.candidates[place].paragraph)

    def _relation(self, number: int, place: int) -> tuple[str, str]:
        """How the phrase stands to the statement: broadly, and with distance and speaker."""
        one, distance = self.candidates[place], self.ground.sentences[number] - self.candidates[place].sentence
        where = self._where(self.ground.statements[number], one)
        if where != "out":
            return where, where
        speaker = self._speaker(number, place)
        if distance == 0:
            side, joined, mine = self._beside(number, place)
            broad = "own" if mine else "same" if speaker == "same" else "beside"
            return broad, f"{broad},{side},{joined}"
        title = self.ground.prose.sentences[self.ground.sentences[number]].paragraph == 0
        side = "title" if title else "before" if distance > 0 else "after"
        return f"{side},{speaker}", f"{side},{speaker},{_bucket(distance)}"

    def _where(self, statement: Statement, one: Candidate) -> str:
        if statement.mention is not None and statement.mention.overlaps(one.span):
            return "mention"
        if statement.cue is not None and statement.cue.overlaps(one.span):
            return "cue"
        return "content" if any(c.overlaps(one.span) for c in statement.content) else "out"

    def _beside(self, number: int, place: int) -> tuple[str, str, bool]:
        """On which side of the cue the phrase stands in the same sentence, how near, and whether no other statement is nearer."""
        anchor, span = self.ground.anchors[number], self.candidates[place].span
        gap = gap(anchor, span)
        return "before" if span.end <= anchor.start else "after", "joined" if gap <= 12 else "off", self.owners[place] == number

    def _speaker(self, number: int, place: int) -> str:
        owner = self.owners[place]
        if owner is not None:
            same = self.ground.same_speaker(number, owner)
            return "unknown" if same is None else "same" if same else "other"
        return "named" if self.ground.named_in(number, self.candidates[place].sentence) else "nobody"

    def _between(self, number: int, place: int) -> str:
        """Whether another speaks, or another phrase of the kind stands, between the phrase and the statement."""
        low, high = sorted((self.ground.sentences[number], self.candidates[place].sentence))
        if high - low < 1:
            return "no"
        told = [n for s in range(low + 1, high) for n in self.ground.told_in(s)]
        others = sum(self.ground.same_speaker(number, n) is False for n in told)
        return "none" if not others else "one" if others == 1 else "more"

    def _is_last(self, number: int, place: int) -> str:
        """How many other phrases of the kind stand between."""
        low, high = self.candidates[place].sentence, self.ground.sentences[number]
        if low > high:
            return "after"
        name = self.candidates[place].name.lower().split()[-1]
        other = [one for one in self.candidates if low < one.sentence <= high and one.name.lower().split()[-1] != name]
        return str(min(2, len(other)))

    def _inside(self, number: int, place: int) -> str:
        held = [n for n in self.inside[place] if n != number]
        return "no" if not held else "quoted" if self.ground.prose.in_quotes(self.candidates[place].span.start) else "indirect"

    def _mention(self, statement: Statement) -> str:
        if statement.mention is None:
            return "none"
        text = statement.mention.of(self.ground.text)
        if POLLED.search(text):
            return "polled"
        return "pronoun" if PRONOUN.fullmatch(text.strip()) else "name" if text[0].isupper() else "noun"

    def _cue(self, statement: Statement) -> str:
        if statement.cue is None:
            return "none"
        words = [word.lower for word in self.ground.words_of(statement.cue)]
        if not words:
            return "none"
        return "according" if words[0] == "according" else next((w for w in words if w in WORDS), "other")


def gap(a: Span, b: Span) -> int:
    return max(0, a.start - b.end, b.start - a.end)


def _bucket(distance: int) -> str:
    if distance < 0:
        return "-1" if distance == -1 else "-3" if distance >= -3 else "-more"
    return str(distance) if distance < 3 else "5" if distance <= 5 else "9" if distance <= 9 else "more"


def is_own(name: str, slug: str) -> bool:
    """Whether the name is that of the article's own publisher: "The Huffington Post" of huff-post."""
    words = [word for word in re.findall(r"[a-z0-9]+", name.lower()) if word != "the"]
    parts = [part for part in re.findall(r"[a-z0-9]+", slug.lower()) if part != "the"]
    if not words or not parts:
        return False
    initials = "".join(word[0] for word in words)
    return "".join(parts) in ("".join(words), initials) or len(words) == len(parts) and all(w.startswith(p) for w, p in zip(words, parts, strict=True))
