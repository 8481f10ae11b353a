"""The words that tell occasions, hearers and media."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of the text, as a set."""
    return frozenset(text.split())


OCCASIONS: dict[str, str] = {}
"""Head noun of a venue -> what sort of occasion or act it is."""

for _sort, _words in {
    "poll": "poll polls survey surveys",
    "study": "study report paper data audit census",
    "document": "letter letters order ruling lawsuit suit complaint filing memo memorandum referral deposition "
    "depositions affidavit indictment opinion petition book memoir autobiography article op-ed editorial column "
    "novel piece essay blog "
    "newsletter proclamation transcript dossier diary brief",
    "statement": "statement statements release communique communiqué bulletin announcement",
    "mail": "email emails e-mail e-mails text texts message messages voicemail fax circular",
    "interview": "interview interviews podcast q&a broadcast program programme show documentary",
    "speech": "speech speeches address remarks keynote lecture sermon eulogy toast testimony commencement",
    "meeting": "conference conferences briefing briefings meeting meetings hearing hearings debate debates forum "
    "forums summit "
    "panel session sessions convention roundtable round-table seminar symposium call townhall inquest inquiry "
    "tribunal hall floor "
    "court town-hall discussion caucus question-time gala",
    "crowd": "rally rallies event events breakfast dinner luncheon lunch fundraiser fundraisers festival concert "
    "march protest "
    "demonstration vigil ceremony service reception stop appearance gathering",
    "video": "video videos ad ads advertisement advert commercial livestream trailer footage spot",
    "post": "post posts thread tweets tweet retweet caption",
}.items():
    OCCASIONS |= dict.fromkeys(_words.split(), _sort)

# A head that is an occasion only after one of these words: "phone call", not "a call for reform".
NARROW = {
    "call": word_set("conference phone telephone earnings video fundraising zoom press"),
    "hall": frozenset(["town"]),
    "conference": word_set("news press party annual video leadership investor"),
    "release": word_set("press news media a"),
    "text": frozenset(["a"]),
    "stop": frozenset(["campaign", "tour"]),
    "appearance": word_set("campaign television tv radio court public"),
    "show": word_set("radio talk television tv news morning chat breakfast sunday comedy call-in"),
    "session": word_set(
        "closed-door briefing training question-and-answer court plenary committee joint emergency bargaining"
    ),
    "panel": word_set("news discussion expert congressional a the"),
    "service": word_set("memorial funeral church"),
    "court": word_set("high crown magistrates' magistrates’ county district open in"),
    "floor": word_set("senate house convention"),
    "data": word_set("census official new government from"),
    "march": frozenset(["protest", "a"]),
    "address": word_set("scripted inaugural keynote televised national radio weekly opening union an"),
    "program": word_set("radio television tv news morning sunday"),
    "programme": word_set("radio television tv news morning sunday today"),
    "message": word_set("video text written email recorded audio a"),
    "messages": word_set("video text written email"),
    "piece": word_set("opinion op-ed opinion-page magazine think"),
    "spot": word_set("radio tv television ad 30-second minute the"),
    "concert": word_set("a the benefit charity"),
    "polls": word_set("exit opinion recent"),
    "brief": word_set("legal court amicus"),
    "opinion": word_set("dissenting majority written"),
    "order": word_set("his her executive court the an written"),
    "post": word_set("blog facebook instagram twitter linkedin media online social a"),
    "discussion": word_set("roundtable panel round-table"),
}
PLATFORMS = word_set(
    "twitter facebook instagram youtube tiktok telegram bluesky linkedin reddit mastodon snapchat weibo "
    "whatsapp threads"
)
SENDING = {
    "tweeted": "Twitter",
    "tweets": "Twitter",
    "tweeting": "Twitter",
    "tweet": "tweet",
    "retweeted": "Twitter",
    "emailed": "email",
    "e-mailed": "e-mail",
    "texted": "text",
}
AIR = word_set("television tv radio")

MEDIA = word_set(
    "cnn msnbc bbc reuters ap afp upi npr pbs abc nbc cbs fox cnbc espn politico bloomberg newsweek euractiv "
    "buzzfeed vox axios breitbart guardian telegraph slate salon vulture huffpost huffpo nyt wapo vice wired "
    "forbes fortune quartz mashable gawker univision telemundo itv sky xinhua tass interfax ansa dpa efe kyodo "
    "yonhap hurriyet nikkei cbc ctv rte rté rtl zdf ard orf arte haaretz spiegel welt bild figaro variety "
    "deadline billboard propublica pitchfork medialite mediaite jezebel nature lancet economist spectator "
    "newsmax infowars gizmodo techcrunch salon drudge "
    "atlantic newshour fivethirtyeight c-span cspan lbc talksport"
)
MEDIA_PHRASES = frozenset(
    (
        "associated press",
        "rolling stone",
        "mother jones",
        "vanity fair",
        "new yorker",
        "real time",
        "meet the press",
        "face the nation",
        "the hill",
        "fox news",
        "al jazeera",
        "press association",
        "usa today",
        "new republic",
        "daily beast",
        "the blaze",
        "le monde",
        "der spiegel",
        "die zeit",
        "sky news",
        "national review",
        "weekly standard",
        "daily caller",
        "the verge",
        "the intercept",
        "fox & friends",
        "fox and friends",
        "fox business",
        "drudge report",
        "zero hedge",
        "morning joe",
        "60 minutes",
        "good morning america",
        "the daily show",
        "christian science monitor",
        "financial times",
        "roll call",
        "washington free beacon",
        "talking points memo",
    )
)
MEDIA_HEADS = word_set(
    "times post news journal tribune herald gazette chronicle register observer mail mirror express press "
    "radio tv television magazine broadcasting channel weekly daily examiner inquirer globe dispatch courier "
    "echo argus sentinel bulletin ledger star-ledger reporter wire telegraph guardian independent standard "
    "advertiser mercury digest network zeitung today"
)
MEDIA_NOUNS = word_set(
    "television tv radio newspaper broadcaster station channel website site magazine network agency outlet "
    "podcast daily weekly tabloid show programme program"
)
LOWER_MEDIA = word_set("television tv radio media newspapers newspaper broadcaster")
MEDIA_CREW = word_set(
    "reporter reporters anchor host correspondent interviewer presenter journalist columnist editor moderator"
)

NO_MEDIA = word_set(
    "congress parliament senate house committee commission court fbi police department ministry party campaign "
    "council university administration government nato un eu movement today army union company corporation"
) - {"today"}
REPORTS = word_set(
    "reported reports report reporting wrote writes noted notes says said quoted quotes revealed published "
    "publishes cited broke obtained put added described"
)
TELLS = word_set(
    "told tell tells telling asked ask asks asking urged urge urges urging assured informed warned reminded "
    "addressed addressing lobbied begged invited ordered advised briefed thanked challenged encouraged "
    "persuade persuaded convince convinced implored instructed pressed questioned lectured greeted emailed "
    "texted wrote called-on notified"
)

CROWDS = word_set(
    "reporters journalists crowd crowds supporters audience audiences investors followers voters lawmakers "
    "legislators delegates members staff staffers colleagues students researchers congress parliament senators "
    "mps jurors jury court committee donors fans activists workers employees volunteers leaders viewers "
    "listeners readers shareholders analysts officials aides friends family people guests worshippers "
    "residents executives media press allies diplomats councillors officers detectives police investigators "
    "commission panel council assembly inquest inquiry hearing tribunal subscribers customers patients parents "
    "holdouts backers protesters demonstrators pupils teachers constituents traders bankers farmers faithful group "
    "neighbours neighbors attendees congregation parishioners graduates troops soldiers ministers union unions"
)
ASKING = TELLS - word_set("told tell tells telling wrote emailed texted")
EMITTING = word_set(
    "gave gives held holds released issued issues sent sends filed signed wrote published posted delivered made"
)
DETERMINERS = word_set(
    "a an the this that these those his her its their our my some many several one another any each every no"
)
DULL = word_set(
    "recent brief new separate latest lengthy long short subsequent rare same own wide-ranging sprawling"
)  # not kept in a venue's name
DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december yesterday today tonight morning afternoon evening night week "
    "month year last next earlier late early"
)
WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
NAME_LINKS = word_set("in at on of from for")
