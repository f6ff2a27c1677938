"""Government offices, officials, permits, money from the state, hotlines and petitions."""

TABLE = """
[event]
corruption | 腐败 贪污 受贿 行贿 贪官 贪腐 挪用 挪用公款 吃回扣 回扣 利益输送 侵吞 套取 以权谋私 权钱交易 黑幕 公款 小金库 索贿 吃拿卡要
  保护伞 塞红包 克扣 截留 中饱私囊 贪了 贪污受贿 虚报冒领 冒领 虚开发票 侵占 虚报 贪污腐败 公款吃喝 吃喝 裙带关系 萝卜岗 滥用职权 围标
  串标 微腐败 贪墨 优亲厚友 私分 吞了 暗箱操作 黑箱 猫腻 有猫腻
  | corruption; bribe; embezzle; bribery; graft; kickback; misuse public fund; abuse of power; embezzlement; corrupt; bid rigging;
  pocketed; misappropriate; siphon; slush fund; misappropriation; graft probe; misused fund; skim; protection umbrella; public money;
  favouritism; crony
petition | 上访 信访 集访 越级上访 请愿 联名 联名信 实名举报 举报信 举报 投诉 信访局 信访件 维权 控告 接访 反映 反映问题 反映情况 求助
  投诉无门 求关注 求曝光 反映多次 反映了 多次反映 曝光 申诉 问政 留言 网络问政 人民网留言 领导留言板 市长信箱 书记信箱 县长信箱 咨询 建议
  诉求 留言板 工单 投诉举报 投诉电话 讨说法 讨个说法 要说法 给个说法 投诉人 来电人 市民来电 来电反映 来电 爆料 求解决 没人管 无人管
  无人处理 谁来管
  | petition; complaint; complain; report by name; whistleblower; petitioner; joint letter; appeal; whistle-blower; message board;
  complainant; grievance; tip-off; open letter; accuse; seek justice; demand answer; seek answer; demand explanation; exposed;
  consultation letter; suggestion; raised concern; ask for help; plea; no one responsible; nobody cares; accusation; caller
protest | 抗议 游行 聚集 围堵 拉横幅 堵门 静坐 示威 堵县政府 堵大门 集体抗议 横幅 白纸 喊口号 群体性事件 下跪 讨公道 散步 集会 维权现场
  拉条幅 围住 聚众 集体维权 围观 业主聚集 跪求 聚集讨说法 堵住
  | protest; demonstration; sit-in; banner; rally; gather; march; blockade; demonstrator; protester; kneel plea; surround; unrest;
  mass incident; onlooker; block gate; blocked the road
hotline_no_answer | 打不通 无人接听 没人接 占线 不接电话 热线 政务热线 市长热线 热线电话 电话打不通 热线打不通 无人接 一直占线 服务热线
  便民热线 投诉热线 客服电话 电话没人接 不回复 没有回复 迟迟没有回复 敷衍回复 踢皮球 推诿 互相推诿 推来推去 扯皮 相互推诿 推脱 推卸责任
  敷衍 不处理 不解决 没有下文 石沉大海 不了了之 没人理 拖延
  | hotline; no one answers; unanswered; 12345; government hotline; line busy; service line; call centre; unanswered call;
  mayor's hotline; pass the buck; buck-passing; brushed off; unresolved; stonewall; no response; no reply; hot line; engaged tone; shirk;
  evade responsibility; call center; ignored complaint; ignored; shuffle responsibility; perfunctory; 12315; 12328; 12333
certificate_delay | 办证 办事难 跑断腿 不予办理 办事大厅 政务服务中心 政务大厅 行政服务中心 居住证 证件 审批 许可证 窗口 办不了 跑了几趟
  来回跑 资料不全 办理业务 办事窗口 许可 下班时间 取号 办理时限 补办 跑冤枉路 出生证明 注销 过户 一网通办
  | certificate; permit; licence; red tape; government service centre; license; service hall; paperwork; service window;
  government service center; administrative approval; approval; counter; documents; back and forth; registration; service counter;
  residence permit; birth certificate
subsidy | 补贴 救助金 补助 补偿款未发 补助款 扶贫 补助金 脱贫 救助 困难群众 补贴没到账 没到账 未到账 发放 到账 没发 拨付 专项资金 一卡通
  残疾补贴 补助标准 人才补贴 购房补贴 节能补贴 到位 扶贫款
  | subsidy; benefit; poverty relief; welfare; subsidy unpaid; poverty alleviation; special fund; dole; welfare payment; subsistence
tax_fee | 税费 税务 偷税 发票 税务局 逃税 漏税 偷税漏税 补税 不开发票 摊派 集资款 卫生费
  | tax; tax evasion; invoice; levy fees; taxation; taxes; tax bureau; tax dodge; evade tax; receipt
public_project | 面子工程 形象工程 招投标 招标 政府采购 工程招标 重复建设 浪费公款 中标 采购 流标 投标 竞标 政绩工程 财政 财政资金
  | vanity project; tender; procurement; bid; public project; contract award; waste of public; public spending; public purchase; fiscal;
  winning bid
court_case | 法院 审判 开庭 检察院 执行 上诉 胜诉 败诉 公诉 法官 立案 案件 案子 败诉方 刑事案件 公益诉讼 公开审理 宣告
  | court; trial; prosecute; prosecutor; appeal court; court case; judge; procuratorate; hearing
election_village | 贿选 拉票 选票 村主任选举 | vote buying; village election; vote; re-election
certificate_proof | 开证明 证明 盖章 奇葩证明 循环证明 证明材料 无犯罪证明 | proof; certificate of; written proof; stamp

[object]
official | 官员 干部 公务员 领导 书记 公职人员 国家工作人员 党员 主任 领导干部 基层干部 政府工作人员 工作人员 办事员 职员 驻村 常委
  党委书记 村官 一把手
  | official; cadre; civil servant; leader; director; party secretary; public servant; staff member; clerk; party member;
  government employee
form_burden | 形式主义 打卡 填表 摆拍 走过场 层层加码 强制下载 强制点赞 强制转发 app打卡 打卡任务 应付检查 迎检 接待检查 弄虚作假 一刀切
  数据造假 表演式 作秀 官僚主义 强制关注 下任务
  | formalism; box-ticking; bureaucracy; for show; forced app; staged; window dressing; bureaucratic; falsification; data falsification;
  photo op; forced to download; fabricated data; staged photo
public_notice_doc | 通知 公告 文件 红头文件 公示 公示期 规定 政策 方案 意见征求 征求意见 意见稿 新规 条例 听证会 听证 通告 告示 实施方案
  草案 管理办法
  | notice; announcement; policy; regulation; draft rule; public consultation; rule; document; ordinance; public hearing; guideline;
  new rule; bylaw; memo; decree
military | 民兵 部队 武警 解放军 军车 军队 国防 军事 | militia; army; armed police; soldier; troops; military
county_head | 县长 市长 副县长 副市长 县委书记 市委书记 区长
  | county head; mayor; county chief; deputy mayor; vice mayor; magistrate; governor
township_head | 镇长 乡长 副镇长 镇党委书记 | township head; town mayor; town chief
bureau_chief | 局长 副局长 科长 科员 党组书记 | bureau chief; bureau director; deputy director; section chief
id_card | 身份证 居民身份证 证件照 | id card; identity card
household_register | 户口 户籍 落户 上户口 户口本 | household registration; household register; hukou
passport | 护照 签证 港澳通行证 出入境 | passport; visa; exit and entry
business_licence | 营业执照 注册公司 个体户执照 | business licence; business license; trading licence
driving_licence | 驾照 驾驶证 考驾照 | driving licence; driver's license
title_deed | 房产证 不动产证 产权证 办不了房产证 不动产登记 不动产登记中心
  | title deed; property certificate; deed; ownership certificate; property registry
verdict | 判决 宣判 一审 二审 判刑 判处 有期徒刑 死刑 获刑 被判
  | verdict; sentence; judgment; ruling; convicted; conviction; prison; jailed; guilty; death penalty
lawsuit | 起诉 官司 打官司 诉讼 告上法庭 被告 原告 律师函 律师 索赔案
  | lawsuit; sue; plaintiff; defendant; legal action; lawyer; lawyer's letter
court_enforcement | 强制执行 执行难 老赖 失信被执行人 法院执行 拒执 | enforcement order; debt defaulter; court enforcement; defaulter
mediation | 调解 调解书 人民调解 协商 协商解决 | mediation; mediate; mediator; negotiate; negotiation
wrongful_case | 冤案 冤枉 无罪 平反 国家赔偿 | wrongly convicted; acquitted; state compensation; wrongful conviction
low_income | 低保 低保户 低保名额 五保户 特困 特困户 特困人员 贫困户
  | low-income; low-income allowance; poor household; minimum living; subsistence allowance; hardship; poor family
old_age_allowance | 高龄补贴 高龄津贴 养老补贴 | old-age allowance; allowance for elderly
childcare_subsidy | 育儿补贴 生育补贴 生育津贴 | childcare subsidy; birth subsidy; maternity allowance
trade_in | 以旧换新 国补 消费券 家电补贴 | trade-in; voucher; consumption voucher; coupon
student_aid | 助学金 奖学金 资助 贫困生 | scholarship; stipend; student aid; financial aid; grant
farm_subsidy | 种粮补贴 农机补贴 惠农补贴 粮食补贴 耕地补贴 | farm subsidy; grain subsidy; machinery subsidy
rural_toilet | 农村厕所 厕所革命 改厕 旱改水 | toilet revolution; toilet renovation; rural toilet
overpriced_purchase | 天价采购 高价采购 采购价 | overpriced purchase; procurement scandal
empty_pay | 吃空饷 空饷 挂名领薪 | ghost payroll; no-show job; paid without working
public_car | 公车私用 公车 公务车 | official car; government car; public vehicle
conscription | 征兵 入伍 武装部 | conscription; enlist; military recruit
police_notice | 警情通报 警方通报 | police notice; police statement

[body]
government | 政府 县政府 县委 县委县政府 人民政府 市政府 镇政府 乡政府 街道办 街道办事处 有关部门 相关部门 主管部门 管委会 职能部门
  当地政府 官方 县里 市里 省里 地方政府 居委会 社区居委会 党委政府 区政府 网格员 社区工作人员 居委 发改委 发改局 民政局 民政 省政府 国务院
  上级部门 党组 指挥部 政协 人大 人大代表 政协委员 县级 财政局 市委 审计局 审计
  | government; authority; county government; municipal government; township government; local government; department; bureau;
  neighbourhood committee; subdistrict office; city government; local authorities; residents' committee; county authorities;
  officials said; council; provincial government; party committee; administration; civil affairs; audit; people's congress; lawmaker;
  community worker
discipline_body | 纪委 监委 纪检 纪检监察 巡视组 巡察 督查组 纪委监委 督导组 督察组 纪检组 监察委 中纪委 巡查组
  | discipline commission; discipline inspection; inspection team; supervisory commission; anti-graft; watchdog; anti-corruption;
  discipline watchdog; disciplinary commission; supervision team; graft-buster
market_regulator | 市场监管 市监局 市场监督管理局 工商局 食药监 质监局 市场监管局 消协 消费者协会 药监局 食药监局 市场监管部门 物价局 工商
  消委会 市监 工商所 食品药品监督 监管部门 烟草局 盐业
  | market regulator; market supervision; regulator; consumer association; food and drug; market regulation; consumer watchdog;
  price bureau; drug administration; consumer council; market watchdog; regulatory; food safety authority
agriculture_bureau | 农业农村局 农业局 水利局 林业局 畜牧局 农业部门 河长 水利部门 林草局 河长制 林业部门 水务部门 供销社 渔政 农业农村
  | agriculture bureau; water conservancy; forestry bureau; agricultural authority; animal husbandry; river chief; water resources bureau;
  fishery; forestry; agriculture department; agricultural bureau; supply and marketing
culture_tourism_bureau | 文旅局 旅游局 文旅部门 文化局 文体局 文广新局 体育局 文物局 文旅
  | tourism bureau; culture bureau; tourism authority; culture and tourism; sports bureau; cultural relics bureau; tourism department;
  heritage bureau
media | 记者 媒体 电视台 报社 晚报 日报 官媒 央视 融媒体 新闻 采访 报道 自媒体 新华社 公众号 暗访 报纸 融媒
  | reporter; journalist; media; newspaper; broadcaster; tv station; press; news report; official account; newsroom; undercover;
  television; interview

[act]
leader_visit | 调研 视察 考察 慰问调研 走访 现场办公 实地查看 | inspection tour; fact-finding; visit by leader; on-site meeting
meeting | 会议 座谈会 大会 推进会 部署会 会议召开 专题会 动员会 两会 | meeting; conference; symposium; forum; plenary
election | 选举 换届 换届选举 村委选举 | election; ballot
"""
