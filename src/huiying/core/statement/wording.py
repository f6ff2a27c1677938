"""Words that mark a sentence as a cause, a blame, a denial, a count of victims, a fact or a rumour, in Chinese and English.

A list of words cannot understand a sentence. It errs towards asking: whoever finds a sentence caught wrongly can say it more plainly.
All patterns are for text in the form that normal() gives: lower case, half-width punctuation, simplified characters.
"""

from __future__ import annotations

import re
import unicodedata

# Traditional and simplified form of each character that occurs in the words below: changing script gets round no gate.
_PAIRS = (
    "謠谣傳传導导緣缘於于屬属實实無无沒没發发關关責责違违規规過过傷伤醫医療疗確确診诊檢检測测驗验結结標标準准陽阳陰阴經经認认"
    "為为難难戶户輛辆棟栋處处錯错誤误員员虛虚歸归瀆渎問问達达個个幾几餘余兩两萬万調调復复監监噸吨畝亩間间熱热議议討讨論论擔担"
    "憂忧瀉泻嘔呕喪丧輕轻聯联蹤踪視视顯显獲获證证應应並并報报訊讯"
)
_SIMPLER = str.maketrans(_PAIRS[0::2], _PAIRS[1::2])
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")

_DIGITS = "一二两三四五六七八九十百千万零"
# 一 alone mostly means "together" or "any" (一起, 一位), 第三 is an ordinal; neither counts anything.
_ZH_NUMBER = rf"(?<![第0-9{_DIGITS}])(?:[0-9][0-9,.]*|[二两三四五六七八九十百千][{_DIGITS}]*|一[十百千万][{_DIGITS}]*)[余多几来]?"
_EN_NUMBER = r"\b(?:[0-9][0-9,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)"

_ZH_VICTIM = r"(?:死|亡|遇难|丧生|罹难|受伤|伤者|轻伤|重伤|失联|失踪|中毒|感染|确诊|发病|患病|住院|送医|就医|不适|腹泻|呕吐|被困|病例)"
_EN_VICTIM = (
    r"(?:dead|die[ds]?|kill\w*|deaths?|injur\w*|wounded|hurt|hospitali[sz]ed|taken to hospital|ill|sick|missing|trapped|poisoned"
    r"|infected|casualt\w+|fatalit\w+|victims?)"
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


CAUSE = _any(
    r"由于|因为|起因|导致|致使|所致|缘于|源于|归因于|原因(?:是|为|系|在于)",
    # What attracts attention, or is regretted, is no cause of the event.
    r"引[发起](?!.{0,6}(?:关注|重视|注意|热议|讨论|担忧|不安))",
    r"(?<!未)(?<!没有)造成(?!.{0,6}(?:不便|困扰|担忧|不安))",
    # "Due to open at nine" is a timetable.
    r"\bdue to\b(?! (?:be|give|open|close|arrive|start|end|finish|report|publish|meet|speak)\b)",
    r"(?<!inconvenience )\bcaused by\b|\bbecause\b|\bowing to\b|\bas a (?:result|consequence) of\b|\bled to\b|\bresulted (?:in|from)\b",
    r"\btriggered by\b|\bstem(?:s|med) from\b|\battribut(?:ed|able) to\b|\bthe cause (?:is|was)\b(?! (?:not|being|still|under|unknown))",
)

BLAME = _any(
    r"责任在|负有?.{0,4}责任|肇事|过错|过失|失职|渎职|追责|问责|归咎|违规|违法|玩忽|人为",
    r"\bblam(?:e|ed|ing)\b|\bat fault\b|\bnegligen\w+|\bculpab\w+|\bliab(?:le|ility)\b|\bmisconduct\b",
    r"\b(?:is|are|was|were) responsible for\b|\bviolat\w+|\billegal\w*",
)

VICTIMS = _any(
    rf"(?:{_ZH_NUMBER}|一)\s*(?:人|名|例|位|个|户)[^,。;]{{0,8}}?{_ZH_VICTIM}",
    rf"{_ZH_VICTIM}[^,。;]{{0,6}}?(?:{_ZH_NUMBER}|一)\s*(?:人|名|例|位|个)",
    r"(?:无|没有|未|零)[^,。;]{0,6}(?:伤亡|死亡|受伤|遇难|被困|失联)",
    rf"(?:{_EN_NUMBER}|\b(?:one|no|no one|nobody|none|dozens|hundreds|several|many))\b(?: [\w'-]+){{0,4}}? {_EN_VICTIM}\b",
    rf"\b{_EN_VICTIM}(?: [\w'-]+){{0,3}}? (?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds)\b",
)

DENIAL = _any(
    r"不实|不属实|失实|谣|子虚乌有|虚假|假消息|误传|与事实不符|无此事|没有此事|否认|纯属|捏造",
    r"\bfalse\b(?! alarm)|\buntrue\b|\bnot true\b|\bden(?:y|ies|ied)\b|\bno truth\b|\bunfounded\b|\bbaseless\b|\bfabricat\w+|\bfake\b",
    r"\bhoax|\brumou?r|\binaccurate\b|\bincorrect\b|\bnot the case\b",
)
NOT_HAPPENED = _any(
    r"(?:没有|未)(?:发生|出现)|不存在|并非",
    r"\b(?:did not|didn't|never) (?:happen|occur|take place)\w*|\bdoes not exist\b|\bno such\b",
)
NEGATION = _any(
    r"[未没]|无(?!论)|不(?!久|少|仅|断|同|过|但|管|便)|非(?!常)",
    r"\bno\b|\bnot\b|\bnever\b|\bnone\b|\bnobody\b|n't\b|\bwithout\b",
)

RUMOUR = _any(r"谣|不实(?:信息|消息|传言)|虚假(?:信息|消息)|假消息", r"\brumou?r|\bhoax|\bfake news\b|\b(?:mis|dis)information\b")

_MEASURED = _any(
    rf"{_ZH_NUMBER}\s*(?:毫克|微克|纳克|贝克|微西弗|分贝|倍|个百分点)|百分之|ph值?[为是]?\s*[0-9]",
    r"[0-9][0-9,.]*\s*(?:%|mg\b|[μu]g\b|ng\b|ppm\b|ppb\b|ntu\b|cfu\b|db\b|bq\b|μsv\b|per ?cent\b|decibels?\b)",
)
_COUNTED = _any(
    rf"{_ZH_NUMBER}\s*(?:人|名|位|户|例|起(?!来|到)|宗|件|家|辆|栋|台|所|间|处)",
    rf"{_EN_NUMBER} (?:[\w'-]+ ){{0,2}}?(?:people|persons?|residents?|pupils?|students?|children|patients?|cases?|deaths?|injuries"
    r"|households?|homes|families|men|women|workers?|passengers?|staff|officers?|firefighters?|doctors?|complaints?|reports?|vehicles?"
    r"|buildings?)\b",
)
_QUANTITY = _any(
    rf"{_ZH_NUMBER}\s*(?:平方米|立方米|公里|千米|毫米|厘米|米|毫升|升|公斤|千克|吨|亩|摄氏度|°c)",
    r"[0-9][0-9,.]*\s*(?:metres?|meters?|km\b|kilomet(?:re|er)s?|miles?|lit(?:re|er)s?|kg\b|tons?\b|tonnes?|hectares?|acres?|°c|degrees?)",
)
_OUTCOME = _any(
    r"合格(?!后|前|才)|达标|超标|检出|死亡|身亡|遇难|丧生|受伤|伤亡|确诊|阳性|阴性|符合[^,。;]{0,8}标准|恢复正常",
    r"(?:检测|检验|化验|监测)结果(?:为|是|显示|表明|正常|均)",
    r"(?<!未)(?:已经?|获|得到|经|可以|可)(?:确认|证实)|(?<!未)经(?:核实|核查|查明|查(?!看|阅|询|找)|调查|检测|检验|化验)",
    r"\btests? (?:have |has )?(?:show|found|confirm|detect)\w*|\btested (?:positive|negative)\b",
    r"\bpassed (?:the |all |every )?(?:[\w-]+ )?(?:tests?|inspections?)\b|\b(?:meets?|met) (?:the |all )?(?:[\w'-]+ ){0,2}standards?\b",
    r"\b(?:within|above|below|over|exceed\w*) (?:the )?(?:[\w'-]+ ){0,2}(?:limits?|standards?)\b",
    r"(?<!not )(?<!yet )(?<!be )(?<!being )(?<!not been )(?<!yet been )\bconfirmed\b|\b(?:we|can|now) confirm\b",
    r"\bdied\b|\bkilled\b|\binjured\b|\bdeaths?\b|\bhospitali[sz]ed\b|\btaken to hospital\b|\bdetected\b",
    r"\b(?:is|are|was|were) (?:now )?(?:safe|unsafe|contaminated)\b",
)

# What might happen is no report of what did: "if anyone is injured, call 120".
_CONDITIONAL = _any(
    r"(?:如果|如有|如遇|如需|若(?!干)|一旦|以免|避免|防止|(?<![期对接招看])待(?!遇))[^,。;:!?]*",
    r"\b(?:if|in case|to avoid|to prevent|unless|once|until)\b[^,.;:!?]*",
)


def normal(text: str) -> str:
    """The form in which words are looked for: NFKC, lower case, simplified characters, no invisible marks, no spaces inside Chinese."""
    plain = "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if unicodedata.category(c) != "Cf")
    return _BETWEEN_HAN.sub("", plain.translate(_SIMPLER)).replace("’", "'")


def looks_like_fact(text: str, *, advice: bool = False) -> str:
    """The first words in `text` that report something checkable, as normal() writes them, or "".

    Advice may name distances and amounts ("stay 500 metres away") and ask not to spread what is false.
    """
    reported = _CONDITIONAL.sub(" ", normal(text))
    patterns = (_OUTCOME, _COUNTED, _MEASURED) if advice else (_OUTCOME, _COUNTED, _MEASURED, _QUANTITY, DENIAL)
    for pattern in patterns:
        found = pattern.search(reported)
        if found:
            return found.group()
    return ""
