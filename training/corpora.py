"""The corpora that the tagger learns from, each as Gold: PolNeAR, articles of our own, GUM."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "bench")]

from examples import Attribution, Coreferent, Gold, unknown, with_mentions, with_statements  # noqa: E402
from marked import Marked, Told, unmark  # noqa: E402
from quoth.attribution.transcript import turns, without_labels  # noqa: E402
from quoth.domain import Part, Span  # noqa: E402
from quoth.inference.scores import ENTITIES  # noqa: E402
from quoth.inference.tokens import pieces  # noqa: E402
from quoth.marks import Quoted, quotations  # noqa: E402
from rows import lines  # noqa: E402

KEY = {"mention": "source", "cue": "cue", "content": "content"}
OURS = ROOT / "training" / "articles"
GUM_KINDS = {"person": "person", "organization": "organisation", "place": "place"}


def corpus(shared: Path, tokenizer: Tokenizer, share: float, repeat: int) -> list[Gold]:
    """All that is there to learn from: our own articles `repeat` times, the others' n-th where `share` is below 1."""
    nth = round(1 / share)
    speakers = load_speakers(shared / "speakers" / "train.jsonl")
    reports = rows(shared / "polnear" / "train.jsonl")[::nth]
    out = [polnear(row, speakers.get(row["id"], {}), tokenizer) for row in reports]
    out += [gum(row, tokenizer) for row in rows(shared / "gum" / "train.jsonl")[::nth]]
    for path in sorted(OURS.glob("*.txt")):
        out += list(ours(unmark(path.read_text(encoding="utf8")), tokenizer)) * repeat
    return out


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


def load_speakers(path: Path) -> dict[str, dict[int, dict[str, Any]]]:
    """The gold speakers by article and by the index of the attribution."""
    out: dict[str, dict[int, dict[str, Any]]] = {}
    for row in rows(path):
        out.setdefault(row["article"], {})[row["attribution"]] = row
    return out


def polnear(row: Mapping[str, Any], speakers: Mapping[int, Mapping[str, Any]], tokenizer: Tokenizer) -> Gold:
    """A row of PolNeAR; where somebody told who its speakers are, their mentions have clusters."""
    found = pieces(tokenizer, row["text"], lines(row["text"]))
    attributions = [
        {role: [Span(a, b) for a, b in one[key]] for role, key in KEY.items()} for one in row["attributions"]
    ]
    labels = with_statements(found, unknown(found), attributions)
    return Gold(found, with_mentions(found, labels, list(named(row["text"], attributions, speakers)), all_known=False))


def named(
    text: str, attributions: Sequence[Attribution], speakers: Mapping[int, Mapping[str, Any]]
) -> Iterator[Coreferent]:
    """The mentions of statements, and the places of their speakers' names in the text."""
    names: dict[str, int] = {}
    taken: set[int] = set()
    for n, speaker in speakers.items():
        if speaker["kind"] in ENTITIES and speaker["speaker"] and len(attributions[n]["mention"]) == 1:
            [span] = attributions[n]["mention"]
            taken.update(range(span.start, span.end))
            cluster = names.setdefault(speaker["speaker"], len(names))
            yield Coreferent(span, speaker["kind"], cluster)
    for name, cluster in names.items():
        short = name.split()[-1] if len(name.split()) < 4 else name
        for match in re.finditer(rf"\b(?:{re.escape(name)}|{re.escape(short)})\b", text):
            if match.start() not in taken:
                yield Coreferent(Span(*match.span()), "person", cluster)


def gum(row: Mapping[str, Any], tokenizer: Tokenizer) -> Gold:
    """A document of GUM: nothing is known of statements, all of its persons, bodies and places are."""
    found = pieces(tokenizer, row["text"], lines(row["text"]))
    numbers: dict[str, int] = {}
    mentions = [
        Coreferent(Span(m["start"], m["end"]), GUM_KINDS[m["type"]], numbers.setdefault(m["cluster"], len(numbers)))
        for m in row["mentions"]
        if m["type"] in GUM_KINDS
    ]
    return Gold(found, with_mentions(found, unknown(found), mentions, all_known=True))


def ours(marked: Marked, tokenizer: Tokenizer) -> Iterator[Gold]:
    """A marked article as it is read: its report, each caption by itself, then the quotations that hold quotations."""
    report = [p.span for p in marked.passages if p.part in (Part.HEADLINE, Part.STANDFIRST, Part.BODY)]
    captions = [[p.span] for p in marked.passages if p.part is Part.CAPTION]
    for spans in [report, *captions]:
        spoken = turns(marked.text, spans)
        paragraphs = without_labels(spans, spoken)
        if paragraphs:
            yield _level(marked, paragraphs, tokenizer, {turn.words for turn in spoken})
        quoted = quotations(marked.text, paragraphs)
        inner = [Span(*piece.inner) for piece in quoted if not piece.depth and _holds_another(piece, quoted)]
        if inner:
            yield _level(marked, inner, tokenizer)


def _holds_another(piece: Quoted, quoted: Sequence[Quoted]) -> bool:
    return any(other.depth and piece.span.contains(other.span) for other in quoted)


def _level(marked: Marked, paragraphs: Sequence[Span], tokenizer: Tokenizer, spoken: Collection[Span] = ()) -> Gold:
    """What is to be found in these paragraphs at once: no turn of a transcript, nothing inside another's words.

    A quotation that is a paragraph of its own is no turn: it has to be found.
    """
    found = pieces(tokenizer, marked.text, paragraphs)
    here = [t for t in marked.statements.values() if all(any(p.contains(s) for p in paragraphs) for s in t.content)]
    here = [t for t in here if t.cue or t.content[0] not in spoken]
    outer = [t for t in here if not any(_inside(t, other) for other in here if other is not t)]
    attributions = [
        {"content": sorted(t.content), "cue": [t.cue] if t.cue else [], "mention": [t.mention] if t.mention else []}
        for t in outer
    ]
    return Gold(found, with_statements(found, unknown(found), attributions))


def _inside(inner: Told, outer: Told) -> bool:
    return all(any(holder.contains(span) for holder in outer.content) for span in inner.content)
