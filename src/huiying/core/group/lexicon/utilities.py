"""Water, power, gas, heating and telecommunications."""

TABLE = """
[event]
outage_water | 停水 断水 没水 无水 缺水 停供水 水停了 没有水 不来水 供水中断 停止供水 暂停供水 吃水难 用水难 没水用 没水喝 来不了水
  | water outage; no water; water cut; water supply cut; without water; water shortage; water supply suspended; water stoppage; dry tap;
  water off
water_discoloured | 水发黄 发黄 泛黄 黄水 浑浊 浑水 变黄 发浑 泥水 泥浆水 铁锈水 锈水 水浑 水黄 发黑 发红 变色 水太浑 浑黄 黄浑 混浊 泛黑
  红褐色 水质变差 黄澄澄 黄黄的 酱油色 茶色
  | discoloured water; discolored; discoloured; discolouration; discoloration; brown water; yellow water; murky; cloudy water;
  muddy water; rusty water; turbid; turned yellow; turned brown; brown tap; yellowish
water_taste | 有异味 水有怪味 水垢 白色沉淀 沉淀物 | tastes odd; odd taste; limescale; sediment
pipe_burst | 爆管 水管爆裂 爆裂 管道破裂 水管破裂 破裂 主管爆 漏水 跑水 管网破损 挖断水管 水管爆了 水管漏 管道漏水 喷水柱 水柱 冒水
  | burst pipe; pipe burst; water main break; burst main; burst; leak; leaking pipe; ruptured pipe; broken pipe; gushing
low_pressure | 水压低 水压不足 水压小 水小 压力不足 水流小 上不去水 水压 高层没水 | low pressure; water pressure; low water pressure
water_resume | 恢复供水 来水了 恢复正常供水 通水 供水恢复 已来水 | water restored; supply restored; water supply resume; water back
outage_power | 停电 断电 没电 跳闸 断电了 电停了 停了电 供电中断 无电 电力中断 大面积停电 拉闸限电 限电 停送电 缺电 漆黑一片 频繁停电
  老停电
  | power cut; blackout; power outage; outage; no electricity; power failure; without power; electricity cut; power rationing; lose power;
  lost power
power_resume | 恢复供电 来电了 供电恢复 恢复送电 复电 | power restored; electricity restored; power back
voltage | 电压低 电压不足 低电压 | low voltage; voltage
cable_fault | 电缆故障 线路故障 电缆起火 变压器爆炸 变压器烧了 变压器故障 短路 挖断电缆 线路老化 电线老化 电线打火
  | short circuit; faulty cable; cable fault; transformer failure
outage_gas | 停气 断气 没气 天然气停 燃气停供 停供气 气压低 无法点火 打不着火 气荒 限气 供气中断 没天然气
  | gas cut; gas outage; no gas; gas supply cut; gas shortage; gas supply suspended; low gas pressure
gas_leak | 燃气泄漏 煤气泄漏 天然气泄漏 漏气 瓦斯泄漏 燃气味 煤气味 泄露 泄漏 气体泄漏 液化气泄漏 闻到煤气 燃气管道泄漏 挖断燃气管道 挖破
  | gas leak; leak of gas; smell of gas; gas smell; leaked gas; leakage
heating_fault | 不热 暖气不热 没暖气 停暖 停供暖 断暖 暖气冰凉 温度不达标 供热不足 供暖不足 室温低 家里冷 不供暖 冰凉 温度上不去
  冻得睡不着 室温不达标 供暖不达标
  | cold radiator; no heating; heating failure; lukewarm; heating off; cold home; insufficient heating; heating outage; freezing home;
  radiator cold; without heating
network_down | 断网 没网 网络故障 网络瘫痪 网断了 打不开 卡死 通信中断 网络中断 系统升级 死机
  | network down; internet outage; offline; no internet
meter_dispute | 水表 电表 气表 燃气表 智能水表 抄表 表走得快 空转 用电量异常 多收费 换表后 新表 换表 智能电表
  | meter; water meter; gas meter; electricity meter; smart meter; new meter; meter reading; billing error
water_bugs | 水里有虫 红虫 水有虫 线虫 | worms in water; insects in water; red worm
water_smell | 消毒水味 漂白粉味 漂白水味 氯气味 水有味 水臭 土腥味 腥味 一股消毒水味
  | chlorine smell; bleach smell; smells of disinfectant; smells of chlorine; earthy smell; fishy smell
water_tank_dirty | 二次供水 水箱 蓄水池 水箱没清洗 | water tank; secondary supply; rooftop tank
burnt_appliances | 烧坏电器 电器烧坏 家电烧坏 电压不稳 | burnt appliances; damaged appliances; voltage surge; unstable voltage
electrocution | 触电 电死 电击 漏电 触电身亡 被电 | electrocuted; electrocution; electric shock; electric leakage
wires_low | 飞线 私拉电线 电线垂落 电线掉落 电线裸露 裸露电线 蜘蛛网一样的电线
  | dangling wire; exposed wire; loose wire; fallen wire; tangled wire
no_signal | 没信号 信号差 信号不好 无信号 手机没信号 | no signal; poor signal; phone signal; weak signal
system_down | 系统崩溃 系统瘫痪 系统故障 宕机 崩了 登不上 无法登录 系统异常 网页打不开 系统维护
  | system crash; system failure; system down; unable to log; it failure; crash of system
pipe_frozen | 水管冻 冻裂 水管冻裂 水表冻裂 管道冻 | frozen pipe; burst by frost; frozen meter
bottled_water | 桶装水 矿泉水 瓶装水 纯净水 | bottled water; mineral water; barrelled water
well | 井水 水井 打井 压水井 | well; borehole
solar_power | 光伏 光伏发电 光伏电站 光伏板 屋顶光伏 光伏贷 | solar panel; photovoltaic; solar farm; rooftop solar
wind_power | 风机 风力发电 风电场 风电 | wind turbine; wind farm; wind power
bill_doubled | 费用翻倍 气费翻倍 电费翻倍 水费翻倍 电费暴涨 水费暴涨 多计费 翻倍 翻了一倍 涨了一倍 | bill doubled; doubled; overbilled

[object]
tap_water | 自来水 水龙头 供水 水质 饮用水 水管 生活用水 家里的水 用水 家里水 供水管网 饮水 喝的水 洗澡水 直饮水 吃水 接出来的水
  放出来的水 居民用水 水源 送水车 送水 接水
  | tap water; water supply; drinking water; running water; running tap; tap; household water; water quality; water main; water source;
  water tanker
electricity | 用电 供电 电力 电网 变压器 电线 电缆 高压线 电线杆 电杆 配电房 电箱 线路 配电箱 变电站 电闸 用电量 电路
  | electricity; electric power; power supply; power grid; transformer; power line; electric pole; utility pole; substation; cable; wire
gas | 燃气 天然气 煤气 液化气 煤气罐 燃气灶 燃气管道 气瓶 液化石油气 瓦斯 钢瓶 燃气公司 管道气
  | gas; natural gas; lpg; gas pipe; gas pipeline; gas cylinder; gas stove; coal gas; liquefied gas
heating | 供暖 暖气 供热 集中供暖 暖气片 地暖 采暖 热力 换热站 锅炉房 暖气费 取暖 供暖季 壁挂炉 煤改气 煤改电 暖气管 热水管
  | heating; radiator; central heating; district heating; boiler; heating season; heat supply
street_light | 路灯 路灯不亮 太阳能路灯 黑灯瞎火 不亮灯 照明灯 | street light; streetlight; street lamp; streetlamp; lamps out
sewage | 污水 下水道 排污管 下水管 污水管 化粪池 雨污 污水管网 排水管 排水沟 污水井 窨井 粪水 返水 反水 污水外溢 污水横流 下水道堵 粪便
  臭水 雨水管 污水处理
  | sewage; sewer; drain; septic tank; wastewater; blocked drain; sewage overflow; drainage; waste water
manhole | 井盖 窨井盖 下水道井盖 无盖 井盖缺失 井盖丢失 井盖破损 掉进井里 沙井盖 | manhole; manhole cover; drain cover; missing cover
utility_bill | 水费 电费 燃气费 气费 水价 电价 气价 阶梯水价 阶梯电价 取暖费 供暖费 采暖费 涨水价 污水处理费 预存电费 欠费
  | water bill; electricity bill; gas bill; heating fee; water price; electricity price; gas price; tariff; utility bill; power bill
telecom | 宽带 信号塔 基站 手机信号 光纤 网线 移动信号 通信基站 网络信号 电信 联通 通讯 5g基站
  | broadband; base station; mobile signal; phone tower; cell tower; fibre; fiber; telecom; mobile network
charging | 充电桩 充电站 换电柜 换电站 快充 慢充 充电枪 充不了电 充电口
  | charging pile; charging station; charging point; charger; ev charger

[body]
water_company | 自来水公司 自来水厂 水厂 供水公司 水务公司 水务集团 供水集团 水司 水务局 供水站 供水所 净水厂 水务
  | water company; waterworks; water plant; water utility; water bureau; water group; water supplier; water works; water affairs;
  water treatment plant
power_company | 供电公司 供电局 国家电网 电力公司 供电所 国网 电业局 南方电网 供电部门 电力部门
  | power company; power supply company; state grid; power bureau; electricity company; grid company; power supply bureau; southern grid
gas_company | 燃气集团 天然气公司 煤气公司 液化气站 加气站 燃气企业 | gas company; gas supplier; gas utility; gas station; gas firm
heat_company | 热力公司 供热公司 热力集团 供热企业 热电厂 供暖公司 热力站 热企
  | heating company; heating supplier; thermal plant; heating firm; heating provider
power_plant | 发电厂 电厂 火电厂 核电站 水电站 储能电站 垃圾发电厂 | power plant; power station; hydropower; nuclear plant
"""
