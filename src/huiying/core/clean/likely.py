"""How much speaks for a private person's name where no single word says so: its characters, and what stands on both its sides."""

from __future__ import annotations

import re

from huiying.core.clean.cues import FIRM_PARTS, LABELS, LOOSE_ROLES, ROLES, TICKET, public_head
from huiying.core.clean.surnames import COMPOUND, DISTINCT, GIVEN, RARE, SURNAMES, WEAK, WORDS

_FIRST = "".join(sorted(SURNAMES | RARE | {name[0] for name in COMPOUND}))
_SECOND = "".join(sorted(GIVEN.keys() | {name[1] for name in COMPOUND}))
_CANDIDATE = re.compile(f"[{_FIRST}](?=[{_SECOND}])")
_KIN = (
    "(?:妈妈?|爸爸?|爷爷|奶奶|外公|外婆|姥姥|姥爷|父亲|母亲|家长|丈夫|妻子|老公|老婆|"
    "儿子|女儿|孙子|孙女|哥哥|姐姐|弟弟|妹妹|家属|亲属|之[子女父母妻夫]|阿姨|大姐|大[娘嫂哥]|老[汉伯]|[表堂][哥姐弟妹]|大妈|大爷|大叔|大伯|婆婆|同学|"
    "女士|先生|师傅|小朋友|夫妇|老?两口子?|夫妻俩|一家|[大小][舅姨]子|大舅哥)"
)
KIN_WORDS = (
    "孙子",
    "孙女",
    "公公",
    "公婆",
    "祖母",
    "祖父",
    "祖孙",
    "祖宗",
    "师傅",
    "师父",
    "师母",
    "伯父",
    "伯母",
    "单身",
    "童年",
    "农户",
    "住户",
)
# A private person by the ending of what they do or are, whatever that is: 饲养人, 经营者, 供油商, 救援队员, 船长.
_BEARER = re.compile(
    f"(?:{ROLES}|{LOOSE_ROLES}|{TICKET}|{LABELS}|本人|(?<![施职开停动竣复返打手分加员民])工|[职员民]工)\\Z|"
    "(?:(?<![私个军法工商证本某别他旁客病路诗词情爱始持言纪选委名唱])(?<!电影|音乐|媒体|主持|经纪|制片|投资|掌门|领导|接班|主理|传承|"
    "撰稿|代言|策展)人|(?<![记学笔作读王或勇]"
    ")者|(?<![市地指保教军官公动人成委议演科球说队全运])员|(?<![选歌国高老右左携联对双新分]"
    ")手|(?<![律教老牧])师|[店坊户业货车房摊失机船场厂窑矿雇债卖买犬狗]主|友|(?<![家家])[我他她你俺咱]"
    "(?:亲|大|二|小)?(?:[哥姐弟妹爸妈爷奶叔伯姨舅嫂娃儿]|公公|婆婆|家)|[船机矿店工]长|(?<![水电])厂长|"
    "列车长|护士长|班组长|经理|裁判|队员|教练|运营商|供油商|经销商|供应商|"
    "粉丝|网友|老汉|师傅|船员|妻子|丈夫|母亲|父亲|儿子|女儿|老伴|朋友|闺蜜|同事|工友|室友|邻居|老板娘?|母女|父子|兄弟|姐妹|院士|"
    "爱人|媳妇|公公|婆婆|岳[父母]|丈[人母]娘?|女婿|[长次三四幼大二独养继]子|[长次三四幼大二养继]女|"
    "[曾玄重]孙[子女]?|[之其][子女妻夫母父弟妹兄姐孙叔舅姨姑婶嫂侄]|"
    "[表堂小大二][哥姐弟妹兄嫂叔舅姨姑]|[继养生祖]?[母父](?<!祖国)|侄[子女儿]|外甥女?|外?孙[子女]|外孙|对象|未婚[妻夫]|前[夫妻]|"
    "[男女]友|弟媳|[妹姐姑]夫|嫂子?|太太|亲家|"
    "(?:涉案|工作|值班|保洁|收费|销售|服务|管理|施工|窗口|安保|医护|护理|维修|抢修|技术)人员|发小|孩子|同桌|大户|[困保测贫用农营植殖贩]户|副驾驶?|患儿|"
    "房主|买家|卖家|军人|老兵|主刀是?|"
    "第[一二三四五六七八九十\\d]名|儿童|幼童|[储网租保]户|机主|事主|闺女|闺蜜|家长|人员|死者|助产士|[甲乙丙]方|职员|柜员|歹徒|小偷"
    "|骗子|前台|销售|合伙人|大学同学|舍友|管家|孩子他?[爸妈]|负责[人的]|分子|对方|群主|博主|娃儿?|丫头|老头|先生|老伴儿|大嫂"
    "|老婆婆|伯母|伯父|[主副]刀|大姐|大哥|那个|经核实为|证实为|确认为|"
    "[大二三]?[舅姨姑婶]妈?|失主|物主|[产孕]妇|宝[妈爸]|陪护|家委会?|[楼团班组社堂户]长|[病伤]患|[果菜花茶蚕棉瓜粮药虾蟹鱼桑蜂烟椒蔗橘桃枣菇稻]农|裁缝|亲戚|[球歌影戏]迷|观众|[木铁石瓦篾鞋泥漆]匠|网民|合作社理事长|厨师长|工段长|值长|(?:返乡|进城|待业)?青年|收队|考生|新生|[硕博]士|"
    "连襟|妯娌|学徒|[妻舅内表堂族师徒老大小二三四继养干亲姨姑外岳](?:[兄哥弟姐妹嫂媳婿叔伯姨姑舅婆爷奶娘爹爸妈父母丈]|[侄甥孙][子女]?)|"
    "总监|主管|监理|[发供施承加运经代][展货应包工盟营销理]商|开发商|同[案伙村]|[主从共]犯|真名|实名|客服|文员|导购|顾问|中介|股东|法人|老总|房客|"
    "课代表|学委|搭档|"
    "(?:倒地|晕倒|受伤|猝死|获救|退赛|落水|失联)(?:选手|跑者)|"
    f"(?:{FIRM_PARTS})部?部长|"
    "(?<![会党团])(?<!人大)(?<!政府)(?<!全国)(?<![市省县区席驻])代表|"
    "研究生|大学生|[高初中小]学生|姑娘|小伙子?|小哥|大[娘嫂]|老太太?|老伯|保姆|月嫂|校医|村医|律师|[证病]人|会员)\\Z"
)
# What may stand between who somebody is and the name: 被告一：, 上诉人（原审被告）, 派件员：.
_HEAD_TAIL = re.compile("(?:[一二三四五1-9甲乙丙](?=[：:（(]))?(?:[（(][^（）()]{1,14}[)）])?(?:姓名)?[：:]?[ \u3000]{0,2}\\Z")
_ROLL = re.compile(
    "(?:名单|缺勤|迟到|缺席|请假|旷课|值日生?|签[名字]|联名|点名|未[交到签]|[一二三]等奖|优秀奖|报名|接龙|公告|公示|[寄收]|寄件|收件|"
    "派件|代理|陪同|护理|"
    "甲方|乙方|丙方|出租方|承租方|经办|致|落款|具名)[^，。：:\u3000 ]{0,4}[：:\u3000 ]{1,2}\\Z|(?:敬礼|敬上|盼复|拜托|叩谢|"
    "跪谢)[了您]?[。！!，,：:\u3000 \n]{1,4}\\Z"
)
_CALLED = re.compile(
    "(?:取名|写着|绣着|刻着|印着|叫号|名叫|自称|登记名是|[个人位他她我孩名][叫名]|叫做|名为|落款[是为]?|化名|原名|曾用名)\\Z"
)
# Who is told apart by where they live or what they do all day.
_LIVING = re.compile(
    "(?:[坐站蹲跑排躺]在|帮忙|带头|涉嫌|网名|救|摆|骑|撞|偷|捡|守|掏|扫|借|欠|赊|住|教[我咱俺]|开|卖|种|养|做|收|修|贩|打工|上班|工作|务工|就读|上学|读书|住院|退休|经营|承包|务农|收购|拉货|跑|瘫痪?|卧床|躺)[^，。；：！？、]{0,18}的\\Z"
)
_AGED = re.compile("(?:\\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?)岁的\\Z")
# Who is told apart by what they did on the spot.
_THERE = re.compile(
    "(?:带[队头]|领[头队]|打头|路过|同行|随行|围观|值夜班?|值守|在场|赶来|帮忙|看热闹|陪读|送考|赶集|晨练|遛[狗弯]|散步|钓鱼|邻[桌座床]|[同对][桌车屋座])的\\Z"
)
_MINE = re.compile(f"[我俺咱他她其]的?(?:大|小|二|老|亲)?{_KIN}\\Z")
_OF_PLACE = re.compile("(?:[村镇乡县区组班队社厂店校街路巷单栋楼院室户号层座幢弄苑园庄屯寨元里]|小区|年级)的\\Z|[组班]\\Z")
_DOES = re.compile("的\\Z")
_NAMED = re.compile(
    "(?:[我俺咱他她](?:们俩?)?[和跟与]|[欠骗打找][了过着]?我|楼上|楼下|隔壁|年级|[一二三特]等奖|(?:见到|找到|遇到|碰到|认出|采访|联系上|联系到)了?|抓获|控制|救出|通缉|名字|小名|本名|拘留)\\Z"
)
_ACTING = re.compile("(?:受理|立案|[由被找诉跟把给替让向对和与请是叫])\\Z")
_SOUGHT = re.compile(
    "(?:拟?聘用|授予|评选|表彰|推选|拟将|骗取|骗走|[借打汇寄交卖租赔还退]给了?|转给|转到|付给|支付给?|拟录用|录用|(?:谁|有人|你们?)认识|联系|寻找|寻|[拾捡]到|证明|证实|感谢|举报|支持)\\Z"
)
_DONE = ("到了", "给了", "上了", "出了")
_QUOTED = re.compile("[”」』][\\u3000 ]?\\Z")
_EDGE = re.compile("(?:[^\u4e00-\u9fff]|\\A)\\Z")
# The last characters that any of these can have: a quick refusal.
LAST = frozenset(word[-1] for word in f"{ROLES}|{LOOSE_ROLES}|{TICKET}|{LABELS}".split("|")) | frozenset(
    "用予选彰款士"
    "我缝戚迷众工人者员手师主友长理判练商丝汉傅妻夫亲子女伴朋蜜事室居板弟妹士哥姐爸妈爷奶叔伯姨舅嫂娃儿公婆家友岁的村镇乡县区"
    "年队奖匠将上壁录方童台售驾襟娌徒商监管犯服购问介东总委档伙犯表"
    "组班队社厂店校街路巷单栋楼院级由被找跟把给替让向对和与请是叫获制到出缉字名婿孙妇护会患农生娘嫂年少姑甥象太兄夫侄父母岳一二三四五甲乙丙为识系称小儿家人兵刀是名姐哥个见持诉子桌驶理案"
)
_LAST_OF_OFFICE = frozenset("长记任席员人理总官师志表者辑播命去名举")
_SAYS = re.compile(
    "(?:[也又还都]|当庭|电话里|在电话中|对记者|告诉|回忆|坦言|哽咽|苦笑|哭着)?(?:说|称|表示|回忆|坦言|告诉|承认|否认|证实|介绍|认为|"
    "觉得|抱怨|解释|叹|哭|指着|质问|辩称|主张|陈述|供述|摇头|苦笑|点头|红了眼|抹)"
)
_RELATED = re.compile(f"的?{_KIN}")
_HOME = re.compile(
    "那[里儿](?=[赊借买拿租进学听得领要])|手[里上中]|跟前|家(?:[里的怎被门那住去前后院屋旁附今少多两三四，。、（(又也说没养装]|\\Z)|[，,]?[他她]的?[亲大小二老表堂]?(?:[妈爸家哥弟姐妹爹娘舅叔伯姑姨孙爷奶婆嫂侄儿]|媳妇|老婆|老公|男人|女人|女儿|闺女|外甥|对象|丈母娘|丈人|岳[父母])|[他她]的|[，,]?[他她]的?(?:微信|电话|手机|QQ)|的(?:名字|身份证|准考证|电话|手机|车|住址|病历|家"
    "|快递|账户)|和(?:工友|"
    "邻居|家人|妻子|丈夫|儿子|女儿|同事|村民|老伴)"
)
_DEED = re.compile(
    "是[^，。；是]{0,8}(?:护士|医生|教师|老师|司机|学生|[员职]工|农民|村民|居民|志愿者|厨师|骑手|快递员|外卖员|保安|会计|志愿服务队员)(?=[，。；]|\\Z)|"
    "见面|(?:同志|先生|女士|老人)?[，,]?因病|陪同|陪护|人民币|拾金不昧|(?:[手腿头面]部|[^，。]{0,3}(?=骨[折裂]))?骨[折裂]|经(?:抢救|救治|医[院治生]|送医|诊断|治疗|手术|鉴定|劝[说解]|调解)|(?:[手腿头面]部)?[轻重]度?(?:烧|烫|受|摔)?伤|态度|仍|[一二两三四五六七八九十][人户]|反映|来电|致电|来访|咨询|投诉|求助|等\\d*[人名户]|驾驶|骑|开着|遗失|丢失|走失|失踪|"
    "送医|攥|滚|还钱|来信|应当|提交|的?[^，。；\\d]{0,8}(?:纠纷|一案)|获救|失联|溺|坠|摔[伤下成]|触电|被[困埋撞打骗欠冒咬捅扣辞]|身亡|"
    "确诊|昏迷|晕倒|骨折|辍学|放弃|均|不服(?![输老气])|因与|诉|名下|向本院|今年\\d|现年|一案|敬[上启]|谨上|手书|泣告|家属|[（(](?:发热|"
    "请假|病假|事假|缺勤|女|男|\\d)|[：:][^，。]{0,3}(?:同意|反对|收到|已[交填]|参加)|"
    "[两三四]个字|选送|夺得|摘得|获评|荣获|身体|情绪|病情|伤势|生命体征|住院|报警|报名|捡|推着|抱着|背着|拄着|提着|病逝|去世|收了|欠|打伤|涉嫌|垫付|借走|"
    "同志(?:要求|反映|来信|来访|提出|投诉|申请|[，,：:！!] ?[您你])|献血|见义勇为|被授予|你欠|[给被]?踢了|"
    "代(?:女儿|儿子|孩子|母|父|妻|丈夫|其|家人|[他她])|[得获]\\d+票|\\d+票|在\\S{0,8}(?:住院|打工|上班|上学|租房)"
)
_AGED_AFTER = re.compile(
    "(?:醉酒后?|酒后|无证)?驾驶[^，。；]{0,14}(?:车|摩托|号牌)|"
    "(?:已)?被(?:依法)?(?:查获|传唤|采取(?:刑事)?强制|刑事拘留|刑拘|行政拘留|逮捕|抓获|羁押)|拟被|立案(?:调查|侦查|查处)?[，。；]|实际控制|"
    "[（(]\\d{1,3}[人岁口户][，,）)]|"
    "[，,（( ]{1,2}(?:男|女)[，,）)。、 ]|[，,（(、] ?(?:今年|现年)?\\d{1,3}岁|(?:今年|现年)\\d{1,3}岁|\\d{1,3}岁[，,。；、]"
)
_HOW = re.compile(
    "(?:多次|再次|不慎|累计|一再|连续|昨[天晚日]|今[天早晚]|前天|当[天场晚]|刚才?|曾经?|自愿|主动|独自|经常|天天|一直|现在|目前|已经?|正在?|又|还|也)+"
)
_STOP_AFTER = re.compile(
    "见状|当[天时日晚]|老师|医生|大夫|护士|教练|经理|师傅|今年|凌晨|当晚|昨[晚天夜]|每[天月]|身份证|电话|手机|病历|[^\u4e00-\u9fff]|\\Z|"
    "[拍绕算数捧翻爬搬挖砍割浇喂修补扫拖背扛抬挑拎拽推骂踢撞问答写喊哭笑站躺骑换借租买卖付赔送接教帮摔抢扔敲砸咬抓哄摸扶咳吐昏晕吗么吧呢的在被把和与给就也都又还却已曾从因将对向请到来让收没不核你您时系应提签支偿出往朝沿拟冲赶逃仍抱一负去打带坐开住走跑签等是要找用拿]"
)
_OFFICE = re.compile(
    "(?:董事长|(?<=[局厅委院部处会站])总工程师|[大支中总]队长|站长|馆长|行长|会长|书记|局长|厅长|"
    f"部长(?<!(?:{FIRM_PARTS})部部长)|"
    "处长|科长|所长|(?<!班)主任|院长|校长|县长|市长|镇长|乡长|区长|省长|支书|村长|主席|委员|"
    "常委|发言人|总理|总统|主教练|[水电]厂厂长|[台馆]长|总编辑?|任命|免去|提名|选举|法官|检察官|审判长|审判员|书记员|(?:人大|政府|全国|[会党团市省县区席驻])代表|同志)\\Z"
)
TITLED = re.compile(
    "先生|女士|小姐|兽医|师傅|老师|老板|姑娘|大爷|大妈|阿姨|大姐|大哥|同学|医生|大夫|警官|教练|律师|护士|经理|老[汉太伯师]|爷爷|奶奶|妈妈|爸爸|阿[婆公叔伯]|婆婆|叔叔|伯伯|某|氏"
)
# Two characters of everyday words that a name's first or last characters would tear apart.
_ACROSS_WORDS = """
手段 主席 主张 主持 师范 师生 荣耀 华为 主任 责任 担任 上任 现任 历任 出任 原任 信任 主管 水管 保管 城管 尽管 不管 血管 师傅
人员 方向 一向 转向 动向 去向 志向 国家 大家 高明 文明 说明 证明 不明 声明 透明 照明 安全 平安 治安 公安 保安 党委 客车
火车 汽车 公司 上司 打包 面包 承包 红包 政党 器官 法官 警官 军官 感谢 多谢 答谢 工程 过程 课程 里程 路程 房产 关于 由于
对于 至于 位于 处于 等于 小于 大于 属于 苹果 青年 少年 老年 今年 去年 明年 每年 学年 原石 钻石 岩石 化石
"""
_OWNERS = frozenset(["房主", "业主", "店主", "失主", "车主", "户主", "机主", "货主", "事主", "雇主", "摊主"])
_ACROSS = frozenset(_ACROSS_WORDS.split())
_WORD_GIVEN_WORDS = """
火情 以上 以下 成立 解放 胜利 发生 平安 家长 人民 学生 先生 小学 中学 大学 上海 东南 西南 东北 西北 年轻 可以 大家 小时
小区 老人 天下 长大 生长 利民 安全 子女 女子 男子 一家 明年 年年 三天 五天 一天 大小 中心 长江 石头 水石 光明 金银 生意
友好 同意 一新 以来 大门 东门 西门 江水 海水 河水 水泥 土地 土石 山林 天然 火星 东风 小心 高空 小米 大米 生产 老板 子弟
平方 一年 二年 三年 小年 成年 春天 夏天 秋天 冬天 春节 东方 南方 北方 西方 大学生 中国 家人 本人 友人 社会
"""
_WORD_GIVEN = frozenset(_WORD_GIVEN_WORDS.split())
_ENOUGH = 3.0
_CLAUSES = re.compile("[，！：；…]")  # a headline has none of these, and every star is in headlines
_TORN = re.compile("为什|为何|承认|[一二三四五六七八九][个岁天次点]")
_NOTHING = -0.5  # nothing speaks for a person, and no office against it
# Surnames that are hardly ever the last part of a word, so that a name may begin behind any.
_FREE_STANDING = DISTINCT | frozenset("李陈朱胡宋叶杜丁曹傅")
# Whoever is spoken of with these is known for it.
NOTED = re.compile(
    "主演|演技|番位|恋情|导演|饰演|(?<![装服首修粉])饰|演员|歌手|专辑|新歌|演唱会|电影|电视剧|剧中|综艺|明星|偶像|冠军|决赛|比赛|世界杯|奥运|联赛|球队|球员|选手|门将|后卫|前锋|中锋|射手榜|点球|小组赛|作家|"
    "诗人|小说|诗(?![涵雨琪雅怡韵妍晴语婷萱曼蕊])|词人|画家|"
    "皇帝|将军|[唐宋元明清汉]朝|王朝|带货|模仿|山寨|总裁|董事长|创始人|CEO|代言|教授|院士|学者|专家|理论|传说|故居|塑像|纪念|烈士|英雄|直播间|清唱|假唱|巡演"
    "|赛后|进球|[进入][一二两三四五六七]球|主场|客场|全集|演出|门票|出席|红毯|录音棚|经纪公司|主播|网红"
)
# Who speaks of such things speaks of private persons; the stage and the stadium have other words.
VOICE = re.compile(
    "来电|诉求|投诉人?|反映|工单|物业|业委会|业主|住户|村民|居民|村委|原告|被告|本院|上诉|案由|欠薪|工钱|工地|走失|寻人|失主|患者|住院|"
    "病房|陪护|低保|"
    "街道|社区|拆迁|征地|承包地|维权|退款|押金|租客|房东|中介|快递员|收件|取件|班主任|家委会|家长群|学籍|信访|骗子|骗钱|避雷|黑心|退钱|"
    "纠纷|一案|立案|维权|还钱|"
    "讨薪|劳动监察|身份证|派出所|同桌|校服|民警|报警|急诊|管床|医保|社保|工友|本院|借条|单元|楼上|楼下|我家|你家|欠我|我们[村小班]|"
    "接龙|班费|收齐|没交|未交|家长|欠费|发小|摊位|告诉记者|记者看到|记者了解|记者见到"
)


def find(text: str) -> set[str]:
    """The names that are likelier than not a private person's."""
    found: set[str] = set()
    voiced = VOICE.search(text) is not None
    private = "。" in text or (voiced and _CLAUSES.search(text) is not None and not text.endswith(("？", "?")))
    voiced = voiced and private
    after = 0  # where the last name ended: what is joined to a name by 、 is one too
    for match in _CANDIDATE.finditer(text):
        start = match.start()
        name = _best(text, start, start == after + 1 and text[after] in "、和与及跟", private, voiced)
        if name:
            found.add(name)
            after = start + len(name)
    return found


def _best(text: str, start: int, joined: bool, private: bool, voiced: bool) -> str:
    base = start + (2 if text[start : start + 2] in COMPOUND else 1)
    if base == start + 1 and text[start] not in SURNAMES and text[start] not in RARE:
        return ""
    if text[start : start + 2] in WORDS or (text[start - 1 : start + 1] in _ACROSS and text[start - 2 : start] not in _OWNERS):
        return ""
    plain = start and not joined and "\u4e00" <= text[start - 1] <= "\u9fff" and text[start - 1] not in LAST
    if plain and not (private and text[start] in _FREE_STANDING):
        return ""
    before = text[max(0, start - 24) : start]
    lead = 2 if joined else left(before)
    inside = lead == _NOTHING and private and text[start] in _FREE_STANDING
    if lead < 0 and not inside:
        return ""
    lead = max(lead, 0)
    best, score = "", _ENOUGH - 0.001
    for end in (base + 2, base + 1):
        given = text[base:end]
        if len(given) != end - base or not all(char in GIVEN for char in given):
            continue
        rest = right(text[end : end + 14])
        if private and rest >= 0 and lead < 1 and noted(text, start, end, 12):
            continue
        if private and rest < 0 and text[end : end + 1] not in GIVEN and text[start] not in WEAK:
            rest = 0
        # The characters alone are a public figure's as well: something must speak of a private person.
        if (lead < 1 and rest < 1 and not (private and rest >= 0 and end - base > 1)) or (
            end - base < 2 and rest < (0 if private and lead >= 2 else 0.5)
        ):
            continue
        if inside and (rest < 0.5 or end - base < 2 or sum(GIVEN[char] for char in given) < 1.5):
            continue
        weight = (0.5 if inside or (voiced and lead < 1) else 0) + (
            sum(GIVEN[char] for char in given) + lead + (max(rest, 0) if lead >= 2 else rest) + (0.5 if text[start] in DISTINCT else 0)
        )
        if text[start] in RARE and rest < 0.5 and sum(GIVEN[char] for char in given) < 2:
            continue
        if (
            given in "姐哥妹弟嫂叔伯姨婶爷奶总工队"
            or given in _WORD_GIVEN
            or text[end - 1 : end + 1] in WORDS
            or _TORN.match(text, end - 1)
        ):
            continue
        if TITLED.match(text, base):
            continue
        if (text[start] in WEAK or text[start] in RARE) and base - start == 1 and (lead < 2 or end - base < 2):
            weight -= 0.5
        if weight + (0.5 if private and end - base > 1 and rest >= 0 and text[start] not in RARE else 0) > score:
            best, score = text[start:end], weight
    return best


def noted(text: str, start: int, end: int, near: int) -> bool:
    """Whether whoever stands there is spoken of as people of the stage are; what the name itself is made of says nothing."""
    return NOTED.search(text, max(0, start - near), start) is not None or NOTED.search(text, end, end + near) is not None


def left(before: str) -> float:
    """How much what stands before a name speaks for a private person; -1 for an office."""
    if before.endswith(_DONE):
        before = before[:-1]
    if before and "\u4e00" <= before[-1] <= "\u9fff" and before[-1] not in LAST and before[-1] not in _LAST_OF_OFFICE:
        return _NOTHING
    near, far = max(0, len(before) - 8), max(0, len(before) - 16)
    if _OFFICE.search(before, near):
        return -1
    if before.endswith(("负责人", "经理")) and public_head(before, len(before) - (3 if before[-1] == "人" else 2)):
        return -1
    head = _HEAD_TAIL.sub("", before)
    if head != before and (_OFFICE.search(head, max(0, len(head) - 8)) or head.endswith(("记者", "编辑", "作者", "主播"))):
        return -1
    if _MINE.search(before, near):
        return 2.5
    if _AGED.search(before, near) or _BEARER.search(before, near) or _ROLL.search(before, far) or _CALLED.search(before, near):
        return 2
    if head != before and (_BEARER.search(head, max(0, len(head) - 8)) or _NAMED.search(head, max(0, len(head) - 4))):
        return 2
    if before[-1:] == "的":
        if _THERE.search(before, near):
            return 2
        if _LIVING.search(before):
            return 1.5
    if _NAMED.search(before, near):
        return 1.5
    if _QUOTED.search(before, near) or _OF_PLACE.search(before, near) or _SOUGHT.search(before, near):
        return 1
    if _DOES.search(before, near) or _ACTING.search(before, near) or _EDGE.search(before, near):
        return 0.5
    return _NOTHING


def right(after: str) -> float:
    """How much what stands behind a name speaks for a private person, be it told how often or when."""
    how = _HOW.match(after)
    if how:
        return max(_right(after), _right(after[how.end() :]))
    return _right(after)


def _right(after: str) -> float:
    if _AGED_AFTER.match(after):
        return 2.5
    if _RELATED.match(after) or _HOME.match(after) or _DEED.match(after):
        return 1.5
    if _SAYS.match(after) or _STOP_AFTER.match(after):
        return 0.5
    return -0.5
