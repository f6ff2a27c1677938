"""Homes, building sites, property management and the villages' land."""

TABLE = """
[event]
unfinished_building | 烂尾 烂尾楼 停工楼盘 延期交房 交不了房 逾期交房 停工烂尾 保交楼 不交房 交房延期 停贷 迟迟不交房 楼盘停工 无法交房
  停工两年 拿不到房 项目停工 复工 保交房 烂尾工程 还没交房 楼停工 停工三年 强制停贷
  | unfinished building; stalled project; delayed handover; unfinished flat; delayed delivery; unfinished housing; unfinished homes;
  stalled housing; stalled; late handover; mortgage boycott; unfinished tower; unfinished; never finished; stop mortgage; deliver homes;
  undelivered homes; halted project; stalled construction; delayed homes; unfinished apartment; undelivered flats
housing_quality | 房屋质量 质量问题 偷工减料 豆腐渣 豆腐渣工程 精装修 精装房 空鼓 地基下沉 货不对板 质量差 掉墙皮 工程质量 漏筋 钢筋外露
  混凝土强度 混凝土不合格 减配 手抠墙 海砂 一抠就掉
  | shoddy construction; building quality; poor quality; shoddy; jerry-built; substandard; poor workmanship; subsiding house;
  sub-standard; shoddy work; shoddy work-manship; quality problem; tofu-dreg; substandard concrete
demolition | 拆迁 征地 强拆 拆迁款 拆迁补偿 征收 征迁 补偿款 征地补偿 强制拆除 拆房 青苗费 棚改 旧改 城中村改造 偷拆 误拆 拆除 拆迁户
  钉子户 房屋征收 土地补偿 断水断电逼迁 逼迁 动迁 安置补偿 征地款 补偿不到位 征拆 拆了 拆楼
  | demolition; land requisition; forced demolition; compensation for land; resettlement; expropriation; relocation; demolish;
  land acquisition; resettle; evict; eviction; torn down; bulldoze; forced eviction; pulled down; tear down; land compensation;
  demolition compensation
elevator_fault | 电梯故障 电梯坏了 电梯停运 电梯停用 关电梯 电梯急停 电梯老坏 电梯夹人 电梯不开 电梯维修
  | lift broken; elevator fault; lift failure; elevator failure; broken lift; broken elevator; lift breakdown; elevator accident
property_management_dispute | 物业不作为 换物业 物业不管 赶走物业 停车费涨 物业纠纷 物业跑路 物业撤场 物业打人 物业公司 小区物业 物业
  业主维权 物业服务 门禁 物业经理 物管
  | property management; management company; property manager; property company; estate management; property firm; building management;
  management firm
rent_dispute | 房租 租房 中介 黑中介 二房东 租金 涨房租 房东 租客 长租公寓 串串房 租赁 押金 不退押金 租户 隔断房 转租
  | rent; landlord; tenant; deposit; rental; agency fee; estate agent; rented flat; letting agent; subletting
presale | 预售 认筹 虚假宣传 一房多卖 五证不全 学区承诺 捂盘 首付 房贷 购房款 楼盘 房价 降价卖房 购房者 买房 售楼处 售楼部 开盘 定金
  房价大跌 降价维权 退房款 开发商 虚假承诺 房企 办证难 卖房 房产 楼市 销售人员 销售承诺 期房 二手房 购房合同 契税 一房二卖
  | presale; pre-sale; off-plan; false promise; sales office; homebuyer; down payment; mortgage; developer; property developer;
  house price; home buyer; real estate; property owner; purchaser; double sale; sold twice
illegal_land_use | 违法占地 占地 挖山 非法占地 挖沙 挖田 违规用地 违规占地 毁麦 青贮 退林还耕 毁林开荒
  | illegal land use; encroach; land grab; land misuse; illegal occupation
village_money | 村集体 集体资产 村务公开 村账 分红 三资 集体土地 集体资金 村里的钱 账目不公开 村集体资产 集体经济 村务 机动地 土地确权
  贱卖
  | village collective; collective asset; collective land; dividend; village account; village fund; collective fund; collective economy;
  village finances
decoration | 装修 装修公司 装修扰民 装修跑路 装修质量 家装 装修款
  | decoration; renovation; renovate; decorating; refurbishment; home renovation; decorator
old_district_renovation | 老旧小区改造 小区改造 改造工程 旧城改造 外墙改造 雨污分流 老旧小区 改造后 微改造
  | old estate renovation; renewal; urban renewal; upgrade; redevelopment; old neighbourhood; regeneration; renovation of old;
  old residential; neighbourhood renovation
termites | 白蚁 蟑螂成灾 老鼠成灾 鼠患 老鼠 灭鼠 虫患 | termite; rats; infestation; rodent; mice; mouse
transition_fee | 过渡费 安置费 临时安置费 | transition payment; relocation fee; transition fee; resettlement fee
resettlement_home | 安置房 回迁房 回迁 安置小区 回迁安置
  | resettlement housing; relocation housing; resettlement flats; resettlement homes
illegal_structure | 违建 违章建筑 违法建筑 加盖 顶楼搭建 私搭乱建 搭建 拆违
  | illegal building; illegal structure; unauthorised structure; unauthorized structure
load_wall | 承重墙 砸承重墙 拆承重墙 改造承重墙 | load-bearing wall; bearing wall
formaldehyde | 甲醛 甲醛超标 甲醛房 室内空气 | formaldehyde; indoor air
lift_fall | 电梯坠落 电梯急坠 电梯下坠 下坠 电梯冲顶 | elevator plunge; lift plunge; lift drop; lift fell
lift_trapped | 电梯困人 困电梯 困在电梯 电梯卡住 被困电梯
  | stuck in lift; trapped in elevator; stuck in elevator; trapped in lift; lift trapped
lift_install | 加装电梯 装电梯 旧楼加梯 | install lift; install elevator; retrofit lift
escalator_accident | 扶梯 扶梯逆行 自动扶梯 扶梯夹 | escalator
owners_committee | 业委会 业主大会 业主委员会 | owners' committee; homeowners' committee; owners' association
maintenance_fund | 维修基金 公共维修基金 公共收益 维修资金 | maintenance fund; common revenue; repair fund
property_fee | 物业费 物业费涨价 物业涨价 | property fee; management fee
presale_funds | 监管账户 预售资金 预售款 | escrow; presale fund; supervised account
public_rental | 公租房 廉租房 保障房 公租房分配 经适房 保障性住房
  | public rental housing; affordable housing; subsidised housing; public housing
land_contract | 土地承包 承包地 承包费 承包合同 收回土地 土地流转 | land contract; contracted land; land lease; land transfer
homestead | 宅基地 建房审批 建房 | homestead; house plot; rural housing plot
farmland_taken | 占用耕地 基本农田 毁坏耕地 侵占农田 破坏耕地 毁田 占用农田 乱占耕地
  | farmland; arable land; occupied farmland; basic farmland; destroyed farmland; farmland destruction; cultivated land
parking_lot | 停车场 停车库 停车场收费 立体停车 | car park; parking lot; parking garage
parking_garage | 车位 停车位 人防车位 卖车位 车位涨价 占车位 | parking space; parking spot; garage space
leak_home | 漏雨 渗水 屋面漏水 屋顶漏水 房子漏水 墙面渗水 渗漏 天花板漏水
  | leaking roof; leaky roof; seepage; leaking ceiling; water seeping; damp wall
wall_crack | 裂缝 裂的 都裂 全裂 开裂 墙裂 墙体裂缝 墙体开裂 房屋开裂 楼板开裂 裂开 裂了 墙壁开裂 | crack; cracked wall
new_home | 新房 收房 交房 交付 新楼盘 | handover; new flat; new home; handed over; new apartment

[object]
elevator | 电梯 升降梯 直梯 电梯维保 维保 客梯 货梯 | elevator; lift
housing_estate | 小区 花园小区 楼盘业主 住宅区 居民区 社区居民 家属院 居民小区 小区门口 业主群 业主 小区居民 业主们 院子里 本小区 楼上楼下
  | estate; residential compound; housing estate; neighbourhood; neighborhood; compound; residential community; community; homeowner;
  residential area; housing complex; owner; gated community
village | 村里 村民 农村 村子 乡下 村委会 村支书 村干部 乡镇 村组 村口 老百姓 农户 乡亲 村书记 村主任 老乡 村两委 村庄 支书 自然村 屯里
  我们村 寨子 镇上 村部
  | village; villager; rural; village committee; village head; village cadre; countryside; village chief; township;
  village party secretary; hamlet; village leader; village official
resident | 居民 市民 群众 住户 街坊 邻居 百姓 市民朋友 业主和居民 附近居民 周边居民 街坊邻居 当地居民 老街坊
  | resident; householder; neighbour; neighbor; citizen; household; local people; locals; the public; townspeople
dangerous_building | 危房 危旧房 危楼 危房改造 老房 d级危房 c级危房 危墙
  | dangerous building; dilapidated; unsafe building; derelict; unsafe house; condemned
pool | 游泳池 游泳馆 泳池 救生员 泳池水 | swimming pool; pool; lifeguard; natatorium

[body]
housing_bureau | 住建局 住房和城乡建设局 房管局 住建部门 规划局 自然资源局 国土局 房产局 自然资源和规划局 住建 国土所 规划部门
  | housing bureau; construction bureau; housing authority; planning bureau; natural resources bureau; land bureau;
  housing and construction; housing department; planning authority; natural resources; planning department
"""
