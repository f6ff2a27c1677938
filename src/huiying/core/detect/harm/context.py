"""The context that takes a harm out of the here and now: of a whole text, of a sentence, or of the words before the one that names it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_DRILL = re.compile(
    r"演练|演习|拉练|练兵|应急培训|烟饼|模拟[^。]{0,14}(?:泄漏|起火|火灾|着火|事故|受伤|坍塌|地震|救援)|志愿者(?:们)?[^。，]{0,3}演的"
    r"|\bdrills?\b|\bexercise\b|\bsimulat(?:ed|ion)\b"
)
# Every drill has one of these in it: looking for them first is much cheaper than the whole pattern.
_DRILL_MARKS = ("演", "练", "模拟", "烟饼", "应急培训", "drill", "exercise", "simulat")
_REAL = re.compile(r"(?:不是|并非|没有?)演|演[练习][吗?]|\bnot a drill\b|\bno drill\b")
_FICTION = re.compile(
    r"电影|电视剧|古装|短剧|剧组|剧情|拍戏|拍[^。，]{0,4}(?:爆炸|打斗|夜)?戏|拍摄现场|开播|大结局"
    r"|第[一二三四五六七八九十\d]+集|[那这上下]一?集|男[一二主]|女[一二主]|编剧|小说"
    r"|网文|漫画|动漫|番剧|游戏|手游|开服|服务器|全服|资料片|策划出来|代练|电竞|收视|选秀|节目组|选手|人设|玩家|抽卡|副本|综艺"
    r"|剧本杀|角色|书评|预告片|新片|影片|片子|影院|票房|导演|特效|置景|杀青|二刷|观影|追剧"
    r"|\b(?:films?|movies?|episodes?|novels?|tv series|video games?|gamers?|trailer|season \d|box office|fiction|anime)\b"
)
_PAST = re.compile(
    r"年前|周年|旧闻|旧视频|旧照|老视频|老照片|历史上|往年|当年|上世纪|那年|那次|纪念日|忌日|十年|小时候|清明"
    r"|[零〇一二三四五六七八九]{2,4}年(?!级|纪|轻|龄)"
    r"|\byears? (?:ago|since)\b|\banniversary\b|\bdecades? ago\b|\bhistory of\b|\bin memory\b|\bold (?:video|photo|clip)s?\b"
)
# A text that says at its head that it looks back on many matters.
_RETOLD = re.compile(r"综述|回顾|盘点|一周要闻|十天|\bnewsletter\b|\bnotebook\b|\bround-?up\b|\bthe week in\b")
_HEAD = 60
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年|\b(?:in|of|since|from) ((?:19|20)\d\d)\b")
_DATE = re.compile(r"(?<!\d)(?:(\d{1,2})月)?(\d{1,2})日(?![元均常后内报游前])")
# What is dated further back than this is not happening now; a report is seldom later.
_NEWS_DAYS = 3
_ANIMAL = re.compile(r"(?:[犬狗猫鸡鸭鹅猪牛羊鱼鸟]|\b(?:animals?|dogs?|cats?|ducks?|birds?|cattle|pigs)\b)[^人。，,]{0,12}$")
_OF_ANIMALS = frozenset({"death", "violence"})
_DENIAL = re.compile(
    r"辟谣|谣言|不实|不属实|虚假|假消息|误传|误报|虚惊|子虚乌有|并未发生|没有发生|纯属|编造|捏造|(?:视频"
    r"|图片?|消息|这个)[^。，]{0,8}是假的|没炸|没有[^。，]{1,8}这回事|瞎编|不是(?:火灾|着火|爆炸|中毒)"
    r"|系.{0,12}(?:剪辑|摆拍|拍摄|演练)"
    r"|\b(?:hoax|debunked|rumou?rs? (?:is|are|was) (?:false|not true)|rumou?rs?\b[^.]{0,60}\b(?:not true"
    r"|untrue|false)|not true|false alarm|fake news|turned out (?:that )?(?:nobody|no one|it was))\b"
)
# A text that says so of a matter speaks of all of it, not of one sentence.
_CLARIFIED = re.compile(r"官方结果|可以散了|(?:别|不要)再?[传转]了|辟谣[^\n]*\n|\b(?:fact[- ]check|officials? den(?:y|ies|ied))\b")
_AFTERMATH = re.compile(
    r"回访|加高|增设|加装|善后|抚恤|赔付|追责|复盘|重新开放|重新砌|恢复(?:通车|供应|正常)"
    r"|已(?:经)?(?:全部)?(?:整改|修复|修好|更换|处置完|清运|排除|重新)"
    r"|整改(?:完|到位|情况|方案|通报)|(?:处置|清挖|清运|抢修|维修|修复)(?:完毕|完成|结束)|调查(?:报告|结果|情况|组查明)"
    r"|原因.{0,4}查明|拉网|开展.{0,12}排查"
    r"|\b(?:aftermath|compensation|investigation (?:found|finds)|inquiry|lessons learn\w*|reopen(?:s|ed)?"
    r"|repairs? [^.]{0,30}complete|was repaired)\b"
)
_ADVERT = re.compile(
    r"急用钱|不看征信|征信修复|当天到账|下款|放款|日结|诚招|刷单日结|做一单返|求租|押一付一|看房专线"
    r"|学车不用等|半价|下单|代理热线|保过|包赔|到访送|上门接送|抽奖|抽.{1,3}台"
    r"|扣1领|领资料|关注我|点进主页|转发即可|买一送一|加微信|加v信|私信领|限时|优惠|包邮|代理加盟|先办后付"
    r"|名额有限|(?:最高|身故|猝死|意外)[^。，]{0,4}赔|一天一块|戳主页|点头像|买.送.|订位|[一二三四五六七八九]成新"
    r"|首付|\bgiveaway\b|\bpromo code\b"
    r"|\bdiscount\b"
)
_HEARSAY = re.compile(
    r"真的假的|真的吗|是真是假|是不是真的|谁能证实|求证|\b(?:is (?:this|it) true|can anyone confirm|true or false|real or fake)\b"
)
_ABROAD = re.compile(
    r"美国|日本|韩国|俄罗斯|乌克兰|印度|泰国|缅甸|越南|菲律宾|土耳其|巴西|欧洲|非洲|南美|北美|中东|国外|海外"
    r"|外国|某国|邻国|外省|全球|世界各地"
    r"|\b(?:america|california|europe|africa|asia|japan|india|pacific|atlantic|abroad|overseas|another province)\b"
)
_DEBTOR = re.compile(
    r"(?:老板|公司|企业|分包|总包|包工头|商家|店家|平台|中介|房东|开发商|负责人|实际控制人|法人|举办者|机构"
    r"|代理|园长|物业|客服|电话|热线|银行|骗子)[^，。,、]{0,10}$"
)
# Only directly before the word, or a few characters away.
_ABSENT = re.compile(
    r"(?:无人员?|无一人?|无|未见|未受|未|没有人员?|没有人|没人|没有|没|不会|免于)[\s被]{0,2}$"
    r"|(?:未造成|未发生|未发现|未出现|排除)[^，。,]{0,6}$"
    r"|\b(?:nobody|no one|no|without|not|never)(?: (?:was|were|is|has been|have been|been|reported|people))*\s$"
)
_PREVENTED = re.compile(
    r"(?:(?<!消)防|防止|防范|谨防|预防|严防|以防|避免|杜绝|警惕|提防|防治|治理|如何应对|怎么办"
    r"|\b(?:prevent|prevents|preventing|avoid|avoiding|against|risk of))[^\s,，。、]{0,4}\s?$"
)
_LESSON = re.compile(
    r"几招|小贴士|如何(?:防|应对|识别|预防|正确)|教[你娃您][^。]{0,4}防|谨防|注意防|严禁|切勿|请勿|切记"
    r"|防溺水|防汛|防火|不要去|不要在|小心(?:触电|中毒|溺水|火灾)|为(?:有效|切实|积极)?(?:做好)?(?:防御|防范"
    r"|应对)"
    r"|\bhow to (?:spot|prevent|avoid|recogni[sz]e|survive|stay safe)\b|\b(?:tips|before it harms|stay safe|check your)\b"
)
_SENTENCE_LONG = 90


def is_drill(whole: str) -> bool:
    """Whether a folded text announces or shows a drill."""
    return any(mark in whole for mark in _DRILL_MARKS) and bool(_DRILL.search(whole)) and not _REAL.search(whole)


def is_hearsay(whole: str) -> bool:
    """Whether a text asks if what it tells is true."""
    return bool(_HEARSAY.search(whole))


def is_abroad(whole: str) -> bool:
    """Whether a text names the world beyond any county's borders."""
    return bool(_ABROAD.search(whole))


def of_text(whole: str) -> str:
    """What all of a text is, whatever it names: fiction, advert, denied or aftermath; "" where it is none of these."""
    if _RETOLD.search(whole[:_HEAD]):
        return "past"
    for context, pattern in (("fiction", _FICTION), ("advert", _ADVERT), ("denied", _CLARIFIED), ("aftermath", _AFTERMATH)):
        if pattern.search(whole):
            return context
    return ""


def of_sentence(sentence: str, before: str, at: datetime) -> str:
    """Why a word does not count in its sentence, `before` being the text up to it: denied, past, absent or prevention."""
    if _DENIAL.search(sentence):
        return "denied"
    if _PAST.search(sentence) or any(int(zh or en) < at.year for zh, en in _YEAR.findall(sentence)) or _is_dated_back(sentence, at):
        return "past"
    near = before[-24:]
    if _ABSENT.search(near):
        return "absent"
    return "prevention" if _PREVENTED.search(near) or _LESSON.search(sentence[:_SENTENCE_LONG]) else ""


def of_another(harm: str, before: str) -> str:
    """Whether it befell an animal, or someone who owes money is the one that is missing."""
    if harm in _OF_ANIMALS and _ANIMAL.search(before):
        return "animal"
    return "debtor" if harm in ("missing", "trapped") and _DEBTOR.search(before) else ""


def _is_dated_back(sentence: str, at: datetime) -> bool:
    """Whether every date in the sentence (月日 or 日, the last such day before `at`) lies more than a few days back."""
    dates = [_last(int(month or 0), int(day), at) for month, day in _DATE.findall(sentence)]
    return bool(dates) and all(date is not None and at - date > timedelta(days=_NEWS_DAYS) for date in dates)


def _last(month: int, day: int, at: datetime) -> datetime | None:
    """The latest such day that is no more than one day after `at`, for `at` is UTC and the text local; None where there is none."""
    year, wanted = at.year, month or at.month
    for _ in range(3):
        try:
            date = at.replace(year=year, month=wanted, day=day, hour=0, minute=0, second=0, microsecond=0)
        except ValueError:
            date = None
        if date is not None and date - at <= timedelta(days=1):
            return date
        if month:
            year -= 1
        else:
            year, wanted = (year, wanted - 1) if wanted > 1 else (year - 1, 12)
    return None
