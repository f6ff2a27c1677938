"""What is done about a thing: statements, denials, apologies, inquiries, penalties, repairs."""

TABLE = """
[act]
statement | 通报 情况通报 回应 官方回应 说明 情况说明 声明 发布通报 回复 答复 官方通报 最新通报 作出回应 已回应 发布会 新闻发布会 发文
  发声 通气会 调查通报 蓝底白字 澄清公告 公开回应 书面答复 情况反馈 反馈 续报
  | statement; respond; response; explanation; official reply; notice issued; briefing; reply; said in statement; clarify;
  press conference; issued statement; bulletin; news conference; spokesman; spokesperson; official notice; press briefing;
  official response
denial | 否认 不属实 不实 纯属谣言 辟谣 并非 没有的事 澄清 不存在 谣言 误会 系谣言 失实 假消息 是假的 不实传言 查无此事 子虚乌有 系误传
  误传 并未 谣传 传言 非本地 系谣传 是谣言 网传不实 不是事实 不实言论 乌龙 摆拍造谣 旧闻 旧视频 移花接木 断章取义 不信谣 传谣 网谣
  并无此事 假的
  | deny; refute; untrue; false claim; debunk; groundless; baseless; not true; hoax; false report; fake news; misinformation; dispel;
  untrue claim; old video; unfounded; false rumour; false rumor; no truth; hearsay; out of context; not happened
apology | 致歉 道歉 对不起 抱歉 赔礼道歉 歉意 公开道歉 深表歉意 道歉信 诚恳道歉 鞠躬 表示歉意 赔不是 赔礼 登门道歉 致歉信 深感抱歉
  诚挚歉意
  | apologise; apologize; apology; sorry; regret; bow in apology; sincere apology
investigation | 调查 调查组 彻查 核查 介入调查 立案调查 排查 正在调查 调查处理 核实 专项检查 联合调查 成立调查组 介入 倒查 溯源 查明 检查
  抽检 检测 检测结果 送检 化验结果 初步调查 调查结果 原因查明 进一步调查 全面排查 督查 督办 整治 专项整治 专项行动 约谈 巡查 查处 暗访组
  明察暗访 处置 鉴定 第三方检测 采样 水样 摸排 复核 工作组 联合调查组 正在核实 正在处理 核查组 事故原因 起因 原因 抽查 回头看
  | investigate; investigation; inquiry; inspect; probe; look into; under investigation; inspection; sampling; test result; crackdown;
  verify; joint team; preliminary finding; enquiry; cause of; investigators; checks; findings; working group; lab test; tested;
  water sample; monitor; scrutiny; examine; verification; task force; special campaign; rectification campaign; inspector; spot check
suspension | 停职 停职检查 免职 撤职 开除 解聘 处分 记过 问责 追责 处理相关责任人 停职调查 党内警告 诫勉 降职 暂停职务 调离 引咎辞职
  解除聘用 警告处分 撤销职务 党纪处分 政务处分 双开 追究责任 被免 责任人 通报批评 移送司法 批评教育 落马 被查 接受审查 停课反省
  吊销教师资格 革职 停岗 停止工作 违纪违法 严重违纪 审查调查 留置 接受调查 查办 主动投案 受处分 处理人员 涉嫌严重 责任追究 撤换 清退处理
  辞退涉事 涉事人员 被撤 被开除
  | suspend; dismissed; remove from post; disciplinary; held accountable; punish; sacked official; demote; reprimand; expelled;
  suspended from duty; accountability; expel; warned; relieved of duty; removed from office; stood down; accountable; disciplinary action;
  stripped of; discipline; step down; suspended teacher; resigned; fired; party discipline; responsible persons;
  placed under investigation; suspended from work
fine | 罚金 处罚 行政处罚 罚没 罚了 被罚 顶格处罚 处以罚款 被罚款 没收违法所得 开罚单 罚款元 顶格罚款 巨额罚款 罚款
  | fine; penalty; fined; penalise; penalize; administrative penalty; heavy fine; punishment
arrest | 拘留 抓获 逮捕 刑拘 行政拘留 抓了 批捕 落网 被抓 刑事拘留 归案 拘捕 控制 犯罪嫌疑人 嫌疑人 抓捕 拘役 被刑拘 嫌犯 投案自首 自首
  拘传 采取刑事强制措施 刑事强制措施 涉嫌犯罪 涉案 破获 打掉 捣毁 团伙 缴获 通缉 悬赏 悬赏通告 破案 端掉 已被控制 扣押 查获 潜逃 落网了
  嫌疑 作案 被带走 带走调查 扣留 涉案人员 追逃 警方抓获 告破
  | arrest; detain; custody; suspect; in custody; criminal; caught suspect; criminal detention; gang; raid; seize; wanted; detention;
  surrender; busted; crack case; nab; handcuff; taken away; charged with; fugitive; turned himself in; police raid; apprehended; crime;
  reward for
closure | 关停 查封 停业整顿 责令停产 停止营业 关闭 歇业 关门 吊销执照 暂停营业 停业 下架 暂停开放 闭园 闭馆 暂停办学 取缔 查封扣押
  责令停业 停用 关闭景区 停止使用 封存 召回 吊销 停止运营 停止生产 停产整顿 停产整改 暂停使用 撤摊 全部下架 叫停 停办 责令关闭 清场
  关停整改 停止销售 暂停服务 停招 封锁 封校 封楼 封村 暂停业务 停止供餐 停餐 勒令停业 摘牌
  | closure; shut; close down; sealed off; suspended business; ordered to close; recall; revoke; pull from shelves; temporarily closed;
  closed; order to shut; halt; ban; taken off; withdraw; shut down order; closed temporarily; cordon; licence revoked; shut plant;
  stop operation; removed from shelves; taken off shelves; order to suspend; suspend operation; shuttered; outlaw; suspend production;
  off the shelves; withdrawn
rectification | 整改 限期整改 责令整改 整改到位 落实整改 已整改 责令改正 改正 立行立改 完善 限期 整改通知书 限期改正 整改措施 立即整改
  未整改 拒不整改 督促整改 优化 已完成 已修复 修复 维修 修好 修好了 更换 维护 已处理 已解决 解决了 解决 疏通 清理 清淤 清洗 已清理 改造
  修缮 翻修 重铺 安装 加固 补种 整修 检修 冲洗 排空 消毒 消杀
  | rectify; repair; rectification; correct; ordered to fix; overhaul; remedy; fixed; restore; replace; fix; corrective; put right;
  resolve; solved; clean up; cleaned; dredge; flush; maintenance; disinfect; corrective action; unclog; ordered to rectify;
  ordered to correct; mend; disinfection; reinforce; install
compensation | 赔偿 补偿 赔付 赔钱 索赔 理赔 赔偿款 和解 赔了 保险赔付 私了 赔偿金 一次性赔偿 拒绝赔偿 不赔 十倍赔偿 假一赔十 退一赔三
  赔多少 垫付医药费 医药费 赔偿协议 照价赔偿 承担责任 保险公司 慰问金 谅解书 精神损失费
  | compensate; compensation; payout; settlement; indemnity; settle claim; damages; compensation claim; claim compensation;
  insurance payout; settlement reached; insurer; pay compensation; reparation; condolence money; medical expense; medical costs;
  out-of-court
refund | 退款 退费 退钱 退还 全额退款 退票 退押金 返还 不退费 退费难 退钱难 拒绝退款 不退款 不退钱 退不了 清退费用 退回 退还费用 无法退款
  退一半 退赔 退赃 追回 追缴 挽回损失 不给退 退费无门 退款难
  | refund; return money; money back; reimburse fees; refuse refund; return fees; full refund; non-refundable; refund refused; no refund;
  recover money; repay; paid back; return the money
temporary_measure | 临时供水 应急供水 送水车送水 临时安置 应急保障 备用电源 发电车 绕行方案 错峰 临时停靠 应急发电 限流 预约 限流措施 分流
  | emergency supply; temporary supply; water truck; generator; backup; makeshift; crowd control; contingency; temporary water;
  standby power; stopgap; interim; backup power; emergency generator; divert; limit number
visit_condolence | 慰问 看望 探望 安抚 善后 善后处理 悼念 哀悼 默哀 追悼会 家属安抚 追思 头七 祭奠 献花
  | condolence; comfort family; aftermath; mourn; memorial; tribute; vigil; grieve; wreath; bereaved; silent tribute
promise | 承诺 保证 预计恢复 将于 尽快 立即 尽快解决 限时 明天恢复 抓紧 督促 加快 争取 加强监管 举一反三 确保 高度重视 年底前 力争
  正在抢修 预计
  | promise; pledge; vow; commit; expected to resume; vowed; assure; guarantee; undertake to; strengthen supervision; step up;
  by year-end; tighten oversight; ensure; commitment
reopen | 恢复开放 重新开放 恢复营业 复课 恢复通行 恢复正常 恢复运行 解封 通车 恢复 复学 恢复通车 恢复运营 恢复上课 返校 返校复课 开门营业
  恢复供餐 抢通 抢通道路 已恢复 复产 重启
  | reopen; resume; back to normal; return to normal; classes resume; lift ban; back open; resumption; normal service; restart; recommence
launch | 启用 投用 开通 投入使用 正式运营 开业 开工 竣工 落成 揭牌 启动 奠基 新开 试运行 启动仪式 上线 上马 动工 建成 即将开通 规划建设
  新建 扩建 正式开放 交付使用 投运 建设 签约
  | open to public; launch; inaugurate; opening ceremony; put into use; groundbreaking; trial operation; unveil; begin operation;
  completed; new facility; go live; came into use; begins service; ground broken; completion; newly built; expansion; build; opened;
  sign agreement
"""
