"""A cue in its text -> the clause around it: what stands before its reporting word, that word, and what comes after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quoth.attribution.lexicon import GOVERNORS, LIGHT, entry
from quoth.domain import Span

REACH = 400  # characters on each side: a longer sentence than that is read no further
CONTENT, MENTION = "\ue000", "\ue001"  # stand for the words said and the one who says them
# A stop after these, or after a single capital, ends no sentence.
ABBREVIATIONS = r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bGen)(?<!\b[A-Z])"
SENTENCE_END = re.compile(rf"(?:{ABBREVIATIONS}\.|[!?])[”’\"')\]]*(?=\s+[“‘\"'(\[]?[A-Z\d{CONTENT}{MENTION}]|\s*$)|\n")
ENDING = re.compile(r"[.!?][”’\"')]*$")
WORD = re.compile(rf"{CONTENT}+|{MENTION}+|[^\W_]+(?:-[^\W_]+)*|[^\w\s]")
NEGATED = re.compile(r"n['’]t\b", re.IGNORECASE)
CONTRACTIONS = {"ca": "can", "wo": "will", "sha": "shall", "ll": "will", "ve": "have", "re": "are", "cannot": "can not"}
NOT_WOULD = re.compile(r"^(?:\w+ed|been|better|said|told|made|never|had)$")  # "he'd said" is "he had said"

# What may stand between an auxiliary and its verb.
SLACK = re.compile(
    r"(?: (?:, (?:however|though|for now|of course|as yet|so far|in fact) ,|\w+ly|also|ever|even|yet|now|then|still|so"
    r"|again|already|once|first|just|only|quite|always|often|soon|later|long|far|all|both|in turn|too|either|simply"
    r"|have|has|had|be|been|being|to|do|not|never|at least|so much as|as yet))*"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Lower-case words of the sentence that holds a cue; CONTENT and MENTION stand for those words.

    before: up to the reporting word, with the part of the cue that precedes it; cue: all of the cue;
    head: the reporting word as printed, "" where the cue has none that is known; after: what follows, in its sentence.
    """

    before: tuple[str, ...]
    cue: tuple[str, ...]
    head: str
    after: tuple[str, ...]
    start: int  # how many words stand before the cue
    asks: bool  # whether the sentence ends in a question mark that stands in no quotation

    @property
    def lead(self) -> str:
        """The words before the reporting word, in one line."""
        return " ".join(self.before)

    def reaches(self, words: re.Pattern[str]) -> bool:
        """Whether `words` stand in the cue before its reporting word, or before the cue but for adverbs."""
        lead, cue_at = self.lead, len(self.left)
        return any(SLACK.fullmatch(lead, m.end(), max(m.end(), cue_at)) for m in words.finditer(lead))

    @property
    def left(self) -> str:
        """The words before the cue, in one line."""
        return " ".join(self.before[: self.start])

    @property
    def verb(self) -> str:
        """The reporting word's dictionary form."""
        known = entry(self.head)
        return known[0] if known else self.head


def clause(text: str, content: Sequence[Span], cue: Span, mention: Span | None) -> Clause:
    """The clause around a cue. The words of the content and of the mention are not read, but where they stand is."""
    first = max(0, cue.start - REACH)
    masked = _masked(text[first : cue.end + REACH], first, content, mention, cue)
    start, end = cue.start - first, cue.end - first
    left = max((m.end() for m in SENTENCE_END.finditer(masked, 0, start)), default=0)
    stop = SENTENCE_END.search(masked, end)
    before, inside = tuple(_words(masked[left:start])), tuple(_words(masked[start:end]))
    after = tuple(_words(masked[end : stop.end() if stop else len(masked)]))
    place = _head(inside)
    head = inside[place] if place < len(inside) else ""
    asks = stop is not None and stop.group().strip() == "?"
    return Clause(before + inside[:place], inside, head, inside[place + 1 :] + after, len(before), asks)


def _masked(near: str, first: int, content: Sequence[Span], mention: Span | None, cue: Span) -> str:
    """The text from `first` on, as long as it is, the words of content and mention made one letter each.

    The mark that ends the content stays: it ends the sentence too.
    """
    out = list(near)
    named = [(MENTION, mention.start, mention.end)] if mention else []
    for letter, start, end in [
        *((CONTENT, span.start, span.end - _ending(near, span.end - first)) for span in content),
        *named,
    ]:
        for place in range(max(first, start), min(end, first + len(near))):
            if not cue.start <= place < cue.end:
                out[place - first] = letter
    return "".join(out)


def _ending(near: str, end: int) -> int:
    """How many characters before `end` are marks that end a sentence, with the marks of quotation behind them."""
    ending = ENDING.search(near[max(0, end - 4) : end]) if 0 < end <= len(near) else None
    return len(ending.group()) if ending else 0


def _words(masked: str) -> Iterator[str]:
    """Words with contractions undone: "won't" is "will not"; marks of quotation are left out."""
    found = [w.lower() for w in WORD.findall(NEGATED.sub(" not", masked)) if w not in "“”\"'’‘`*"]
    for word, following in zip(found, [*found, ""][1:], strict=True):
        if word[0] in (CONTENT, MENTION):
            yield word[0]
        elif word == "d":
            yield "had" if NOT_WOULD.match(following) else "would"
        else:
            yield from CONTRACTIONS.get(word, word).split()


def _head(cue: Sequence[str]) -> int:
    """Index of the reporting word: the first that is known and hands on to no later one; len(cue) where none is."""
    known = [n for n, word in enumerate(cue) if entry(word)]
    for n in known:
        later = [m for m in known if m > n]
        verb = (entry(cue[n]) or ("",))[0]
        if later and (verb in LIGHT or (verb in GOVERNORS and "to" in cue[n + 1 : later[0]])):
            continue
        return n
    return len(cue)
