"""Number the hand-written statements and claims and write them as JSON lines.

`python make.py` writes ../record.jsonl and ../claims.jsonl from tune.txt and
held-out.txt; `python make.py --count` prints the counts and what looks wrong.
"""

import json
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
MARKS = "“”„‘’«»\"' "


def read(half, first_statement, first_claim):
    statements, claims, flags = [], [], {}
    lines = (HERE / f"{half}.txt").read_text(encoding="utf-8").split("\n")
    number, at = None, 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if not line.strip():
            continue
        if line.startswith("@@"):
            number = None
            continue
        fields = [part.strip() for part in line[2:].split("|")]
        text = lines[at]
        at += 1
        if line.startswith("@ "):
            speaker, outlet, day, flag = fields
            number = f"q{first_statement + len(statements):03d}"
            flags[number] = flag
            statements.append(
                {
                    "id": number,
                    "half": half,
                    "speaker": speaker,
                    "quote": text,
                    "outlet": outlet,
                    "day": day,
                }
            )
        elif line.startswith("> "):
            kind, speaker, negation, how = fields
            claims.append(
                {
                    "id": f"c{first_claim + len(claims):03d}",
                    "half": half,
                    "of": number,
                    "claim": text,
                    "speaker": None if speaker == "-" else speaker,
                    "class": kind,
                    "negation": None if negation == "-" else negation,
                    "how": how,
                }
            )
        else:
            raise SystemExit(f"{half}.txt: neither statement nor claim: {line}")
    return statements, claims, flags


def say(*parts):
    sys.stdout.write(" ".join(map(str, parts)) + "\n")


def count(statements, claims, flags):
    quotes = {each["id"]: each for each in statements}
    say(len(statements), "statements,", len(claims), "claims")
    say(len({each["speaker"] for each in statements}), "speakers")
    say(Counter(each["half"] for each in statements))
    for kind in ("neg", "trap"):
        ids = [key for key, flag in flags.items() if kind in flag]
        say(kind, Counter(quotes[key]["half"] for key in ids))
        say("  ", " ".join(f"{key}{flags[key].replace(kind, '').strip()}" for key in ids))
    for field in ("class", "negation"):
        say(Counter((each["half"], each[field]) for each in claims))
    say(Counter((each["half"], each["class"], each["negation"]) for each in claims if each["negation"]))
    say(Counter(each["half"] for each in claims if each["speaker"] is None), "without a speaker")
    say(160 - len({each["of"] for each in claims} - {None}), "statements without a claim")
    for each in statements:
        words = len(each["quote"].split())
        if not 12 <= words <= 45:
            say(each["id"], words, "words")
    for each in claims:
        bare = each["claim"].strip(MARKS)
        whole = quotes[each["of"]]["quote"] if each["of"] else ""
        within = bool(whole) and bare in whole
        if within != (each["class"] in ("verbatim", "other speaker")):
            first = each["claim"][0]
            if not within or (first in MARKS and first == whole[0]):
                say(each["id"], each["class"], "within:", within, each["how"])
        same_marks = each["claim"][0] not in MARKS or each["claim"][0] == whole[:1]
        if each["class"] not in ("house style", "not found") and not same_marks:
            say(each["id"], each["class"], "other marks than the record")
        if each["of"]:
            full = quotes[each["of"]]["speaker"]
            given = each["speaker"]
            right = given is None or full in given or given in full
            if right == (each["class"] == "other speaker"):
                say(each["id"], each["class"], given, "/", full)
        for other in statements:
            if other["id"] != each["of"] and bare in other["quote"]:
                say(each["id"], "stands in", other["id"], "too")


def main():
    tune, tuned, flags = read("tune", 1, 1)
    held, claimed, more = read("held-out", len(tune) + 1, len(tuned) + 1)
    statements, claims = tune + held, tuned + claimed
    if "--count" in sys.argv:
        count(statements, claims, flags | more)
        return
    for name, rows in (("record", statements), ("claims", claims)):
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (HERE.parent / f"{name}.jsonl").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
