"""Work: wages, dismissals, strikes, couriers and the trades."""

TABLE = """
[event]
unpaid_wages | 欠薪 拖欠工资 讨薪 工资没发 拖欠农民工工资 讨要工资 血汗钱 发不出工资 欠工资 不发工资 拿不到工资 扣工资 没发工资 工资拖欠
  欠款 绩效没发 绩效工资 拖欠绩效 停发工资 克扣工资 讨薪无门 讨工钱 工钱 要工资 欠钱不还 工资一分没给 老板跑路了 不给钱 结工资 拖欠
  年终奖没发 欠发 拖薪 讨债
  | unpaid wages; wage arrears; back pay; owed wages; withheld pay; unpaid salary; withheld wages; unpaid; unpaid pay; wages owed;
  late salary; wages withheld; owed pay; demand wages; demand pay; arrears; owe; owed; delayed wages; unpaid bonus; docked pay
layoff | 裁员 辞退 开除员工 解雇 降薪 失业 优化员工 被裁 下岗 劝退 强制离职 清退编外 变相裁员 减员 被辞退 违法解除 失业金 无薪假 被优化
  赔偿n+1 降工资 辞职 大裁员 清退
  | layoff; laid off; lay off; pay cut; unemployed; dismissal of staff; job cuts; redundancy; sack; fired staff; lose job; redundant;
  severance; unemployment; salary cut; dismissed workers; lost jobs; n+1
strike | 罢工 停工 集体停运 罢运 罢课 怠工 停摆 集体请假 出租车罢运 老师罢课 停工讨薪 集体罢工 停产
  | strike; walkout; stoppage; work stoppage; downed tools; go-slow; on strike; walk out; production halt; halt production
overtime | 加班 强制加班 无休 加班费 猝死加班 单休 连续上班 过劳 工作时间长 超时加班 不给加班费 加班到深夜
  | overtime; long hours; overwork; unpaid overtime; forced overtime; excessive hours; 996
labour_dispute | 劳动纠纷 劳动仲裁 五险一金 劳动争议 仲裁 补缴社保 断缴社保 派遣工 劳务派遣 临时工 编外人员 编外 劳务公司 竞业 同工不同酬
  外包 劳务中介 招聘骗局 用工 霸王合同 违法用工
  | labour dispute; labor dispute; arbitration; temp worker; agency worker; contract worker; labour agency; labour rights; job agency;
  dispatched worker
recruitment | 招聘 招工 就业 找工作 求职 面试 萝卜招聘 招聘公告 考编 事业编 公考 暗箱操作招聘 就业难 人才引进 招录 笔试 笔试成绩
  体检不合格 政审 因人设岗
  | recruitment; hiring; job fair; employment; job seeker; recruit; civil service exam; rigged hiring; job interview; vacancy; jobseeker;
  tailored job; job opening; job hunt
factory_closure | 工厂倒闭 停产停业 厂子倒闭 老板跑路 倒闭 关门跑路 人去楼空 跑路 卷款跑路 失联跑路 破产 关门大吉 破产清算 老板失联 跑路了
  老板跑了 关店 携款潜逃 卷钱跑 关门了 突然关门 闭店
  | factory closure; shut down; bankrupt; boss fled; owner vanished; went bust; disappear with money; bankruptcy; abrupt closure;
  boss vanished; absconded; shut its doors; went bankrupt; owner fled; sudden closure; insolvency; owner disappeared
sudden_death_at_work | 过劳死 工作猝死 猝死在岗位 工亡 猝死工位 视同工伤 | karoshi; death from overwork; died at work; dead at work
work_injury | 工伤 工伤赔偿 工伤认定 | work injury; injured at work; work-related injury
no_contract | 没签合同 劳动合同 不交社保 社保不交 | labour contract; labor contract; no contract; social insurance
project_money | 工程款 拖欠工程款 拖欠货款 | project payment; contractor unpaid; construction payment
intern_workers | 学生工 强制实习 实习 实习生 | internship; student worker; forced internship; intern
child_labour | 童工 雇佣童工 | child labour; child labor

[object]
migrant_worker | 农民工 民工 打工人 打工者 务工人员 工友 工人 职工 员工 打工 上班族 外来务工 打工仔 临时工人 建筑工人 厂工 外地务工 临工
  零工 零工市场
  | migrant worker; worker; employee; labourer; laborer; workforce; staff; factory worker; migrant; builder; construction worker; workmen;
  casual worker
courier | 快递 快递员 驿站 快递丢失 菜鸟 派件 不送货上门 快递点 包裹 快递柜 快递站 邮政 丢件 快递停发 包裹积压 快递积压 不上门 顺丰
  京东快递 圆通 中通 韵达 申通 邮局 快递小哥 寄快递 丰巢 取件 快递公司
  | courier; express delivery; parcel; package; delivery station; pick-up point; postal; parcel locker; lost parcel; courier firm;
  post office; undelivered; delivery point; parcels piling
delivery_rider | 外卖 骑手 外卖员 外卖小哥 外卖骑手 美团 饿了么 送外卖 外卖柜 众包骑手 跑单 罚款骑手 外卖平台
  | delivery rider; takeaway; food delivery; delivery driver; rider; food courier; deliveryman; delivery worker; takeout;
  delivery platform
salary | 工资 薪水 奖金 绩效 工资条 年终奖 底薪 涨工资 薪资 待遇 最低工资 津贴 补贴工资
  | salary; wage; bonus; pay rise; paycheck; payroll; minimum wage; allowance
pension | 养老金 退休金 社保 养老保险 社保卡 退休 延迟退休 社保局 公积金 住房公积金 退休工资 遗属 社保断缴 抚恤金 丧葬费 工龄 买断
  退役军人 退伍军人 退伍 优抚 军人
  | pension; retirement; social security; housing provident; provident fund; retiree; retire; social security card; veteran;
  ex-serviceman; survivor benefit

[body]
labour_bureau | 人社局 劳动局 劳动监察 劳动监察大队 人力资源 工会 人社部门 总工会 人社 欠薪维权 就业局
  | labour bureau; labor bureau; labour inspector; human resources bureau; trade union; labour authority; labor authority;
  labour inspection; union; human resources
"""
