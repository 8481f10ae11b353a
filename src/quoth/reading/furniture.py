"""Is a paragraph the page talking about itself (offers, links, author cards)?

Losing a paragraph of the report is far worse than keeping a line of furniture, so a pattern must take the whole line.
"""

from __future__ import annotations

import re

from quoth.reading.bylines import NAME, ROLE_NOUN

_OUTLET = r"[\w.'’&-]+(?:\s+[\w.'’&-]+){0,5}"
_STRONG = (
    # links to other stories
    r"(?:read|see|find out|learn|view|show|load)\s+(?:more|also|next|all)\b(?:\s*[:|–—-].{0,200}|"
    r"\s+(?:about|on|at|from|in|stories|posts|here)\b.{0,80})?",
    r"(?:also read|also see|more to read|more on this(?: story)?|more on this topic|more from .{2,40}|"
    r"more stories|further reading|you (?:may|might) (?:also )?like|don['’]t miss|up next|next (?:article|"
    r"story)|previous (?:article|story)|keep reading|continue reading(?: the main story)?|"
    r"editor['’]s picks?|before you go)(?:\s*[:|–—-].{0,200})?",
    r"[\"“]?(?:related|recommended|most (?:read|popular|viewed|shared|commented)|trending(?: now)?|"
    r"top stories|latest (?:news|stories|headlines)|promoted|sponsored|popular (?:now|"
    r"stories))(?:\s+(?:stories|story|articles?|content|coverage|topics?|links?|videos?|posts?|reading|"
    r"news|tags|for you|by .{2,30}|in .{2,30}|on .{2,30}))?(?:\s*:.{0,200})?[\"”]?",
    r"(?:also on|more on|from) (?:huffpost|the web|our partners|around the web)",
    r"(?:click|tap) here\b.{0,120}",
    r".{0,120}[,:]?\s(?:click|tap) here",
    r"(?:watch|listen|see) (?:the )?(?:full )?(?:video|ad|clip|interview|audio|episode|segment|"
    r"gallery)?\s*(?:above|below|here)\b.{0,40}",
    r"(?:story|article) continues (?:below|after).{0,60}",
    r"scroll (?:down )?(?:to|for) .{0,40}",
    r"(?:article continues|skip) .{0,40}(?:advertisement|promotion|content|navigation|newsletter).{0,30}",
    r"skip to (?:main )?content",
    r"skip .{0,40}(?:newsletter|promotion)",
    r"(?:this is )?(?:a |an )?(?:advertisement|advertising|sponsored content|promoted content|"
    r"paid content)(?: feature)?",
    # offers
    r"(?:subscribe|become a (?:member|subscriber))(?:\s+(?:now|today|here|free|for|to|and|from|with|at|"
    r"via)\b.{0,160})?",
    r"(?:(?:already|not) a (?:subscriber|member)\??|start your (?:free )?(?:trial|subscription)|(?:log|"
    r"sign) in)(?:\s.{0,80})?",
    r"(?:please |don['’]t forget to |for more,? |to (?:get|read) .{2,60}, )?(?:sign up|"
    r"register)(?:\s+(?:here|now|today|free|for|to|below|by)\b.{0,160})?",
    r"(?:get|receive|want) (?:the latest|the best|our|all the|this|more|breaking|stories|"
    r"news)\b.{0,140}(?:inbox|newsletters?|alerts?|email|app|straight to you|delivered)\b.{0,80}",
    r"(?:our |the |daily |weekly |free |morning |evening )*(?:newsletters?|e-?mail alerts?)(?: sign-?up)?",
    r"(?:support|fund) (?:our|independent|local|quality|free) .{0,20}journalism\b.{0,120}",
    r"(?:donate|give)(?: now| today| here)",
    r"(?:download|get) (?:the|our) .{0,40}app\b.{0,80}",
    r"(?:enjoy|unlimited|full|exclusive) .{0,40}(?:ad-free|access|browsing) .{0,60}",
    r".{0,60}\b(?:delivered|straight|direct|sent) (?:\w+ )?to your (?:door|inbox|phone|home)\b.{0,30}",
    r"[\w.'’& ]{0,40}\b(?:terms (?:of (?:use|service)|and conditions|& conditions)|privacy (?:policy|"
    r"notice|settings)|cookie (?:policy|settings|preferences)|manage cookies|accept (?:all )?cookies|"
    r"do not sell my .{0,40})\b[\w.'’&,| ]{0,80}",
    r"(?:we|this (?:web)?site|our (?:web)?site|our partners|[\w ]{2,30}) (?:and our partners )?(?:use|"
    r"uses) cookies\b.{0,300}",
    r"by (?:continuing|using|signing up|subscribing|clicking|submitting|entering)\b.{0,60}\byou (?:agree|"
    r"accept|consent)\b.{0,200}",
    r"(?:get |enjoy )?unlimited (?:digital )?access\b.{0,60}",
    r"you have \d+ (?:free )?articles? (?:left|remaining)\b.{0,60}",
    r"cancel (?:at )?any ?time",
    r".{0,200}\benter your e-?mail(?: address)?",
    r"we value your privacy\b.{0,200}",
    r"(?:accept|reject|manage|agree|ok)(?:\s+(?:all|choices|accept|reject|manage))*",
    # sharing and comments
    r"share(?:\s+(?:this|on|via|the|now|article|story|page|full article|facebook|twitter|whatsapp|email|"
    r"tweet|post|print|link|save|comments?)\b.{0,60})?",
    r"(?:(?:facebook|twitter|x(?=[\s,|])|linkedin|whatsapp|reddit|pinterest|telegram|e-?mail|print|"
    r"copy(?: link)?|copy url|tweet|pin|save|bookmark|share|(?:\d+ )?comments?|like|flipboard|instagram|"
    r"youtube|bluesky|threads|messenger|gift(?: article)?|listen|more|close|menu|search|home)\b[\s,|"
    r"·•/]*){1,12}",
    r"(?:link copied|copied to clipboard|copy link)!?",
    rf"(?:please )?(?:follow|find|like|join|connect with)\s+(?:us|me|him|her|them|@\w+|{_OUTLET})\s+(?:on|"
    r"at|via)\s+(?:facebook|twitter|instagram|x|linkedin|youtube|tiktok|whatsapp|threads|bluesky|telegram|"
    rf"google news|social media|apple news|flipboard)\b.{{0,140}}",
    r"(?:follow|like) (?:us|@\w+|me)\b.{0,60}",
    r"follow @\w+ on \w+ (?:for|to)\b.{0,300}",
    r"(?:follow|read|see|find|more of) .{0,30}(?:full|complete|live|more) coverage\b.{0,200}",
    r"disclaimer\s*:.{0,380}",
    r"on (?:twitter|facebook),? follow .{0,140}",
    r"(?:twitter|x|instagram|facebook|e-?mail|tel|phone|web)\s*:\s*\S+(?:\s\S+)?",
    r"@\w{2,30}",
    r"\d[\d,.]*\s*k?\s+(?:comments?|shares?|likes?|views?|replies)",
    r"(?:comments?|shares?|views?)\s*[:(]?\s*\d+\)?",
    r"(?:leave|post|write|add|view|show|hide|read|see) (?:a |all |your |the |\d+ )?(?:comments?|reply|"
    r"replies)(?: below)?",
    r"join (?:the |our )?(?:conversation|discussion|debate)\b.{0,60}",
    r"comments (?:are|have been|will be) (?:closed|off|disabled|moderated|turned off|published)\b.{0,120}",
    r"(?:do you support|do you like|like) [^.?!\"“]{2,40}\?? like the page",
    r"do you support .{2,40}\? like the page",
    r"like the page",
    r"(?:have|got) (?:a |an |any )?(?:news |story |confidential )?tips?\b.{0,160}",
    r"(?:contact|e-?mail|write to|reach) (?:the (?:reporter|writer|author|editor|newsroom)s?|us|him|her|"
    rf"them|{NAME})\s?(?:at|on|via)?\s?(?::|\S+@).{{0,120}}",
    r"(?:contact|e-?mail|reach) (?:us|him|her|them|the (?:reporter|writer|author)s?) (?:at|on) .{2,80}",
    r"send (?:tips|comments|feedback|letters)\b.{0,140}",
    r"what do you think\?.{0,60}(?:comment|let us know|tell us).{0,60}",
    r"let us know .{0,60}(?:comments?|below)",
    # the page's own labels
    r".{0,160}\bsign me up",
    r".{0,40}\s[\d,]+ (?:following|watching|listening)(?: live)?",
    r"refresh for (?:the )?latest.{0,30}",
    r"(?:show )?key events(?: only)?",
    r"load (?:more|newer|older).{0,20}",
    r"ends",
    r"notes? to (?:the )?editors?",
    r"for immediate release",
    r"listen:? ?(?:\d+[- ]?min(?:ute)?s?|\d+:\d\d)",
    r"(?:download|embed|transcript|listen|playlist)(?:\s+(?:download|embed|transcript|listen|playlist)){1,4}",
    r"(?:media|press|news|newsroom) (?:contact|enquiries|inquiries|office)s?\s*:.{0,160}",
    r"(?:this |the |[A-Z]\w+ )?(?:rush )?transcripts? (?:is|are|was|were) (?:made|created|produced|"
    r"provided|generated|prepared)\b.{0,300}",
    r"our standards: .{2,80}",
    r"about (?:the|this) (?:writer|author|reporter|journalist|contributor|site|page)s?",
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}|by|the|[A-Z]).{0,200}",
    r".{0,120}\ball rights reserved\b.{0,120}",
    r"(?:this (?:material|article|content) may not be (?:published|reproduced)\b.{0,200})",
    r"(?:estimated )?(?:reading time|read time)\s*:?\s*\d+ ?min(?:ute)?s?",
    r"\d+[- ]?min(?:ute)?s? (?:read|to read)(?:\s+give this article)?",
    r"(?:tags?|topics|filed under|categories|category|keywords|in this article|topics in this article)\s*:.{0,200}",
    r"(?:to (?:read|learn|find out) (?:more )?(?:about )?)(?:how|why) .{2,60} (?:uses?|used) (?:ai|"
    r"artificial intelligence)\b.{0,120}",
    r"(?:this|the) (?:article|story|post|piece|report) (?:was |is )?(?:originally |first |"
    r"also )?(?:appeared|published|ran|republished|reprinted)\b.{0,160}",
    r"(?:as published|reprinted) (?:in|from|courtesy)\b.{0,120}",
    r"(?:\(|\[)?(?:h/?t/?|hat tip)\b\s*:?\s.{2,60}",
    r"back to top",
    r"top of page",
    r"toggle (?:menu|navigation|caption)",
    r"hide caption",
    r"enlarge(?: this)? image",
    r"give this article",
    r"open image in gallery",
    r"play video",
    r"loading\.{0,3}",
    r"image",
    r"video",
    r"photos?",
    r"gallery",
    r"audio",
    r"advertisement \d*",
    r"[-_=*~#.·•—–\s]{1,80}",
    r"</?[a-z][^<>]{0,300}>(?:</?[a-z][^<>]{0,60}>)*",
)
_STRONG_LINE = re.compile(r"(?:" + "|".join(f"(?:{pattern})" for pattern in _STRONG) + r")\s*[.!›»→>…]*", re.IGNORECASE)
_CARD_HEAD = re.compile(
    rf"(?:{NAME}|He|She|They|The (?:author|writer))\b.{{0,20}}?\s(?:is|was|are|covers|writes|reports)\b"
)
_CARD_ROLE = re.compile(rf"\b(?:{ROLE_NOUN}|covers|covering|reports on|writes (?:about|for|on))\b", re.IGNORECASE)
_ABOUT_BODY = re.compile(r"^About (?:the )?[A-Z][\w.'’& -]{1,50}:\s")
_ABOUT_COMPANY = re.compile(r"(?i:About) (?:the )?[A-Z0-9a-z]*[A-Z0-9][\w.'’&®™-]*(?: [\w.'’&®™-]+){0,4}:?")
_COMPANY = re.compile(
    r"\bis (?:a|an|the) (?:[\w-]+ ){0,4}(?:provider|developer|manufacturer|supplier|company|firm|producer|maker)\b"
    r"|\bis headquartered in\b|\b(?:is|are) (?:publicly )?(?:listed|traded) on\b|\bhas subsidiaries\b"
    r"|\bemploys (?:\w+ ){0,2}[\d,]+|\bfor more information\b.{0,40}\bvisit\b",
    re.IGNORECASE,
)
_CARD_END = re.compile(r"(?:\.\.\.|…)?\s*read more\.?$", re.IGNORECASE)
_SELF_PROMOTION = re.compile(
    r"[A-Z][\w.'’& ]{1,40}\b(?:is committed to|is dedicated to|brings you|delivers|is your|offers (?:you|readers)"
    r"|aims to bring|is a registered|is published by|is owned by)\b.{0,300}"
)
_UPDATE_NOTE = re.compile(
    r"[*(\[\s]*(?:this|the) (?:article|story|report|post|piece|is a (?:developing|breaking))\s?(?:story|news story)?\b"
    r".{0,40}\b(?:updated|will be updated|check back)\b.{0,200}",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:read|see|more|related|watch|also|recommended|up next|don['’]t miss|trending)\b", re.IGNORECASE)
_SOMEBODY_SPEAKS = re.compile(
    r"[,”\"’?!]\s+(?:[\w.’'-]+\s+){1,4}(?:said|says|told|tells|added|adds|wrote|writes|warned|recalled|argued|joked|asked)\b"
    r"|[,”\"’?!]\s+(?:said|says|added|adds|wrote|writes|warned)\s|\b(?:told|tells) \w+"
)
# A form's own words; a reader praising the newsletter before them does not make it news.
_FORM = re.compile(r"(?:.*[\s.!?”\"])?enter your e-?mail(?: address)?\b[^.]{0,60}\.?", re.IGNORECASE | re.DOTALL)
QUOTE_MARK = re.compile(r"[\"“”„«»]|''")
LONGEST_STRONG, LONGEST_WEAK = 400, 110
_BARE_HEAD = re.compile(
    r"(?:read|see) (?:more|also)|related.{0,20}|more on this.{0,20}|also read|recommended.{0,20}"
    r"|most (?:read|popular|viewed)",
    re.IGNORECASE,
)
_OFFER = re.compile(r"subscri|access|\bmember|newsletter|unlimited|ad-free|delivered to|\btrial\b", re.IGNORECASE)


def is_furniture(text: str) -> bool:
    """Whether the line is furniture wherever it stands."""
    line = text.lstrip("•●▪◦‣·*>›»\ufeff \u200b").strip()
    if not line:
        return True
    if len(line) <= LONGEST_STRONG and _FORM.fullmatch(line):
        return True
    if len(line) > LONGEST_STRONG or (_SOMEBODY_SPEAKS.search(line) and not _LINK.match(line)):
        return False
    return _STRONG_LINE.fullmatch(line) is not None or is_update_note(line)


def is_update_note(text: str) -> bool:
    """Whether the line says that the page was or will be brought up to date, and corrects nothing."""
    return _UPDATE_NOTE.fullmatch(text) is not None


def is_author_card(text: str) -> bool:
    """Whether the paragraph introduces the writer; believed only at the end of the page or under its own heading."""
    if QUOTE_MARK.search(text) or len(text) > 600:
        return False
    return bool(_CARD_HEAD.match(text) and _CARD_ROLE.search(text[:200])) or any(
        shape.search(text) for shape in (_CARD_END, _ABOUT_BODY)
    )


def is_self_promotion(text: str) -> bool:
    """Whether an outlet praises itself; believed only in the run of furniture at the end."""
    return not QUOTE_MARK.search(text) and _SELF_PROMOTION.fullmatch(text) is not None


def heads_company(text: str) -> bool:
    """Whether the line is the heading "About Pierworks", under which a company closes its release."""
    return _ABOUT_COMPANY.fullmatch(text) is not None


def company_signs(text: str) -> int:
    """How many things the paragraph tells that a company tells of itself under a press release; 0 where it quotes."""
    return 0 if QUOTE_MARK.search(text) else len(_COMPANY.findall(text))


def heads_links(text: str) -> bool:
    """Whether the line promises links below it and holds none: 'READ MORE', 'Related stories:'."""
    return _BARE_HEAD.fullmatch(text.strip(" .:|»›>")) is not None


def is_offer(text: str) -> bool:
    """Whether the line sells: what is praised in the bullets under it is the outlet."""
    return _OFFER.search(text) is not None


def is_weak(text: str, *, ends_sentence: bool) -> bool:
    """Whether the line could be a link, a heading or an offer: short, no sentence, nobody speaking."""
    return len(text) <= LONGEST_WEAK and not ends_sentence and not QUOTE_MARK.search(text)
