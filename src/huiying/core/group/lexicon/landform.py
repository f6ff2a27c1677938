"""Landforms and works that name places, as a report in another language translates them."""

TABLE = """
[object]
waterfall | 瀑布 大瀑布 飞瀑 | waterfall
reservoir | 水库 库区 大坝 水坝 坝上 拦河坝 蓄水 水闸 闸门 | reservoir; dam; sluice; floodgate; weir
bridge | 桥梁 大桥上 桥上 石桥 铁桥 跨江大桥 桥头 吊桥 浮桥 高架 木桥 古石桥 人行桥
  | bridge; suspension bridge; stone bridge; pontoon; rope bridge
mountain | 山上 大山 山顶 山峰 爬山 后山 山林 山坡 半山腰 山脚 山沟 山头 山区 山谷 峡谷 悬崖 山崖
  | mountain; hill; peak; summit; hillside; valley; gorge; cliff; slope; ridge; canyon; foothill; ravine
cave | 溶洞 山洞 洞穴 岩洞 防空洞 | cave; cavern; karst
island | 海岛 小岛 岛上 半岛 江心洲 沙洲 | island; islet; sandbar
beach | 海边 沙滩 海滩 海水 海上 大海 赶海 涨潮 退潮 离岸流 海浪 海里 | beach; seaside; tide; sea; surf; rip current; coast; offshore
old_tower | 宝塔 钟楼 鼓楼 钟鼓楼 古戏台 古牌楼 | pagoda; bell tower; drum tower; tower
industrial_park | 工业园 产业园 开发区 工业区 化工园区 园区 经开区 高新区 工业园区 化工园 工业集中区 科技园 产业园区 经济开发区
  | industrial park; development zone; industrial zone; chemical park; high-tech zone; industrial estate; business park; economic zone;
  science park; chemical zone; industrial area
market | 菜市场 农贸市场 集贸市场 批发市场 市场里 建材市场 海鲜市场 水果市场 综合市场 早市 夜市 水产市场 小商品市场 美食街 小吃街
  | market; wholesale market; wet market; farmers' market; night market; morning market; food street; vegetable market; produce market;
  snack street; bazaar
station_square | 车站 车站广场 枢纽 换乘 候车厅 | station; terminal; interchange; hub; waiting room; concourse
county | 县城 全县 城区 老城区 新城 新区 县域 城关 城关镇 我县 主城区 市区 郊区 城东 城西 城南 城北 城乡结合部 小县城 老城
  | county; county seat; county town; old town area; new district; downtown; suburb; urban area; outskirts; city centre; town centre;
  new town; city center
forest | 森林 树林 林地 林区 竹林 林场 | forest; wood; bamboo; woodland; grove; tree farm
school_gate | 门口 大门 大门口 路口处 | gate; entrance; doorway
crossing_border | 两省交界 交界处 省界 交界 县界 | border; provincial border; boundary
basement | 地下室 地下车库 车库 地库 人防 地下停车场 架空层
  | basement; underground garage; garage; underground parking; underground car; cellar
roof | 屋顶 楼顶 天台 顶楼 天花板 阳台 外墙 窗户 玻璃 幕墙 围墙 墙体 围挡 广告牌 招牌 店招
  | roof; rooftop; ceiling; balcony; wall; window; external wall; facade; glass; fence; billboard; hoarding; signboard; curtain wall;
  signage; rooftop terrace
"""
