"""Which words are titles, people, bodies, papers, places and pronouns; all in lower case."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


MALE_TITLES = words(
    "mr sir lord king prince pope fr father baron duke earl congressman chairman spokesman councilman assemblyman "
    "businessman emperor brother uncle grandfather husband son"
)
FEMALE_TITLES = words(
    "mrs ms miss dame lady queen princess sister baroness duchess congresswoman chairwoman spokeswoman councilwoman "
    "assemblywoman businesswoman mother aunt grandmother wife daughter actress empress"
)
HONORIFICS = words("mr mrs ms miss mx sir dame lord lady dr prof professor rev fr messrs mssrs madame madam")
TITLES = (
    HONORIFICS
    | MALE_TITLES
    | FEMALE_TITLES
    | words(
        "doctor professors reverend pastor bishop archbishop cardinal rabbi imam ayatollah sheikh president presidents "
        "vice-president premier chancellor minister ministers secretary senator senators sen sens rep reps "
        "representative congressmen gov govs governor governors mayor mayors lt ltc col gen maj capt sgt cpl pvt adm "
        "cmdr brig general colonel captain major admiral lieutenant sergeant commander brigadier judge judges justice "
        "attorney ambassador envoy chair chairmen chairperson chief director directors spokesperson leader speaker "
        "whip commissioner sheriff constable superintendent inspector officer detective agent coach manager trainer "
        "editor reporter correspondent analyst strategist adviser advisor aide executive ceo cfo coo founder "
        "co-founder cofounder economist author writer novelist poet actor filmmaker singer host co-host anchor "
        "columnist commentator pollster lawyer solicitor barrister activist nominee candidate contender democrat "
        "republican democrats republicans delegate councillor councilor councilmember alderman lawmaker star comedian "
        "rapper producer treasurer counsel prosecutor scientist researcher historian expert veteran frontrunner "
        "front-runner rival mogul billionaire financier deputy hon honorable principal chancellor's provost dean "
        "ag vp pm reader byline journalist blogger "
        "photographer farmer teacher nurse engineer physicist biologist psychologist "
        "virologist epidemiologist geologist superstar developer tycoon dictator operative surrogate staffer "
        "organizer coordinator foreman assistant intern pilot"
    )
)
SUFFIXES = words("jr sr ii iii iv")
PARTICLES = words("de da do dos das du del della di la le van von der den ten ter bin ibn al el ben abu y zu af st")

# Words of a name that is no person's.
BODY_WORDS = words(
    "castle palace tower square road avenue street stadium arena "
    "beach lake mountain valley bay port harbor harbour island "
    "islands river park bridge hills building cathedral abbey monastery university "
    "university college school academy academies institute institution committee subcommittee commission "
    "council parliament congress senate house assembly cabinet department ministry agency bureau office "
    "administration government party parties coalition alliance union league federation association society "
    "organization organisation foundation fund trust center centre bank group company corporation corp inc "
    "ltd llc plc co gmbh holdings partners capital industries international global pharmaceuticals "
    "laboratories labs systems networks network television tv radio news times post journal tribune herald "
    "gazette guardian observer telegraph mail sun mirror globe chronicle press magazine review daily weekly "
    "examiner independent standard inquirer sentinel register courier bulletin dispatch beacon politico "
    "reuters bloomberg buzzfeed cnn nbc abc cbs msnbc fox bbc npr pbs hbo mtv facebook twitter google apple "
    "microsoft amazon wikileaks campaign pac superpac army navy guard corps force forces police fbi cia nsa "
    "nato court tribunal church diocese mosque synagogue hospital clinic airlines airways railway motors club "
    "team kremlin pentagon hezbollah hamas taliban isis al-qaeda board authority service services security "
    "command secretariat chamber caucus conference convention embassy consulate initiative project program "
    "programme survey poll census quinnipiac gallup rasmussen decisions action enterprise enterprises studios "
    "entertainment energy oil airport watch museum library theatre theater orchestra brewing bakery works "
    "survey nation nations state states republic kingdom union city county town village district province "
    "house breitbart slate salon vox gop dnc rnc doj"
)
# Nouns at whose left "of" or "for" goes on with the same name: "Department of Justice".
OPEN_WORDS = words(
    "department ministry university college institute organization organisation academy academies bank board bureau "
    "office council court house chamber committee commission association federation confederation league society "
    "church diocese union center centre foundation fund school friends sons daughters priests democrats republicans "
    "women men veterans americans citizens students mothers doctors lawyers scientists secretary chief minister "
    "institutes congress state states united conference bishop archbishop prince duke institution association "
    "coalition alliance authority agency guild lords commons republic kingdom party head director"
)

MONTHS_DAYS = words(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday christmas easter thanksgiving "
    "ramadan mon tue tues wed thu thur thurs fri sat"
)
FUNCTION_WORDS = words(
    "good hello hi thanks thank please whoever whatever "
    "whichever someone somebody something anything everything nothing nonetheless "
    "the a an and or but nor so yet if when while as at by for from in into of off on onto out over to up "
    "with without within after before since until till during despite although though because once where why "
    "how what which who whom whose that this these those there here then thus also even still just only not "
    "no yes well now today yesterday tomorrow tonight however meanwhile moreover instead indeed perhaps maybe "
    "he she it they we i you his her its their our my your him them us me is are was were be been being am do "
    "does did has have had will would can could shall should may might must let all any both each every few "
    "many more most much neither none one some several such two three four five six seven eight nine ten "
    "another other others same own too very rather about above according across against along among around "
    "behind below beneath beside between beyond down like near per than through throughout toward towards "
    "under underneath unlike upon via vs super asked whether again almost already always never often "
    "sometimes soon later earlier recently finally first second third last next old former late nearly yet "
    "ever it's he's she's that's there's i'm i've i'd we're we've they're you're don't didn't isn't can't "
    "won't asking told saying said says according speaking given including earlier following related read "
    "watch updated photo image getty images video story share advertisement"
)

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p",
    "it": "n", "its": "n", "itself": "n",
    "i": "1", "me": "1", "my": "1", "mine": "1", "myself": "1",
    "we": "w", "us": "w", "our": "w", "ours": "w", "ourselves": "w", "'s": "w", "’s": "w",
    "you": "y", "your": "y", "yours": "y", "yourself": "y",
    "one": "y", "everyone": "y", "everybody": "y", "anyone": "y",
    "anybody": "y", "people": "y", "anyone's": "y",
    "who": "r", "whom": "r", "whose": "r", "which": "r", "that": "r",
}  # fmt: skip
"""What a pronoun asks for: m, f, p (several, or gender not told), n no person, 1 I, w we, y you, r relative."""

DOCUMENTS = words(
    "poll polls survey surveys study studies report reports data statistics findings analysis email emails "
    "e-mail e-mails letter letters missive memo memos memorandum statement statements document documents "
    "filing filings lawsuit lawsuits complaint suit order ruling opinion affidavit deposition depositions "
    "transcript transcripts book article story stories column editorial essay op-ed passage platform law laws "
    "rule rules bill legislation resolution constitution amendment treaty agreement contract deal guidelines "
    "manual playbook playbooks ledger ledgers record records tape tapes recording audio video ad ads "
    "advertisement advertisements commercial spot sign signs banner headline headlines page post posts tweet "
    "tweets message messages card invitation release interviews interview results count forecast estimate "
    "estimates projections model paper papers text note notes script play film movie song lyrics poem bible "
    "quran scripture evidence proposal plan plans petition charter communique communiqué bulletin "
    "announcement advisory notice warrant indictment verdict memoir biography autobiography blog slogan "
    "profile questionnaire"
)
SPEECH_NOUNS = words(
    "argument arguments remark remarks comment comments criticism criticisms claim claims call calls opinion "
    "view views position stance suggestion assertion proposal proposals plan plans pledge promise vow "
    "statement statements speech words message tweet tweets letter support opposition endorsement response "
    "reply answer answers question questions admission denial warning threat demand request decision efforts "
    "effort attempt belief beliefs rhetoric attack attacks embrace rejection release letter email op-ed book "
    "memoir own slogan refusal praise condemnation concern concerns fear fears hopes hope desire insistence "
    "complaint complaints accusation accusations allegation allegations charge charges assessment "
    "announcement testimony vision goal idea ideas"
)
BODIES = words(
    "campaign campaigns company companies firm group groups organization organisation administration "
    "government governments committee department ministry agency bureau office party network newspaper paper "
    "magazine outlet station channel website blog publication union association council commission board "
    "court bank hospital university school college institute institution army navy military police force "
    "church club team corporation conglomerate retailer airline bureau panel coalition alliance bloc "
    "federation country nation state states city town county province club charity foundation think-tank "
    "nonprofit pac legislature parliament senate congress house assembly cabinet embassy regime kingdom "
    "republic automaker bank lender brewery carmaker drugmaker manufacturer publisher startup start-up camp "
    "side tribunal watchdog regulator ngo authority authorities fund trust service establishment outfit "
    "operator developer utility league industry chancellery ministry troupe faction sector brand"
)
# Plural or collective people who speak as a crowd.
CROWDS = words(
    "people voters critics supporters opponents republicans democrats conservatives liberals progressives "
    "americans residents neighbors neighbours fans viewers audiences audience readers students parents "
    "teachers workers families family experts analysts observers scholars scientists researchers economists "
    "historians lawmakers lawyers attorneys prosecutors activists protesters protestors demonstrators "
    "organizers delegates superdelegates candidates contenders hopefuls donors members leaders bosses "
    "insiders strategists operatives pundits journalists reporters respondents crowd public electorate "
    "majority majorities minority investors shareholders customers consumers users employees staff citizens "
    "immigrants migrants refugees muslims christians jews catholics evangelicals women men girls boys "
    "children kids youths millennials veterans soldiers troops farmers doctors nurses patients athletes "
    "players actors writers artists musicians celebrities colleagues friends allies rivals foes enemies "
    "adversaries neighbors relatives witnesses passengers survivors victims witness those others some many "
    "most several few none all half percent third quarter thirds everyone nobody west east left right "
    "establishment base majority world community communities couple pair duo brothers sisters twins senators "
    "governors mayors ministers presidents officials-elect congressmen representatives politicians "
    "campaigners detractors backers advocates executives companies outlets media press networks streaming "
    "services states parties countries nations governments number group groups skeptics believers fighters "
    "rebels jurors judges justices councillors councilors partners owners landlords tenants holders men "
    "professors academics engineers buyers sellers traders bankers markets drivers passengers commuters "
    "locals personnel villagers islanders fishermen miners nurses"
)
# Several who speak behind a curtain: each of them could have been named.
UNNAMED_CROWDS = words(
    "officials aides advisers advisors sources insiders staffers people spokesmen spokespeople spokespersons diplomats"
)
COUNTS = words(
    "percent % one two three four five six seven eight nine ten most some many few several all both none half "
    "another others third quarter majority thirds fifths more less fewer two-thirds one-third three-quarters"
)
PEOPLE = TITLES - HONORIFICS | words(
    "mate granddad grandad grandpa grandma mum mom dad daddy nan regulator counsellor "
    "man woman person guy boy girl child kid friend ally boss colleague neighbor neighbour resident voter "
    "citizen backer novice prophet user publisher columnist editor-in-chief pastor newlywed owner frontman "
    "frontwoman titan guru czar maven fixer booster loyalist native immigrant refugee student graduate "
    "professor scholar worker employee employer owner boss customer official source insider spokesman "
    "spokeswoman politician diplomat statesman lawmaker congressman mother father wife husband daughter son "
    "brother sister parent grandmother grandfather uncle aunt cousin nephew niece widow partner fiancé "
    "fiancée ex-wife ex-husband girlfriend boyfriend victim witness suspect defendant plaintiff attacker "
    "gunman shooter driver passenger survivor patient doctor surgeon physician nurse psychiatrist therapist "
    "player striker midfielder goalkeeper quarterback pitcher champion winner loser athlete skipper singer "
    "musician artist painter sculptor dancer composer drummer guitarist model celebrity personality newsman "
    "newswoman anthropologist sociologist theologian philosopher priest nun monk preacher evangelist chaplain "
    "cleric soldier veteran marine sailor airman fighter rebel militant dissident protester demonstrator "
    "organizer donor supporter critic opponent foe enemy investor banker trader broker entrepreneur "
    "industrialist realtor landlord tenant farmer fisherman miner builder carpenter plumber electrician "
    "mechanic butcher baker chef cook waiter waitress bartender barista cashier clerk accountant bookkeeper "
    "predecessor successor incumbent challenger hopeful newcomer outsider maverick underdog nominee socialist "
    "conservative liberal libertarian progressive moderate centrist hawk dove politician strongman autocrat "
    "monarch heir heiress royal noble philanthropist humanitarian archaeologist astronomer botanist chemist "
    "mathematician meteorologist oceanographer zoologist consultant contractor inventor designer architect "
    "planner surveyor caretaker keeper ranger guard member reader viewer listener caller teenager pensioner "
    "retiree orphan toddler baby questioner interviewer moderator panelist panellist respondent juror foreman "
    "litigant appellant claimant complainant applicant informant whistleblower leaker hacker"
)
FAMILY = words(
    "mother father mom dad wife husband widow daughter son brother sister parent grandmother grandfather uncle aunt "
    "cousin nephew niece girlfriend boyfriend fiancé fiancée ex-wife ex-husband mate"
)
PLACES = words(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho "
    "illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota "
    "mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah "
    "vermont virginia washington wisconsin wyoming america britain england scotland wales ireland france "
    "germany spain italy portugal greece poland ukraine russia belarus moldova romania bulgaria hungary "
    "austria switzerland belgium netherlands denmark sweden norway finland iceland estonia latvia lithuania "
    "serbia croatia slovenia slovakia bosnia kosovo albania macedonia montenegro turkey syria iraq iran "
    "israel palestine jordan lebanon egypt libya tunisia algeria morocco sudan ethiopia kenya nigeria ghana "
    "somalia uganda rwanda congo zimbabwe zambia angola cameroon senegal mali niger chad yemen oman qatar "
    "kuwait bahrain afghanistan pakistan india bangladesh nepal china taiwan japan korea vietnam thailand "
    "cambodia laos myanmar burma malaysia singapore indonesia philippines australia canada mexico cuba haiti "
    "guatemala honduras nicaragua panama colombia venezuela ecuador peru bolivia chile argentina uruguay "
    "paraguay brazil europe asia africa london paris berlin brussels moscow kiev kyiv beijing tokyo delhi "
    "cairo jerusalem tehran ankara damascus baghdad kabul rome madrid vienna prague warsaw budapest geneva "
    "hollywood manhattan brooklyn chicago boston philadelphia miami atlanta dallas houston detroit cleveland "
    "baltimore seattle phoenix tampa orlando denver pittsburgh cincinnati milwaukee baltimore crimea donbas "
    "benghazi u.s. us u.k. uk e.u. eu u.n. un usa uae d.c. n.y. n.j. aleppo mosul raqqa falluja fallujah "
    "sarajevo srebrenica york jersey hampshire carolina dakota mexico zealand columbia lanka arabia"
)
DEMONYMS = words(
    "american british english scottish welsh irish french german spanish italian portuguese greek polish "
    "ukrainian russian belarusian romanian bulgarian hungarian austrian swiss belgian dutch danish swedish "
    "norwegian finnish estonian latvian lithuanian serbian croatian turkish syrian iraqi iranian israeli "
    "palestinian jordanian lebanese egyptian libyan nigerian kenyan afghan pakistani indian chinese japanese "
    "korean vietnamese thai australian canadian mexican cuban brazilian argentine colombian venezuelan "
    "peruvian european asian african western eastern northern southern arab muslim christian jewish catholic "
    "islamic latino hispanic black white republican democratic gop czech slovak baltic nordic soviet saudi "
    "nobel oscar-winning democrat"
)


@lru_cache(maxsize=1)
def forenames() -> dict[str, str]:
    """Forename in lower case -> "m", "f", or "e" where either bears it."""
    lines = (files(__package__) / "forenames.tsv").read_text(encoding="utf8").splitlines()
    return dict(line.split("\t")[:2] for line in lines if not line.startswith("#"))


DETERMINING = words("the a an this that these those his her its their our my your one two three some any another")


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Frequent surnames in lower case."""
    lines = (files(__package__) / "surnames.txt").read_text(encoding="utf8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


NICKNAMES = """
william bill billy will willie
robert bob bobby rob robbie
richard dick rick ricky rich
james jim jimmy jamie
joseph joe joey
michael mike mick mickey
thomas tom tommy
timothy tim
edward ed eddie ted teddy ned
theodore ted teddy theo
charles charlie chuck
john jack johnny jon
jonathan jon
lawrence larry
henry harry hank
daniel dan danny
david dave
stephen steven steve
matthew matt
jeffrey geoffrey jeff geoff
gregory greg
kenneth ken kenny
ronald ron ronnie
anthony tony
andrew andy drew
benjamin ben bibi
samuel sam
samantha sam
alexander alex sandy
alexandra alex
elizabeth liz beth betsy betty eliza lizzie
katherine catherine kathryn kate kathy cathy katie
susan sue suzie
deborah debra debbie deb
jennifer jen jenny
margaret peggy maggie meg
bernard bernie
frederick fred freddy freddie
donald don donny
patrick pat
patricia pat patty trish
christopher chris
christine christina chris chrissie
nicholas nick nicky
peter pete
philip phillip phil
raymond ray
russell russ
vincent vince
walter walt
zachary zach
joshua josh
jacob jake
nathan nathaniel nate
gerald gerard jerry gerry
jerome jerry
leonard len lenny leo
albert al bert
alfred al fred
alan al
eugene gene
francis frank
franklin frank
barbara barb barbie
cynthia cindy
dorothy dot dottie
judith judy
kimberly kim
pamela pam
rebecca becky
sandra sandy
victoria vicky tori
virginia ginny
abraham abe
archibald archie
arthur art artie
bradley brad
calvin cal
clifford cliff
douglas doug
gabriel gabe
gordon gordie
harold harry hal
herbert herb bert
jason jay
louis lewis lou louie
martin marty
maxwell max
mitchell mitch
rudolph rudy
stanley stan
terrence terence terry
theresa terry tess
valerie val
veronica ronnie
vladimir volodymyr
addison mitch
marion pat
rafael ted
""".strip().splitlines()


@lru_cache(maxsize=1)
def nickname_groups() -> dict[str, frozenset[int]]:
    """Forename -> the numbers of the groups it is in; two that share one may be the same person."""
    out: dict[str, frozenset[int]] = {}
    for number, group in enumerate(NICKNAMES):
        for name in group.split():
            out[name] = out.get(name, frozenset()) | {number}
    return out
