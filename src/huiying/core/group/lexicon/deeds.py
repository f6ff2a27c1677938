"""What people and things do and suffer, in the plain words of a post."""

TABLE = """
[event]
cut_down | 砍断 剪断 割断 锯断 | cut off; severed cable; sawn
break_down | 趴窝 抛锚 坏了 坏掉 失灵 不能用 用不了 老坏 瘫了 熄火 罢工了 出故障 故障 坏一年 报废
  | break down; breakdown; broke down; broken; malfunction; fault; failure; out of order; faulty; out of service; stop working; failed
lose_thing | 弄丢 丢失 丢了 遗失 不见踪影 寄丢 掉了 失物 捡到 | lose; lost; mislaid; misplaced; lost property; went astray
vanish | 没了 消失 不见了 不翼而飞 凭空消失 不知去向 联系不上 失踪了 玩消失 莫名其妙没了
  | vanish; disappear; untraceable; unreachable; cannot be reached
wait | 等了 等待 等半天 苦等 等到 等好久 等一个多小时 等候多时 等不到 久等 白等 | wait; hours-long wait; years of waiting
refuse | 拒绝 不让 不肯 不同意 不许 不准 不给 赶下车 被拒 禁止 谢绝 撵走 赶走 轰走 拦住
  | refuse; reject; not allowed; turn away; deny entry; prohibited; forbid; kicked out; driven away; thrown out
fall_over | 摔倒 滑倒 摔了 绊倒 摔跤 跌倒 摔跟头 掉进 掉下去 摔进 跌入 掉到 踩空 栽进
  | fall; fell; slip; tumble; stumble; fall into; fell into
bruise | 淤青 青紫 伤痕 青一块 紫一块 红肿 抓痕 掐痕 针眼 伤疤 肿了 破皮 | bruise; scratch; swelling; mark on arm; swollen; scar; pinprick
cry_fear | 哭了 大哭 哭着 吓哭 吓死人 吓死 害怕 恐慌 惊慌 担心 人心惶惶 提心吊胆 不敢出门 吓坏 惊魂 后怕
  | cry; tears; scared; panic; fear; frightened; terrified; weep; alarmed; worried; afraid; anxious
charge_money | 乱收费 违规收费 超标准收费 收费 收了 收取 乱收 多收 扣了 要价 开价 强收 交钱 交了 要交钱 加收 另收 扣钱
  | charge; collect fees; pay; paid; payment; cost; illegal charge; unlawful fee; overcharge; fees
block_way | 拦路 拦车 堵在门口 挡住 堵着 占着 霸占 被占 占用 抢占 圈占 | block; occupy; take over; obstruct
wash_away | 冲走 被冲走 冲毁 冲垮 卷走 被卷走 冲跑 | swept away; washed away; carried away; swept off
poison_kill | 毒死 药死 被毒死 口吐白沫 毒倒 | poisoned to death; foaming mouth; poisoned dead; kill fish
crush_damage | 压塌 压垮 压坏 砸塌 压扁 压断 砸穿 | crushed; flattened; crush under; smashed roof; squashed
dig_out | 挖断 挖开 挖坏 挖空 掏空 挖穿 乱挖 开挖 挖了个坑 挖坑 | dig; dug; hollow out; excavation; dug through; severed
red_water | 变红 变成红色 像血 血红 红色的水 红河 | blood red; turn red; reddish; red water; red river
late_night | 深夜 半夜 凌晨 大半夜 三更半夜 夜里 连夜 午夜 通宵达旦
  | midnight; late night; overnight; past midnight; early hours; predawn; dead of night
no_notice | 没通知 没有通知 不通知 突然 毫无征兆 没提前通知 无通知 没打招呼 不提前说 没预告
  | without notice; no notice; without warning; sudden; suddenly; no advance notice; abruptly; unannounced
again_and_again | 又来了 三番五次 反复 屡次 多次 经常 天天 老是 每天都 隔三差五 接二连三 屡禁不止 反反复复 一直没 总是
  | repeated; repeatedly; again; frequent; recurring; constantly; time and again; persistent; every day
long_unsolved | 好几年 几年了 多年 半年了 一年多 大半年 迟迟 长期 至今 拖了 一直拖 至今未 遥遥无期 没动静 没结果
  | for years; for months; years on; still waiting; long-standing; remain unsolved; drag on; long overdue; no progress; still no
at_own_cost | 自费 自掏腰包 自己出钱 自己掏钱 垫钱 | own expense; out of pocket; own money
shortage_people | 人手不够 人手不足 缺人 缺老师 缺医生 师资不足 没老师 缺编
  | understaffed; staff shortage; short-staffed; teacher shortage; shortage of staff; shortage of doctors; not enough staff
name_list | 名单 花名册 名额分配 录取名单 公示名单 | list; name list; roster; roll
connections | 关系户 走关系 托关系 靠关系 有背景 官二代 亲戚关系 裙带
  | connections; relatives of officials; well-connected; nepotism; string-pulling
broadcast_fault | 广播 喇叭坏 没声音 音质差 声音小 听不清 | broadcast; public address; no sound; sound failure
scan_test | 拍片 彩超 b超 核磁共振 胸片 做检查 拍ct 抽血 化验单 胃镜 | scan; x-ray; ultrasound; mri; endoscopy; blood sample
needle_found | 针头 断针 钉子 刀片 玻璃碴 铁丝 针管 | needle; nail; blade; shard; broken glass; razor; wire found
fishing | 钓鱼 垂钓 钓友 钓鱼人 钓鱼佬 鱼竿 | angler; fishing; fishing rod; fish hook
dancing_square | 广场舞 大妈跳舞 跳舞 跳广场舞 | square dancing; square dancer; dancing; dancers
tears_eyes | 流泪 辣眼睛 眼睛流泪 眼睛疼 刺眼睛 | watery eyes; sting eyes; eye irritation; sore eyes
marriage_register | 婚姻登记 婚姻登记处 领证 结婚证 离婚证 | marriage registry; marriage registration; marriage certificate; marry
urn | 骨灰盒 骨灰 寿衣 | urn; ashes; shroud
sport_ball | 排球 练球 打球 打篮球 踢球 | volleyball; playing ball; ball game; ball court
watered_fuel | 掺水油 加到水 油里有水 问题汽油 加了水 | watered fuel; watered petrol; water in petrol; contaminated fuel; bad petrol
sprouted | 发芽 发芽土豆 土豆发芽 | sprouted
close_early | 提前关门 早下班 中午不上班 提前下班 午休不办公 没人上班 | closed at lunch; close early; lunch break; shut early; left early
false_record | 改数据 补签 代签 伪造 造假 篡改 假数据 做假账 假账 冒名 代签字 伪造签名
  | forged; falsify; tamper; fake record; doctored record; forged signature; false account; fabricated
force_to | 强制 强迫 被迫 逼着 逼我 强行 硬要 非要 不得不 威逼 变相强制
  | force; compel; coerce; made to; pressured; compulsory; coercion; obliged to
door_lock | 锁门 锁住 反锁 撬门 破门 门锁 换锁 关在门外 堵锁眼 | lock; padlock; broke door; locked out; lock changed; locked in
spill | 撒了一地 洒了一地 洒落 散落 倒了一地 满地都是 洒漏 撒漏 | spill; scattered; strewn; spilt
pick_up_help | 帮忙捡 哄抢 抢走 一抢而空 帮忙 热心帮忙 伸出援手 自发 | looted; help collect; pitch in; grab; lend hand; volunteers help
blow_up_news | 冲上热搜榜 全网都 上新闻 被报道 上电视 | make headlines; national news; headline
closure_of_school | 学校停课 停课放假 放假 放假通知 提前放假 | school holiday; early holiday; day off; time off
split_family | 分手 吵架 夫妻吵架 家庭矛盾 邻里纠纷 邻里矛盾 纠纷 口角 争吵 争执 吵起来 起冲突 矛盾
  | quarrel; dispute; argument; row; argue; neighbour dispute; squabble; feud; altercation
"""
