"""Names of Tibetans, Uyghurs, Kazakhs, Mongols and Yi in Chinese characters: no surname begins them, they are made of known parts."""

from __future__ import annotations

import re

from huiying.core.clean import likely
from huiying.core.clean.going_on import goes_on
from huiying.core.clean.pairs import PAIRS

_LONG_WORDS = """
古丽娜尔
阿依古丽 古丽娜 帕提古丽 热依汗古丽 阿依夏木 买买提 吐尔逊 艾合买提 马合木提 木合塔尔 依布拉音 阿卜杜 阿布都 阿不都 阿卜力孜 卡德尔 艾尼瓦尔
艾克拜尔 努尔买买提 努尔兰 努尔古丽 阿依努尔 迪丽努尔 祖丽胡玛尔 玛依拉 热孜亚 热比古丽 帕尔哈提 迪力夏提 库尔班 巴哈尔古丽 阿曼古丽 艾山江
阿力木江 吾斯曼 司马义 尼亚孜 玉素甫 亚森 肉孜 哈斯木 依明江 阿迪力 阿依别克 叶尔肯 叶尔江 哈那提 巴合提 别克 木拉提 塔依尔 古丽扎 赛力克
加娜尔 哈丽旦 茹仙古丽 买合木提 马尔哈巴 巴特尔 娜仁花 娜仁托娅 其其格 乌云其其格 格日勒 敖登格日勒 图雅 乌日娜
萨仁高娃 斯琴高娃 巴雅尔 宝音图
额尔德尼 苏日娜 阿拉坦 朝克图 毕力格 满都拉 呼格吉勒 哈斯巴根 布仁 那日苏 孟克 巴图 阿古拉 青格乐 达来 特木尔 巴根 苏德 阿木尔 图门
木呷 阿牛木呷 吉克阿牛 沙马 曲比 尔古 吉木 俄木 阿苦 子呷 伍呷 日洛 石布 尔布 阿呷 木乃 约布 拉则 乌合 曲木 惹作 伍果 伍各 么色 依洛
吉克 阿的 沙马 木呷 日歪 伍果 马海 罗洪 莫色 勒格 且沙 海来 加巴 毛加 阿说 的惹 吉火 吉伍 阿约 阿力 阿库 布约 依火 洛古 史布 史古 史者
么日扎 日扎 伍呷莫 阿加 乌加 阿且 拉铁 日哈 木乃 伍牛 伍加 伍且 史呷 尔坡 尔且 子黑 子哈 作惹 么惹 铁日 阿嘎 艾山 帕提古丽 阿卜杜拉 阿卜力
米娜瓦尔 阿不力孜 赛买提 热孜万古丽 艾则孜 热依汗 阿不都热依木 阿不都拉 阿不都克里木 艾尔肯 阿地力 热依木 托合提 麦麦提 阿布都热依木
"""
_SHORT_WORDS = """
扎西 次仁 央金 卓玛 顿珠 桑吉 洛桑 旺堆 达瓦 尼玛 巴桑 格桑 德吉 才让 班玛 贡布 央宗 拉姆 多吉 平措 旦增 丹增 仁青 罗布 普布 边巴 索朗 强巴
白玛 曲珍 曲扎 卓嘎 白珍 加措 嘉措 群培 益西 土登 晋美 旺姆 措姆
多杰 泽仁 邓珠 旦正 完么 贡保 仁欠 东知 项欠
交巴 尕让 尕玛 次成 西绕 昂旺 阿旺 罗让 桑杰 才旦 道吉 央吉 卓么 次旺 旺久 拉巴 米玛 赤列 欧珠 坚赞 桑珠 仁增
央珍 德庆 梅朵 尕藏 才旦 才仁 昂毛
项杰 万玛 南杰 久美 索南 拉毛 措毛 华旦 更登 俄金 仁措 卓尕 那顺 乌云 萨仁 高娃 斯琴 塔娜 苏和 哈斯 宝音 托娅
尔布 木阿 布和 朝鲁 白音 艾力 依明 热合曼 古丽
吐逊 努尔 阿依 玉山 热娜 沙吾提 阿牛 阿木 木果 尔哈 阿尔 古扎 旺扎 旺修 贡嘎 次央 次珍 扎巴 洛追 群宗 群措
"""
# Names of the faith that stand behind a Chinese surname in the north-west: 马乙布拉.
_FAITH_WORDS = """
乙布拉 一不拉 伊布拉 伊布拉欣 易卜拉欣 麦尔燕 麦力燕 阿西燕 阿舍 尔沙 尔萨 由素夫 尤素夫 优素福
哈麦 阿里 者麦 木沙 木萨 穆萨 苏力么 素力么 苏莱曼 哈力麦 海力麦 阿乙草 海彻 法土麦 法图麦
麦苏木 赛里麦 者米莱 努海 哈三 哈桑 阿丹 达吾 达吾德 古拜 主麻 尕西木 哈西木 牙古白 牙古 尔卜都
而卜都 阿卜都 舍木素 沙力海 胡塞 麻乃 麦海 穆罕默德 默罕默德 艾哈麦 哈麦德 哈米德 色力麦 阿依舍
阿伊莎 索菲亚 尔力 尔力亚 尔里 奴哈 二不都 依斯哈 伊斯哈
"""
_FAITH = re.compile(f"[马韩冶沙哈妥喇米鲜丁拜白苏](?:{'|'.join(sorted(_FAITH_WORDS.split(), key=len, reverse=True))})")
_LONG = "|".join(sorted(_LONG_WORDS.split(), key=len, reverse=True))
_SHORT = "|".join(sorted(_SHORT_WORDS.split(), key=len, reverse=True))
_HINT = re.compile(f"{_LONG}|{_SHORT}")
_HAN = "\u4e00-\u9fff"
# In Xinjiang and Mongolia the father's name stands behind a point.
_SON = re.compile(f"(?:{_LONG}|{_SHORT})[·•・]")
_FATHER = re.compile(
    f"(?:{_LONG}|{_SHORT}|[{_HAN}]{{2,4}}?(?=来电|致电|反映|[说称不教向把被将给也已于因从到卖开]|[^{_HAN}]|\\Z|今年|的|在|和))"
)
_BEFORE_POINT = re.compile(f"(?:{_LONG}|{_SHORT}|(?![记长任员])[{_HAN}]{{2,4}})[·•・](?=(?:{_LONG}|{_SHORT}))")
_POINT = re.compile("[·•・]")
_LONGEST_PART = 6
_HANS = re.compile(f"[{_HAN}]+")
_END = "(?:[措错吉甲加太草杰](?![一-鿿]{0,1}[措施油大]))?"
_JOINED = re.compile(f"(?:{_LONG}|{_SHORT}){{2,3}}{_END}")
_ONE = re.compile(f"(?:{_LONG}|{_SHORT}){_END}")
_NO_PERSON = re.compile("[湖山泉河镇乡村寺县市州路街沟桥]|草原|雪山|牧场|盆地|沙漠|服饰|酒店|景区|舞")
_ENOUGH = 1.5
# Characters that write the sounds of other languages; the first do little else.
_SOUNDS = "扎措嘎玛姆旦孜呷娜旺桑珠尕娅雅惹吾吐帕迪艾赛萨努热卡库索洛赤曲珍琼绒拥姬莎妮琪肉"
_SOUNDING = (
    "尔古卓尼吉拉巴布次达瓦格勒克木莫央阿比德多法哈赫加江久力丽列罗米南诺培普其恰仁日沙斯苏素塔特提图土托万西夏伊依益玉泽增哲"
    "子错甫汗别肯合买曼夫毛太果色牛郎才更更登丹顿贡昂俄朵花高"
)
_ALIKE = re.compile(f"(?<![{_SOUNDS}{_SOUNDING}])[{_SOUNDS}{_SOUNDING}]{{2,6}}")
_LEAST_ALIKE = 3


def find(text: str) -> set[str]:
    """Names made of known parts: two of them, or one where a private person is spoken of; and those that sound so there."""
    found = _sounding(text) | _pointed(text) | {match[0] for match in _FAITH.finditer(text) if _free(text, *match.span())}
    if _HINT.search(text) is None:
        return found
    for match in (*_BEFORE_POINT.finditer(text), *_SON.finditer(text)) if _POINT.search(text) else ():
        father = _FATHER.match(text, match.end())
        if father:
            found.add(text[match.start() : father.end()])
    for match in _JOINED.finditer(text):
        if _free(text, match.start(), match.end()):
            found.add(match[0])
    for match in _ONE.finditer(text):
        if any(match[0] in name for name in found) or not _free(text, match.start(), match.end()):
            continue
        before, after = likely.left(text[max(0, match.start() - 24) : match.start()]), likely.right(text[match.end() : match.end() + 14])
        rest = len(match[0]) > 2 and before >= 0.5 and (after >= 0.5 or len(match[0]) == 3)
        if before >= _ENOUGH or (before >= 0 and after >= _ENOUGH) or rest:
            found.add(match[0])
    return found


def _pointed(text: str) -> set[str]:
    """Two parts with a point between them, right behind who somebody private is: 护士喜塔腊·明玥."""
    found = set()
    for point in _POINT.finditer(text):
        starts = (
            start for start in range(max(0, point.start() - _LONGEST_PART), point.start()) if _HANS.fullmatch(text, start, point.start())
        )
        start = next((start for start in starts if likely.left(text[max(0, start - 24) : start]) >= _ENOUGH), None)
        ends = range(point.end() + 2, min(len(text), point.end() + _LONGEST_PART) + 1)
        end = next((end for end in ends if _HANS.fullmatch(text, point.end(), end) and _ends(text, end)), None)
        if start is not None and end is not None and not any(text[at : at + 2] in PAIRS for at in range(start - 1, end - 1)):
            found.add(text[start:end])
    return found


def _ends(text: str, end: int) -> bool:
    return likely.right(text[end : end + 14]) > 0 or _HANS.match(text, end) is None or goes_on(text, end)


def _sounding(text: str) -> set[str]:
    """What only writes sounds, right behind who somebody is: 老人嘎玛措."""
    found = set()
    for match in _ALIKE.finditer(text):
        start = match.start()
        if len(match[0]) < _LEAST_ALIKE or sum(char in _SOUNDS for char in match[0]) < 1 or not _free(text, start, match.end()):
            continue
        before, after = likely.left(text[max(0, start - 24) : start]), likely.right(text[match.end() : match.end() + 14])
        if before >= _ENOUGH or (before >= 0 and after >= _ENOUGH):
            found.add(match[0])
    return found


def _free(text: str, start: int, end: int) -> bool:
    return not (_NO_PERSON.match(text, end) or _POINT.match(text, end) or _POINT.match(text, max(0, start - 1)))
