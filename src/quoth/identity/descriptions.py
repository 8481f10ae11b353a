"""Whom a description means: "the president", "his boss", "a second official", "the campaign", "the poll"."""

from __future__ import annotations

from quoth.domain import Part as Passage_Part
from quoth.domain import Span, SpeakerKind
from quoth.identity.figures import Figure
from quoth.identity.kinds import counted, kind_of, plural
from quoth.identity.mentions import Form, Part, printed
from quoth.identity.mentions import BREAK
from quoth.identity.names import VERBS, Name, Sort
from quoth.identity.phrases import head_noun
from quoth.identity.prose import Word
from quoth.identity.pronouns import crowd_before, it, ranked, they
from quoth.identity.scene import NOBODY, Answer, Asked, Scene, alike
from quoth.identity.vocabulary import COUNTS, DETERMINING, DOCUMENTS, PEOPLE, PRONOUNS, SPEECH_NOUNS, TITLES

PRINTED = frozenset("editorial article column story op-ed report essay interview analysis".split())
NEAR_SENTENCES = 4
MEDIA_NOUNS = frozenset("newspaper paper magazine network station outlet channel website publication site blog".split())
MEDIA = frozenset(
    "times post journal tribune herald gazette guardian observer telegraph mail mirror globe chronicle press magazine review daily weekly examiner independent "
    "inquirer sentinel register courier bulletin dispatch beacon news cnn nbc abc cbs msnbc fox bbc npr politico reuters bloomberg politco post-dispatch".split()
)
NEW = frozenset("a an one another some two three".split())
PAIRS = frozenset("two both pair duo couple brothers sisters twins".split())
KIN = frozenset("wife husband son daughter mother father brother sister boss friend aide partner spokesman spokeswoman lawyer attorney deputy".split())


def description(scene: Scene, number: int, part: Part) -> Answer:
    """Whom a description that stands for the speaker means."""
    owner = owner_of(scene, number, part)
    speech = part.head in SPEECH_NOUNS and (part.owner or part.name)
    if speech and owner is not None:
        return Answer(owner.figures, "owner", owner.share, owner.others)
    kind = kind_of(part.head, part.words)
    if kind is SpeakerKind.UNKNOWN:
        return NOBODY
    if kind is SpeakerKind.DOCUMENT:
        return _document(scene, number, part, owner)
    if kind is SpeakerKind.ORGANISATION:
        return _body(scene, number, part, owner)
    if counted(part.head, part.words) and not (part.definite and part.head in PAIRS):
        return _share(scene, number, part)
    if plural(part.head) or (part.definite and part.head in PAIRS):
        return _crowd(scene, number, part, kind, owner)
    return _person(scene, number, part, kind, owner)


def owner_of(scene: Scene, number: int, part: Part) -> Answer | None:
    """Whose a possessive makes it."""
    if part.name is not None:
        return Answer((scene.of[part.name.span],), "name")
    if part.owner is None:
        return None
    place = next(w.span.start for w in part.words if w.lower == part.owner)
    asks = PRONOUNS[part.owner]
    if asks in "mf":
        return ranked(scene, number, place, Asked(gender=asks), f"pronoun {asks}")
    if asks == "r":
        return relative(scene, number, place)
    if asks == "p":
        return they(scene, number, place)
    return it(scene, number, place) if asks == "n" else None


def new(scene: Scene, part: Part, kind: SpeakerKind, text: str | None = None) -> Figure:
    """A figure that has only this description."""
    figure = Figure(kind, described=text or described(scene, part), plural=plural(part.head))
    scene.note(figure, part.span)
    return figure


def described(scene: Scene, part: Part, owner: Answer | None = None) -> str:
    """The description up to what a comma adds, without leading article, its possessive pronoun replaced by a name."""
    words = list(part.words)
    if words[0].lower == "those":
        return printed(words, scene.prose.text)
    for n, word in enumerate(words):
        if n and "," in scene.prose.text[words[n - 1].span.end : word.span.start] and word.lower in ("who", "which", "that", "the"):
            words = words[:n]
            break
    text = printed(words, scene.prose.text)
    if owner is not None and owner.figures and part.owner and words[0].lower == part.owner:
        return f"{_genitive(owner.figures[0].name)} {text[len(part.owner):].strip()}"
    if part.name is not None and words[0].span.start == part.name.span.start and scene.of[part.name.span].kind is SpeakerKind.PERSON:
        rest = scene.prose.text[part.name.span.end : words[-1].span.end]
        return " ".join((scene.of[part.name.span].name + rest).split())
    return text


def _genitive(name: str) -> str:
    return f"{name}'s"


def _same_text(scene: Scene, text: str, kinds: frozenset[SpeakerKind] | None = None) -> Figure | None:
    for figure in scene.figures:
        if not figure.names and figure.described and figure.described.lower() == text.lower() and (kinds is None or figure.kind in kinds):
            return figure
    return None


def _reuse(scene: Scene, part: Part, kind: SpeakerKind, text: str) -> Figure:
    same = _same_text(scene, text)
    if same is not None:
        scene.note(same, part.span)
        return same
    return new(scene, part, kind, text)


def _names_in(scene: Scene, part: Part) -> list[Name]:
    return [name for name in scene.names if part.span.start <= name.span.start and name.span.end <= part.span.end]


def _document(scene: Scene, number: int, part: Part, owner: Answer | None) -> Answer:
    """Who made the paper, where that is told; else whoever spoke last through one; else the paper."""
    if owner is not None and owner.figures:
        return Answer(owner.figures, "owner", owner.share * 0.8)
    maker = _maker(scene, part)
    if maker is not None:
        scene.papers[part.head.rstrip("s")] = maker
        return Answer((maker,), "maker")
    if part.head not in DOCUMENTS:
        return Answer((_reuse(scene, part, SpeakerKind.DOCUMENT, described(scene, part)),), "thing")
    if part.definite or len(part.words) == 1 and not part.head.endswith("s") or part.words[0].lower in ("a", "an"):
        known = _known_maker(scene, number, part)
        if known is not None:
            return Answer((known,), "paper", 0.6)
    text = described(scene, part)
    return Answer((_reuse(scene, part, SpeakerKind.DOCUMENT, text),), "paper itself")


def _maker(scene: Scene, part: Part) -> Figure | None:
    words = part.words
    for name in _names_in(scene, part):
        before = scene.prose.before(name.span.start)
        lead = [w.lower for w in before[-4:] if w.span.start > words[0].span.start]
        by = any(w in ("by", "from") for w in lead) or (part.head in PRINTED and "in" in lead[-2:])
        qualifies = name.modifier and any(w.lower in DOCUMENTS and 0 <= w.span.start - name.span.end <= 24 for w in words)
        figure = scene.of[name.span]
        if by or (qualifies and figure.kind is SpeakerKind.ORGANISATION and name.sort.value != "place"):
            return figure
    return None


def _known_maker(scene: Scene, number: int, part: Part) -> Figure | None:
    head = part.head.rstrip("s")
    polls = frozenset("poll survey study finding result data report".split())
    for paper in (head, *(polls if head in polls else ())):
        if paper in scene.papers:
            return scene.papers[paper]
    place = scene.prose.sentence_number(part.span.start)
    issued = _issued(scene, number, part)
    if issued is not None:
        return issued
    if part.definite:
        for n in scene.heard(number)[:1]:
            if place - scene.prose.sentence_number(scene.anchors[n]) <= NEAR_SENTENCES and head not in polls:
                return scene.answers[n].figures[0]
    return scene.papers_told(head) if head in polls else None


def _issued(scene: Scene, number: int, part: Part) -> Figure | None:
    """Whoever issued the paper of which the sentences before tell: "a statement issued by the campaign"."""
    sentence = scene.prose.sentence_number(part.span.start)
    start = scene.prose.sentences[max(0, sentence - 3)].span.start
    words = scene.prose.within(Span(start, part.span.start)) if start < part.span.start else []
    for n in range(len(words) - 2, -1, -1):
        ahead = words[n + 1 : n + 7]
        by = next((k for k, word in enumerate(ahead) if word.lower in ("by", "from")), None)
        if words[n].lower == part.head and by is not None and ahead[by + 1 :]:
            rest = scene.prose.within(Span(ahead[by + 1].span.start, min(ahead[-1].span.end + 40, part.span.start)))
            named = scene.reader.read(Span(rest[0].span.start, rest[-1].span.end)) if rest else []
            if named and named[0].name is not None and named[0].form is Form.NAME and named[0].name.sort is not Sort.PLACE:
                return scene.of[named[0].name.span]
            body = rest[: next((k + 1 for k, w in enumerate(rest[:5]) if w.lower in ("campaign", "office", "department", "committee")), 0)]
            if body:
                answer = description(scene, number, scene.reader._description(body, body))
                return answer.figures[0] if answer.figures else None
    return None


def _body(scene: Scene, number: int, part: Part, owner: Answer | None) -> Answer:
    """The body that is described: its own words where they name someone's, else the last that fits."""
    if owner is not None and owner.figures:
        whose = owner.figures[0]
        if part.head in ("campaign", "camp", "team") and whose.kind is SpeakerKind.PERSON:
            return Answer((_reuse(scene, part, SpeakerKind.ORGANISATION, f"{surname(whose)} {part.head}"),), "body", owner.share)
        return Answer((_reuse(scene, part, SpeakerKind.ORGANISATION, described(scene, part, owner)),), "body", owner.share)
    text = described(scene, part)
    if any(w.capital for w in part.words[1:]) or not part.definite:
        return Answer((_reuse(scene, part, SpeakerKind.ORGANISATION, text),), "body")
    known = _last_body(scene, part)
    return Answer((known,), "the body", 0.6) if known is not None else Answer((_reuse(scene, part, SpeakerKind.ORGANISATION, text),), "body", 0.6)


def surname(figure: Figure) -> str:
    """The name that the article goes on with: the last word of the fullest."""
    words = figure.name.split()
    return words[-1] if words[-1].rstrip(".").lower() not in ("jr", "sr", "ii", "iii") else words[-2].rstrip(",")


def _last_body(scene: Scene, part: Part) -> Figure | None:
    """The last body before that has the noun in its name; for a company the one that is named most."""
    before = [f for f in scene.figures if f.kind is SpeakerKind.ORGANISATION and f.start < part.span.start]
    if part.head in ("campaign", "camp"):
        return _campaign(scene, part, before)
    with_noun = [f for f in before if part.head in f.name.lower().split()]
    if with_noun:
        return max(with_noun, key=lambda f: max(s.start for s in f.spans if s.start < part.span.start))
    if part.head in ("country", "nation", "state", "city", "town", "county", "side", "camp"):
        return None
    places = {name.span for name in scene.names if name.sort.value == "place"}
    named = [f for f in before if f.names and not any(name.span in places for name in f.names)]
    if part.head in ("campaign", "administration", "government", "party", "committee", "court", "department", "police") or not named:
        return None
    if part.head in MEDIA_NOUNS:
        named = [f for f in named if MEDIA & set(f.name.lower().split())] or named
        return max(named, key=lambda f: max(s.start for s in f.spans if s.start < part.span.start))
    return max(named, key=lambda f: sum(s.start < part.span.start for s in f.spans))


def _campaign(scene: Scene, part: Part, before: list[Figure]) -> Figure | None:
    """The campaign that was named last, else that of the person who is named most."""
    known = [f for f in before if part.head in f.name.lower().split() and len(f.name.split()) > 1]
    if known:
        return max(known, key=lambda f: max(s.start for s in f.spans if s.start < part.span.start))
    people = [f for f in scene.figures if f.kind is SpeakerKind.PERSON and f.start < part.span.start]
    if not people:
        return None
    runs = {f: sum(_runs_one(scene, name) for name in f.names) for f in people}
    most = [f for f in people if runs[f] and runs[f] == max(runs.values())]
    whose = max(most or people, key=lambda f: sum(s.start < part.span.start for s in f.spans))
    return _reuse(scene, part, SpeakerKind.ORGANISATION, f"{surname(whose)} {part.head}")


def _runs_one(scene: Scene, name: Name) -> bool:
    """Whether the article speaks of this one's campaign: "the Roe campaign", "Roe's 2008 presidential campaign"."""
    after = scene.prose.after(name.span.end)[:5]
    return (name.modifier or name.possessive) and any(word.lower == "campaign" for word in after)


def _share(scene: Scene, number: int, part: Part) -> Answer:
    """A share of a crowd, of whom it is a share told where the words leave it out."""
    text = described(scene, part)
    words = [w.lower for w in part.words]
    if part.head in ("some", "many", "most", "others", "several") and len(words) == 1:
        crowd = crowd_before(scene, scene.prose.sentence_number(part.span.start), part.span.start)
        base = crowd[0].described if crowd is not None and len(crowd) == 1 else None
        text = f"{text} {base}" if base and base.split()[0].lower() not in COUNTS else base or text
    elif "of" not in words and not any(plural(w) for w in words[1:] if w not in ("percent",)):
        base = _base(scene, part)
        if base:
            text = f"{text} of {base}"
    return Answer((_reuse(scene, part, SpeakerKind.GROUP, text),), "share")


def _base(scene: Scene, part: Part) -> str | None:
    """The crowd that the last share before was of: "of Latino voters in Florida"."""
    words = scene.prose.within(Span(0, part.span.start)) if part.span.start else []
    for n in range(len(words) - 3, max(0, len(words) - 260), -1):
        if words[n].lower == "of" and words[n - 1].lower in COUNTS or words[n - 1].lower == "in" and words[n].text.isdigit():
            base = _up_to_verb(scene, words[n + 1 : n + 9])
            if base and any(plural(word.lower) for word in base):
                return printed(base, scene.prose.text)
    return None


def _up_to_verb(scene: Scene, words: list[Word]) -> list[Word]:
    out: list[Word] = []
    for word in words:
        joined = not out or not BREAK.search(scene.prose.text[out[-1].span.end : word.span.start].replace(".", ";"))
        if not joined or (word.lower in VERBS and word.lower not in ("in", "of", "the", "and", "from")) or word.lower in ("say", "see", "think", "believe", "now", "who", "polled"):
            break
        out.append(word)
    return out


def _crowd(scene: Scene, number: int, part: Part, kind: SpeakerKind, owner: Answer | None) -> Answer:
    words = [w.lower for w in part.words]
    if part.definite and (PAIRS & set(words[:3]) or part.head in PAIRS) and len(words) <= 3:
        pairs = [scene.answers[n].figures for n in scene.heard(number)[:8] if len(scene.answers[n].figures) == 2]
        named = _two_named(scene, part)
        if pairs or named:
            return Answer(pairs[0] if pairs else named, "pair", 0.7)
        recent = _last_two(scene, number)
        if recent:
            return Answer(recent, "pair", 0.4)
    text = described(scene, part, owner)
    if part.definite and part.owner is None and part.name is None and len(words) <= 3:
        for n in scene.heard(number)[:14]:
            figures = scene.answers[n].figures
            if len(figures) > 1 and any(alike(part.head.rstrip("s").replace("chairmen", "chairman"), w) for f in figures for text_, _ in f.roles for w in text_.lower().split()):
                return Answer(figures, "pair", 0.7)
        known = _last_crowd(scene, part)
        if known is not None:
            return Answer((known,), "crowd", 0.8)
    return Answer((_reuse(scene, part, kind, text),), "crowd")


def _two_named(scene: Scene, part: Part) -> tuple[Figure, ...]:
    """The two people whom the sentence before, in the same paragraph, names; none where it names more or fewer."""
    number = scene.prose.sentence_number(part.span.start)
    if number == 0 or scene.prose.sentences[number].paragraph != scene.prose.sentences[number - 1].paragraph:
        return ()
    people = [scene.of[n.span] for n in scene.names if n.sentence == number - 1 and scene.of[n.span].kind is SpeakerKind.PERSON]
    two = tuple(dict.fromkeys(people))
    kin = part.head in ("brothers", "sisters", "twins", "couple")
    return two if len(two) == 2 and (not kin or surname(two[0]) == surname(two[1])) else ()


def _last_two(scene: Scene, number: int) -> tuple[Figure, ...]:
    out: list[Figure] = []
    for n in scene.heard(number):
        for figure in scene.answers[n].figures:
            if figure.kind is SpeakerKind.PERSON and figure not in out:
                out.append(figure)
        if len(out) >= 2:
            return tuple(reversed(out[:2]))
    return ()



def _last_crowd(scene: Scene, part: Part) -> Figure | None:
    """The last crowd described before with the same noun."""
    fits = []
    for figure in scene.figures:
        if not figure.names and figure.plural and figure.described and figure.start < part.span.start:
            if part.head in figure.described.lower().split():
                fits.append(figure)
    return max(fits, key=lambda f: max(s.start for s in f.spans), default=None)


def _person(scene: Scene, number: int, part: Part, kind: SpeakerKind, owner: Answer | None) -> Answer:
    """The person of whom the description was said, where it is definite or stands in a headline; else somebody new."""
    sentence = scene.prose.sentence(part.span.start)
    headline = sentence.title_case or sentence.part is Passage_Part.HEADLINE or sentence.paragraph == 0
    bare = part.words[0].lower not in DETERMINING and not part.words[0].text[0].isdigit()
    asked = Asked(_gender(part.head), part.head, frozenset(w.lower for w in part.words if w.lower not in DETERMINING and w.lower != part.head))
    if headline and (bare or not part.definite or part.words[0].lower == "this"):
        told = _told_later(scene, part, asked)
        if told is not None:
            return Answer((told,), "headline", 0.6)
    if sentence.paragraph <= 2 and part.words[0].lower in ("a", "an"):
        told = _told_later(scene, part, asked, alone=sentence.paragraph > 1)
        if told is not None and told.start > part.span.end:
            return Answer((told,), "headline", 0.6)
    if part.definite and part.words[0].lower not in ("that",):
        answer = ranked(scene, number, part.span.start, asked, "described")
        told_of = asked.of(answer.figures[0]) if answer.figures else {}
        fits = bool(answer.figures) and told_of["noun told"] + told_of["words told"] > 0 and (owner is None or told_of["noun told"] * told_of["words told"] >= 0.5 or not asked.words and bool(told_of["noun told"]))
        loose = owner is None and (part.head in NOUNS_FOR_ONE or not _completed(part))
        if answer.figures and (fits or loose) and not (owner is not None and answer.figures == owner.figures):
            return answer if fits else Answer(answer.figures, "described loosely", answer.share, answer.others)
        later = _told_later(scene, part, asked) if owner is None else None
        if later is not None and asked.of(later)["noun told"]:
            return Answer((later,), "told later", 0.6)
        same = _same_text(scene, described(scene, part, owner))
        if same is not None:
            scene.note(same, part.span)
            return Answer((same,), "described again")
        unnamed = _last_unnamed(scene, part) if owner is None else None
        if unnamed is not None:
            return Answer((unnamed,), "described again", 0.7)
    way = "somebody new" if part.words[0].lower in NEW or part.words[0].text[0].isdigit() else "somebody"
    return Answer((new(scene, part, kind, described(scene, part, owner)),), way)


NOUNS_FOR_ONE = frozenset(
    "candidate president senator governor judge mayor minister chancellor nominee frontrunner front-runner businessman billionaire mogul congressman congresswoman "
    "chairman actor singer author writer former speaker secretary general leader texan democrat republican man woman".split()
)


def _completed(part: Part) -> bool:
    """Whether the words go on after the noun: "the head of the union" may be somebody new, "the veteran" hardly."""
    return part.words[-1].lower != part.head


def _last_unnamed(scene: Scene, part: Part) -> Figure | None:
    fits = [f for f in scene.figures if not f.names and f.kind is SpeakerKind.UNNAMED and f.start < part.span.start and f.described and part.head in f.described.lower().split()]
    return max(fits, key=lambda f: max(s.start for s in f.spans), default=None)


def _told_later(scene: Scene, part: Part, asked: Asked, alone: bool = False) -> Figure | None:
    """The one person of the whole article of whom the headline's words are said."""
    scored = []
    for figure in scene.figures:
        if figure.kind is SpeakerKind.PERSON:
            told = asked.of(figure)
            scored.append((told["noun told"] + told["words told"], -figure.start, figure))
    scored.sort(key=lambda one: one[:2], reverse=True)
    if alone and (sum(one[0] >= 1 for one in scored) != 1 or (asked.words and scored[0][0] <= 1)):
        return None
    return scored[0][2] if scored and scored[0][0] >= 1 else None


def _gender(head: str) -> str | None:
    from quoth.identity.vocabulary import FEMALE_TITLES, MALE_TITLES

    if head in FEMALE_TITLES or head in ("woman", "girl", "widow", "girlfriend", "niece"):
        return "f"
    return "m" if head in MALE_TITLES or head in ("man", "boy", "nephew", "boyfriend") else None


def relative(scene: Scene, number: int, place: int) -> Answer:
    """Whom "who", "whose" or "that" refers to: the noun phrase right before it."""
    from quoth.identity.phrases import phrase_before
    from quoth.identity.mentions import PREPOSITIONS

    before = scene.prose.before(place)
    if not before:
        return NOBODY
    name = scene.reader._ending(before)
    if name is not None:
        lead = scene.prose.before(name.span.start)
        owner = _noun_before(scene, name)
        if owner is not None and not scene.prose.text[name.span.end : place].strip():
            return Answer((_phrase_figure(scene, number, owner),), "relative", 0.6)
        if lead and lead[-1].lower in ("and", "&"):
            pass
        which = scene.prose.text[place : place + 5] == "which" and scene.of[name.span].kind is SpeakerKind.PERSON
        return Answer((scene.of[name.span],), "relative", 0.3 if which else 0.9)
    phrase = phrase_before(scene.prose, before, frozenset({"of", "in", "for", "with", "at", "from", "'s", "’s"}))
    if not phrase:
        return NOBODY
    phrase = _nearest_people(phrase)
    apposed = _apposed_to(scene, phrase)
    if apposed is not None:
        return Answer((apposed,), "relative", 0.8)
    return Answer((_phrase_figure(scene, number, phrase),), "relative", 0.7)


def _nearest_people(phrase: list[Word]) -> list[Word]:
    """The end of the phrase where only that speaks of people: "activists" of "a microphone with activists"."""
    cuts = [n for n, word in enumerate(phrase) if word.lower in ("with", "at", "from", "to", "for", "in")]
    if not cuts:
        return phrase
    first, last = phrase[: cuts[0]], phrase[cuts[-1] + 1 :]
    return last if last and head_noun(last) is not None and head_noun(first) is None else phrase


def _noun_before(scene: Scene, name: Name) -> list | None:  # type: ignore[type-arg]
    """The phrase of which the name is only the end: "voters in Ohio", where "who" follows."""
    from quoth.identity.phrases import phrase_before

    lead = scene.prose.before(name.span.start)
    while lead and (lead[-1].lower in TITLES or lead[-1].lower in ("the", "a")):
        lead = lead[:-1]
    if len(lead) < 2 or lead[-1].lower not in ("of", "in", "for", "from", "at", "with", "to"):
        return None
    words = [w for w in scene.prose.before(name.span.end)]
    phrase = phrase_before(scene.prose, words, frozenset({"of", "in", "for", "with", "at", "from", "to", "'s", "’s"}))
    head = head_noun([w for w in phrase if w.span.end <= lead[-1].span.start])
    return phrase if head is not None else None


def _apposed_to(scene: Scene, phrase: list) -> Figure | None:  # type: ignore[type-arg]
    if phrase[0].lower not in ("a", "an", "the", "one", "his", "her", "its", "their", "another"):
        return None
    before = scene.prose.before(phrase[0].span.start)
    if not before or "," not in scene.prose.text[before[-1].span.end : phrase[0].span.start]:
        return None
    name = scene.reader._ending(before)
    return scene.of[name.span] if name is not None else None


def _phrase_figure(scene: Scene, number: int, phrase: list) -> Figure:  # type: ignore[type-arg]
    part = Part_of(scene, phrase)
    answer = description(scene, number, part)
    return answer.figures[0] if answer.figures else new(scene, part, SpeakerKind.GROUP)


def Part_of(scene: Scene, phrase: list) -> Part:  # type: ignore[type-arg]  # noqa: N802
    return scene.reader._description(scene.reader._core(phrase), phrase)
