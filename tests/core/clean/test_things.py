"""What has the form of a name and is none: days, counts, families, rivers, firms, dishes, acts, beasts; and people beside them."""

from __future__ import annotations

import pytest

from huiying.core.clean import things
from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    "text",
    [
        "老人免费接种，逢周二、周四上午，各镇卫生院均可。",
        "退水后第五天，保险公司定损员来了一趟。",
        "居民反映：业主单月水费账单翻倍，请核表。",
    ],
    ids=["weekday", "ordinal", "month"],
)
def test_a_date_is_no_name(text: str) -> None:
    assert redact(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "据当地介绍，学生入住的三孔窑洞昨夜封火，烟道口被堵。",
        "三楼的郑家把菜盆放在床头，五楼也是。",
        "居民反映，员工车占一半，去看看就晓得。",
        "9月4日下班高峰，市民抱着儿子向路口的民警求助。",
    ],
    ids=["measure", "family", "share", "crowd"],
)
def test_what_is_counted_and_whole_families_are_no_names(text: str) -> None:
    assert redact(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "居民反映：乌林河发红，怀疑上游排污。",
        "居民来电：常清江涨了一米多。",
        "重要！居民反映乌石鸿泽化工前天夜里管道爆裂。",
        "居民来电：柳泉巷来电反映停水。",
        "If you live in Pingan Li, the tanker is behind the school, and she waits there.",
    ],
)
def test_rivers_firms_and_lanes_are_no_names(text: str) -> None:
    assert redact(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "被子都用完了，姜茶还有。谁家有干净的童装。",
        "昨天洗澡身上发黏，我还以为是沐浴露没冲干净。",
        "台风名字叫“麻薯”，主播先咽了下口水。",
        "师傅说，冒浑水带沙那叫管涌，赶紧打电话。",
        "邻居泰迪没拴，咬了我家娃一口。",
    ],
)
def test_dishes_goods_beasts_and_what_is_called_so_are_no_names(text: str) -> None:
    assert redact(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "快去医院，让大夫查甲醇，求你们信我一次。",
        "另外五名司机把捆货的绑带一根接一根。",
        "来电人上前问，对方说是管理处的。",
        "来电人补充：家长自发统计人数。",
        "对欺行霸市、强拉强收的，发现一起、查处一起。",
        "患者抗体由阴转阳，其中4人复核。",
    ],
)
def test_acts_are_no_names(text: str) -> None:
    assert redact(text).text == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("村民李长河来电，称水费算错。", "村民〔姓名〕来电，称水费算错。"),
        ("来电人周凡称周三货车撞树。", "来电人〔姓名〕称周三货车撞树。"),
        ("审批公示：申请人尕藏，在石盆乡翻建。", "审批公示：申请人〔姓名〕，在石盆乡翻建。"),
        ("我和老乡石阿生、吴八月、龙金妹在工地贴砖，包工头欠9万2。", "我和老乡〔姓名〕、〔姓名2〕、〔姓名3〕在工地贴砖，包工头欠9万2。"),
    ],
)
def test_people_whose_names_are_near_such_words_are_masked(text: str, masked: str) -> None:
    assert redact(text).text == masked


def test_a_digit_is_in_no_chinese_name() -> None:
    assert redact("居民来电：安置房3栋、5栋出现裂缝，房3栋住户已转移。").text.count("〔姓名") == 0


def test_a_numeral_that_tells_persons_apart_counts_nothing() -> None:
    assert things.looks_so("入住的三孔窑洞昨夜封火", "孔窑洞") and not things.looks_so("原告一张建国诉称", "张建国")


@pytest.mark.parametrize(
    "text",
    [
        "公示：佴文山，现任县水利局副局长，拟任镇党委书记。",
        "问责结果：毋庆澜、郗建同等11人被问责，其中3人立案审查。",
        "县教育体育局局长者国梁承认，要求家长签署承诺书的做法欠妥。",
    ],
)
def test_holders_of_office_stay(text: str) -> None:
    assert redact(text).text == text


def test_a_door_goes_down_to_the_room_and_counts_once() -> None:
    assert redact("安居小区3号楼1单元802业主来电。").text == "安居小区〔地址〕业主来电。"
    assert redact("前街5号1单元202住户被无证犬咬伤。").counts == {"address": 1}
    assert redact("盐滩新村等3个小区约1900户停水。").counts == {}


@pytest.mark.parametrize("text", ["就问问，别@我老公", "一路黑到河口。@有关部门"])
def test_kin_and_whoever_is_in_charge_are_no_handles(text: str) -> None:
    assert redact(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "居民反映：以前种玉米一年挣不了几个钱。",
        "停水通知：居民请储水备用。",
        "产假期间由老师代班，家长放心。",
        "校长向家长鞠躬，承认早有报告。",
        "57路乘客来电，下车时扭伤脚踝。",
        "居民反映：代建方4月12日进场，水压仍低。",
        "根据宁社发〔2024〕21号文件，居民养老金于月底补发。",
        "于庄、柳林等六个村试种黑小麦，农户收入不错。",
        "上周在业主群发过照片，@了物业三次。",
        "@三年级家长 明天早上把疫苗本带到班里，谢谢配合。",
        "Mr Polite Landlord and I have agreed on one more month, and he split the bill.",
        "沿线的何家村、李家坳、周家桥三个村的人出门都得绕道，村民反映多次。",
        "记者查到，双窑片区供热面积116万平方米。",
        "家长反映高峰时段校门口堵车。",
        "居民反映：金徽酒、绿茶亮相农博会。",
        "三百余人连守27小时，村民说险情受控。",
        "请放对门刘大爷家，邻居都认得。",
        "电话联系，老板娘小罗。",
        "The resort reported 43,000 visits during the May Day holiday, she said.",
        "The contractor, Heming Catering, runs six other canteens.",
    ],
)
def test_acts_trades_papers_and_villages_are_no_names(text: str) -> None:
    assert redact(text).text == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("9日22时，白向山驾驶小型轿车沿国道行驶，与护栏相撞。", "白向山"),
        ("荷渡镇双沟村水三望来电，租金未付，催问无果。", "水三望"),
        ("姓名 安 静 性别 女 班级 三（4）班", "安 静"),
        ("村务群:明天体检,李桂华、王有福上次没来的务必来,空腹,村民都通知到", "李桂华"),
        ("关于漏水的答复：马国梁同志，您好！您反映的问题已收悉。", "马国梁"),
        ("沙塘镇新桥村黄秀兰户低保被取消，请民政部门复核。", "黄秀兰"),
        ("张　敏、李　强、王小虎三名同学打破纪录。", "张　敏"),
        ("Huge thanks to May Zhou and Rosie Tamang for running the sale. They raised 2,310 yuan.", "May Zhou"),
        ("谁认识宁ZGPH71的车主，车窗没关。", "宁ZGPH71"),
        ("My QQ is 9840196673 if someone wants language exchange.", "9840196673"),
        ("担保人：尉三宝，年底还清。", "尉三宝"),
        ("加我徽信ymz154zz拉你进群。", "ymz154zz"),
        ("Cash only. WeChat hannah-by-the-lake.", "hannah-by-the-lake"),
    ],
)
def test_people_and_accounts_beside_them_go(text: str, name: str) -> None:
    assert name not in redact(text).text


@pytest.mark.parametrize(
    "text",
    [
        "晚上遛弯，一个大姐小腿被黄狗咬，流了好多血。",
        "村民说，昨夜花猫抓伤了娃娃，已打疫苗。",
        "我家院里的白鸡丢了两只，邻居也丢了。",
        "6路公交早晚高峰发车间隔恢复为20分钟，乘客反映等车太久。",
        "县城上下班高峰限行，居民出行请绕道。",
        "学者指出，她先后面对叛乱、陈朝更替与隋军南下，每一次都避免战乱。",
        "据县志记载，明军入城那年，城门被烧，居民逃散。",
        "和平路雨水箅子丢了七八个，骑车小心。",
        "老人们说，庙里供的是唐王和他的马。",
    ],
)
def test_beasts_by_their_colour_rush_hours_and_armies_of_old_are_no_names(text: str) -> None:
    assert redact(text).text == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("村民黄狗娃来电，称水费算错。", "黄狗娃"),
        ("来电人高峰发现井盖缺失。", "高峰"),
        ("来电人隋军反映停水三天。", "隋军"),
    ],
)
def test_people_called_like_beasts_hours_and_armies_go(text: str, name: str) -> None:
    assert name not in redact(text).text


@pytest.mark.parametrize(
    "text",
    [
        "这批苗顶叶发黄，豆叶发卷，井水发苦。",
        "姐妹们晒晒你们的金豆豆。",
        "我们向罗先生及其家人致以诚恳道歉。",
        "楼主不是你一个人，前盐滩、后盐滩、小港村都有。",
        "外地游客三万人次，宾馆平均入住率98%。",
    ],
)
def test_leaves_apologies_beaches_and_averages_are_no_names(text: str) -> None:
    assert redact(text).text == text


def test_a_firm_is_no_name_by_its_first_characters() -> None:
    for text in ("关于云渚渚香水产食品有限公司拖欠工资的投诉", "建材街金宏达贸易有限公司门口堆满纸箱"):
        assert redact(text).text == text
    assert "贺成龙" not in redact("被告人贺成龙渚香水产食品有限公司法定代表人").text


@pytest.mark.parametrize(
    "text",
    [
        "听说昨天中午吃的是鱼丸和卤蛋，好几十个孩子进医院。",
        "4月30日下午为出程高峰。七座以下小型客车继续免费通行。",
        "市民反映：楼盘销售时承诺配建小学分校，现称无该规划。",
        "早上起来接水做饭，放了十分钟还是黄汤子，一股铁锈味。",
        "城北化工园瑞昌树脂公司一仓库起火，无人受伤。",
        "市民反映：对方执行标的6万元，望尽快履行。",
        "羊水栓塞真的是阎王手里抢人，但叫三次不来说不过去。",
        "落款金穗源米业，合计30516元。",
        "1.覃某，未履行金额18.6万元；2.韦某，未履行金额7.2万元；3.陈某，未履行金额31万元。",
        "学校通过劳务中介代发补贴并扣取管理费。",
        "10月15日7时至18时，南塬乡南塬、白草洼、郭家咀村停电，请做好准备。",
        "人社局会同公安部门约谈庆洛高速施工单位。",
        "在浙江打工八年买的荔江郡，娃儿九月要上学。",
        "拍给你们看，从排涝站到丁家嘴，全是死鱼。",
        "我家120亩虾田从西汊进的水，下午开始死。",
        "来电人代其母亲咨询高龄津贴停发原因。",
        "劳动监察要我提供老板全名，我哪知道他全名。",
        "头骡和三位摄影师同行，六天走了一百四十公里。",
    ],
    ids=[
        "dish",
        "crowd",
        "promise",
        "dirty",
        "park",
        "sum",
        "death",
        "mill",
        "sums",
        "agent",
        "hamlets",
        "called in",
        "estate",
        "spit",
        "acres",
        "behalf",
        "whole",
        "master",
    ],
)
def test_dishes_sums_parks_and_promises_are_no_names(text: str) -> None:
    assert redact(text).text == text
