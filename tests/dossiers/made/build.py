"""Assemble articles.jsonl, people.jsonl and pairs.json from the hand-written stories.

    python tests/dossiers/made/build.py            write the files
    python tests/dossiers/made/build.py --check    compare with the files on disk

A story file (stories/*.txt) holds a head, background lines and articles:

    #half tune
    ~ A background sentence.            may be added as a paragraph of its own
    ~>2023-02 A later one.              only to articles from that month on
    ~[sport,AC] One of that section     only to articles of that section or outlet
    === 2022-02-03|AC|politics|Headline
    # tag; tag                          phenomena shown here (for the README)
    Text with {p001|words spoken,} said Somebody.
    :p001|fullest name here|role here, or -|hard private
    +Further name; Further name

The seed decides only which background paragraphs follow a short text, how many,
and the article number in the address.
"""

# ruff: noqa: T201
import hashlib
import json
import random
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent
SEED = 20240611
LOW, HIGH = 60, 160
QUOTE = re.compile(r"\{([pou]\d*)\|([^{}]+)\}")

# code: name, host, quotation marks, curly apostrophes, address pattern
OUTLETS = {}


def load_outlets():
    for line in (HERE / "outlets.txt").read_text(encoding="utf-8").splitlines():
        if line.strip():
            code, name, host, marks, pattern = line.split("|")
            OUTLETS[code] = (name, host, marks, pattern)


def words(text):
    return len(text.split())


def slug(headline):
    text = headline.lower()
    for a, b in zip("áčďéěíňóřšťúůýžüöäãçñêèćł", "acdeeinorstuuyzuoaacneecl", strict=True):
        text = text.replace(a, b)
    text = re.sub(r"['’]", "", text)
    return "-".join(re.findall(r"[a-z0-9]+", text)[:9])


def read_story(path):
    half, background, articles, art = None, [], [], None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("=== "):
            date, outlet, section, headline = line[4:].split("|")
            art = {
                "story": path.stem,
                "n": len(articles),
                "date": date.strip(),
                "outlet": outlet,
                "section": section,
                "headline": headline.strip(),
                "tags": [],
                "lines": [],
                "speakers": [],
                "others": [],
            }
            articles.append(art)
        elif art is None:
            if line.startswith("#half "):
                half = line[6:].strip()
            elif line.startswith("~"):
                found = re.match(r"~(?:\[(.+?)\])?(?:>(\S{7}))?(?:<(\S+))? (.*)", line)
                where = set(found[1].split(",")) if found[1] else None
                background.append((where, found[2] or "0000", found[3] or "9999", found[4]))
        elif line.startswith("# "):
            art["tags"] += [t.strip() for t in line[2:].split(";")]
        elif line.startswith(":"):
            parts = [p.strip() for p in line[1:].split("|")]
            art["speakers"].append(parts + [""] * (4 - len(parts)))
        elif line.startswith("+"):
            art["others"] += [t.strip() for t in line[1:].split(";")]
        else:
            art["lines"].append(line)
    for art in articles:
        art["half"] = half
        art["background"] = background
        paragraphs = "\n".join(art.pop("lines")).strip()
        art["body"] = re.sub(r"\n{2,}", "\n\n", paragraphs)
    return articles


def pad(art, rng):
    """Add background paragraphs to a short text."""
    body = art["body"]
    if any("hard" in s[3] for s in art["speakers"]):
        return body
    goal = rng.choice((62, 66, 72, 80, 90))
    month = art["date"][:7]
    place = {art["section"], art["outlet"]}
    pool = [
        text
        for where, start, end, text in art["background"]
        if start <= month < end and (where is None or where & place)
    ]
    rng.shuffle(pool)
    for extra in pool:
        if words(body) >= goal:
            break
        if words(body) + words(extra) <= HIGH:
            body += "\n\n" + extra
    return body


def style(text, outlet):
    """Apostrophes as the outlet sets them."""
    return text if OUTLETS[outlet][2] == '""' else text.replace("'", "’")


def assemble(art, rng):
    complaints = []
    outlet = art["outlet"]
    name, host, marks, pattern = OUTLETS[outlet]
    body = pad(art, rng)
    quotes = {}
    for who, said in QUOTE.findall(body):
        quotes.setdefault(who, style(said.strip().rstrip(","), outlet))
    body = style(body, outlet)
    text = QUOTE.sub(lambda m: marks[0] + m[2] + marks[1], body)
    headline = style(art["headline"], outlet)
    where = f"{art['story']} {art['date']} {headline!r}"
    low = text.lower()
    speakers = []
    for who, said_name, role, flags in art["speakers"]:
        said_name, role = style(said_name, outlet), style(role, outlet)
        quote = quotes.pop(who, None)
        if quote is None:
            complaints.append(f"{where}: no quote of {who}")
            continue
        kind = {"p": "person", "o": "organisation", "u": "unnamed"}[who[0]]
        entry = {
            "name": said_name,
            "role": None if role == "-" else role,
            "kind": kind,
            "quote": quote,
            "person": None if kind == "unnamed" else who,
        }
        for flag in flags.split():
            if flag not in ("hard", "private"):
                complaints.append(f"{where}: flag {flag}")
            entry[flag] = True
        if said_name.lower() not in low:
            complaints.append(f"{where}: name {said_name!r} not in the text")
        if entry["role"] and role.lower() not in low:
            complaints.append(f"{where}: role {role!r} not in the text")
        if quote not in text:
            complaints.append(f"{where}: quote {quote!r} not in the text")
        speakers.append(entry)
    if quotes:
        complaints.append(f"{where}: quotes without a speaker line {sorted(quotes)}")
    if re.search(r"[{}|]", text):
        complaints.append(f"{where}: stray mark")
    others = [style(o, outlet) for o in art["others"] if o]
    for other in others:
        if other not in text:
            complaints.append(f"{where}: other {other!r} not in the text")
    if not LOW <= words(text) <= HIGH:
        complaints.append(f"{where}: {words(text)} words")
    address = pattern.format(
        section=art["section"],
        date=art["date"].replace("-", "/"),
        slug=slug(art["headline"]),
        n=rng.randrange(100000, 999999),
    )
    made = {
        "id": None,
        "half": art["half"],
        "outlet": name,
        "url": f"https://{host}/{address}",
        "published": art["date"],
        "section": art["section"],
        "headline": headline,
        "text": text,
        "speakers": speakers,
        "others": others,
    }
    return made, complaints


def build():
    load_outlets()
    complaints, made = [], []
    for path in sorted((HERE / "stories").glob("*.txt")):
        rng = random.Random(f"{SEED} {path.stem}")
        for art in read_story(path):
            out, wrong = assemble(art, rng)
            complaints += wrong
            made.append((art["date"], art["story"], art["n"], out, art["tags"]))
    made.sort(key=lambda m: m[:3])
    for i, m in enumerate(made, 1):
        m[3]["id"] = f"a{i:03d}"
    people, pairs = read_people()
    add_others(made)
    complaints += cross_check(made, people, pairs)
    return made, people, pairs, complaints


def add_others(made):
    """Add the bodies of bodies.txt and the silent persons to `others`."""
    listed = (HERE / "bodies.txt").read_text(encoding="utf-8").split("\n")
    names = {}
    for *_, out, _tags in made:
        for s in out["speakers"]:
            if s["kind"] == "person" and len(s["name"].split()) > 1:
                names.setdefault(s["name"], set()).add(s["person"])
    for *_, out, _tags in made:
        speaking = {s["person"] for s in out["speakers"]}
        known = {b.replace("'", m) for b in listed if b for m in "'’"}
        known |= {n for n, who in names.items() if not who & speaking}
        left = out["text"]
        for taken in sorted([s["name"] for s in out["speakers"]] + out["others"], key=len)[::-1]:
            left = left.replace(taken, "|")
        for name in sorted(known, key=lambda n: (-len(n), n)):
            if re.search(rf"\b{re.escape(name)}\b", left):
                left = left.replace(name, "|")
                out["others"].append(name)


def read_people():
    """people.txt: id|label|half lines, then pair lines `= kind|a|b|note`."""
    people, pairs = {}, []
    for line in (HERE / "people.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            kind, a, b, note = [p.strip() for p in line[2:].split("|")]
            pairs.append({"kind": kind, "persons": [a, b], "note": note})
        elif line.strip() and not line.startswith("#"):
            who, label = [p.strip() for p in line.split("|", 1)]
            people[who] = label
    return people, pairs


def cross_check(made, people, pairs):
    complaints, half_of, names, count = [], {}, {}, {}
    for *_, out, _tags in made:
        for s in out["speakers"]:
            who = s["person"]
            if who is None:
                continue
            if who not in people:
                complaints.append(f"{out['id']}: {who} is not in people.txt")
            if half_of.setdefault(who, out["half"]) != out["half"]:
                complaints.append(f"{who} speaks in both halves")
            names.setdefault(who, set()).add(s["name"])
            count[who] = count.get(who, 0) + 1
    for who in people:
        if not 1 <= count.get(who, 0) <= 9:
            complaints.append(f"{who} speaks in {count.get(who, 0)} articles")
    for pair in pairs:
        if len({half_of.get(p) for p in pair["persons"]}) != 1:
            complaints.append(f"pair {pair['persons']} is in two halves")
        pair["half"] = half_of.get(pair["persons"][0])
    for *_, out, _tags in made:
        for s in out["speakers"]:
            for other in names.get(s["person"], ()):
                fuller = len(other) > len(s["name"]) and s["name"] in other
                if fuller and other in out["text"]:
                    complaints.append(f"{out['id']} {out['headline']!r}: {other!r} is fuller")
    seen = {}
    for *_, out, _tags in made:
        if seen.setdefault(out["headline"], out["id"]) != out["id"]:
            complaints.append(f"{out['id']}: headline twice")
    return complaints


def phenomena(made, pairs):
    """Which articles show what: the stories' own tags, and what can be counted."""
    found = {}

    def note(tag, name):
        if name not in found.setdefault(tag, []):
            found[tag].append(name)

    for *_, out, tags in made:
        for tag in tags:
            note(tag, out["id"])
        for s in out["speakers"]:
            for flag in ("hard", "private"):
                if flag in s:
                    note(flag, out["id"])
            if s["kind"] == "unnamed":
                note("unnamed", out["id"])
            elif s["kind"] == "person" and len(s["name"].split()) == 1 and "hard" not in s:
                note("surname only, the role tells", out["id"])
    for pair in pairs:
        if pair["kind"] != "namesakes":
            for m in made:
                if speaks(m[3], pair["persons"][1]):
                    note("private namesake", m[3]["id"])
            continue
        hits = [
            [(m[3]["outlet"], m[3]["published"][:7], m[3]["id"]) for m in made if speaks(m[3], p)]
            for p in pair["persons"]
        ]
        for a in hits[0]:
            for b in hits[1]:
                if a[2] == b[2]:
                    note("namesakes in one article", a[2])
                elif a[:2] == b[:2]:
                    note("namesakes, same outlet and month", a[2])
                    note("namesakes, same outlet and month", b[2])
    return {k: sorted(v) for k, v in found.items()}


def speaks(article, person):
    return any(s["person"] == person for s in article["speakers"])


def dump(rows):
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)


def main():
    made, people, pairs, complaints = build()
    for c in complaints:
        print("!", c)
    cards = []
    for who, label in people.items():
        hits = [(out, s) for *_, out, _t in made for s in out["speakers"] if s["person"] == who]
        cards.append(
            {
                "person": who,
                "label": label,
                "half": hits[0][0]["half"] if hits else None,
                "names": sorted({s["name"] for _, s in hits}),
                "roles": list(dict.fromkeys(s["role"] for _, s in hits if s["role"])),
                "articles": [out["id"] for out, _ in hits],
            }
        )
    files = {
        "articles.jsonl": dump(m[3] for m in made),
        "people.jsonl": dump(cards),
        "pairs.json": json.dumps(pairs, ensure_ascii=False, indent=1) + "\n",
        "phenomena.json": "{\n"
        + ",\n".join(f" {json.dumps(k)}: {json.dumps(v)}" for k, v in sorted(phenomena(made, pairs).items()))
        + "\n}\n",
    }
    if "--check" in sys.argv:
        bad = [f for f in files if (OUT / f).read_text(encoding="utf-8") != files[f]]
        print("differs: " + ", ".join(bad) if bad else "same")
        sys.exit(bool(bad or complaints))
    for name, text in files.items():
        (OUT / name).write_text(text, encoding="utf-8")
        print(name, len(text.encode()), hashlib.sha256(text.encode()).hexdigest())
    for half in ("tune", "held-out"):
        arts = [m[3] for m in made if m[3]["half"] == half]
        every = [s for a in arts for s in a["speakers"]]
        print(
            half,
            len(arts),
            "articles",
            len(every),
            "entries",
            {k: sum(s["kind"] == k for s in every) for k in ("person", "organisation", "unnamed")},
            {f: sum(f in s for s in every) for f in ("hard", "private")},
            len({s["person"] for s in every if s["kind"] == "person"}),
            "persons",
        )
    sys.exit(bool(complaints))


if __name__ == "__main__":
    main()
