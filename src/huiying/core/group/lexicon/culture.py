"""Tourism, festivals, sport and entertainment."""

TABLE = """
[event]
tourist_ripoff | 宰客景区 天价菜 强制消费 天价海鲜 强迫购物 导游辱骂 低价团 强买强卖 坑游客 天价民宿 黑导游 购物团 阴阳菜单 宰游客 天价餐
  天价鱼 天价 不合理低价游 宰人 被宰 刺客 一碗面
  | rip-off; overcharged tourist; forced shopping; overprice; tourist scam; forced purchase tour; fleeced; short-change; shortchanged;
  sky-high price; exorbitant
scenic_crowd | 景区爆满 景区限流 景区拥堵 游客滞留 停止售票 暴增 游客太多 滞留游客 挤爆
  | tourist crowd; crowd limit; stranded tourist; tourists stranded; tourist surge; capped visitor; visitor limit; sold-out tickets
festival | 五一 庆典 节庆 跨年 假期 元旦 小长假 舞龙 舞狮 赶集 大集 集市 泼水节 火把节 民俗 社火 开幕式 文化节 七夕 重阳节 重阳 儿童节
  六一 教师节 双十一 踏青 文旅节 采摘节 啤酒节 美食节 油菜花节 桃花节 花海
  | festival; holiday; parade; celebration; new year; opening; dragon dance; labour day; may day; children's day; carnival; ceremony;
  blossom; flower festival
concert | 演唱会 演出 晚会 剧团 音乐会 明星 歌手 粉丝 取消演出 话剧 文艺演出 惠民演出 网红 演出取消 门票退款 脱口秀 戏曲 黄梅戏 豫剧 舞台
  广场舞大赛 艺人 唱歌 直播唱歌 票根 舞台坍塌 马戏团
  | concert; show; singer; fan; performance; cancelled show; troupe; celebrity; opera; stage; gig; gala; circus; stand-up; pop star;
  theatre performance
film | 电影 影院 电影院 电视剧 剧组 拍戏 取景地 票房 取景 综艺 导演 演员 短剧 纪录片
  | film; movie; cinema; tv series; film crew; shooting location; box office; actor; director of film; documentary; drama; actress;
  movie theatre
football_match | 比赛 球赛 足球场 球迷 联赛 决赛 夺冠 冠军 开赛 球队 比分 裁判 黑哨 输球 进球 世界杯 体育场 绝杀 奥运 全运会 省运会 亚军
  金牌 赛事 点球 争冠 世锦赛 锦标赛 电竞 运动员 田径 世预赛 假球
  | match; game; league; final; champion; stadium; referee; fans; tournament; win title; goal; beat in final; championship; team;
  world cup; olympic; gold medal; medal; athlete; player; coach of team; cup; playoff; e-sports; semifinal; national games; sports event
marathon | 马拉松 越野赛 半马 徒步 登山比赛 自行车赛 跑步 健身步道 全程马拉松 参赛者 选手 赛道 全马 越野跑 失温 补给站 替跑 完赛
  | marathon; half marathon; trail race; race; runner; cycling race; hike; hiking; running race; hypothermia; contestant; competitor;
  cyclist race; trail run; hiker; road race
ticket | 门票 票价 门票价格 购票 门票涨价 预约门票 套票 抢不到票 买票 售票处 年卡 半价票 儿童票 免票 逃票 免费开放 免门票 二次收费 园中园
  景交车 观光车 摆渡车 收门票
  | ticket; admission fee; ticket price; entrance ticket; entry fee; entrance fee; free entry; annual pass; shuttle; sightseeing bus;
  ticket office; free admission
cultural_relic | 文物 古建 古迹 文物破坏 长城 祠堂 古建筑 历史建筑 文保单位 石刻 古桥 古城墙 非遗 佛像 牌坊 遗址 城墙 古塔 刻字 考古 出土
  雕像 雕塑 壁画
  | cultural relic; heritage; ancient building; ancestral hall; relic; historic building; intangible heritage; city wall; archaeological;
  carve name; statue; sculpture; mural; excavate; historical site
religion_super | 封建迷信 算命 烧香 寺庙 宗教 道观 教堂 高价香 菩萨 功德箱 和尚 邪教 风水 庙里 拜神
  | superstition; temple; incense; fortune teller; church; religious; cult; monk; fortune-telling; buddhist; feng shui; taoist
lantern_fair | 灯会 元宵 灯展 庙会 | lantern show; lantern fair; temple fair; lantern festival
spring_festival | 春节 过年 除夕 年夜饭 春运 | spring festival; lunar new year; new year's eve; chinese new year
tomb_sweeping | 清明 扫墓 上坟 祭扫 | tomb-sweeping; grave sweeping
dragon_boat | 端午 龙舟赛 龙舟 划龙舟 | dragon boat
mid_autumn | 中秋 中秋节 | mid-autumn
national_day | 国庆 黄金周 国庆节 | national day; golden week
music_festival | 音乐节 | music festival
drone_show | 无人机表演 灯光秀 | drone show; light show
basketball | 篮球 篮球赛 村ba | basketball
football_game | 足球 足球赛 村超 苏超 国足 中超 | football; soccer; village super league
table_tennis | 乒乓球 羽毛球 | table tennis; badminton
lip_sync | 假唱 | lip-sync
ancient_town | 古镇 老街 古城 古村 古街 | ancient town; old street; old town; ancient village; ancient city
tomb_raid | 古墓 盗墓 | tomb raid; ancient tomb; grave robber
museum | 博物馆 展览 纪念馆 | museum; exhibition; memorial hall
martyr | 烈士 烈士陵园 烈士墓 纪念碑 | martyr; monument; martyrs' cemetery
cable_car | 索道 缆车 索道停运 | cable car; ropeway
zoo | 动物园 野生动物园 | zoo; safari park

[object]
scenic_area | 景区 旅游景点 游客 旅游 景点 导游 风景区 旅行社 森林公园 游客中心 旅行团 旅游团 度假村 自驾游 文旅项目 打卡点 网红打卡 驴友
  温泉 旅游区 研学基地 游览 度假区 5a景区 4a景区 旅游年卡 观景台 徒步者 登山 栈道 露营 野餐 一日游 民宿村
  | scenic area; tourist; tourism; tour guide; scenic spot; travel agency; sightseeing; resort; visitor; attraction; tourist attraction;
  tour group; holidaymaker; hot spring; scenic site; backpacker; campers; beauty spot; tour operator; camping; viewing platform; climber;
  boardwalk; picnic; 5a; 4a
park | 公园 广场 绿道 健身器材 湿地公园 儿童乐园 休闲广场 长椅 喷泉 健身设施 体育公园 植物园 口袋公园 步道 人工湖 秋千 滑梯 体育馆 健身房
  球场 篮球场 体育中心 文化馆 文化广场 少年宫 文化中心 老年大学 老年活动中心 活动中心
  | park; square; fitness equipment; greenway; fountain; gym; botanical garden; bench; slide; swing; gymnasium; sports centre;
  sports center; cultural centre; basketball court; exercise equipment; wetland park; public square; activity centre; cultural center;
  garden; walking trail
"""
