"""Roads, buses, cars, parking, rail and flight."""

TABLE = """
[event]
traffic_accident | 车祸 交通事故 追尾 撞车 相撞 侧翻 翻车 撞人 连环车祸 车辆起火 撞上 碰撞 撞死 冲下路基 冲进 失控 撞倒 剐蹭 撞飞 连撞
  坠崖车 车撞 被撞 冲入 撞树 碾压 撞断 轧死 交通肇事 肇事 被车撞 撞了 擦碰 失控冲 起大车祸
  | traffic accident; car crash; crash; collision; collide; rear-end; overturn; pile-up; run over; road accident; rollover; hit by car;
  knocked down; lost control; car accident; smash into; bus crash; struck by; road crash; hit pedestrian; veer
traffic_jam | 堵车 拥堵 交通拥堵 堵死 大堵车 堵成 堵得 排队几公里 交通瘫痪 路堵 堵了 堵路 堵塞 堵在路上 缓行 交通堵塞 大拥堵 高速堵
  水泄不通的路 堵到
  | traffic jam; congestion; gridlock; traffic congestion; congested; tailback; snarled; jammed; bumper-to-bumper; clogged
road_closure | 封路 交通管制 道路封闭 断路 断头路 绕行 临时封闭 禁行 限行 封闭施工 交通中断 封闭 高速封闭 道路中断 临时管制 限号 禁止通行
  半幅封闭 封桥 路不通 封道
  | road closure; road closed; traffic control; detour; closed to traffic; road shut; dead end; diversion; traffic restriction;
  road block; vehicle ban; closed road; blocked road; no through; lane closure
pothole | 坑洼 坑洞 路面破损 路烂 路面坑洼 烂路 坑坑洼洼 破损严重 路况差 路面不平 路太烂 大坑小坑 水坑 路面开裂 年久失修 泥泞 道路破损
  路坏了 路难走 翘起 没人修 颠簸 坑太多 泥巴路 泥路 稀巴烂 未修复 道路硬化 不修路 重修 沥青 减速带 路修 路面修复 未恢复路面
  | pothole; damaged road; bumpy; road damage; poor road; uneven road; rutted; broken road; muddy road; cracked road; disrepair;
  road surface; speed bump; bad road; tarmac
bridge_damage | 断桥 桥塌 桥面破损 危桥 桥梁坍塌 桥断了 桥梁垮塌 桥面断裂 桥墩 桥梁裂缝 断裂 桥面 桥封 限高架 限高杆 桥面塌 桥梁限行
  | bridge collapse; dangerous bridge; damaged bridge; bridge crack; broken bridge; height limit; bridge pier; bridge closed;
  unsafe bridge; height barrier
bus_service | 公交停运 公交改线 取消公交 公交减班 公交班次少 等不到公交 停运公交 公交线路调整 公交线路 班次 甩站 拒载 发车间隔 等车 末班车
  不停站 公交不停 首班车 公交停了 停运 班次减少 公交票价 撤销公交 延误 取消班次 晚点 甩客 停班 改道 公交车少 等了一个小时 间隔太长
  线路调整 线路取消
  | bus cancelled; bus service; route change; bus suspended; skipped stop; bus route; fewer buses; bus line; bus timetable; bus delay;
  delay; cancelled bus; bus cut; service suspended; last bus; bus frequency; refuse passenger; bus schedule; bus stopped running;
  infrequent bus; reroute
overcharge_taxi | 绕路 宰客 不打表 乱要价 议价 黑车 打表 出租车拒载 拼客 一口价 加价 绕道 高价打车 不打表计费 漫天要价
  | refuse meter; illegal taxi; detour taxi; unmetered; rip off passenger; unlicensed taxi; without meter
parking_dispute | 停车难 乱停车 违停 乱收停车费 停车费 占道停车 锁车 僵尸车 没地方停 停车收费 贴条 抢车位 乱停乱放 拖车 违停罚单 收费停车
  路边收费 停车泊位 地锁 私占车位 路内停车 咪表
  | parking; illegal parking; parking fee; double parking; towed; parking charge; parking ticket; parked cars; kerbside parking;
  paid parking; roadside parking; abandoned car; blocked by cars
traffic_fine | 罚单 违章 扣分 罚款太多 交警罚款 违章罚款 摄像头 无证驾驶 压线 天价罚款 罚款上瘾
  | traffic fine; violation; penalty points; traffic violation; traffic ticket; without licence; unlicensed driver
signal_light_fault | 标志标线 地下通道 转弯 标线 路口 减速标志 人行道 十字路口 指示牌
  | junction; intersection; crossroads; sidewalk; pavement; road sign; road marking
shared_bike | 共享单车 共享电车 共享电单车 哈啰 共享电动车 共享单车乱停 调度费 共享汽车
  | shared bike; bike share; shared e-bike; dockless; shared bicycle; e-bike sharing
train_delay | 停运列车 列车停运 候车 列车故障 滞留旅客 高铁停运 旅客滞留
  | stranded passenger; cancelled train; train cancelled; train breakdown
vehicle_defect | 新车故障 新能源车起火 自燃车 电动汽车起火 4s店维权 | car defect; ev fire; electric car fire; faulty car; vehicle defect
train_late | 列车晚点 高铁晚点 火车晚点 | train delay; delayed train
flight_trouble | 航班取消 航班延误 备降 | flight delay; flight cancelled; delayed flight; cancelled flight; diverted flight
brake_failure | 刹车失灵 刹车失灵车 油门当刹车 踩错油门 | brake failure; wrong pedal; mistook accelerator
wrong_way | 逆行 闯红灯 | wrong way; red light; jump red light; run red light
into_crowd | 冲进人群 冲撞 冲入人群 撞向人群 | plough into; plow into; rammed; drove into crowd
into_water | 坠河 掉进河 冲进河里 坠入河中 坠桥 | plunge into river; plunged off bridge; car in river; into river

[object]
bus | 公交 公交车 公共汽车 客车 大巴 班车 中巴 客运 公交司机 大巴车 客运站 城乡公交 公交公司 公汽 旅游大巴 面包车 长途车 汽车站 乘车
  | bus; coach; minibus; bus driver; bus station; coach station; van; bus company; long-distance bus; buses
taxi | 出租车 的士 打车 司机 的哥 出租车司机 摩的 | taxi; cab; driver; taxi driver; cabbie; motorcycle taxi
train | 高铁 火车 列车 动车 火车站 高铁站 高铁票 候车室 检票 火车票 绿皮车 铁路
  | train; high-speed rail; railway; railway station; bullet train; rail; train ticket; train station
plane | 飞机 机场 航班 航空公司 坠机 迫降 客机 | plane; airport; flight; airline; aircraft; plane crash
road | 道路 马路 公路 路面 县道 国道 省道 村道 乡村公路 大桥 路基 通村公路 主干道 辅路 土路 水泥路 村村通 街道上 路段 环线 巷子 柏油路
  盘山公路
  | road; highway; carriageway; roadway; main road; lane; alley; road section; country road; village road; street
truck | 轿车 私家车 小轿车 小汽车 越野车 救护车和 皮卡 车辆 大车 货运 | car; vehicle; suv; sedan
ferry | 渡口 轮渡 渡轮 码头 船只 游船 快艇 渔船 货船 游轮 冲锋舟 竹筏 橡皮艇 观光船
  | ferry; pier; boat; wharf; speedboat; dock; vessel; cruise; barge; fishing boat; ship; tour boat; rubber boat
driving_school | 驾校 学车 教练车 科目二 科目三 驾考 退学费驾校 驾校教练
  | driving school; driving test; learner; driving licence test; driving instructor
pedestrian | 行人 路人 过路人 乘客 旅客 乘客们 司乘
  | pedestrian; passer-by; passerby; passenger; traveller; bystander; commuter; passersby; travelers
motorcycle | 摩托车 摩托 机车 | motorcycle; motorbike
electric_bike | 电动车 电动自行车 电车 小电驴 电瓶车 | e-bike; electric bicycle; electric bike; ebike; moped; electric scooter; scooter
bicycle | 自行车 单车 骑车人 骑行 | bicycle; cyclist; cycling
electric_car | 新能源车 电动汽车 新能源汽车 | electric car; electric vehicle; ev
heavy_truck | 大货车 货车 卡车 半挂车 重型货车 货车司机 挂车 | truck; lorry; trailer; heavy truck
dump_truck | 渣土车 泥头车 工程车 翻斗车 | dump truck; muck truck
tanker | 罐车 油罐车 槽罐车 水泥罐车 搅拌车 | tanker; tank truck; cement mixer
tractor | 拖拉机 农用车 三轮农用车 | tractor; farm vehicle
three_wheeler | 三轮车 电动三轮 三轮 老年代步车 老头乐 代步车 | tricycle; three-wheeler; mobility scooter
drone | 无人机 黑飞 | drone
helicopter | 直升机 | helicopter
subway | 地铁 轻轨 地铁站 轨道交通 | metro; subway; light rail
ride_hailing | 网约车 滴滴 网约车司机 顺风车 拼车 | ride-hailing; didi; carpool
bus_card | 公交卡 老年卡 老年公交卡 刷老年卡 爱心卡 | bus card; bus pass; senior bus card
bus_stop | 公交站 站牌 候车亭 公交站台 站台 | bus stop; bus shelter
expressway | 高速 高速公路 高速路 绕城高速 匝道 服务区 | expressway; motorway; freeway; service area
toll | 收费站 过路费 通行费 高速费 etc收费 | toll; toll station; toll booth; toll fee
tunnel | 隧道 下穿通道 下穿隧道 涵洞 | tunnel; underpass; culvert
overpass | 天桥 过街天桥 人行天桥 立交桥 高架桥 | footbridge; overpass; flyover; viaduct
zebra_crossing | 斑马线 人行横道 过马路 没有红绿灯 | zebra crossing; crosswalk; pedestrian crossing; crossing
traffic_lights | 红绿灯 红绿灯坏 信号灯 交通信号灯 红绿灯时间短 | traffic light; traffic signal
speed_camera | 电子眼 抓拍 测速 电子警察 隐形限速 限速 超速 | speed camera; speeding; speed limit
drunk_driving | 酒驾 醉驾 查酒驾 毒驾 酒后驾车 酒后驾驶 | drunk driving; drink-driving; drunk driver; dui
helmet | 头盔 不戴头盔 一盔一带 | helmet
overloading | 超载 超限 货车超载 大货车超载 治超 压坏路 | overload; overloaded truck; overloaded lorry
guardrail | 护栏 栏杆 护栏断裂 隔离护栏 栏杆断裂 桥护栏 防护栏 | guardrail; railing; barrier; broken railing
roadworks | 修路 道路施工 挖路 反复开挖 挖了又填 修了又修 | roadworks; road work; road repair; dug up; resurfacing

[body]
transport_bureau | 交通局 交通运输局 运管所 公路局 交通部门 交通运输 公路段 交投集团 运管处 市政 市政部门 公路中心 交通执法 公路养护
  市政局 高速交警
  | transport bureau; transport authority; highway bureau; transport department; municipal works; municipal department; traffic authority;
  road authority; transport official; traffic department; highway authority; municipal bureau
"""
