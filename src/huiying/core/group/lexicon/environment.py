"""Smell, water, air, noise, waste and other harm to the surroundings."""

TABLE = """
[event]
bad_smell | 臭味 恶臭 异味 刺鼻 难闻 臭气 臭死了 气味 熏人 臭烘烘 很臭 好臭 怪味 臭鸡蛋味 刺激性气味 臭气熏天 熏得 不敢开窗 酸臭 开不了窗
  刺鼻气味 刺鼻味 化工味 臭不可闻 臭得 呛鼻 呛人 熏死 异味扰民 农药味 酸臭味 臭味扰民 味道很大 味儿 烂白菜味 窗户都不敢开 鼻子受不了
  一股味
  | smell; stench; odour; odor; stink; foul smell; smelly; pungent; acrid; reek; fumes; nauseating; bad smell; rotten egg; acrid smell;
  chemical smell
dead_fish | 死鱼 翻肚 鱼死了 大量死鱼 鱼虾死亡 鱼翻白 浮头 翻塘 翻白 漂死鱼 鱼死 鱼群死亡 鱼全死 死虾 白花花一片
  | dead fish; fish kill; fish died; floating fish; mass fish death; fish die-off; fish deaths; fish dying; fish float; die-off
water_pollution | 水污染 河水发黑 黑臭水体 河水变红 黑水 污水直排 偷排 排污 乱排 油污 河水变色 排污口 直排 水体污染 污水直排河里 死水
  河水变黑 黑臭 河水浑浊 偷排污水 直接排放 排放污水 红水 暗管 水质超标 河水污染 饮用水源污染 臭水沟 偷倒 水库污染 偷偷排放 水体发黑
  河道污染 超标排放 铊超标 重金属
  | water pollution; polluted river; black water; discharge; illegal discharge; river turned; effluent; polluted water;
  contaminated water; sewage discharge; turned black; outfall; contaminated river; river pollution; blackened river; heavy metal;
  thallium; secretly discharge
air_pollution | 废气 废气排放 排放超标 黑灰 白色粉末 灰尘太大 煤尘 超标 排废气 | exhaust; waste gas; emission; exceed limit; powder
straw_burning | 秸秆焚烧 焚烧秸秆 烧秸秆 烧荒 秸秆 烧麦茬 禁烧
  | straw burning; burn straw; burning stubble; straw; stubble burning; crop residue
noise | 噪音 吵到 吵醒 吵人 扰民 吵死了 噪声 施工噪音 吵得睡不着 轰隆隆 吵得 吵闹 太吵 噪声污染 音量 失眠 鸣笛 睡不着觉 噪声扰民 无法入睡
  装修噪音 ktv扰民 烧烤摊扰民 睡不着 通宵
  | noise; noisy; disturb residents; noise nuisance; sleepless; keep residents awake; racket; disturbing; kept awake; nuisance; deafening;
  disturbance
illegal_dumping | 倾倒垃圾 偷倒垃圾 非法倾倒 乱倒垃圾 乱堆垃圾 堆放垃圾 建筑垃圾 固废倾倒 乱倒 工业垃圾 固废 危废 倾倒废 废渣 填埋
  掩埋垃圾 偷倒废液 倾倒 废液 跨省倾倒 偷埋 污泥 废油 矿渣
  | illegal dumping; dump; fly-tipping; construction waste; hazardous waste; industrial waste; solid waste; dumped waste; buried waste;
  sludge; slag; toxic waste
tree_felling | 砍树 砍伐 滥砍滥伐 毁林 伐木 砍头式修剪 移树 行道树 绿化带 树木被砍 盗伐 砍大树 绿化 毁绿 草坪 梧桐树 绿地
  | tree felling; fell trees; deforestation; logging; cut down trees; trees cut; greenery; pruning; green belt; green space; chopped down;
  roadside tree; lawn
radiation | 辐射 核辐射 电磁辐射 放射性 放射源 变电站辐射 基站辐射 核泄漏 | radiation; radioactive; electromagnetic; nuclear leak
nimby_project | 垃圾焚烧厂选址 选址 环评 环评公示 反对建厂 抵制建设 邻避 反对建 抗议建 不同意建 拒绝建 公示反对 殡仪馆选址 建焚烧厂
  坚决反对 离居民区太近 反对
  | siting; environmental assessment; environmental impact; oppose plan; oppose plant; objection; site selection; opposed;
  planned incinerator; opposition; object to
water_protection_zone | 水源地 饮用水水源 水源保护区 一级保护区 湿地 生态红线 保护区 自然保护区
  | water source area; wetland; nature reserve; protected area; ecological red line; protection zone; reserve
smell_rubber | 胶水味 油漆味 烧塑料味 塑料味 焦糊味 喷漆味 胶味
  | smell of paint; smell of rubber; burning plastic; paint smell; glue smell; burnt smell
black_smoke | 冒黑烟 黄烟 冒黄烟 大烟囱 烟囱 | chimney; smokestack; yellow smoke; black smoke chimney
dust_site | 扬尘 尘土飞扬 灰尘 粉尘 漫天灰尘 落灰 尘土 煤灰 | dust; dusty; coal dust; airborne dust; industrial dust; soot
cooking_fumes | 油烟 油烟扰民 烧烤油烟 | cooking fumes; kitchen fumes; oil fumes
open_burning | 烧垃圾 露天焚烧 焚烧垃圾 | open burning; burning rubbish; burn garbage
algae | 蓝藻 水华 水葫芦 浮萍 | algae; algal bloom; blue-green algae; water hyacinth
foam_river | 泡沫 白色泡沫 | foam; frothy; froth
milky_river | 牛奶河 乳白色 白色河水 | milky; milky white; white river
night_construction | 深夜施工 半夜施工 夜间施工 通宵施工 凌晨施工
  | night construction; late-night construction; all-night work; overnight work; night work
street_racing | 飙车 炸街 炸街摩托 改装车 | street racing; drag racing; modified exhaust; racing motorbike
low_hum | 低频噪音 嗡嗡响 嗡嗡声 嗡嗡 机器声 水泵噪音 变压器噪音 | humming; buzzing; low-frequency; pump noise
loud_singing | 音响扰民 大喇叭 音响 喇叭声 | loud music; loudspeaker; blaring; amplifier
medical_waste | 医疗垃圾 医疗废物 | medical waste; clinical waste
catkin | 飞絮 杨絮 柳絮 毛毛虫 | catkins; willow fluff; poplar fluff; caterpillar
old_tree | 古树 樟树 大树 | ancient tree; old tree; camphor tree

[object]
river | 河道 小河 河里 河边 河水 沟渠 水渠 河面 江边 江水 河段 河流 池塘 鱼塘 水塘 湖水 湖面 湖边 河岸 江里 护城河 臭水河 河沟 水沟 河滩
  水潭 江面 沟里 大河
  | river; stream; creek; canal; pond; lake; riverbank; riverside; ditch; fish pond; waterway; moat; brook; riverbed; shore
garbage | 垃圾 垃圾桶 垃圾堆 垃圾清运 垃圾站 垃圾场 垃圾成堆 垃圾没人清 垃圾分类 垃圾中转站 清运 垃圾堆成山 没人清理 垃圾遍地 垃圾填埋场
  脏乱差 垃圾车 垃圾成山 渗滤液 垃圾房 垃圾满地 环境卫生 生活垃圾 垃圾围村 卫生差
  | garbage; rubbish; trash; litter; waste; bin; landfill; waste collection; garbage heap; uncollected; rubbish dump; waste transfer;
  trash can; refuse station; leachate; rubbish heap; waste sorting; piled up
incinerator | 垃圾焚烧 焚烧厂 垃圾焚烧厂 焚烧炉 垃圾焚烧发电
  | incinerator; incineration; waste-to-energy; waste incinerator; incineration plant
livestock_farm | 养殖场 养猪场 养鸡场 猪场 鸡场 养牛场 养鸭场 猪粪 鸡粪 养殖污染 粪污 养殖 养殖户 牛粪 鸡舍 猪舍 猪圈 羊圈 养羊 鸭棚
  奶牛场 鱼塘养殖 水产养殖
  | pig farm; chicken farm; livestock; poultry farm; manure; farm waste; cattle farm; duck farm; breeding farm; hog farm; dairy farm;
  aquaculture; fish farm; slurry
public_toilet | 公厕 公共厕所 厕所 旱厕 卫生间 厕所脏 洗手间 厕纸 | public toilet; toilet; latrine; restroom; lavatory; washroom
cemetery | 公墓 墓地 坟地 坟墓 殡仪馆 火葬场 火化 散埋 殡葬 丧葬 迁坟 平坟 墓园 活人墓 办丧事 灵堂 殡仪服务 土葬 坟头 丧事 棺材 殡仪 墓价
  | cemetery; grave; graveyard; funeral; crematorium; burial; funeral home; tomb; cremation; funeral parlour; coffin; funeral service;
  mourning hall; grave plot

[body]
environment_bureau | 生态环境局 环保局 环保部门 环保 环境监测 环境执法 环保督察 生态环境部门 中央环保督察 环境局 监测站 环保督查
  | environment bureau; environmental protection; ecology bureau; environmental inspector; environmental authority; environment agency;
  pollution monitoring; environmental monitoring; environment authorities; ecology and environment; environmental officials
city_management | 城管 综合执法 城管局 城管队员 行政执法 摆摊 流动摊贩 小贩 占道经营 摊贩 路边摊 地摊 城管打人 收摊 执法队员 执法人员
  综合执法局 掀摊 夜市摊 没收 城市管理 摊主 临时摊位 占道
  | urban management; chengguan; street vendor; hawker; stall; vendor; urban enforcement; pavement stall; city management; roadside stall;
  law enforcement; peddler; enforcement officer; confiscate; stallholder; street stall
sanitation | 环卫 环卫工 环卫工人 清洁工 保洁 扫大街 环卫所 保洁员 环卫车 洒水车 清扫 环卫处
  | sanitation; sanitation worker; street cleaner; cleaner; street sweeper; sprinkler truck; cleaning worker; sweeper

[harm]
pollution | 污染 环境污染 污染环境 污染严重 土壤污染 毒地 中毒土地 污染源 污染物
  | pollution; pollute; contaminate; contamination; pollutant; soil pollution; contaminated soil; toxic
"""
