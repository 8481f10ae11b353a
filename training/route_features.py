"""What can be seen of a statement and a phrase that may tell its route: names of features, all of them yes or no."""

from __future__ import annotations

import re

from quoth.domain import Statement, StepKind
from quoth.routes.candidates import Candidate
from quoth.routes.field import PRONOUN, Field, gap, is_own
from quoth.routes.vocabulary import ASKING, EMITTING, word_set

POLLED = re.compile(
    r"\b(?:percent|per cent|%|respondents|in (?:three|four|five|ten|10)|voters|polled|surveyed|half|majority|"
    r"two-thirds)\b|\d%",
    re.IGNORECASE,
)
KEPT_LEADS = word_set("in at on during to with from by via of before according told possessive reports after for") | {
    "",
    ",",
    "published by",
}
LEADS = (
    dict.fromkeys(ASKING, "ask")
    | dict.fromkeys(("tell", "tells", "telling"), "told")
    | dict.fromkeys(EMITTING, "emit")
    | {"through": "via", "among": "to", "addressing": "to"}
)
WORDS = word_set("said says told tells wrote writes added tweeted asked replied continued noted")


class Seen(Field):
    """A field whose pairs of statement and phrase have features."""

    def features(self, number: int, place: int) -> list[str]:
        """The features of statement `number` with candidate `place`."""
        one, statement = self.candidates[place], self.ground.statements[number]
        broad, relation = self._relation(number, place)
        lead = LEADS.get(one.lead, one.lead if one.lead in KEPT_LEADS else "other")
        out = [
            "bias",
            relation,
            *(f"{relation},{more}" for more in (lead, one.sort)),
            *(f"{broad},{more}" for more in (lead, one.sort, statement.manner)),
            f"{lead},{one.sort}",
            f"{broad},mention={self._mention(statement)}",
            f"{broad},between={self._between(number, place)}",
            f"{broad},last={self._is_last(number, place)}",
            f"{broad},inside={self._inside(number, place)}",
        ]
        if one.kind is StepKind.OUTLET:
            out += [f"own={is_own(one.name, self.slug)},{lead}", f"own={is_own(one.name, self.slug)},{broad}"]
        if one.kind is StepKind.VENUE:
            often = min(3, self.heads[one.name.lower().split()[-1]])
            out += [
                f"{broad},determiner={one.determiner}",
                f"{broad},often={often}",
                f"{broad},early={one.paragraph < 3}",
                f"{one.sort},mention={self._mention(statement)}",
                f"{one.sort},cue={self._cue(statement)}",
                f"{one.sort},often={often}",
                f"paragraphs={self._paragraphs(number, place)},{one.sort}",
            ]
        return out

    def _paragraphs(self, number: int, place: int) -> str:
        return _bucket(
            self.ground.prose.sentences[self.ground.sentences[number]].paragraph - self.candidates[place].paragraph
        )

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
        """On which side of the cue the phrase stands in the same sentence, how near, and whether no other "
        "statement is nearer."""
        anchor, span = self.ground.anchors[number], self.candidates[place].span
        chars = gap(anchor, span)
        return (
            "before" if span.end <= anchor.start else "after",
            "joined" if chars <= 12 else "off",
            self.owners[place] == number,
        )

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
        return (
            "no"
            if not held
            else "quoted"
            if self.ground.prose.in_quotes(self.candidates[place].span.start)
            else "indirect"
        )

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


def _bucket(distance: int) -> str:
    if distance < 0:
        return "-1" if distance == -1 else "-3" if distance >= -3 else "-more"
    return str(distance) if distance < 3 else "5" if distance <= 5 else "9" if distance <= 9 else "more"
