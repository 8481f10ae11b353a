"""Builds tests/stories/second/stories.jsonl from the hand-written inputs beside this file.

    python assemble.py          write ../stories.jsonl and ../SHA256SUMS
    python assemble.py check    build in memory, check it, print the counts

The rules are those of tests/stories/made/assemble.py, which this imports; the inputs, the seed, the papers, the
agencies and the reporters are others.
"""

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).resolve().parent
FIRST = HERE.parents[1] / "made" / "assemble.py"


def first_set() -> ModuleType:
    """The script of the first set as a module."""
    spec = importlib.util.spec_from_file_location("first_set", FIRST)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(FIRST)
    module = importlib.util.module_from_spec(spec)
    sys.modules["first_set"] = module
    spec.loader.exec_module(module)
    return module


first = first_set()
Outlet = first.Outlet
first.SEED = "printed-versions-2"
first.HERE = HERE
first.TARGET = HERE.parent / "stories.jsonl"
first.SUMS = HERE.parent / "SHA256SUMS"
first.AGENCIES = {
    "Halyard Press": "halyardpress",
    "Albion Cable Service": "albioncable",
    "Continental News Bureau": "cnbureau",
}
AGENCY_OF = {"US": "Halyard Press", "UK": "Albion Cable Service", "ALL": "Continental News Bureau"}
first.OUTLETS = [
    Outlet("Cottonwood Register", "US", inline="{PLACE} ({agency}) -- ", path="dated"),
    Outlet("The Grand Mesa Observer", "US", "curly", head="{agency}", path="slug"),
    Outlet("Elk Ridge Times-Call", "US", head="{name} | Times-Call", path="number"),
    Outlet("Tidewater Daily Banner", "US", "curly", inline="{PLACE} — ", foot="© {year} {agency}"),
    Outlet("Oneida Shore Standard", "US", percent="%", head="By {agency} and staff reports", path="dated"),
    Outlet("Red Bluff Pioneer", "US", "curly", foot="Reach the newsroom at 555-0142 or news@pioneer.example."),
    Outlet("The Wabash Bulletin", "US", inline="({agency}) — ", path="number"),
    Outlet("Catskill Evening Leader", "US", "curly", "%", head="{name}, Leader staff"),
    Outlet("Magnolia Free Press", "US", head="Posted {date}", foot="Sign up for Free Press alerts.", path="dated"),
    Outlet("San Tomas Call", "US", "curly", inline="{PLACE} – ", foot="{name} of the Call contributed.", path="number"),
    Outlet("Prairie Center Dispatch", "US", foot="This story is provided as a service of {agency}."),
    Outlet("Wickham Bay Intelligencer", "US", "curly", head="BY {agency}", path="slug"),
    Outlet("Ottersby Journal", "UK", "single", "per cent", "m", head="{name}", path="number"),
    Outlet("North Fells Gazette", "UK", "curly", "pc", "m", inline="{PLACE}, {date}: ", path="dated"),
    Outlet("The Severn Packet", "UK", "single", "%", "m", head="By {name}, Transport and Business"),
    Outlet("Dunmarrow Courier", "UK", "straight", "per cent", "m", foot="({agency})", path="number"),
    Outlet("Hexley Evening News", "UK", "single-straight", "pc", "m", foot="Join the conversation in the comments."),
    Outlet("Stour & Vale Herald", "UK", "curly", "per cent", head="{agency}", path="dated"),
    Outlet("The Caldbeck Mail", "UK", "single", "per cent", "m", foot="Email your views to letters@mail.example."),
    Outlet("Port Gowan Times", "UK", "curly", "%", head="By {name} and {agency}", path="number"),
    Outlet("Fenland Daily Echo", "UK", "single-straight", "%", "m", head="{date}", path="dated"),
    Outlet("Marlhampton Reporter", "UK", "single", "per cent", inline="{PLACE} – "),
    Outlet("Galway Shore Sentinel", "INT", "single", "per cent", "m", head="{name}", foot="- {agency}"),
    Outlet("Darwin Top End News", "INT", "curly", "per cent", head="{agency} in {place}", path="number"),
    Outlet("Saskatoon River Post", "INT", "curly", "per cent", inline="{PLACE} ({agency}) — ", path="dated"),
    Outlet("Chennai Daily Beacon", "INT", "straight", "%", inline="{PLACE}: ", foot="(With inputs from {agency})"),
    Outlet("Nairobi Morning Standard-Mail", "INT", "single-straight", "per cent", head="By {agency}", path="number"),
    Outlet("Otago Southern Mail", "INT", "single", "%", "m", head="{name} of {agency}", path="slug"),
    Outlet("Leman Anglophone Review", "INT", "curly", "percent", foot="The Review/{agency}", path="dated"),
    Outlet("Algarve Resident's Post", "INT", "straight", "%", "m", foot="Subscribe for 3 euros a month."),
]
first.NAMES = """
Della Winfield
Rory Ashcombe
Mina Tavares
Joel Prendergast
Sian Holloway
Viktor Lund
Claudette Amis
Bram Otterby
Noor Jamil
Ted Haverstock
Elspeth Crane
Mateo Rivas
Hannah Zeller
Callum Strachan
Ines Moura
Perry Goodnight
Saoirse Kemp
Lukas Weidner
Abena Osei
Dot Merriman
""".strip().split("\n")


def single_articles(background: dict, taken: dict[str, set[str]], number: int) -> list[dict[str, str]]:
    """The articles that are copies of nothing, without the agency's name where it is the paper's own report."""
    made = []
    for n, block in enumerate((HERE / "singles.txt").read_text(encoding="utf-8").split("%% ")[1:], number):
        head, _, body = block.strip().partition("\n")
        kind, of, half, iso, region = head.split()
        rng = random.Random(f"{first.SEED} single {n}")
        title, *paragraphs = (p.strip() for p in body.split("\n\n"))
        full: list[str] = []
        for p in paragraphs:
            full += [b.text for b in background[p[2:]]] if p.startswith("B ") else [p]
        outlet = rng.choice([o for o in first.pool(region) if o.name not in taken.get(of, set())])
        date, name = first.datetime.date.fromisoformat(iso), rng.choice(first.NAMES)
        top, foot = outlet.head, outlet.foot
        if kind == "own-report":
            top, foot = f"By {name}", "" if "{" in foot else foot
        elif "{PLACE}" in outlet.inline or "{place}" in top:
            top = "{agency}"
        keep_inline = kind != "own-report" and "{PLACE}" not in outlet.inline
        dress = Outlet(
            outlet.name,
            outlet.region,
            outlet.quotes,
            outlet.percent,
            outlet.millions,
            top,
            outlet.inline if keep_inline else "",
            foot,
            outlet.path,
        )
        headline, text = first.printed(title, full, dress, AGENCY_OF[region], "", date, name)
        url = first.address(title, date, outlet, rng)
        made.append(first.article(f"t{n:03d}", half, kind, outlet.name, headline, date, url, text))
    return made


def build() -> tuple[list[dict[str, str]], dict]:
    """All articles in their shuffled order, with ids."""
    background = first.read_background()
    stories = {p.stem: first.read_story(p, background) for p in sorted((HERE / "stories").glob("t*.txt"))}
    articles, taken = [], {}
    for name, story in stories.items():
        five = first.story_articles(story)
        taken[name] = {a["outlet"] for a in five}
        articles += [{**a, "story": f"t0{name[1:]}"} for a in five]
    articles += single_articles(background, taken, len(stories) + 1)
    rng = random.Random(f"{first.SEED} order")
    rng.shuffle(articles)
    ids = rng.sample(range(16**7, 16**8), len(articles))
    for one, number in zip(articles, ids, strict=True):
        one["id"] = f"m{number:08x}"
    return articles, stories


first.build = build

if __name__ == "__main__":
    first.main()
