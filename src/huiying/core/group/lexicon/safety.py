"""Fires, explosions, collapses, accidents at work and in the street, drownings, violence."""

TABLE = """
[event]
fire | 火灾 起火 着火 失火 大火 燃烧 着了 浓烟 黑烟 冒烟 火势 明火 火光 自燃 烧起来 烧着 火警 走水 起火了 火情 烟雾 滚滚浓烟 烧毁 烧没了
  烧光 烧焦 起烟 着火点 过火面积 引燃 复燃 点着 火海 烧了
  | fire; blaze; flames; smoke; burn; caught fire; catch fire; on fire; inferno; ablaze; burnt; black smoke; engulf; burnt down; ignite;
  broke out
wildfire | 山火 森林火灾 林火 草原火灾 荒火 山林火灾 上坟烧纸引发 火烧山 火烧迹地
  | wildfire; forest fire; bushfire; hill fire; mountain fire; brush fire
arson | 纵火 放火 人为纵火 故意放火 | arson; set fire; deliberately lit
explosion | 爆炸 爆燃 炸了 巨响 闪爆 爆炸声 轰的一声 轰鸣 一声巨响 爆破 冲击波 玻璃震碎 炸飞 炸伤 炸死 炸毁 炸开 炸裂 引爆 爆鸣
  | explosion; blast; explode; loud bang; detonate; blew up; shock wave; bang
collapse | 坍塌 倒塌 垮塌 塌了 塌方 崩塌 塌陷 倒了 塌楼 房屋倒塌 楼塌 塌下来 垮了 垮桥 坍了 被压 掩埋 被埋 埋压
  | collapse; cave in; caved in; fell down; gave way; building collapse; crumble; buried; trapped under
sinkhole | 地面塌陷 路面塌陷 地陷 天坑 塌坑 路面坍塌 地面坍塌 路面下沉 地面沉降 下沉 大坑 地面开裂
  | sinkhole; road collapse; subsidence; sinking ground; ground collapse; subside
falling_object | 坠物 高空坠物 掉落 脱落 砸中 砸到 被砸 砸车 掉下来 广告牌掉落 掉砖 坠落物 砸伤 砸死
  | falling object; debris fell; hit by falling; fell off; come loose; falling debris
fall_from_height | 坠楼 跳楼 坠亡 高坠 从楼上掉下 掉下楼 摔下 坠落 摔死 跌落 摔下来 翻窗 坠崖 坠井 掉井
  | fall from building; fell from; plunge; jump off; jumped from; fell to death; fall to death; fall from height; fell off cliff
crane_accident | 塔吊 吊车倒塌 塔吊倒塌 升降机坠落 脚手架 脚手架倒塌 吊篮 吊装 起重机 施工电梯 吊车 高支模 龙门吊
  | crane; tower crane; scaffold; hoist; lifting accident
work_accident | 安全事故 生产安全事故 工伤事故 生产事故 事故 作业事故 矿难 透水 冒顶 瓦斯爆炸 有限空间 中毒窒息 出事了 意外 安全生产事故
  出事 机器绞 绞伤 缠绕 夹断 受困井下 安全隐患
  | accident; industrial accident; workplace accident; mine accident; mine disaster; safety accident; mishap; incident; safety hazard;
  confined space
asphyxiation | 窒息 一氧化碳中毒 煤气中毒 沼气中毒 硫化氢 缺氧 闷死 憋死 一氧化碳 毒气 co中毒 炭火中毒 烤火中毒
  | asphyxia; suffocate; carbon monoxide; asphyxiate; hydrogen sulphide; hydrogen sulfide; gas poisoning; toxic gas; monoxide poisoning;
  suffocation
chemical_leak | 化学品泄漏 氨气泄漏 液氨泄漏 危化品泄漏 氯气泄漏 有毒气体 毒气泄漏 罐车泄漏 甲醇泄漏 硫酸泄漏 盐酸泄漏 油罐车泄漏 原油泄漏
  化学品 危化品 液氨 危险品 氨气 氯气
  | chemical leak; ammonia leak; toxic leak; chemical spill; ammonia; chlorine; hazardous chemical; acid leak; oil spill; dangerous goods;
  hazmat; chemical
drowning | 溺水 溺亡 淹死 落水 捞起 落水者 掉河里 掉水里 打捞 溺毙 掉进河里 沉下去 下水救人 浮尸 投河 跳河 跳桥 投湖 掉进水库 玩水 野泳
  游野泳 捞上来 捞人 淹亡 失足落水 沉底 滑入水中 下河游泳
  | drown; fell into river; body recovered; pulled from river; fell into water; swept; wild swimming; jumped into river; pulled from water
boat_accident | 翻船 沉船 沉没 船只倾覆 倾覆 侧翻船 游船侧翻 龙舟翻 撞船 渡船 搁浅 皮划艇 触礁
  | boat capsize; capsize; sank; sunk boat; sink; boat accident; shipwreck; overturned boat; aground
stampede | 踩踏 踩踏事件 拥挤 人挤人 踩伤 推挤 挤成一团 人山人海 水泄不通 爆满 人满为患
  | stampede; crowd crush; overcrowd; trampled; crowded; packed
trapped | 被困 困住 受困 困在 被困人员 出不来 困人 被卡 卡住 夹住 孤岛 滞留 被困车内 卡在 | trapped; stuck; stranded
knife_attack | 砍人 持刀 捅人 伤人 行凶 刺伤 捅死 砍伤 砍死 持刀伤人 捅伤 被捅 拿刀 砍杀 行凶者 刀伤 刺死 捅了
  | stab; knife attack; knife; slash; hack; attacker
murder | 命案 杀人 凶杀 凶手 杀害 遇害 灭门 被杀 杀妻 抛尸 凶案 故意杀人 杀了 分尸 杀人案 尸体 遗体
  | murder; homicide; killed wife; body found; killer; manslaughter; corpse; dead body; slain
assault | 打人 殴打 被打 打架 斗殴 围殴 群殴 互殴 动手打人 打伤 暴力 推搡 扇耳光 打砸 施暴 打耳光 群架 寻衅滋事 冲突 肢体冲突 打起来 被揍
  揍人 暴打 扭打 掌掴 扇巴掌
  | assault; beat; beaten; brawl; fight; scuffle; punch; slap; violence; hit; kick; clash; fistfight; beat up; attack
sexual_assault | 性骚扰 骚扰 侵犯 摸女 | sexual harassment; harass
theft | 偷窃 被盗 盗窃 小偷 偷东西 失窃 扒手 被偷 偷走 偷盗 盗走 | theft; steal; stolen; thief; thieves; pickpocket; stole
robbery | 抢劫 抢夺 飞车抢夺 被抢 劫匪 抢金店 | robbery; rob; mugging; snatch
hit_and_run | 肇事逃逸 逃逸 撞人跑了 撞了就跑 肇事司机 | hit and run; fled the scene; flee
drugs | 毒品 吸毒 贩毒 毒贩 制毒 冰毒 笑气 上头电子烟
  | drug; narcotic; drug dealing; drug trafficking; methamphetamine; laughing gas; drug dealer
gambling | 赌博 聚众赌博 赌场 麻将馆 网络赌博 赌球 老虎机 开设赌场 | gambling; casino; mahjong parlour; betting
prostitution | 卖淫 嫖娼 涉黄 卖淫嫖娼 会所涉黄 | prostitution; brothel; vice
noise_of_unknown | 异响 不明响声 怪声 震感 震动 房子晃 摇晃 晃动 | strange noise; tremor; vibration; shaking; shook; rattled
bomb | 炸弹 爆炸物 可疑物品 手榴弹 哑弹 未爆弹 炮弹 | bomb; explosive; suspicious object; grenade; unexploded; suspicious package
hazard_blocked_exit | 消防通道 堵塞消防通道 占用消防通道 安全出口 疏散通道 生命通道 消防栓 灭火器 消防设施 消防设备 消防栓没水 消火栓 烟感
  喷淋 消防验收 消防不合格
  | fire lane; fire exit; blocked exit; fire hydrant; fire extinguisher; fire escape; fire safety; emergency exit; fire door; hydrant;
  sprinkler; extinguisher
building_tilt | 楼歪了 房屋倾斜 楼倾斜 倾斜 | tilt; leaning building; tilted building; leaning
roof_collapse | 屋顶塌 顶棚掉落 掉顶 天花板掉落 吊顶掉落 吊顶 天花板塌 | roof collapse; ceiling collapse; ceiling fell; fallen ceiling
wall_collapse | 墙倒 倒墙 围墙倒塌 墙塌 围墙倒 | wall collapse; fallen wall; wall fell; collapsed wall
tile_fall | 外墙脱落 墙皮脱落 瓷砖脱落 瓷砖掉 保温层脱落 外墙掉落
  | falling tile; tile fell; fallen tile; facade fell; peeling wall; fallen plaster; cladding
thrown_objects | 高空抛物 抛物 楼上扔 扔烟头 扔垃圾 | thrown from; objects thrown; thrown object
molest | 猥亵 咸猪手 强制猥亵 露阴癖 性侵 强奸 | molest; sexual assault; rape; grope; indecent; molestation
sneak_shot | 偷拍 针孔摄像头 裙底 | hidden camera; voyeur; upskirt; secretly filmed; pinhole camera
ebike_theft | 偷电瓶 电瓶被偷 偷车 电动车被偷 | stolen battery; stolen e-bike; battery theft
burglary | 入室盗窃 入室 撬锁 溜门 | burglary; burglar; break in; broke in
kiln_fire | 鞭炮厂爆炸 烟花厂 烟花厂爆炸 | fireworks factory; fireworks plant
grain_dust | 粉尘爆炸 粉尘爆 | dust explosion
tank_car | 液化气罐 罐体爆炸 气罐爆炸 | gas tank explosion; cylinder explosion
amusement_accident | 过山车 大摆锤 蹦极 摩天轮 游乐设施 卡丁车 充气城堡 海盗船
  | roller coaster; bungee; ferris wheel; fairground ride; amusement ride; bouncy castle; go-kart
trampoline | 蹦床 蹦床馆 | trampoline
glass_walkway | 玻璃栈道 玻璃桥 玻璃滑道 | glass walkway; glass bridge; glass slide
ski | 滑雪场 滑雪 滑冰 冰面 掉冰窟窿 冰窟 | ski resort; skiing; skating; thin ice; fell through ice
water_park | 水上乐园 水上乐园泳池 水滑梯 漂流 | water park; water slide; rafting
nightclub | 酒吧 夜总会 歌舞厅 舞厅 | bar; nightclub; dance hall
karaoke | ktv包间 歌厅 卡拉ok 量贩ktv | ktv; karaoke
internet_cafe | 网吧 网咖 电竞酒店 | internet cafe; esports hotel
foot_bath | 足浴店 洗浴 桑拿 洗浴中心 按摩店 汗蒸 | spa; sauna; bathhouse; massage parlour
guesthouse | 民宿 客栈 农家乐 | homestay; guesthouse; guest house; b&b; farmstay

[object]
ebike_battery | 电动车充电 电瓶 锂电池 飞线充电 电动车起火 上楼充电 电车充电 电瓶车进楼 电池
  | e-bike battery; lithium battery; battery; e-bike charging; battery charging
firework | 烟花 爆竹 鞭炮 烟花爆竹 放炮 禁放 放烟花 放鞭炮 二踢脚 窜天猴 燃放 禁燃 | firework; firecracker; fireworks ban
mine | 煤矿 矿井 矿山 采石场 矿洞 井下 采矿 尾矿库 金矿 铁矿 石场 盗采 私挖 采砂 非法采砂 矿工 煤矿工 露天矿
  | mine; coal mine; quarry; colliery; tailings; sand mining; miner; illegal mining; mining
construction_site | 工地 施工现场 建筑工地 在建工地 施工 基坑 施工单位 施工方 挖机 挖掘机 渣土 打桩 在建 包工头 钩机 推土机
  | construction site; building site; construction; construction work; excavator; site work; contractor; foundation pit; building work;
  bulldozer; digger
warehouse | 仓库 库房 冷库 堆场 储罐 罐区 物流园 仓储 油罐 料场 厂房 车间
  | warehouse; cold store; storage tank; tank farm; depot; storehouse; cold storage; workshop; logistics park
small_premises | 三合一场所 九小场所 沿街店铺 商铺 门面 门店 出租屋 群租房 自建房 城中村 夹层
  | shop; self-built house; rented room; rented house; storefront; shophouse; rental housing; urban village; group renting
factory | 工厂 化工厂 食品厂 纺织厂 鞋厂 厂区 造纸厂 电子厂 水泥厂 砖厂 服装厂 制药厂 药厂 化肥厂 农药厂 家具厂 木材厂 加工厂 玩具厂 企业
  钢厂 铝厂 冶炼厂 焦化厂 电镀厂 皮革厂 印染厂 塑料厂 炼油厂 屠宰场 化工企业
  | factory; chemical plant; mill; manufacturing plant; food plant; plant; paper mill; cement plant; garment factory; steel plant;
  smelter; refinery; tannery; slaughterhouse; brickworks; enterprise; manufacturer
oil_station | 加油站 油枪 加油 油品 汽油 柴油 油价 | petrol station; filling station; petrol; gasoline; fuel; diesel; fuel price
mall | 商场 商业广场 购物中心 百货大楼 商业街 大卖场 步行街 商城 商业综合体
  | mall; shopping centre; shopping center; department store; plaza; shopping mall; pedestrian street
hotel | 酒店 宾馆 旅馆 旅店 招待所 露营地 房费 退房 入住 | hotel; hostel; inn; campsite
entertainment_place | 电玩城 剧本杀 密室逃脱 台球室 游乐场 游乐园 碰碰车 | amusement park; funfair; fun fair; theme park; playground
residential_building | 居民楼 住宅楼 民房 高层住宅 楼房 居民房 家属楼 老楼 单元楼 公寓楼 民宅 平房 老房子 宿舍楼 楼道 楼栋 单元门 高层
  | residential building; apartment; flats; tower block; apartment building; high-rise; residential block; stairwell; block of flats;
  dwelling; house fire; apartment block; housing block

[body]
fire_service | 消防 消防员 消防车 消防队 消防救援 救火 消防大队 救火车 消防站 消防人员 消防指战员 消防救援大队 灭火 扑灭 扑救 火扑灭 打119
  119指挥 拨打119
  | firefighter; fire brigade; fire service; fire department; fire truck; fire engine; fire crew; fireman; firefighting; put out;
  extinguished; fire rescue
police | 警方 警察 公安 民警 派出所 公安局 警车 辅警 交警 特警 警务 警察叔叔 公安机关 治安 刑警 民警同志 报警 出警 警情 报案 接警 交警大队
  经侦 网警 帽子叔叔 打110 拨打110 110报警
  | police; officer; constable; police officer; public security; traffic police; police station; policeman; policemen; auxiliary police;
  police report; cop
emergency_service | 应急管理 应急管理局 应急局 应急救援 救援队 救援人员 蓝天救援队 救援 抢险 营救 应急响应 救出 搜救 施救 抢修 抢修人员
  急救 应急预案 获救 打120 拨打120 120急救 叫120
  | rescue; rescuer; emergency management; emergency response; search and rescue; emergency bureau; emergency crew; rescue team;
  emergency service; repair crew; first aid; emergency repair; paramedic
"""
