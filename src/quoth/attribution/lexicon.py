"""English words that tell of speaking, writing, thinking and taking sides, each with the act it tells."""

from __future__ import annotations

from quoth.attribution.forms import forms, plural, words
from quoth.domain import Act

SAID_VERBS = """
accede accept according accuse acknowledge acquiesce add address admit admonish advertise advise advocate affirm
agonise agree air alert allege allow allude amplify announce answer apologise appeal applaud argue articulate ask
assail assert assess assure attack attest attribute aver avow babble badger bark bash beam belittle bellow bemoan
berate bicker bill billow blame blast blurt bluster boast boo-out boom brag brand brief bristle brush cajole call carp
caution cavil celebrate challenge champion chant characterise charge chastise chat chatter chide chime chuckle cite
claim clarify clash coin commend comment compare complain compliment concede conclude condemn confess confide confirm
confront congratulate contend continue contradict contrast converse convey convince coo correct counsel counter cover
crack credit criticise critique croon cry debate debunk declaim declare decline decry defend define deflect deliver
demagogue demand demonise demonstrate denigrate denounce deny depict deplore deride describe detail disagree disavow
disclaim disclose discredit discuss dismiss disown disparage dispute disseminate dissuade distance divide divulge
downplay drawl dub dwell echo editorialize elaborate elevate elucidate emphasise encourage engage enquire enthuse
entreat enumerate equate estimate eulogise evoke exaggerate exclaim exemplify exhort explain explore expose expound
express extol fault field fire flag float focus foreshadow foretell fume gasp generalise give gloat glorify go gossip
grill gripe groan grouse growl grumble grunt guarantee gush hail hammer harangue hear heckle hector herald highlight
hint hiss hit holler howl identify illustrate implore imply impugn include indicate inform inquire insinuate insist
instruct insult interject interrogate interrupt intimate intone introduce invite invoke itemise jab jeer jest jibe
joke justify kid knock label lambast lambaste lament lash laud laugh lay lead lecture level lie liken list lobby
maintain malign mention minimise misquote moan mock moot mouth mumble murmur muse mutter nag name narrate negotiate
nod note notify nudge object oblige observe offer open opine order outline own paint pan parrot persuade pin pitch
play plead pledge plug point politicise pontificate pooh-pooh portray praise pray preach predict present press
pressure proclaim profess project promise promote prompt pronounce prophesy propose protest provide push put quarrel
query question quip quiz quote rage rail raise ramble rant rap rattle read reaffirm reason reassure rebuff rebuke
rebut recall recant recap recapitulate recite recommend recount refer reference reflect refute reiterate relate relay
remark remember remind reminisce renounce repeat reply report reprimand reprise reproach repudiate request respond
restate retell retort retract reveal ridicule riff rip roar rubbish rue salute savage say scoff scold scorn scream
seethe shoot shout shriek shrug sigh signal skewer slam slate sledge slur smear snap snarl sneer snipe snort sob spar
speak specify speculate spell spin spit sputter squabble stammer state stipulate storm stress stump stutter suggest
summarise supplement surmise swear swipe sympathise tack talk target taunt tease tell term testify thank threat
threaten thunder tick toast tout trade translate trash trot trumpet underline underscore unveil urge use utter vent
venture vie vilify voice volunteer vouch vow wail walk warn wax welcome whine whinge whisper whoop withhold yell
"""
SAID_NOUNS = """
according account accusation acknowledgement acknowledgment address admission advice allegation allegedly allusion
announcement answer apology appeal argument assertion assessment assurance attack boast brag broadside call case
catchphrase caution caveat challenge chant charge chat chatter claim clarification comment commentary comparison
complaint compliment concession conclusion condemnation confession confirmation contention controversy conversation
credit critic critical criticism critique cry debate declaration defence defense definition demand denial denunciation
depiction description detail dig disclaimer disclosure discussion dispute emphasis endorsement-call evidence
exaggeration exchange excuse explanation focus forecast gaffe greeting grievance guarantee hint implication indication
information injunction innuendo insinuation insistence insult interjection interview jab jibe joke language lecture
line mantra mention message narrative oath observation outburst outcry outspoken pitch plea pledge point portrayal
praise prediction proclamation promise proposal proposition publicity question quip quotation quote rant reaction
reasoning rebuke rebuttal recitation recollection recommendation reference refrain refusal rejoinder remark reminder
reply reportedly request response retort revelation rhetoric rumbling rumor rumour scorn scrutiny sermon shot slogan
speculation speech spiel statement story suggestion summary swipe takedown tale talk talking-point taunt telling
testimony thanks threat tirade toast tribute vow warning whisper word yell
"""
WROTE_VERBS = """
annotate author blog cable caption chronicle co-author compile document draft e-mail editorialise email entitle fax
find headline inscribe instagram jot message opine-on pen post print publish re-post re-tweet release repost retweet
scrawl scribble show subtitle subtweet text title tweet type write
"""
WROTE_NOUNS = """
affidavit analysis article blog book brief bulletin caption census column dispatch document dossier draft e-mail
editorial email essay filing findings headline indictment lawsuit leaflet letter manifesto memo memoir memorandum
newsletter note op-ed pamphlet paper petition platform poll post poster posting press-release report research review
statistic study subpoena survey testimonial text transcript treaty tweet website writ writing
"""
THOUGHT_VERBS = """
admire adore aim alarm allow-for amuse anger angle annoy anticipate appal appear appreciate aspire assume astonish
await baffle balk bear believe bother calculate care cheer cherish concern conclude-that consider contemplate count
covet crave dare deem deliberate desire despise determine detest disappoint disapprove disbelieve discern discover
disdain dislike dismay displease distrust disturb divide doubt dread dream embarrass embrace empathise enjoy enrage
entertain envisage envision envy eschew exasperate excite expect experience eye fancy fascinate favor favour fear feel
figure fixate foresee forget fret frustrate gall galvanise gauge grapple guess hate hesitate hope horrify idolise
imagine impress infer infuriate intend interpret intrigue irk irritate judge know lean learn like loathe look love
mean mind misjudge miss mistake mistrust misunderstand mourn mull muse mystify need notice offend oppose outrage
overrate perceive pity plan please plot ponder prefer presume pride prioritise prize puzzle rankle rate rattle realise
reassure reckon recognise reconsider regard regret relieve relish rely resent resolve resonate respect rethink revel
revere ruminate satisfy scare scheme scrutinise see seek seem sense share shock side-eye size sound startle strive
struggle stun support suppose surprise suspect sway sympathise target think thrill tolerate treasure trouble trust
underestimate underrate understand unnerve unsettle upset value vex view wanna want watch weigh wish wonder worry
yearn
"""
THOUGHT_NOUNS = """
admiration affection aim ambition ambivalence anger anticipation anxiety appetite approval-of assumption attention
attitude aversion awareness backer belief bet bias concern confidence consensus conviction desire determination
disagreement disappointment disapproval disbelief disdain disgust dislike dismay distaste distrust doubt dream
eagerness effort enemy enthusiasm epiphany excitement expectation faith fan favorite favourite fear feeling
frustration glee goal gratitude hatred hope hostility hunch idea impression inclination intent intention interest
interpretation judgement judgment loathing logic love loyalty mind misgiving mistrust mood motive nightmare obsession
opinion opponent opposition optimism outlook outrage passion perception perspective pessimism plan pleasure position
preference preoccupation pride principle priority reckoning recognition regard regret reluctance resentment
reservation resistance respect satisfaction scepticism sense sentiment skepticism stance strategy support supporter
suspicion sympathy theory thinking thought trust understanding unease unwillingness view vision want willingness wish
worry zeal
"""
THOUGHT_ADJECTIVES = """
adamant afraid alarmed alien amazed ambivalent amused angrier angriest angry anxious appreciative apprehensive
ashamed aware bearish bent bitter bullish certain clear comfortable committed concerned confident content convinced
curious cynical delighted desperate determined devoted disappointing disgruntled disillusioned doubtful dubious eager
ecstatic elated enamored enamoured envious excited favorable favourable fearful fond furious galling glad grateful
guarded happy hesitant hopeful hostile hungry impressed inclined indifferent insulted interested intrigued jealous
jubilant keen known leery livid loath loyal mad mesmerized minded mindful miserable nervous nostalgic obsessed obvious
optimistic overjoyed passionate pessimistic popular proud puzzled ready reluctant resentful resigned sad sceptical
seemingly serious skeptical sorry split supportive supposed sure suspicious sympathetic telling tempted terrified
thankful tired torn unaware uncertain unclear uncomfortable undecided undeterred uneasy unfavorable unfavourable
unhappy unimpressed unsure unwilling upbeat wary weary welcome willing worried
"""
DID_VERBS = """
abolish abstain acquit adjourn adopt allow appoint approve arrest authorise award axe back ban bar block boo boycott
campaign cancel cast censure clap co-sponsor co-write convict cosponsor create crown cut decide defect defy delay
deselect disown disqualify disregard distribute donate drop elect elevate embrace-by enact endorse enlist establish
expel extradite file fine fire forbid freeze fund grant hire ignore impeach implement impose indict install
investigate jail join kneel launch legislate limit mandate march monitor nominate ok oust outlaw overhear overrule
overturn pardon pass permit picket postpone pour prohibit prosecute quash quit rally ratify refuse reinstate reject
remove repeal require rescind resign resist restrict resume retaliate revoke rule sack sanction scrap scupper select
shelve shun side sideline sign snub spike sponsor stage strike submit sue suspend table tear throw torpedo unfollow
unseat uphold veto vote withdraw
"""
DID_NOUNS = """
action agreement appointment approval-vote ballot ban boycott decision donation endorsement lawsuit march nomination
order passage petition-drive picket policy protest rejection resignation ruling sanction strike verdict veto vote
walkout
"""

LIGHT = words(
    "appear arise attract be become bring cause come continue deliver draw express face find gain generate get give "
    "go have hold issue keep launch lay lead level make meet mount offer open outline pay pose provide put raise "
    "read receive reiterate release remain repeat send share show sound spark stand start take throw turn use voice "
    "win"
)
"""Verbs that leave the act to their noun: "gave a warning", "has high hopes", "made the decision"."""

GOVERNORS = words(
    "agree appear attempt begin choose come continue decide decline eager expect fail get go have help hesitate "
    "intend log manage move need plan prepare proceed promise quick ready refuse rush schedule seek seem set start "
    "struggle take tend threaten try use vow"
)
"""Words that leave the act to the verb behind their "to": "refused to say", "went on to praise"."""

DOCUMENTS = words(WROTE_NOUNS) | words(
    "accord account act advisory agreement amendment audit autobiography average ballot best-seller bestseller bill "
    "biography budget chart clause code commentary communique communiqué complaint constitution contract convention "
    "data decree directive e-mails email-blast exit-poll facebook figures finding footnote form graph guidance guide "
    "index inscription journal judgement judgment law lawsuit legislation magazine material measure message minutes "
    "motion newspaper notice obituary ordinance page papers placard plan plank plaque polling polls proposal "
    "prospectus publication record records regulation release reply resolution reuters rulebook rules ruling schedule "
    "script sheet sign site slide statement statistics statute story summary tabloid tabulation test textbook thesis "
    "treatise website white-paper will wire"
)
"""Nouns that speak in writing when they are who says it: "the study found"."""

OUTLETS = words(
    "advertiser afp ap argus bild bloomberg breitbart buzzfeed chronicle courier daily dispatch echo economist "
    "examiner express figaro forbes gazette globe guardian herald huffpost independent inquirer journal journalism "
    "ledger mail mediaite mirror monde newsweek newswire nyt observer politico post propublica register reuters "
    "slate spectator spiegel standard star sun tass telegraph times tribune vox vulture wapo weekly wired xinhua "
    "yonhap"
)
"""Last words of the names of papers, agencies and sites."""


def _table() -> dict[str, tuple[str, Act]]:
    rows = [
        (Act.SAID, SAID_VERBS, SAID_NOUNS),
        (Act.WROTE, WROTE_VERBS, WROTE_NOUNS),
        (Act.THOUGHT, THOUGHT_VERBS, f"{THOUGHT_NOUNS} {THOUGHT_ADJECTIVES}"),
        (Act.DID, DID_VERBS, DID_NOUNS),
    ]
    out: dict[str, tuple[str, Act]] = {"convinced": ("convinced", Act.THOUGHT)}  # a state far oftener than a deed
    for act, verbs, _ in rows:
        for verb in verbs.split():
            for form in forms(verb):
                out.setdefault(form, (verb, act))
    for act, _, nouns in rows:
        for noun in nouns.split():
            for form in (noun, plural(noun)):
                out.setdefault(form, (noun, act))
    return out


WORDS = _table()
"""Printed form -> dictionary form and act. A verb's act counts where a noun is spelt alike."""

VERB_FORMS = frozenset(
    form
    for verbs in (SAID_VERBS, WROTE_VERBS, THOUGHT_VERBS, DID_VERBS)
    for verb in verbs.split()
    for form in forms(verb)
)


def entry(word: str) -> tuple[str, Act] | None:
    """Dictionary form and act of a printed word; of "much-awaited" those of its last part."""
    return WORDS.get(word) or WORDS.get(word.rpartition("-")[2])


NOUNS = frozenset(
    form
    for nouns in (SAID_NOUNS, WROTE_NOUNS, THOUGHT_NOUNS, DID_NOUNS)
    for noun in nouns.split()
    for form in (noun, plural(noun))
)
