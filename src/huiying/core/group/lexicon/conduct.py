"""How officials, clerks, guards and the public behave to one another."""

TABLE = """
[event]
bad_attitude | 态度恶劣 态度差 服务态度 爱答不理 摆脸色 恶劣态度 出言不逊 骂人 辱骂 怼人 态度蛮横 不耐烦 甩脸子 嚣张 蛮横 冷漠 态度不好
  口出狂言 爆粗口 态度极差 凶巴巴 吼人 盛气凌人 傲慢 没素质 素质低 羞辱 侮辱 不文明 谩骂 恐吓 威胁 阴阳怪气 顶撞 拍桌子 粗暴 言语不当
  不当言论 失言 雷人语录
  | rude; bad attitude; insult; swear at; arrogant; curse; hostile; discourteous; rudeness; poor attitude; abusive; shout at; threaten;
  threat; humiliate; intimidate; dismissive; shouted; disrespectful; poor service; inappropriate remarks; impatient; offensive remark;
  bad-tempered; swearing; scolded; mock
lazy_official | 不作为 懒政 上班时间 脱岗 离岗 空岗 打麻将 玩忽职守 失职 渎职 擅离职守 乱作为 慢作为 失职渎职 不担当 监管不力 监管缺失
  监管不到位 履职不力 磨洋工 工作时间 迟到早退 上班时间不办公 工作日饮酒 打牌 炒股 无人值守
  | inaction; lazy; negligence of duty; absent from post; dereliction; mahjong; lax supervision; neglect duty; empty counter; slacking;
  lax oversight; absent from work; unattended; neglect of duty; during work hours; working hours
rough_enforcement | 暴力执法 粗暴执法 野蛮执法 选择性执法 钓鱼执法 趋利执法 小过重罚 过度执法 打人执法 乱罚款 乱执法 逐利执法 执法不当
  违规执法 执法粗暴 执法人员打人 抢东西 掀翻 过罚不当 小题大做
  | violent enforcement; heavy-handed; rough enforcement; excessive force; selective enforcement; excessive fine; abuse of authority;
  brutality; arbitrary fine; entrapment; overzealous; manhandle; high-handed; overturned stall; profit-driven enforcement
drunken_official | 酗酒 醉酒 酒后 喝酒 喝醉 大吃大喝 公务接待 违规吃喝 醉酒闹事 酒后滋事 发酒疯 饮酒
  | drunk; intoxicated; drinking; drunken; banquet; lavish meal; under influence; lavish dinner
affair | 婚外情 不正当关系 出轨 包养 情人 作风问题 小三 艳照 不雅 不雅视频 开房 私生活
  | affair; mistress; extramarital; improper relationship; lewd; indecent video; intimate photo; adultery; love affair;
  improper relations; hotel rendezvous
unfair | 不公平 不公 走后门 特权 双标 不合理 歧视 区别对待 插队 偏袒 徇私 潜规则 内定 不透明 找关系 开后门 凭什么 霸王条款 特权车 不公正
  打招呼 名额
  | unfair; injustice; privilege; discriminate; discrimination; unjust; queue-jumping; favouritism shown; double standard; back door;
  unreasonable; jump queue; partial; biased; opaque; preferential treatment; special treatment; unequal; cut in line
misleading_info | 虚假信息 误导 虚假 不实信息 隐瞒 瞒报 谎报 掩盖 遮掩 瞒报死亡 欺上瞒下 捂盖子 压下来 瞒着 迟报 漏报 隐瞒不报 不让说
  不让拍 销毁证据 监控 监控录像 监控视频 调监控 看监控
  | cover up; conceal; false information; under-report; conceal death; mislead; hush up; surveillance video; surveillance; cctv;
  underreport; hide the truth; security camera; hidden from; surveillance footage; cover-ups; withheld information
privacy_leak | 信息泄露 个人信息 隐私泄露 泄露隐私 泄露个人信息 信息被卖 倒卖信息 泄露信息 个人隐私 泄密 数据泄露 身份证号 名单泄露 隐私
  公民个人信息
  | privacy; personal data; data leak; personal information; data breach; leaked data; leaked information; leaked list; information leak;
  privacy breach; id number
volunteer | 志愿者 志愿服务 好人好事 拾金不昧 见义勇为 救人 好心人 感谢信 锦旗 最美 热心市民 表扬 点赞 暖心 英雄 感人 致敬 正能量 道德模范
  先进 获奖 表彰 荣获
  | volunteer; good samaritan; heroic; praise; thank-you; commend; hero; bravery; returned wallet; heart-warming; kindness; good deed;
  heartwarming; award; honour; honor; saved life
asleep_duty | 上班睡觉 睡觉 值班睡觉 | asleep on duty; sleeping on duty; on duty asleep
phone_duty | 玩手机 上班打游戏 上班聊天 看视频 嗑瓜子 | playing on phone; playing games
slot_missing_footage | 监控坏了 监控缺失 恰好坏了 删监控 不给看监控 | missing footage; camera broken; deleted footage; footage missing
hush_money | 封口费 封口 | hush money; gag fee
facial_scan | 人脸识别 刷脸 | facial recognition; face scan; face recognition
silenced | 禁言 捂嘴 不让发声 关评论 关闭评论 不让评论 不让说话 | silenced; censorship; gag; comments disabled; comments off; muted
"""
