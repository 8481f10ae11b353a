"""Pasted text: each line of a case is prefixed with the part that it is, `|` in a line stands where two parts meet."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marked import unmark
from quoth.domain import SPOKEN_PARTS, Part, Passage
from quoth.reading.plain import one_line, parts, read_plain

SHARED = Path(__file__).parents[3] / "shared" / "data"
ARTICLES = sorted((Path(__file__).parents[1] / "articles").glob("*.txt"))

BROADSHEET = """
furniture  | Home  News  Sport  Opinion
headline   | Harbour toll to double by winter
standfirst | Port authority says the sea wall cannot wait, while hauliers warn of empty quays
byline     | By Ann Lee, Political Correspondent
byline     | Published 7:41 am, 3 March 2024
furniture  | Share  Tweet  Email

dateline body | PORT ELLAN, March 3 (Coastwire) — | The toll for lorries will double, the port authority said.

caption    | Lorries on the north quay
caption credit | Lorries wait on the quay. The mayor refuses to meet the drivers. | BO EK/Coastwire via Pressbild

body       | Mayor Rut Dahl said: "We asked for money in May.

body       | "We got a letter in June."

furniture  | Read more: How the wall was lost

body       | Three demands are on the table:
body       | • A lower toll at night
body       | • "A seat on the board," as one driver put it
body       | • Showers

caption credit | Rut Dahl, left, greets hauliers at the town hall. | Photo: Cy Dunn

body       | The drivers meet again on Friday.

correction | Correction: An earlier version of this article misstated the toll. It is 40 crowns.

byline     | Additional reporting by Cy Dunn in Vessa.

furniture  | About the writer

furniture  | Ann Lee is the Gazette's Political Correspondent covering ports and rail from ... Read more
furniture  | Harbour Gazette cover
furniture  | • The Gazette delivered to your door
furniture  | • Enjoy ad-free browsing
furniture  | • Comment on articles
furniture  | Harbour Gazette cover
furniture  | • Enjoy ad-free browsing
furniture  | • Comment on articles
furniture  | © 2024 Harbour Gazette. All rights reserved.
"""

NO_BLANK_LINES = """
headline   | Ferry strike enters second week
byline     | Ann Lee and Bo Ek
byline     | 11 March 2024
body       | The ferries stay in port, the union said on Monday, and nobody knows for how long they will.
body       | A colder heading
body       | "We can wait," said Rut Dahl, who has run the ferry company since her father left it to her.
furniture  | Sign up for our morning newsletter
furniture  | The tide letter lands every Friday. “A must,” says a skipper. Enter your email address
body       | Talks go on.
furniture  | Follow us on Facebook
furniture  | 12 comments
"""

CAPTIONS = """
headline   | Snow closes the pass

body       | The pass is shut, police said.

caption    | FILE PHOTO: A plough on the pass in January. The road office expects more snow.

credit     | Image source, Coastwire
caption    | Image caption, Ms Dahl says the ploughs are old

body       | It will open on Friday.

caption    | A plough stands idle at the depot in Vessa
credit     | Bo Ek / Coastwire

body       | Two ploughs are for sale (and cheap).
"""

NOT_FURNITURE = """
headline   | What the mayor told the council

body       | Share the burden, she told them.

body       | Follow the money, said Bo Ek, and you will find the mayor.

body       | "Read more books," she added.

body       | Sign up or shut up, the sergeant told recruits at the gate.

body       | Subscribe to that view and you have lost, Mr Ek wrote.

body       | Comments by the mayor were later withdrawn.

body       | Ann Lee is a reporter who lost her job over it, and she sued.

body       | The mayor corrected her statement on Tuesday.

body       | Advertisement rates rose.

body       | 1. Close the north quay.
body       | 2. Open the south quay.

body       | KATE DUNN: Why not debate?

body       | 9:45 p.m.

body       | Reuters said it stood by its report.

body       | She was photographed with the letter / she denies it.

body       | It was a quiet night in Port Ellan
"""

TRANSCRIPT = """
headline   | Transcript: the Late Hour

body       | DUNN: Is the pass open?

body       | DAHL - I think so.

body       | (Laughter)
"""

SHORT_WITH_CONTRIBUTOR = """
headline   | Pass opens early after mild winter

body       | Snow ploughs reached the top of the Dahl pass on Friday.

body       | The road has not opened before April since 1989.

body       | Drivers were told to carry chains.

byline     | Staff writer Bo Ek contributed to this report.
"""


def table(marked: str) -> tuple[str, list[tuple[str, str]]]:
    """The text of a marked case, and each passage's part and words."""
    lines: list[str] = []
    expected: list[tuple[str, str]] = []
    for line in marked.strip("\n").split("\n"):
        prefix, _, words = line.partition(" | ")
        pieces = words.split(" | ")
        expected += list(zip(prefix.split(), pieces, strict=True)) if line else []
        lines.append(" ".join(pieces))
    return "\n".join(lines), expected


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(BROADSHEET, id="broadsheet"),
        pytest.param(NO_BLANK_LINES, id="no-blank-lines"),
        pytest.param(CAPTIONS, id="captions"),
        pytest.param(NOT_FURNITURE, id="words-that-only-look-like-furniture"),
        pytest.param(TRANSCRIPT, id="transcript"),
        pytest.param(SHORT_WITH_CONTRIBUTOR, id="who-contributed-stands-below-a-short-report"),
    ],
)
def test_each_line_gets_its_part(marked: str) -> None:
    text, expected = table(marked)
    assert [(passage.part.value, passage.span.of(text)) for passage in parts(text)] == expected


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("PORT ELLAN, March 3 (Coastwire) —", "The toll rose."),
        ("PORT ELLAN (Coastwire) -", "The toll rose."),
        ("PORT ELLAN, Vessland —", "The toll rose."),
        ("ST. OLA/VESSA --", "The toll rose."),
        ("Port Ellan (CW) –", "The toll rose."),
        ("March 3 (Coastwire) -", "The toll rose."),
        ("ORLITZ (own report).", "The toll rose."),
        ("", "BREAKING — The toll rose."),
        ("", "Rut Dahl — a former pilot — spoke."),
        ("", "The NATO-led force left."),
        ("", "DAHL: The toll rose."),
    ],
)
def test_dateline_opens_the_first_paragraph(opening: str, rest: str) -> None:
    text = f"Harbour toll to double by winter\n\n{opening} {rest}\n\nMore follows." if opening else f"Toll up\n\n{rest}"
    found = [passage.span.of(text) for passage in parts(text) if passage.part is Part.DATELINE]
    assert found == ([opening] if opening else [])


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("BY ANN LEE AND BO EK", ("ANN LEE", "BO EK")),
        ("By Ann Lee, Bo Ek and Cy Dunn", ("Ann Lee", "Bo Ek", "Cy Dunn")),
        ("By Ann Lee in Vessa", ("Ann Lee",)),
        ("By Ann Lee for The Harbour Gazette", ("Ann Lee",)),
        ("By Ann van der Lee | Staff writer", ("Ann van der Lee",)),
        ("Ann Lee, Political Correspondent", ("Ann Lee",)),
        ("By our own correspondent", ()),
    ],
)
def test_byline_names(line: str, names: tuple[str, ...]) -> None:
    article = read_plain(f"Toll to double by winter\n\n{line}\n\nThe toll will double, the port said.\n", "pasted")
    assert (article.headline, article.byline) == ("Toll to double by winter", names)
    assert [passage.part for passage in article.passages] == [Part.HEADLINE, Part.BYLINE, Part.BODY]


WRAPPED = """Harbour toll to double by winter

The toll for lorries in the harbour of Port Ellan will double in
October, the port authority said on Monday. "We have waited long
enough," said its chairwoman.

  The drivers were not asked. They meet on Friday, and nobody that we
spoke to expects them to agree.

* showers at the north quay, which were promised two years ago and
  never built
* a lower toll
"""


@pytest.mark.parametrize("line_end", ["\n", " \n"])
def test_hard_wrapped_lines_are_one_passage(line_end: str) -> None:
    text = WRAPPED.replace("\n", line_end)
    assert [one_line(passage.span.of(text))[:20] for passage in parts(text)] == [
        "Harbour toll to doub",
        "The toll for lorries",
        "The drivers were not",
        "* showers at the nor",
        "* a lower toll",
    ]


def test_indentation_alone_may_set_wrapped_paragraphs_apart() -> None:
    text = WRAPPED.replace("\n\nThe toll", "\n\n  The toll").replace("\n\n  The drivers", "\n  The drivers")
    assert sum(passage.part is Part.BODY for passage in parts(text)) == 4


def test_short_paragraphs_on_lines_of_their_own_stay_apart() -> None:
    text = "The toll will double.\nThe drivers are angry about it.\nThe mayor is not.\nNobody has asked the fish."
    assert len(parts(text)) == 4


def test_one_pasted_paragraph_is_body() -> None:
    assert [p.part for p in parts('"We will not pay," said Bo Ek')] == [Part.BODY]


def test_a_given_title_marks_the_headline() -> None:
    text = "Toll doubles.\n\nThe port said so."
    assert [p.part for p in parts(text)] == [Part.BODY, Part.BODY]
    assert [p.part for p in parts(text, title="Toll Doubles")] == [Part.HEADLINE, Part.BODY]


# ---- whole articles


def lost(text: str, found: tuple[Passage, ...], expected: tuple[Passage, ...]) -> list[str]:
    """What should be searched for statements and is not."""
    return [
        spoken.span.of(text)
        for spoken in expected
        if spoken.part in SPOKEN_PARTS
        and any(p.part not in SPOKEN_PARTS and p.span.overlaps(spoken.span) and p.span.of(text).strip() for p in found)
    ]


# 22, 24, ... 60 are held out (tests/articles/README.md): bench/articles.py counts what is amiss there.
SEEN = [path for path in ARTICLES if int(path.name[:2]) <= 20 or int(path.name[:2]) % 2]


@pytest.mark.parametrize("path", SEEN, ids=lambda path: path.stem)
def test_no_words_of_a_report_are_lost(path: Path) -> None:
    marked = unmark(path.read_text(encoding="utf-8"))
    assert lost(marked.text, parts(marked.text), marked.passages) == []


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared/data, which is not part of the repository")
def test_the_model_report_comes_out_right() -> None:
    text = (SHARED / "articles" / "nato-troops.txt").read_text(encoding="utf-8")
    found = [(p.part, p.span.of(text)) for p in parts(text)]
    by_part = {part: [words for p, words in found if p is part] for part in Part}
    assert [p for p, _ in found[:4]] == [Part.HEADLINE, Part.BODY, Part.BODY, Part.BODY]
    assert [words.split()[0] for words in by_part[Part.CAPTION]] == ["Ukraine", "Ukrainian", "Petr", "Czech"]
    assert [words.split("/")[-1] for words in by_part[Part.CREDIT]] == ["AFP via Getty Images", "Getty Images"]
    first = next(i for i, (part, _) in enumerate(found) if part is Part.FURNITURE)
    assert found[first][1] == "Uncommon Knowledge"
    assert {part for part, _ in found[first:]} == {Part.FURNITURE}


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared/data, which is not part of the repository")
def test_of_a_clean_corpus_almost_nothing_is_lost() -> None:
    gone = total = 0
    for line in (SHARED / "polnear" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        unsearched = [p.span for p in parts(row["text"], title=row["title"]) if p.part not in SPOKEN_PARTS]
        content = [(start, end) for told in row["attributions"] for start, end in told["content"]]
        total += len(content)
        gone += sum(any(s.start < end and start < s.end for s in unsearched) for start, end in content)
    assert total > 1000
    assert gone <= 2


# ---- any text

WORDS = st.sampled_from(
    [
        "By Ann Lee",
        "Read more",
        "Share",
        "• Showers",
        "VESSA (CW) — Rain.",
        "Photo: Bo Ek",
        "He said so.",
        "Correction:",
        "\ufeff",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(WORDS, st.text(max_size=90)), max_size=30).map("\n".join))


@given(TEXTS)
def test_passages_cover_any_text_in_order(text: str) -> None:
    article = read_plain(text, "any")  # Article's constructor checks order, overlap and cover
    assert article.text == text
    for passage in article.passages:
        words = passage.span.of(text)
        assert words == words.strip()
        assert words


@given(TEXTS)
def test_the_same_text_gives_the_same_passages(text: str) -> None:
    assert parts(text) == parts(text)
