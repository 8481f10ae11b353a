"""Score dossiers on one half.

    python tests/dossiers/score.py tune decisions.jsonl

decisions.jsonl: one line a speaker entry, {"article": "a001", "speaker": 0,
"dossier": "any key"}; "speaker" is the position in the article's list. An entry
without a line, or with the dossier null, stands alone.
"""

# ruff: noqa: T201
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent


def read_lines(path):
    return [json.loads(x) for x in Path(path).read_text(encoding="utf-8").splitlines() if x]


def pairs_of(counts):
    return sum(n * (n - 1) // 2 for n in counts.values())


def rates(right, said, true):
    p = right / said if said else 1.0
    r = right / true if true else 1.0
    return {"p": round(p, 4), "r": round(r, 4), "f": round(2 * p * r / (p + r), 4) if p + r else 0}


def pairwise(rows):
    both = pairs_of(Counter((g, d) for g, d in rows))
    return rates(both, pairs_of(Counter(d for _, d in rows)), pairs_of(Counter(g for g, _ in rows)))


def b_cubed(rows):
    if not rows:
        return None
    gold, said = Counter(g for g, _ in rows), Counter(d for _, d in rows)
    both = Counter(rows)
    p = sum(both[r] / said[r[1]] for r in rows) / len(rows)
    r = sum(both[r] / gold[r[0]] for r in rows) / len(rows)
    return {"p": round(p, 4), "r": round(r, 4), "f": round(2 * p * r / (p + r), 4)}


def score(half, decisions):
    said = {(d["article"], d["speaker"]): d["dossier"] for d in decisions}
    entries = []
    for article in read_lines(HERE / "articles.jsonl"):
        if article["half"] != half:
            continue
        for i, s in enumerate(article["speakers"]):
            key = said.get((article["id"], i))
            entries.append((s, ("alone", article["id"], i) if key is None else key))
    full = [(s, d) for s, d in entries if s["kind"] != "unnamed" and "hard" not in s]
    out = {"half": half, "entries": len(entries)}
    for kind in ("person", "organisation"):
        rows = [(s["person"], d) for s, d in full if s["kind"] == kind]
        out[kind] = {"entries": len(rows), "pairwise": pairwise(rows), "b_cubed": b_cubed(rows)}
    held = defaultdict(set)
    for s, d in full:
        held[s["person"]].add(d)
    for pair in json.loads((HERE / "pairs.json").read_text(encoding="utf-8")):
        if pair["half"] == half:
            a, b = pair["persons"]
            tally = out.setdefault(pair["kind"], {"pairs": 0, "merged": []})
            tally["pairs"] += 1
            if held[a] & held[b]:
                tally["merged"].append(pair["note"])
    everyone = defaultdict(list)
    for s, d in entries:
        everyone[d].append(s)
    for flag in ("hard", "private"):
        tally = Counter()
        for s, d in entries:
            if flag in s:
                rest = [o["person"] for o in everyone[d] if o is not s]
                if not rest:
                    tally["alone"] += 1
                else:
                    own = all(o == s["person"] for o in rest)
                    tally["with their own" if own else "with others"] += 1
        out[flag] = dict(tally)
    out["unnamed joined to somebody"] = sum(s["kind"] == "unnamed" and len(everyone[d]) > 1 for s, d in entries)
    return out


if __name__ == "__main__":
    print(json.dumps(score(sys.argv[1], read_lines(sys.argv[2])), ensure_ascii=False, indent=1))
