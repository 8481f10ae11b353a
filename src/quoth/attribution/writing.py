"""A statement's clause and mention -> whether its words were written: who speaks is a document, or the text says so."""

from __future__ import annotations

import re

from quoth.attribution.clause import CONTENT, MENTION, SENTENCE_END, Clause
from quoth.attribution.forms import words
from quoth.attribution.lexicon import DOCUMENTS, OUTLETS
from quoth.domain import Span

# -- papers, in patterns over lower-case words
PAPER = (
    r"(?:statement|letter|e-?mail|tweet|post|posting|thread|message|memo|note|blog|column|op-ed|article|essay|editorial"
    r"|book|memoir|autobiography|report|paper|release|filing|file|document|affidavit|brief|complaint|indictment|lawsuit"
    r"|petition|ruling|judge?ment|caption|text|website|newsletter|diary|diaries|study|submission"
    r"|questionnaire|manifesto|obituary|bulletin|circular|leaflet|pamphlet|postcard|notice|guidelines"
    r"|particulars of claim|findings|minutes|press release)s?"
)
PLACE = (
    r"(?:twitter|facebook|instagram|x|threads|bluesky|mastodon|linkedin|tiktok|reddit|tumblr|medium|truth social|weibo"
    r"|social media)"
)
NO_LINK = r"(?!(?:to|of|on|about|for|over|response|reference|reaction)\b)"
IN_WRITING = re.compile(
    rf"\b(?:on (?:\w+ ){{0,2}}?{PLACE}\b|took to {PLACE}\b|by (?:e-?mail|letter|text|post|fax)\b|online\b"
    r"|on (?:\w+ ){1,3}?(?:website|site|blog|page|account|feed)\b|in block capitals\b"
    rf"|(?:in|via|through) (?:{NO_LINK}[\w-]+ ){{0,4}}?{PAPER}\b"
    r"|in (?:an?|his|her|its|their) (?:[\w-]+ )?(?:reply|will)\b)"
)
READ_IN_COURT = r"(?:out )?(?:to|in) (?:the )?(?:court|jury|inquest)"  # of one who was not there
SPOKEN = re.compile(
    rf"\bstatement (?:\w+ )?(?:outside|on (?:tv|television)|to reporters)|\bstatement (?:was )?read (?!{READ_IN_COURT})"
    r"|\bon the (?:post|note|medium)\b|\bin the (?:post|text)\b|\bin brief\b|\bin a brief "
)
# "issued a statement urging", "sent a cease-and-desist letter", "unleashed a series of tweets"
SEND = (
    r"(?:issu(?:es?|ed|ing)|sen[dt]s?|sending|publish\w*|releas\w+|unleash\w*|put(?:s|ting)? out|fil(?:es?|ed|ing)"
    r"|post(?:s|ed|ing)|circulat\w+|fire[sd]? off|pen(?:s|ned)|tabl(?:es?|ed|ing)|hand(?:s|ed)? in|left|leav(?:es|ing))"
)
SENDING = re.compile(rf"\b{SEND} (?:(?!to )[\w’'-]+ ){{0,5}}?(?:{PAPER}|motion)\b")
SENT_BEFORE = re.compile(rf"{SENDING.pattern}(?: \w+){{0,6}}$")
# "Trump tweeted that ..., and encouraged", "Brandt wrote that ..., adding"
WROTE_FIRST = re.compile(
    rf"{MENTION} (?:[\w]+ )?(?:wrote|writes|tweeted|tweets|e-?mailed|e-?mails|posted|texted|has written|messaged)\b"
    rf"(?:(?! {MENTION} | said | told | but ).)*$"
)
ANOTHER = re.compile(rf"\b(?:said|says|told|called|calls)\b.*{MENTION}")  # whose the opening of the sentence is
IN_WHICH = re.compile(rf"\b{PAPER}\b[^;:]{{0,40}} in which (?:{MENTION})(?: \w+)?$")
IN_IT = re.compile(rf"^in (?:it|them|one) ,? ?{MENTION}")
NEXT_CLAUSE = re.compile(rf"{CONTENT} (?:, )?(?:and|but|while) |, (?:which|who) ")
GOES_ON = re.compile(r"\b(?:and|then|,)(?: \w+ly| also| then)?$")
OPENING_CHARS = 60

# -- documents, as mentions
NOUN_PHRASE_END = re.compile(
    r"[,;(]|\s(?:by|from|in|on|for|about|at|to|with|like|that|which|who|whose|last|this|dated|headed|entitled|titled"
    r"|called|commissioned|circulated|pinned|compiled|published|released|seen|issued|conducted|obtained|signed|taken"
    r"|sent|set|shared|posted|written)\s",
    re.IGNORECASE,
)
OF = re.compile(r"\sof\s", re.IGNORECASE)
# "the Post’s Ann Hale", "Ann Hale of the Post"
WRITER = re.compile(
    rf"\b(?:{'|'.join(name.title() for name in sorted(OUTLETS))})(?:[’']s? [A-Z]|$)|News Service$|\bof Breitbart\b"
)
COPIES = words("copy copies version part series raft set pair string flurry number page pages line passage")
ARTICLES = words("The A An This That One His Her Their Its")
NAMES = words("Bill Bills Law Page Post Form Sheet Record Wire Test Book Brief Sign Story Act Code Graph Ballot")
ITSELF = words("it they")
RELATIVE = words("that which")
PAPER_BEFORE = re.compile(  # "a report to the government, [which]", "the party's platform planks [that]"
    r"(?:^|\s)(?:an?|the|this|another|his|her|its|their|amid|of|in|by|\w+[’'“”\"]s?)(?: [\w’'-]+){0,3}?"
    r" (?P<noun>[\w-]+)(?: (?:to|of|by|from|for|on) [^,.;:]{1,40})?,?\s*$"
)
PAPER_NAMED = re.compile(
    r"\b(?:an?|the|his|her|its|their|this|that|another|one|open) (?:[\w’'-]+ ){0,3}?"
    r"(?:statement|letter|e-?mail|memo|note|message|report|study|affidavit|petition|plan|notice|leaflet|document"
    r"|forecast|page|treaty|text|survey|audit|sheet)\b",
    re.IGNORECASE,
)
TELLS = words(
    "say conclude recommend warn state describe find call note add read begin run ask demand list contain cite"
)
DEAR = re.compile(r"[“\"'‘]?Dear [A-Z]")
LETTERS = re.compile(rf"\b{PAPER}\b", re.IGNORECASE)
LETTER = re.compile(r"\b(?:letters?|e-?mails?|notes?|messages?|memos?|postcards?|leaflets?|texts?)\b", re.IGNORECASE)


def is_document(name: str) -> bool:
    """Whether a mention names something written or printed: "The study by Ruiz", "the Gannet Herald"."""
    cut = NOUN_PHRASE_END.split(name.replace("best seller", "bestseller"), maxsplit=1)[0].split()
    if "and" in cut and not all(word.islower() for word in cut[: cut.index("and")]):
        cut = cut[: cut.index("and")]
    if not cut:
        return False
    return is_outlet(name) or _heads_document(cut)


def is_outlet(name: str) -> bool:
    """Whether a mention names a paper, an agency or a site."""
    cut = NOUN_PHRASE_END.split(name, maxsplit=1)[0].split()
    return bool(cut) and cut[-1][:1].isupper() and _bare(cut[-1]) in OUTLETS and not _a_person(cut)


def _a_person(cut: list[str]) -> bool:
    return " ".join(cut[-2:]) == "the Independent"  # who stands for no party; the paper is "The Independent"


def _heads_document(cut: list[str]) -> bool:
    parts = [part.split() for part in OF.split(" ".join(cut)) if part.split()]
    first = parts[0]
    head = (parts[-1] if _bare(first[-1]) in COPIES else first)[-1]
    if _is_person(first) and not (len(first) == 1 < len(parts)):  # "Survey of Voters", "Bill of Rights"
        return False
    return _bare(head) in DOCUMENTS or _bare(head).removesuffix("s") in DOCUMENTS


def _is_person(name: list[str]) -> bool:
    """Whether a name that ends like a document is a person's: "Jude Law", "Bill"."""
    if not (name[0].istitle() and name[-1].istitle()) or name[0] in ARTICLES:
        return False
    return name[-1] in NAMES or len(name) == 2


def _bare(word: str) -> str:
    return re.sub(r"[^\w-]|[’']s$", "", word).lower()


def is_writer(name: str) -> bool:
    """Whether a mention names a reporter with the paper: "the Post’s Ann Hale"."""
    first = name.split(" ")[0]
    owned = "’s " in name or "'s " in name
    return bool(WRITER.search(name)) and first != name and (owned or (first.istitle() and first not in ARTICLES))


def takes_up_document(text: str, mention: Span, around: Clause) -> bool:
    """Whether "which", "that" or "it" takes up a document just before: "sent a letter. It says ..."."""
    word = mention.of(text).lower()
    if IN_IT.match(around.lead):
        return bool(LETTERS.search(_sentence_before(text, mention.start)))
    if word in RELATIVE:
        near = text[max(0, mention.start - 90) : mention.start].replace("best seller", "bestseller")
        before = PAPER_BEFORE.search(near)
        return before is not None and _heads_document([before["noun"]])
    if word not in ITSELF or around.verb not in TELLS:
        return False
    return bool(PAPER_NAMED.search(_sentence_before(text, mention.start)))


def _sentence_before(text: str, place: int) -> str:
    """The sentence before the one that holds the place."""
    near = text[max(0, place - 400) : place].rstrip("“\"'‘ \n")
    ends = [m.end() for m in SENTENCE_END.finditer(near)]
    if ends and not near[ends[-1] :].strip():
        return near[ends[-2] if len(ends) > 1 else 0 :]
    return near[ends[-2] if len(ends) > 1 else 0 : ends[-1]] if ends else ""


def in_writing(around: Clause) -> bool:
    """Whether the cue, what follows it or what stands before it says so: "In a letter, Ruiz said ..."."""
    behind = NEXT_CLAUSE.split(" ".join((*around.cue, *around.after)))[0]
    opening = "" if ANOTHER.search(around.lead) else around.lead[:OPENING_CHARS]
    if written(behind) or written(opening):
        return True
    participle = around.head.endswith("ing") and around.before[-1:] not in (("is",), ("are",), ("was",), ("were",))
    goes_on = (participle or GOES_ON.search(around.lead)) and WROTE_FIRST.search(around.lead)
    return bool(goes_on or IN_WHICH.search(around.lead))


def sends_paper(around: Clause, content: str) -> bool:
    """Whether the clause tells that words were sent or put out on paper: "issued a statement urging ..."."""
    line = " ".join((*around.cue, *around.after[:6]))
    sent = SENDING.match(line) or SENDING.match(f"{' '.join(around.cue)} {content[:60].lower()}")
    return bool(sent or SENT_BEFORE.search(around.lead))


def written(line: str) -> bool:
    """Whether the line says that words were in writing."""
    line = line.lower()
    return bool(IN_WRITING.search(line) and not SPOKEN.search(line))


def without_cue(text: str, start: int, end: int, name: str) -> bool:
    """Whether words that no cue attributes are of a letter or a post, by who speaks, how they open, what is before."""
    opening = text[start : start + 20]
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    beside = text[line:start] + " " + text[end : stop if stop >= 0 else len(text)]
    if (is_document(name) and not is_outlet(name)) or DEAR.match(opening) or written(beside):
        return True
    alone = not text[line:start].strip(" “\"'‘")
    return alone and bool(LETTER.search(_sentence_before(text, start)))
