"""Natural disasters."""

TABLE = """
[event]
flood | 洪水 洪涝 涨水 发大水 山洪 洪灾 泄洪 汛情 淹了 被淹 决堤 溃坝 溃堤 涨大水 倒灌 洪峰 超警戒水位 水位上涨 淹没 漫堤 管涌 水淹 进水
  洪流 防汛 泡水 水漫 抗洪 堤坝 警戒水位 涝灾 开闸放水 泄洪闸 淹到 水灾
  | flood; flash flood; inundate; submerged; overflow; dam break; breach; floodwater; rising water; high water; levee; swollen river;
  flood control; discharge of water; dike; flood discharge; water level; inundation
waterlogging | 内涝 积水 看海 水漫金山 路面积水 地下车库进水 排水不畅 积水严重 水深 涉水 积涝 水没过 齐膝 淹车 一片汪洋 成河了 城市内涝
  | waterlogging; standing water; flooded street; knee-deep; street flooding; flooded road; flooded garage; flooded underpass;
  water pooled; ponding; urban flooding
rainstorm | 暴雨 大雨 强降雨 特大暴雨 暴雨如注 下大雨 雷暴 雷雨 强对流 短时强降水 降雨 瓢泼大雨 倾盆大雨 暴雨来袭 下雨天 雨太大 大到暴雨
  雷电 打雷 雷击 遭雷击 梅雨 连续降雨 连日降雨 连阴雨
  | rainstorm; heavy rain; downpour; torrential rain; thunderstorm; rainfall; rain; storm; deluge; lightning; torrential; cloudburst;
  lightning strike; days of rain
typhoon | 台风 台风登陆 台风过境 强台风 热带风暴 风圈 | typhoon; tropical storm; landfall
strong_wind | 大风 龙卷风 狂风 阵风 飓风 刮大风 妖风 大风吹倒 吹翻 树倒 倒树 大树倒 刮倒 风灾 下击暴流 吹倒
  | tornado; gale; strong wind; gust; whirlwind; fallen tree; uprooted; windstorm; blown down; high wind
hail | 冰雹 下冰雹 雹子 雹灾 鸡蛋大的冰雹 砸坏大棚 | hail; hailstone; hailstorm
snow_ice | 大雪 暴雪 积雪 雪灾 下雪 冻雨 路面结冰 结冰 道路结冰 低温雨雪 雨雪 冰冻 寒潮 除雪 扫雪 铲雪 降温 冰天雪地 大降温 霜冻 倒春寒
  打滑 雪天
  | snow; blizzard; snowfall; freezing rain; icy road; ice; cold snap; snowstorm; cold wave; icy; frost; black ice; heavy snow; snowbound;
  snow clearing; cold spell; sleet; frozen
drought | 干旱 旱灾 旱情 久旱 抗旱 缺雨 干涸 没下雨 庄稼旱死 水库干了 见底 断流 人工增雨
  | drought; dry spell; parched; dried up; arid; no rain; water scarcity; cloud seeding
heatwave | 高温 热死 酷暑 热浪 中暑 热射病 高温天 太热了 40度 三伏天 高温补贴 高温津贴
  | heatwave; heat wave; heatstroke; scorching; sweltering; high temperature; extreme heat; heat stroke
sandstorm | 沙尘暴 扬沙 沙尘 浮尘 黄沙漫天 风沙 | sandstorm; dust storm; sand and dust
fog_haze | 大雾 雾霾 团雾 能见度低 浓雾 重污染天气 空气质量 空气污染 沙雾 大气污染
  | fog; haze; smog; low visibility; air quality; dense fog; air pollution; thick fog; heavy pollution; pm2.5
landslide | 滑坡 山体滑坡 泥石流 山体塌方 崩岩 落石 山体垮塌 护坡垮塌 边坡垮塌 边坡 挡土墙 滚石 山石滚落 山塌了 危岩 滑塌 地质灾害 地灾
  隐患点 山体崩塌
  | landslide; mudslide; debris flow; rockfall; slope collapse; landslip; geological disaster; falling rock; retaining wall;
  hillside collapse; slope failure; geological hazard; rock slide
earthquake | 地震 余震 震中 里氏 级地震 有感地震 地震台网 震源 地震了
  | earthquake; quake; aftershock; magnitude; epicentre; epicenter; seismic

[act]
evacuation | 疏散 撤离 转移群众 紧急转移 避险 转移安置 紧急疏散 人员转移 撤出 连夜转移 避灾 疏散群众 转移居民
  | evacuate; evacuation; relocate; moved to safety; shelter; evacuee
disaster_relief | 救灾 赈灾 灾后重建 救灾物资 重建 捐款 捐赠 募捐 捐物 受灾 灾民 灾区 受灾群众 安置点 救济 物资发放 灾情 善款 众筹 水滴筹
  红十字会 慈善 义卖
  | disaster relief; relief supplies; relief; rebuild; donate; donation; affected residents; reconstruction; disaster-hit; fundraising;
  crowdfunding; red cross; charity; aid; relief fund
drill | 演练 演习 应急演练 消防演练 地震演练 疏散演练 模拟演练 试鸣 防空警报 警报试鸣 实战演练 逃生演练
  | drill; exercise; evacuation drill; fire drill; air raid siren; siren test; rehearsal; simulation; emergency drill; siren

[harm]
damage | 损坏 损毁 受损 房屋受损 经济损失 损失惨重 毁坏 损失 震碎 财产损失 严重受损 震裂 砸烂 砸坏
  | damage; destroyed; loss; economic loss; wreck; ruin; property damage; smashed; shattered
missing_after | 失联 下落不明 失踪 找不到了 失联人员 | missing; unaccounted for; lost contact
"""
