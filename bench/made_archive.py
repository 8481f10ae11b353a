"""An archive of made-up articles, and a tagger that takes quotation marks at their word: adding without the model.

What makes adding hard is in it: pages by two addresses, pages that change, one report in several papers, rows, files
that hold no article, another language.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from fakes import PerfectTagger
from marked import Marked, Told
from quoth.domain import Span
from quoth.inference import Scores

ROOT = Path(__file__).resolve().parent.parent
OUTLETS = ("Harbour Gazette", "Skelby Echo", "Moor & Fen Post", "Ostra Courier")
FIRST = ("Ana", "Tom", "Rut", "Bo", "Ines", "Karl", "Lena", "Omar", "Petra", "Sven")
LAST = ("Ruiz", "Hale", "Dahl", "Ek", "Moreau", "Brandt", "Okafor", "Lindqvist", "Varga", "Teller")
COMMON = re.compile(r"(?<![\w@{])[a-z]{5,12}(?![\w}])")
ROLES = ("Mayor", "Harbour master", "Councillor", "Professor", "Inspector", "Chairwoman")
WORDS = sorted(
    {word for path in sorted((ROOT / "tests/articles").glob("*.txt")) for word in COMMON.findall(path.read_text())}
)
"""Words of our test articles: each made-up article draws a few, so that only those meant to be are near copies."""
GERMAN = (
    "Der Bürgermeister von Orlitz hat am Montag angekündigt, dass die neue Brücke erst im Herbst eröffnet wird. "
    "Er sagte, was in der Stadt alle wissen: Die Kosten sind höher als geplant, und die Anwohner warten noch immer."
)
QUOTED = re.compile(r"(?P<content>“[^”]+”) (?P<cue>said) (?P<mention>(?:[A-Z]\w+ )*[A-Z]\w+)")


class QuoteTagger:
    """The scores of a model that knows only “…,” said Somebody. Every reading with it is the same."""

    version = "en:quotes"

    def __init__(self) -> None:
        self._inner = PerfectTagger(Marked("", (), {}))
        self.calibration = self._inner.calibration

    def score(self, text: str, paragraphs: Sequence[Span]) -> Scores:
        told = {
            n: Told([Span(*match.span("content"))], Span(*match.span("cue")), Span(*match.span("mention")))
            for n, match in enumerate(QUOTED.finditer(text))
        }
        self._inner.marked = Marked(text, (), told)
        return self._inner.score(text, paragraphs)


def write_archive(folder: Path, count: int, seed: int = 1) -> int:
    """Writes about `count` articles below the folder, the same for the same seed; returns how many files."""
    dice = random.Random(seed)
    pages = [_story(dice, n) for n in range(count)]
    folder.mkdir(parents=True, exist_ok=True)
    for n, (headline, paragraphs) in enumerate(pages):
        outlet = OUTLETS[n % len(OUTLETS)]
        kind = n % 10
        if kind == 9 and n >= 10:  # a paper prints what another had, from the agency
            headline, paragraphs = pages[n - 5]
        if kind == 8 and n >= 10:  # a page that was in the archive before has changed
            (folder / f"{n:05}.html").write_text(
                _page(n - 8, OUTLETS[(n - 8) % 4], headline, pages[n - 8][1] + paragraphs[:1])
            )
        elif kind == 7 and n >= 10:  # the same page, by its address without s and with what counts visits
            mirrored = _page(n - 7, OUTLETS[(n - 7) % 4], *pages[n - 7]).replace("https://", "http://")
            (folder / f"{n:05}.html").write_text(mirrored.replace('.html"', '.html?utm_source=rss"'))
        elif kind == 6:
            (folder / f"{n:05}.txt").write_text(f"{headline}\n\n" + "\n\n".join(paragraphs))
        else:
            (folder / f"{n:05}.html").write_text(_page(n, outlet, headline, paragraphs))
    (folder / "99998.txt").write_text(GERMAN)
    rows = [_row(n, *_story(dice, n)) for n in range(count, count + count // 10)]
    (folder / "99999.jsonl").write_text("\n".join(rows))
    return count + 2


def write_rows(path: Path, count: int, seed: int = 2) -> None:
    """Writes `count` articles as rows."""
    dice = random.Random(seed)
    path.write_text("\n".join(_row(n, *_story(dice, n)) for n in range(count)))


def write_pages(folder: Path, count: int, seed: int = 3) -> None:
    """Writes `count` articles as pages, each another."""
    dice = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(count):
        (folder / f"{n:05}.html").write_text(_page(n, OUTLETS[n % 4], *_story(dice, n)))


def _story(dice: random.Random, number: int) -> tuple[str, list[str]]:
    words = dice.sample(WORDS, 40)
    people = [f"{dice.choice(FIRST)} {dice.choice(LAST)}" for _ in range(3)]
    paragraphs = [
        f"“{_clause(dice, words)} and {_clause(dice, words)},” said {dice.choice(ROLES)} {dice.choice(people)}. "
        f"{_clause(dice, words)} on {dice.choice(('Monday', 'Friday'))}, and {dice.randrange(2, 90)} people were there "
        f"while it was told that {_clause(dice, words)} and that {_clause(dice, words)}."
        for _ in range(dice.randrange(5, 9))
    ]
    return f"{words[0].capitalize()} and {words[1]} divide the council for the {number}th time", paragraphs


def _clause(dice: random.Random, words: Sequence[str]) -> str:
    one, two, three, four = dice.sample(words, 4)
    return f"The {one} was {two} by the {three} of {four}"


def _page(number: int, outlet: str, headline: str, paragraphs: Sequence[str]) -> str:
    url = f"https://{outlet.split()[0].lower()}.example/2026/03/{number}.html"
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><title>{headline}</title><link rel="canonical" href="{url}">'
        f'<meta property="og:site_name" content="{outlet.replace("&", "&amp;")}">'
        f'<meta property="article:published_time" content="2026-03-{1 + number % 28:02}T08:00:00Z"></head>'
        f"<body><nav><a href=/>Home</a></nav><article><h1>{headline}</h1>\n{body}</article></body></html>"
    )


def _row(number: int, headline: str, paragraphs: Sequence[str]) -> str:
    text = "\n\n".join(paragraphs)
    return json.dumps({"id": f"row-{number}", "title": headline, "text": text, "date": "2026-03-02", "outlet": "Wire"})
