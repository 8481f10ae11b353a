"""Builds tests/stories/stories.jsonl from the hand-written inputs beside this file.

    python assemble.py          write ../stories.jsonl and ../SHA256SUMS
    python assemble.py check    build in memory, check it, print the counts

Every sentence in the output is in one of the input files; the choices made here (which paper prints which paragraphs
in what order, which of the written alternatives replaces which sentence, the house style) are drawn from a seed.
"""

import collections
import datetime
import hashlib
import json
import math
import random
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

SEED = "printed-versions-1"
HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "stories.jsonl"
SUMS = HERE.parent / "SHA256SUMS"


@dataclass
class Outlet:
    """One paper and its house style."""

    name: str
    region: str  # US, UK or INT
    quotes: str = "straight"  # straight, curly, single (curly) or single-straight
    percent: str = "percent"
    millions: str = "million"  # or "m"
    head: str = ""  # byline or credit before the text; {agency}, {name}, {place}
    inline: str = ""  # dateline in front of the first sentence
    foot: str = ""
    path: str = "slug"  # slug, number or dated

    @property
    def british(self) -> bool:
        return self.region != "US"


OUTLETS = [
    Outlet("Harlan County Sentinel", "US", inline="{PLACE} ({agency}) — ", path="dated"),
    Outlet("Duluth Lake Tribune", "US", "curly", head="By {agency}", path="slug"),
    Outlet("Larkin Valley Courier", "US", head="{name}, Staff Writer", path="number"),
    Outlet("The Bayou Messenger", "US", "curly", inline="{PLACE} -- "),
    Outlet("Granby Forks Daily", "US", foot="Copyright {year} {agency}. All rights reserved.", path="dated"),
    Outlet("Port Ellery Herald", "US", "curly", percent="%", head="By {name} and {agency}"),
    Outlet(
        "Castana Ledger", "US", inline="{PLACE} ({agency}) - ", foot="Staff writer {name} contributed to this report."
    ),
    Outlet(
        "Pike County Independent",
        "US",
        "curly",
        foot="Get the Independent's morning briefing in your inbox: sign up here.",
    ),
    Outlet("Mesa Springs Gazette", "US", percent="%", path="number"),
    Outlet("The Sable Harbor News", "US", "curly", head="Updated {date}", inline="({agency}) ", path="dated"),
    Outlet("Kansas Plains Journal", "US", head="FROM WIRE REPORTS"),
    Outlet(
        "Naperville Post-Record",
        "US",
        "curly",
        head="{name}",
        foot="Support local journalism. Subscribe to the Post-Record.",
        path="number",
    ),
    Outlet("Harrow Vale Courier", "UK", "single", "per cent", "m", head="By {name}", path="number"),
    Outlet("Callingford Mercury", "UK", "curly", "per cent", inline="{PLACE}: "),
    Outlet("The Teesmouth Echo", "UK", "single", "%", "m", head="{name}, Chief Reporter", path="dated"),
    Outlet(
        "Kirkhaven Advertiser",
        "UK",
        "curly",
        "pc",
        "m",
        foot="For more stories like this, follow the Advertiser on social media.",
        path="number",
    ),
    Outlet("Aldermoor Evening Star", "UK", "single-straight", "per cent", "m", path="slug"),
    Outlet("Bramwell Examiner", "UK", "single", "per cent", head="By our own staff and {agency}", path="dated"),
    Outlet("The Tarn Valley Times", "UK", "curly", "%", "m", foot="– {agency}"),
    Outlet("Westmere Chronicle", "UK", "straight", "per cent", "m", head="{name}", path="slug"),
    Outlet(
        "Morning Beacon",
        "UK",
        "single",
        "%",
        "m",
        foot="Do you have a story? Ring the Beacon newsdesk, day or night.",
        path="number",
    ),
    Outlet("Sheffield Vale Post", "UK", "curly", "per cent", head="Published {date}", path="dated"),
    Outlet("Penmarrow Packet", "UK", "single-straight", "pc", "m", head="{agency} reporters"),
    Outlet("City & Shires Daily", "UK", "single", "per cent", "m", foot="Additional reporting: {name}", path="number"),
    Outlet("The Cork Harbour Telegraph", "INT", "curly", "per cent", "m", foot="- {agency}", path="dated"),
    Outlet("Fremantle Coast Mail", "INT", "single", "per cent", head="{agency}", path="number"),
    Outlet("Winnipeg Prairie Star", "INT", "curly", "per cent", inline="{PLACE} — "),
    Outlet("Pune Morning Dispatch", "INT", "single-straight", "%", head="{agency} | {place}", path="slug"),
    Outlet("The Durban Lantern", "INT", "curly", "%", foot="The Lantern and {agency}", path="number"),
    Outlet("Wellington Evening Argus", "INT", "straight", "per cent", "m", head="By {name} in {place}", path="dated"),
    Outlet("Rhine-Main English Weekly", "INT", "curly", "percent", inline="({agency}) ", path="slug"),
    Outlet("Lisbon Expat Bulletin", "INT", "straight", "%", head="{name} with {agency}", path="number"),
]
AGENCIES = {"Corvane Press": "corvane", "Northgate News Agency": "northgate", "Tessaly Wire": "tessaly"}
NAMES = """
Ada Brockway
Miles Tennant
Ruth Okonjo
Piers Hallowell
Jodie Marchbank
Tomas Vrba
Lena Fairweather
Carl Osgood
Imogen Sayle
Hugo Perrault
Nell Drummond
Wes Kittredge
Asha Pillay
Greta Holm
Owen Treharne
Marcy Dufresne
Colm Devery
Bettina Kraus
Lyle Abernathy
Rosa Quintero
""".strip().split("\n")
BRITISH = [
    (r"\b([Mm]illi|[Kk]ilo|[Cc]enti|)([Mm])eter(s?)\b", r"\1\2etre\3"),
    (r"\b([Mm]illi|)([Ll])iter(s?)\b", r"\1\2itre\3"),
    (r"\b([Cc])enter(s?)\b", r"\1entre\2"),
    (r"\b([Tt])heater(s?)\b", r"\1heatre\2"),
    (r"\b([Hh]arb|[Nn]eighb|[Cc]ol|[Ll]ab|[Ff]av|[Hh]on|[Rr]um)or(s|ed|ing|ite|hood|hoods|s'|)\b", r"\1our\2"),
    (r"\b(\w+?[a-z])iz(e|ed|es|ing|er|ers|ation|ations)\b", None),
    (r"\b([Tt]ravel|[Cc]ancel|[Ss]ignal|[Pp]encil|[Pp]edal)(ed|ing|er)\b", r"\1l\2"),
    (r"\b([Dd])efense\b", r"\1efence"),
    (r"\b([Pp])rogram(s?)\b", r"\1rogramme\2"),
    (r"\blicense plates\b", "number plates"),
    (r"\b(driver's|operating|seller's) license(s?)\b", r"\1 licence\2"),
    (r"\b([Tt])oward\b", r"\1owards"),
    (r"\b([Gg])ray\b", r"\1rey"),
    (r"\b([Pp])ajamas\b", r"\1yjamas"),
    (r"\bhalftime\b", "half-time"),
    (r"\btiebreak\b", "tie-break"),
    (r"\b([Ss])emifinal", r"\1emi-final"),
    (r"\b([Ll])ayoffs\b", r"\1ay-offs"),
    (r"\b([Aa])irplane", r"\1eroplane"),
]
KEEP_Z = {"size", "sized", "prize", "prizes", "seize", "seized", "capsized", "prized", "sizes"}
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SHORT = {
    "Jan.": "January",
    "Feb.": "February",
    "Aug.": "August",
    "Sept.": "September",
    "Oct.": "October",
    "Nov.": "November",
    "Dec.": "December",
}
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
GLUE = re.compile(r"(He|She|They|It|His|Her|Its|Their|Those|That|Among|Two of|The last|The first|Worst|Until)\b")


@dataclass
class Sentence:
    text: str
    others: list[str] = field(default_factory=list)


@dataclass
class Paragraph:
    sentences: list[Sentence]
    glued: bool = False  # cannot do without the paragraph before it

    @property
    def text(self) -> str:
        return " ".join(s.text for s in self.sentences)


@dataclass
class Story:
    name: str
    keys: dict[str, str] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    locals: list[str] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)


def read_background() -> dict[str, list[Paragraph]]:
    """The paragraphs that several stories share, by name."""
    found: dict[str, list[Paragraph]] = {}
    for line in (HERE / "background.txt").read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "N":
            found[rest] = now = []
        elif mark == "P":
            now.append(Paragraph([Sentence(rest)]))
        elif mark == "S":
            now[-1].sentences.append(Sentence(rest))
        elif mark == "=":
            now[-1].sentences[-1].others.append(rest)
    return found


def read_story(path: Path, background: dict[str, list[Paragraph]]) -> Story:
    """One structured story file (the marks are described in the README)."""
    story = Story(path.stem)
    for line in path.read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "T":
            story.titles.append(rest)
        elif mark == "L":
            story.leads.append(rest)
        elif mark == "A":
            story.locals.append(rest)
        elif mark in ("P", "P+"):
            story.paragraphs.append(Paragraph([Sentence(rest)], glued=mark == "P+" or bool(GLUE.match(rest))))
        elif mark == "S":
            story.paragraphs[-1].sentences.append(Sentence(rest))
        elif mark == "=":
            story.paragraphs[-1].sentences[-1].others.append(rest)
        elif mark == "B":
            story.paragraphs.extend(background[rest])
        elif mark:
            story.keys[mark] = rest
    return story


def ise(match: re.Match[str]) -> str:
    """The British ending of a verb in -ize."""
    return match[0] if match[0].lower() in KEEP_Z else f"{match[1]}is{match[2]}"


def house_style(text: str, outlet: Outlet) -> str:
    """Spelling, dates, numbers and quotation marks as this paper sets them."""
    if outlet.british:
        for pattern, instead in BRITISH:
            text = re.sub(pattern, instead or ise, text)
        for short, full in SHORT.items():
            text = re.sub(re.escape(short) + r"(?= \d)", full, text)
        text = re.sub(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}})\b(?! \d)", r"\2 \1", text)
        text = re.sub(r"(\d[\d.,]*) (million|billion) pounds", r"£\1 \2", text)
        text = re.sub(r"(\d[\d,]*) pounds(?! of)", r"£\1", text)
    else:
        text = re.sub(rf"(?<=\w) on ({DAYS})\b", r" \1", text)
    if outlet.percent != "percent":
        gap = "" if outlet.percent in ("%", "pc") else " "
        text = re.sub(r"(?<=\d) percent\b", gap + outlet.percent, text)
    if outlet.millions == "m":
        text = re.sub(r"([$£]\d[\d.,]*) million\b", r"\1m", text)
        text = re.sub(r"([$£]\d[\d.,]*) billion\b", r"\1bn", text)
        text = re.sub(r"(\d) ([ap])\.m\.(?= [A-Z]|$)", r"\1\2m.", text)
        text = re.sub(r"(\d) ([ap])\.m\.", r"\1\2m", text)
    if outlet.quotes == "straight":
        return text
    if outlet.quotes == "single-straight":
        return text.replace('"', "'")
    left, right = ("“", "”") if outlet.quotes == "curly" else ("‘", "’")
    text = re.sub(r'(^|[\s(—-])"', rf"\1{left}", text).replace('"', right)
    return re.sub(r"(^|[\s(])'(?=\w)", r"\1‘", text).replace("'", "’")


def long_date(date: datetime.date, outlet: Outlet) -> str:
    """A date in words."""
    month = MONTHS[date.month - 1]
    return f"{date.day} {month} {date.year}" if outlet.british else f"{month} {date.day}, {date.year}"


def pool(region: str) -> list[Outlet]:
    """The papers that may print a story of this region."""
    return [o for o in OUTLETS if region == "ALL" or o.region == region]


def slug(text: str) -> str:
    """A headline or outlet name as part of a web address."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().replace("'", "")).strip("-")


def address(title: str, date: datetime.date, outlet: Outlet, rng: random.Random) -> str:
    """Where the paper would have published it."""
    host = f"https://www.{slug(outlet.name).removeprefix('the-').replace('-', '')}.example"
    number = rng.randrange(10**6, 10**7)
    if outlet.path == "dated":
        return f"{host}/{date:%Y/%m/%d}/{slug(title)[:60].strip('-')}.html"
    if outlet.path == "number":
        return f"{host}/news/article{number}"
    return f"{host}/{slug(title)[:70].strip('-')}-{number}/"


def printed(
    title: str, paragraphs: list[str], outlet: Outlet, agency: str, place: str, date: datetime.date, name: str
) -> tuple[str, str]:
    """Title and text of an article in the paper's dress."""
    city = place.split(",")[0]
    fill = {
        "agency": agency,
        "name": name,
        "place": city.title(),
        "PLACE": city,
        "date": long_date(date, outlet),
        "year": date.year,
    }
    body = [house_style(p, outlet) for p in paragraphs]
    if outlet.inline:
        body[0] = outlet.inline.format(**fill) + body[0]
    if outlet.head:
        body.insert(0, outlet.head.format(**fill))
    if outlet.foot:
        body.append(house_style(outlet.foot.format(**fill), outlet))
    headline = house_style(title.replace('"', "'"), outlet)
    return headline, "\n\n".join([headline, *body])


def needs(later: str, earlier: str, between: str) -> bool:
    """Whether a later paragraph uses a name that only the earlier one introduces."""
    names = set(re.findall(r"\b[A-Z][a-z]{3,}\b", earlier)) - set(re.findall(r"\w+", between))
    return any(re.search(rf"\b{n}\b", later) for n in names)


def may_drop(kept: list[Paragraph], at: int) -> bool:
    """Whether the paragraph can go without orphaning a name or a pronoun after it."""
    if at + 1 < len(kept) and kept[at + 1].glued:
        return False
    before = " ".join(p.text for p in kept[:at])
    return not any(needs(p.text, kept[at].text, before) for p in kept[at + 1 :])


def drop_some(kept: list[Paragraph], count: int, rng: random.Random) -> list[Paragraph]:
    """Without `count` paragraphs from the middle."""
    kept = list(kept)
    for _ in range(count):
        can = [i for i in range(1, len(kept)) if may_drop(kept, i)]
        if can and len(kept) > 4:
            del kept[rng.choice(can)]
    return kept


def swap_some(kept: list[Paragraph], rng: random.Random) -> list[Paragraph]:
    """With two neighboring paragraphs exchanged, where the text allows it."""
    kept = list(kept)
    can = []
    for i in range(1, len(kept) - 1):
        glued = any(p.glued for p in kept[i : i + 3])
        before = " ".join(p.text for p in kept[:i])
        if not glued and not needs(kept[i + 1].text, kept[i].text, before):
            can.append(i)
    if can:
        i = rng.choice(can)
        kept[i], kept[i + 1] = kept[i + 1], kept[i]
    return kept


def rephrased(
    kept: list[Paragraph], lead: str | None, count: int, avoid: set[str], rng: random.Random
) -> tuple[list[str], set[str]]:
    """The paragraphs with `count` sentences replaced by a written alternative, and which sentences those were."""
    open_ = [s.text for p in kept[1:] for s in p.sentences if s.others]
    fresh, used = [t for t in open_ if t not in avoid], [t for t in open_ if t in avoid]
    rng.shuffle(fresh)
    rng.shuffle(used)
    chosen = set((fresh + used)[:count])
    out = [lead or kept[0].text]
    out += [" ".join(rng.choice(s.others) if s.text in chosen else s.text for s in p.sentences) for p in kept[1:]]
    return out, chosen


def merged(paragraphs: list[str], times: int, rng: random.Random) -> list[str]:
    """Some neighboring paragraphs run together."""
    out = list(paragraphs)
    for _ in range(times):
        short = [i for i in range(1, len(out) - 1) if len(out[i]) + len(out[i + 1]) < 420]
        if short:
            i = rng.choice(short)
            out[i : i + 2] = [f"{out[i]} {out[i + 1]}"]
    return out


def sentences_of(kept: list[Paragraph]) -> int:
    """How many sentences the paragraphs have, the lead counted as one."""
    return 1 + sum(len(p.sentences) for p in kept[1:])


def versions(story: Story, rng: random.Random) -> list[tuple[str, str, list[str]]]:
    """Kind, headline and paragraphs of the five printed versions."""
    whole = story.paragraphs
    t, leads = story.titles, story.leads
    here = rng.sample(story.locals, len(story.locals))
    out = [("wire", t[0], [p.text for p in whole])]
    first_keeps_lead, first_has_local = rng.random() < 0.5, rng.random() < 0.5

    kept = drop_some(whole, rng.choice((0, 1, 1)), rng)
    kept = kept[: len(kept) - rng.choice((0, 1, 2))]
    text, _ = rephrased(kept, None if first_keeps_lead else leads[0], rng.choice((0, 1)), set(), rng)
    out.append(("light", t[1], merged(text, rng.choice((0, 1)), rng) + (here[2:] if first_has_local else [])))

    share = rng.choice((0.5, 0.6, 0.67) if first_keeps_lead else (0.34, 0.34, 0.5))
    kept = whole[: max(3, round(len(whole) * share))]
    text, _ = rephrased(kept, leads[0] if first_keeps_lead else None, 1 if len(kept) > 4 else 0, set(), rng)
    out.append(("light", t[2], merged(text, rng.choice((0, 1, 2)), rng) + ([] if first_has_local else here[2:])))

    avoid: set[str] = set()
    for turn in (0, 1):
        if turn == 0:
            kept = drop_some(whole, rng.choice((1, 2)), rng)
        else:
            kept = drop_some(whole[: max(5, round(len(whole) * rng.choice((0.6, 0.7, 0.8))))], rng.choice((0, 1)), rng)
        kept = swap_some(kept, rng)
        count = math.ceil(sentences_of(kept) / 2) - 1
        text, avoid = rephrased(kept, leads[1 + turn], count, avoid, rng)
        text = merged(text, rng.choice((1, 2)), rng)
        text.insert(rng.randrange(2, len(text) + 1), here[turn])
        out.append(("heavy", t[3 + turn], text))
    return out


def story_articles(story: Story) -> list[dict[str, str]]:
    """The five articles of one story."""
    rng = random.Random(f"{SEED} {story.name}")
    agency, place = story.keys["agency"], story.keys["place"]
    day = datetime.date.fromisoformat(story.keys["date"])
    papers = rng.sample(pool(story.keys["region"]), 4)
    host = AGENCIES[agency]
    made = []
    for kind, title, paragraphs in versions(story, rng):
        name, other = rng.sample(NAMES, 2)
        if kind == "wire":
            outlet = Outlet(agency, "US", path="slug")
            month = MONTHS[day.month - 1]
            lead = f"{place}, {month} {day.day} ({agency}) - {paragraphs[0]}"
            text = "\n\n".join([title, lead, *paragraphs[1:], f"(Reporting by {name}; Editing by {other})"])
            headline, date = title, day
            url = f"https://{host}.example/{story.keys['desk']}/{rng.randrange(10**7, 10**8)}"
        else:
            outlet = papers.pop()
            date = day + datetime.timedelta(days=rng.choice((0, 1)))
            headline, text = printed(title, paragraphs, outlet, agency, place, date, name)
            url = address(title, date, outlet, rng)
        made.append(article(story.name, story.keys["half"], kind, outlet.name, headline, date, url, text))
    return made


def article(
    story: str, half: str, kind: str, outlet: str, title: str, date: datetime.date, url: str, text: str
) -> dict[str, str]:
    """One line of the file, its id still to be given."""
    return {
        "id": "",
        "story": story,
        "half": half,
        "kind": kind,
        "outlet": outlet,
        "title": title,
        "date": date.isoformat(),
        "url": url,
        "text": text,
    }


def single_articles(
    background: dict[str, list[Paragraph]], taken: dict[str, set[str]], first: int
) -> list[dict[str, str]]:
    """The articles that are copies of nothing."""
    made = []
    blocks = (HERE / "singles.txt").read_text(encoding="utf-8").split("%% ")[1:]
    for n, block in enumerate(blocks, first):
        head, _, body = block.strip().partition("\n")
        kind, of, half, iso, region = head.split()
        rng = random.Random(f"{SEED} single {n}")
        title, *paragraphs = body.split("\n\n")[0].split("\n") + body.split("\n\n")[1:]
        full: list[str] = []
        for p in (p.strip() for p in paragraphs if p.strip()):
            full += [b.text for b in background[p[2:]]] if p.startswith("B ") else [p]
        outlet = rng.choice([o for o in pool(region) if o.name not in taken.get(of, set())])
        date = datetime.date.fromisoformat(iso)
        name = rng.choice(NAMES)
        own = kind == "own-report"
        dress = (
            Outlet(
                outlet.name,
                outlet.region,
                outlet.quotes,
                outlet.percent,
                outlet.millions,
                f"By {name}",
                "",
                outlet.foot if "{" not in outlet.foot else "",
                outlet.path,
            )
            if own
            else outlet
        )
        agency = {"US": "Corvane Press", "UK": "Northgate News Agency"}.get(region, "Tessaly Wire")
        place = {"US": "DENVER", "UK": "LONDON"}.get(region, "VIENNA")
        if "{PLACE}" in dress.inline or "{place}" in dress.head:
            dress = Outlet(
                outlet.name,
                outlet.region,
                outlet.quotes,
                outlet.percent,
                outlet.millions,
                "{agency}",
                "",
                outlet.foot,
                outlet.path,
            )
        headline, text = printed(title, full, dress, agency, place, date, name)
        made.append(
            article(f"s{n:03d}", half, kind, outlet.name, headline, date, address(title, date, outlet, rng), text)
        )
    return made


def build() -> tuple[list[dict[str, str]], dict[str, Story]]:
    """All articles in their shuffled order, with ids."""
    background = read_background()
    stories = {p.stem: read_story(p, background) for p in sorted((HERE / "stories").glob("s*.txt"))}
    articles, taken = [], {}
    for name, story in stories.items():
        five = story_articles(story)
        taken[name] = {a["outlet"] for a in five}
        articles += [{**a, "story": f"s0{name[1:]}"} for a in five]
    articles += single_articles(background, taken, len(stories) + 1)
    rng = random.Random(f"{SEED} order")
    rng.shuffle(articles)
    ids = rng.sample(range(16**7, 16**8), len(articles))
    for one, number in zip(articles, ids, strict=True):
        one["id"] = f"n{number:08x}"
    return articles, stories


def split(text: str) -> list[str]:
    """Plain sentences for comparison, quotation marks and case taken away."""
    flat = re.sub("[“”‘’\"']", "", text).replace("\n\n", " | ")
    parts = re.split(r"(?<=[.!?])\s+|\s\|\s", flat)
    return [re.sub(r"\W+", " ", p).strip().lower() for p in parts if len(p.split()) > 3]


def alike(one: str, other: str) -> bool:
    """Whether two plain sentences differ by no more than house style."""
    ours, theirs = set(one.split()), set(other.split())
    return len(ours & theirs) >= 0.7 * len(ours | theirs)


def check(articles: list[dict[str, str]], stories: dict[str, Story]) -> list[str]:
    """What is wrong or worth knowing, a line each."""
    out = []
    counts = collections.Counter((a["half"], a["kind"]) for a in articles)
    out += [f"{half:9} {kind:11} {n}" for (half, kind), n in sorted(counts.items())]
    for key in ("id", "text", "url"):
        if len({a[key] for a in articles}) != len(articles):
            out.append(f"WRONG: {key} repeats")
    for story in stories.values():
        words = len(" ".join(p.text for p in story.paragraphs).split())
        if not 120 <= words <= 350 or len(story.titles) != 5 or len(story.leads) != 3 or len(story.locals) != 3:
            out.append(f"WRONG: {story.name} {words} words")
    wires = {a["story"]: split(a["text"]) for a in articles if a["kind"] == "wire"}
    for a in articles:
        if a["kind"] in ("light", "heavy"):
            body = split(a["text"])
            same = sum(any(alike(s, w) for w in wires[a["story"]]) for s in body)
            words = len(a["text"].split())
            out.append(f"share {a['kind']} {a['story']} {a['id']} {same}/{len(body)} unchanged, {words} words")
    blocks = (HERE / "singles.txt").read_text(encoding="utf-8").split("%% ")[1:]
    for block in blocks:
        head, _, body = block.partition("\n")
        kind, of, *_ = head.split()
        if kind == "own-report":
            story = stories[of]
            written = (
                [s for p in story.paragraphs for t in p.sentences for s in (t.text, *t.others)]
                + story.leads
                + story.titles
            )
            ours = {
                g for s in split("\n\n".join(written)) for g in zip(*[s.split()[i:] for i in range(6)], strict=False)
            }
            runs = collections.Counter()
            for s in split(body):
                hits = [" ".join(g) for g in zip(*[s.split()[i:] for i in range(6)], strict=False) if g in ours]
                if hits:
                    runs[f"{hits[0]} .. {hits[-1]}"] += 1
            out += [f"own-report of {of} shares: {r}" for r in runs]
    return out


def main() -> None:
    articles, stories = build()
    data = "".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles).encode()
    if sys.argv[1:] == ["check"]:
        sys.stdout.write("\n".join(check(articles, stories)) + "\n")
        return
    TARGET.write_bytes(data)
    SUMS.write_text(f"{hashlib.sha256(data).hexdigest()}  {TARGET.name}\n", encoding="ascii")


if __name__ == "__main__":
    main()
