"""What an item does: whether someone complains or asks for help, tells it first-hand, or only announces, praises or sells."""

from __future__ import annotations

import re

import msgspec

from huiying.core.detect.harm.context import of_text
from huiying.core.types import Kind

_PLEA = re.compile(
    "求助|求辟谣|投诉|反映|举报|控诉|维权|怎么办|咋办|咋了|咋回事|怎么回事|怎么了|没人管|没人理|有没有人管"
    "|谁管|谁来管|管管|找谁|凭什么|凭啥|为什么|为啥|难道|至今|多次|三番五次"
    "|推诿|踢皮球|不给|不让|不退|不管|不理|不作为|收费|乱收|加价|涨价|贵|罚|罚单|强制|被迫|变相|自愿|逼|堵"
    "|吵|扰民|噪声|噪音|施工|臭|脏|坏了|停了|没了|关门|关停|停运|停工|烂尾|取消|清退|要求|请求"
    "|希望|能不能|不公|不透明|未公示|没公示|名单|差价|补偿|拆迁|征地|退费|退款|欠|骗|假|谣|真的假的|不见|丢"
    "|缺|漏|裂|塌|泡|淹|积水|烂|浑|怪味|味道|虫|苍蝇|过期|预制菜"
    "|打人|骂|态度|酒驾|醉驾|公车|公款|打瞌睡|副乡长|副局长|书记|干部|城管|执法|拖车|抓拍|摆拍|缺斤|秤|宰客"
    "|被宰|避雷|救命|危险|可怕|惨|恶心|气死|离谱|呵呵|敢|谁"
    r"|\b(?:complain\w*|nobody|no one|still (?:no|not|hasn't|haven't)|refuse[sd]?|overcharg\w*|unpaid"
    r"|scam\w*|broken|closed|why|who do i|anyone (?:else|know)|illegal|danger\w*|"
    r"fine[sd]?|charge[sd]?|without (?:notice|warning)|help|stuck|dirty|waiting|gone|locked|dust|noise|dark)\b"
)
_FIRST_HAND = re.compile(
    "我|俺|咱|刚才|刚刚|现在|今早|今晚|昨晚|昨夜|今天|楼下|楼上|门口|隔壁|这边|那边|后面|谁|快来|快去|救命|有人|半夜|！|!"
    r"|\b(?:i|we|my|our|me|us|just|right now|someone|this morning|tonight|last night)\b"
)
_GOOD = re.compile(
    "点赞|致敬|获奖|金奖|表扬|暖心|好评|夺冠|冠军|揭幕|开幕|启动仪式|开园|联赛|比赛|决赛|演唱会|音乐节"
    "|文化节|书市|市集|集市|讲座|公益|志愿者|救人|好人|爱心|送考|牛人|上线|开业|招聘|报名"
    "|增开|增停|新增|加开|开通|延时开放|免费|攻略|好吃|好看|美|幸福|感动|谢谢|感谢|真汉子|太赞|点个赞"
    r"|\b(?:thank\w*|lovely|congratulat\w*|festival|won|prize|opens|free|concert|recipe)\b"
)
_ROUTINE = re.compile(
    "温馨提示|计划停电|计划停水|停电公告|停水公告|停电通知|检修|公示|公告如下|通知如下|意见征求|征求意见"
    "|招聘公告|报名时间|预防接种|接种安排|赛程|气象台|预计未来|黄色预警|蓝色预警|防溺水|例行|提示|安排|须知"
    "|问答|名单公布"
    "|交通管制|调整公告|恢复|完毕|处置完|已修复|已整改|回应|说明|答复|通报|整改|追回|查封|找到|平安"
)
_ASKS = re.compile("咨询|请问|哪里能|怎么报|怎么办理|如何办理|什么时候|几点|多少钱|值吗|推荐|求推荐|求租|转让|出售|二手")


class Concern(msgspec.Struct, frozen=True, gc=False):
    """What one item does. `plea`: the word by which it complains or asks; "" where it does neither. `noise`: it sells, or speaks of a
    film or a game."""

    plea: str = ""
    first_hand: bool = False
    calm: bool = False
    noise: bool = False


_OFFICIAL = frozenset({Kind.NOTICE, Kind.NEWS})


def concern(kind: Kind, whole: str) -> Concern:
    """What an item with this folded title and text does."""
    found = _PLEA.search(whole)
    routine = kind in _OFFICIAL and bool(_ROUTINE.search(whole))
    calm = routine or bool(_GOOD.search(whole)) or (bool(_ASKS.search(whole)) and kind is not Kind.POST)
    first_hand = kind not in _OFFICIAL and bool(_FIRST_HAND.search(whole))
    noise = of_text(whole) in ("fiction", "advert")
    return Concern(found[0] if found and not routine and not noise else "", first_hand, calm, noise)
