"""Persons who need help or protection."""

TABLE = """
[event]
missing_child | 儿童走失 孩子走失 走丢 失踪儿童 拐卖 人贩子 抢孩子 偷小孩 孩子丢了 寻人 离家出走 孩子失踪 孩子找到了 拐卖儿童 被拐
  抱走孩子 走失 寻人启事 平安找到 找到了 孩子不见了 走失儿童 寻子 寻亲 认亲 被拐卖 拐走 拐骗 失联女孩 寻找 帮忙扩散 扩散寻人 急寻
  | missing child; missing boy; missing girl; abduct; kidnap; child trafficking; lost child; runaway; went missing; trafficked;
  wander off; found safe; abduction; lost boy; lost girl; reunited; missing person; search for missing; gone missing; trafficker;
  runaway teen; whereabouts
missing_elder | 老人走失 走失老人 阿尔茨海默 老年痴呆 走丢老人 失智老人 老人走丢 痴呆 阿尔茨海默症 黄手环 失智
  | missing elderly; dementia; lost elderly; alzheimer; missing old man; elderly man missing; missing pensioner; elderly woman missing
domestic_violence | 家暴 虐待 家庭暴力 打老婆 虐待孩子 后妈虐待 遭家暴 虐打 继母 继父 被丈夫打 遗弃老人 不赡养 赡养 啃老 弃养
  | domestic violence; abuse wife; maltreat; beat wife; family violence; domestic abuse; abuse; stepmother; battered; maltreatment;
  ill-treat; wife beating; mistreat; ill-treatment; neglected
homeless | 流浪汉 乞丐 流浪 乞讨 无家可归 露宿 救助站 流浪人员 拾荒 流浪儿 捡垃圾 流浪乞讨
  | homeless; beggar; vagrant; begging; rough sleeper; scavenger; sleeping rough; ragpicker
scam_family_plea | 天价医药费求助 白血病求助 重病求助 看病没钱 救救孩子 救命钱 大病求助
  | plea for treatment; cannot afford treatment; plea for help; treatment cost appeal
population | 生育 三胎 二胎 计划生育 出生率 人口普查 人口 催生 独生子女 育儿 社会抚养费 失独 生二胎
  | birth rate; childbirth policy; population; third child; one-child; fertility; census; childcare leave; family planning; second child;
  only child
chained | 铁链女 锁链 拴铁链 囚禁 关猪圈 | chained; imprison; chained woman; shackled
child_support | 抚养费 抚养权 | child support; custody of child; alimony

[object]
elderly | 老人 老年人 大爷 大妈 老太太 老头 空巢老人 独居老人 孤寡老人 老大爷 阿姨 老伯 老奶奶 高龄老人 七旬老人 八旬老人 六旬 七旬 八旬
  老太 老爷爷 老汉 九旬 老两口 老爷子 婆婆 老婆婆 长者 大叔 爹爹 八十多岁 百岁老人 留守老人
  | elderly; old man; old woman; senior; elderly people; pensioners; grandmother figure; aged; septuagenarian; octogenarian; older people;
  old people; living alone; elderly man; elderly woman; elderly couple; in his 70s; in her 70s; in his 80s; in her 80s; elders; old folk;
  centenarian
child | 儿童 小孩 孩子 男孩 女孩 小朋友 女童 男童 幼童 未成年 未成年人 留守儿童 小女孩 小男孩 青少年 孤儿 少年 少女 女婴 男婴 宝宝 宝贝
  孩童 女娃 男娃 小孩子 小学生们 小伙子 婴幼儿 熊孩子 小孩儿 娃儿 伢子 细伢子 兄弟俩 姐妹俩 双胞胎
  | child; boy; girl; children; kid; minor; youngster; juvenile; orphan; left-behind; left-behind children; teen; underage; young boy;
  young girl; siblings; twins; adolescent
woman | 女子 妇女 女人 女性 男子 男人 女士 男性 老公 老婆 夫妻 妻子 丈夫 孕妈 妇人 大姐 小伙 小伙儿 青年 中年男子 年轻人 女司机 男司机
  女孩子 夫妇 情侣 女员工 一家人 一家三口 一家四口 妇联 兄弟 姐姐 弟弟 妹妹 哥哥 儿子 女儿 孙子 孙女 儿媳 亲戚
  | woman; man; wife; husband; couple; young man; young woman; women; men; female; male; middle-aged; family of three; family of four;
  son; daughter; relative; brother; sister; grandson; granddaughter; family member; women's federation; youths; boyfriend; girlfriend
foreigner | 外国人 老外 外籍 外地人 留学生 外籍人员 外教 外地游客 外地车 港澳台
  | foreigner; foreign national; outsider; overseas; foreign student; foreign tourist; expatriate; out-of-towner; foreign teacher
"""
