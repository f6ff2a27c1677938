"""Writes core/clean/pairs.py, heads.py and letters.py from the dictionary of jieba 0.42.1 (MIT), whose path is the argument."""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from huiying.core.clean.shapes import FIRST
from huiying.core.clean.surnames import COMPOUND, GIVEN, SURNAMES, WORDS

FOLDER = Path(__file__).parents[1] / "src" / "huiying" / "core" / "clean"
LEAST_PAIR, LEAST_HEAD, LEAST_LETTER = 80, 5, 3000
WIDTH = 136
# Given names that a dictionary of the learned does not have: of the country 永财, 五斤, 再英, and of today's children 奕辰.
OF_VILLAGES = frozenset("财稻斤糕疙瘩再本得采进前时经")
OF_CHILDREN = frozenset(
    "奕熠璃澈栩梵珞琅彧璘祐玥璟珺珈翊翀稷宸梓萱轩涵睿昕妤婕芮茉栀苒沐汐澄淼霖楠煜烨炜烁铄屹峻骁皓晗晞暄昀曦曈妍娅瑾瑜琪琳璇瑶糖"
)
CHILDRENS = 2
# What the dictionary takes for people's names and is hardly ever one.
NO_NAMES = {
    "NOUNS": """
丛林 严冬 丰年 乌云 乌龟 乐章 云彩 云杉 仲夏 余光 余晖 余波 侯爵 保姆 元勋 元宝 元帅 元老 兰花 冷杉 冷汗 凤凰 凤梨 刁民 刘海 华裔 卢布 卫星
古文 古琴 古董 吉普 吉兆 咸蛋 墨汁 墨宝 孔洞 孔雀 宋词 宫殿 容颜 宾客 富婆 富翁 寿星 寿礼 寿辰 屠夫 岳父 岳母 巨石 巨龙 巫婆 巴掌 巴豆 常客
庄园 弓弦 戈壁 才华 才智 扶栏 明星 木耳 木桥 木柱 朱砂 权威 权贵 李子 杜仲 杜鹃 杨柳 杨树 杨桃 松木 松柏 松树 松香 林子 林木 林海 林荫 果仁
柏树 柳树 柳枝 柳絮 柴禾 柴胡 栗子 桂圆 桂枝 桂花 桑园 桑树 桑椹 桑蚕 梁柱 梅子 梅树 梅雨 檀木 檀香 武侠 段子 毛竹 毛虾 毛驴 汤水 沙丘 沙滩
沙田 沙石 焦木 熊猫 燕麦 牛仔 牛栏 牛毛 牛羊 牛群 牛马 牛黄 玉石 玉米 王朝 田园 田埂 田野 白发 白布 白旗 白杨 白桦 白水 白痴 白磷 白米 白羊
白藤 白银 白鹤 白鹭 盖子 盛夏 石柱 石洞 石狮 石英 祖先 秋千 童谣 简章 米粉 米汤 粟米 索道 胡桃 胡杨 胡椒 胡琴 胡蜂 胡麻 艾叶 花圃 花布 花环
花蕾 花香 苍鹰 苗圃 苗木 苗子 荆棘 葛藤 蓝图 蓝光 蓝领 贝母 谷仓 路基 边远 郎中 钟声 钱粮 银杏 阴云 阴凉 雪山 雪松 雷声 雷达 雷鸣 青梅 青蒿
须根 须知 香椿 香蒲 马儿 马刀 马夫 马屁 马扎 马棚 马甲 马群 马背 马蜂 马道 马鞍 高僧 高潮 鱼叉 鱼雷 鹿茸 麦冬 麦子 麦田 麦穗 麦苗 麦芽 黄叶
黄梅 黄泉 黄米 黄羊 黄蜂 黄铜 黄芩 黑云 黑客 黑帮 黑狗 黑豹 龙洞 龙王 龙虾 凉茶 杨梅 储水 对门 汤头 古柏 宝贝 摩托
""",
    "VERBS": """
严令 丛生 付诸 付清 仰泳 侍奉 保健 修正 农耕 冷笑 凌驾 凌迟 凌空 劳驾 勾勒 包罗 匡扶 卫护 原谅 双拥 呼唤 宁死 宁肯 封山 封盖 屈膝 屠宰 巴望
师承 延绵 慕名 戴孝 承蒙 承继 拜托 拜佛 敬仰 敬佩 敬奉 敬爱 敬献 敬畏 敬礼 施舍 施礼 明白 权衡 查清 查到 查实 涂抹 汲水 滑冰 滑雪 滑翔 游弋
满怀 矫正 祝寿 祝捷 练兵 练功 练武 纳凉 脱敏 解密 谢世 谢恩 贺喜 迟延 释怀 钟爱 陶冶 陶醉 顾全 顾惜 顾盼 饶命 饶恕 高攀 麻木 齐备 齐奏 慎食
慎用 慎入 慎买 慎点 连守 连夜 连跳 连爆 连亏 连发
""",
    "THREE": """
双刃剑 古建筑 古文化 古文字 叶绿素 向心力 卫星城 墨绿色 季雨林 常青树 康乃馨 白桦林 白桦树 白杨树 白头翁 白皮书 白米饭 白菊花 白兰花 皮大衣
盖房子 石拱桥 石狮子 石英砂 石英钟 石钟乳 祝酒词 童养媳 竹叶青 管弦乐 米老鼠 米黄色 罗汉果 胡萝卜 胡椒粉 胡辣汤 花名册 花岗岩 花岗石 花露水
花梨木 花青素 蒲公英 蓝宝石 蓝皮书 蓝筹股 连衣裙 连阴雨 连贯性 郁金香 金刚石 金龟子 金凤凰 铁索桥 铁三角 银杏树 青少年 青壮年 雷阵雨 雪莲花
马赛克 马屁精 马鞍形 高才生 高水平 高素质 高保真 高精尖 黄梅戏 黄绿色 黄皮子 黄橙子 黑名单 黑木耳 黑森林 黑瞎子 龙王爷 单相思 冷加工 冷冰冰
农商行 金银花 连翘 杨柳青 唐诗 宋词 杜仲 何首乌 初高中 卫生巾 牛羊肉 玉米粒 玉米饼 玉米粉 玉米棒 牛仔布 甘蔗渣 时令菜
""",
}
PLACES = frozenset("山河江湖海岛洋关岭州城镇县市村桥沟泉港")


def han(word: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in word)


def group(tag: str) -> str:
    return "VERBS" if tag[0] == "v" else "PARTICLES" if tag[0] in "dpcrftu" else "NOUNS"


def lines(pieces: Iterable[str], gap: str) -> Iterator[str]:
    line = ""
    for piece in pieces:
        if line and len(line) + len(gap) + len(piece) > WIDTH:
            yield line
            line = ""
        line += gap + piece if line else piece
    yield line


def table(name: str, pieces: Iterable[str], gap: str = " ") -> str:
    return f'_{name} = """\n' + "\n".join(lines(pieces, gap)) + '\n"""\n'


def levels(words: list[tuple[str, int, str]]) -> dict[str, int]:
    """How much likelier than elsewhere a character is in a given name, as a rounded logarithm from -3 to 4."""
    given: Counter[str] = Counter()
    anywhere: Counter[str] = Counter()
    for word, times, tag in words:
        if tag.startswith("nr") and len(word) == 3 and word[0] in SURNAMES:
            given.update(word[1:])
        else:
            for char in word:
                anywhere[char] += times
    names, total = given.total(), anywhere.total()
    found = {}
    for char in filter(han, set(given) | set(anywhere) | set(GIVEN)):
        level = math.log((given[char] + 0.3) / names / ((anywhere[char] + 300) / total))
        if char in GIVEN and level >= -2:
            level = max(level, 1.5 if GIVEN[char] == 1 else 0.3)
        if char in OF_VILLAGES:
            level = max(level, 0.6 if char == "财" else 0.0)
        if char in OF_CHILDREN:
            level = max(level, CHILDRENS)
        found[char] = max(-3, min(4, round(level)))
    return found


def heads(words: list[tuple[str, int, str]], known: set[str]) -> str:
    """The module of the words that begin as a name does: of two characters the seldom ones, of three all that are no person's name."""
    two: dict[str, list[str]] = defaultdict(list)
    three = set()
    level = levels(words)
    for word, times, tag in words:
        if times < LEAST_HEAD or tag.startswith("nr") or not han(word) or word[0] not in FIRST or word in COMPOUND:
            continue
        if any(level[char] < 0 for char in word[1:]):
            continue
        if len(word) == 2 and word not in known:
            two[word[0]].append(word[1])
        elif len(word) == 3 and not (word[0] in SURNAMES and all(level[char] > 0 for char in word[1:]) and word[-1] not in PLACES):
            three.add(word)
    three |= set(NO_NAMES["THREE"].split())
    text = (
        '"""Words that begin with a surname: seldom ones of two characters, each head with all that may follow it, and those of three.\n\n'
        'From the dictionary of jieba 0.42.1 (MIT), by tools/han_words.py.\n"""\n\nfrom __future__ import annotations\n\n'
    )
    text += table("TWO", (head + "".join(sorted(tails)) for head, tails in sorted(two.items()))) + table("THREE", sorted(three))
    text += "\nHEADS = frozenset(row[0] + tail for row in _TWO.split() for tail in row[1:])\n"
    return text + "LONG = frozenset(_THREE.split())\n"


def everyday(words: list[tuple[str, int, str]]) -> dict[str, int]:
    """How often a character that is a surname stands in anything but names: the logarithm to the base of four, at most 8."""
    times: Counter[str] = Counter()
    for word, count, tag in words:
        if not tag.startswith("nr"):
            for char in set(word) & FIRST:
                times[char] += count
    return {char: min(8, int(math.log(times[char] + 1, 4))) for char in FIRST}


def main(path: str) -> None:
    words = [(word, int(times), tag) for word, times, tag in (line.split() for line in Path(path).read_text("utf-8").splitlines())]
    pairs: dict[str, dict[str, list[str]]] = {name: defaultdict(list) for name in ("NOUNS", "VERBS", "PARTICLES")}
    known = set()
    for word, times, tag in words:
        if len(word) == 2 and times >= LEAST_PAIR and not tag.startswith("nr") and han(word):
            pairs[group(tag)][word[0]].append(word[1])
            known.add(word)
    for name in ("NOUNS", "VERBS"):
        for word in sorted(set(NO_NAMES[name].split()) - known):
            pairs[name][word[0]].append(word[1])
            known.add(word)
    for word in sorted(WORDS - known):
        if len(word) == 2:
            pairs["NOUNS"][word[0]].append(word[1])
    text = '"""Everyday words of two characters: each head with all that may follow it.\n\nFrom the dictionary of jieba 0.42.1 (MIT), by tools/han_words.py.\n"""\n\nfrom __future__ import annotations\n\n'
    text += "".join(table(name, (head + "".join(sorted(tails)) for head, tails in sorted(found.items()))) for name, found in pairs.items())
    text += "\n\ndef _pairs(table: str) -> frozenset[str]:\n    return frozenset(row[0] + tail for row in table.split() for tail in row[1:])\n\n\n"
    text += "".join(f"{name} = _pairs(_{name})\n" for name in pairs) + "PAIRS = NOUNS | VERBS | PARTICLES\n"
    (FOLDER / "pairs.py").write_text(text, "utf-8")
    (FOLDER / "heads.py").write_text(heads(words, known), "utf-8")
    level = levels(words)
    rows = {f"LEVEL_{value}": sorted(char for char, found in level.items() if found == value) for value in (1, 2, 3, 4)}
    rows["NEVER"] = sorted(char for char, found in level.items() if found < 0)
    often = everyday(words)
    rows |= {f"EVERYDAY_{value}": sorted(char for char, found in often.items() if found == value) for value in range(9)}
    single: dict[str, list[str]] = defaultdict(list)
    for word, times, tag in words:
        if len(word) == 1 and times >= LEAST_LETTER and han(word):
            single[group(tag)].append(word)
    text = '"""Characters of Chinese: how much likelier in a given name than elsewhere, and what they are as words.\n\nFrom the dictionary of jieba 0.42.1 (MIT), by tools/han_words.py.\n"""\n\nfrom __future__ import annotations\n\n'
    text += "".join(table(name, chars, "") for name, chars in rows.items())
    text += "".join(table(f"ALONE_{name}", sorted(single[name]), "") for name in ("NOUNS", "VERBS", "PARTICLES"))
    text += '\nLEVELS = {char: level for level, row in enumerate((_LEVEL_1, _LEVEL_2, _LEVEL_3, _LEVEL_4), 1) for char in row if char != "\\n"}\n'
    text += '"""Rounded natural logarithms; a character that is in neither table is at 0."""\nNEVER = frozenset(_NEVER) - {"\\n"}\n"""Characters that given names hardly have."""\n'
    text += f"EVERYDAY = {{char: level for level, row in enumerate(({', '.join(f'_EVERYDAY_{value}' for value in range(9))})) for char in row}}\n"
    text += '"""How often a surname is something else: logarithms to the base of four of counts, at most 8."""\n'
    text += 'ALONE = {char: kind for kind, row in (("n", _ALONE_NOUNS), ("v", _ALONE_VERBS), ("d", _ALONE_PARTICLES)) for char in row}\n'
    (FOLDER / "letters.py").write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
