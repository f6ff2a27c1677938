"""Shops, prices, prepaid cards and what people eat outside."""

TABLE = """
[event]
price_hike | 涨价 价格上涨 哄抬物价 太贵 坐地起价 哄抬 涨价太离谱 物价上涨 乱涨价 价格翻倍 收费太高 高价 贵得离谱 价格虚高 涨了 提价 调价
  价格上调 上调 上涨 涨幅 涨到 贵了 越来越贵 价格听证 停车费上涨 涨价通知 擅自涨价 乱加价 变相涨价 价格欺诈 虚高 物价
  | price rise; price increase; price hike; overpriced goods; gouge; price surge; jack up; raise price; expensive; pricey; rise in price;
  price up; costly; raised fee; fee increase; soaring price; higher price; price adjustment; inflated; fee hike; rate hike; inflation;
  price fraud; prices soar; price-gouging
prepaid_card | 预付卡 会员卡 充值卡 办卡 储值卡 美容卡 理发卡 年卡跑路 充值 预付费 退卡 储值 余额 会员 会员费 卡里还有 卡里余额 预付式消费
  购物卡 退卡难 充卡 次卡 私教课 游泳卡 洗车卡
  | prepaid card; membership card; prepaid; top-up; stored-value; prepayment; membership; prepaid fee; membership fee; store card;
  prepaid membership; remaining balance; card balance; gift card
food_safety | 食品安全 不卫生 卫生不合格 食品问题 变质食品 食安 毒豆芽 不合格食品 抽检不合格 食品卫生 无证餐饮 卫生问题 隔夜菜 甲醛泡
  不合格 食品添加剂 农残超标 油条 辣条 重复使用餐具 国标 大肠杆菌 菌落总数
  | food safety; unhygienic; unsanitary; tainted food; food hygiene; hygiene; substandard food; unqualified food; filthy; failed test;
  food quality; industrial salt; unqualified product; e coli; coliform; bacteria; sanitary
consumer_dispute | 退货 维权难 消费纠纷 质量不合格 不给退款 售后 不给修 消费者 商家 顾客 产品质量 买到 购买的 消费投诉 网购 商家跑路
  七天无理由 家电 保修 三包 霸王餐 服务差 消费陷阱 诱导消费 误导消费 虚假广告 夸大宣传 捆绑销售 强制消费套餐 虚标 以旧充新 店大欺客
  质量有问题 货不对 翻新机 调包 不认账
  | consumer dispute; faulty goods; return goods; shoddy product; customer; consumer; merchant; after-sales; warranty; defective;
  false advertising; online purchase; defective product; shopper; home appliance; product quality; misleading ad; bundled sale;
  false advertisement; hard sell; tie-in sale; refurbished; shopkeeper; buyer; retailer
wedding_banquet | 农村宴席 聚餐 升学宴 满月酒 寿宴 大操大办 随礼 份子钱 白事 红白事 谢师宴 办酒席 年会
  | dinner party; banquet guests; birthday feast; cash gift; family dinner; birthday banquet
cigarette | 香烟 吸烟 抽烟 烟草 电子烟 禁烟 二手烟 卖烟 未成年烟 槟榔
  | cigarette; smoking; tobacco; vape; second-hand smoke; e-cigarette; secondhand smoke; vaping; smoker; betel nut
gold_shop | 黄金 金店 金价 首饰 | gold shop; jewellery; jewelry; gold price
banquet_illness | 婚宴 喜宴 流水席 坝坝宴 吃席 宴席 酒席
  | wedding banquet; feast; village banquet; wedding feast; wedding dinner; outdoor banquet
short_weight | 缺斤短两 缺斤少两 短斤少两 鬼秤 八两秤 阴阳秤 | short weight; rigged scale; scales rigged; under-weigh
gutter_oil | 地沟油 泔水油 口水油 老油 | gutter oil; reused oil; recycled oil
banned_additive | 添加剂 苏丹红 瘦肉精 三聚氰胺 吊白块 罂粟壳 防腐剂 硫磺 工业明胶
  | additive; banned additive; preservative; clenbuterol; melamine; sulphur
food_workshop | 黑作坊 小作坊 | underground workshop; illegal workshop; unlicensed workshop
dirty_kitchen | 后厨 后厨脏 脏乱 卫生堪忧 明厨亮灶 | dirty kitchen; filthy kitchen; kitchen
gym_shut | 健身房跑路 健身卡 健身房会员 退健身卡 | gym card; gym membership; gym closure
lesson_fees | 课时费 剩余课时 培训机构跑路 退课 退课时费 | unused lesson; prepaid course; lesson fee
used_car | 二手车 买车 车行 泡水车 调表车 | used car; second-hand car; car dealer; car dealership; dealership
hair_salon | 理发店 美发 理发 理发店跑路 美容美发 | barber; hairdresser; hair salon; hairdressing
photo_studio | 照相馆 影楼 婚纱照 婚纱摄影 | photo studio; wedding photo
domestic_help | 家政 保姆 月嫂 家政公司 | nanny; housekeeper; domestic helper; babysitter

[object]
restaurant | 餐馆 饭店 餐厅 小吃店 早餐店 餐饮店 饭馆 快餐 小饭馆 熟食店 卤味店 凉菜 凉皮 包子铺 羊肉汤 小吃 酒楼 肯德基 麦当劳 自助餐
  咖啡店 烤鱼 饺子 炸鸡 预包装 包子 茶楼 甜品店 茶馆
  | restaurant; eatery; diner; snack bar; food stall; fast food; cafe; breakfast shop; deli; food shop; buffet; coffee shop; dumpling;
  teahouse; street food; steamed bun
supermarket | 超市 便利店 商店 小卖部 批发部 店铺 店家 店主 老板 商户 零食店 连锁超市 收银台 生鲜超市 社区团购 团购 菜店 水果店 个体户
  文具店 生鲜 售货员 店员
  | supermarket; convenience store; grocery; shopkeeper store; store; shop owner; grocer; stationery shop; cashier; chain store;
  tuck shop; snack shop; grocery store; shop assistant; trader; group buying; corner shop; storekeeper
milk_powder | 奶粉 牛奶 婴儿奶粉 毒奶粉 酸奶 乳制品 奶制品 纯牛奶 配方奶
  | milk powder; milk; infant formula; baby formula; dairy; formula milk; yoghurt; yogurt
drink_water_goods | 饮料 酱油 食用盐 粽子 零食 方便面 冰淇淋 雪糕 糖果 香肠 火腿肠 腊肉 豆腐 豆芽 腐竹 调料 辣椒面 火锅底料 蜂蜜 罐头 汤圆
  年糕 鸭脖 鸭货 卤菜 盒马
  | soft drink; soy sauce; snack; zongzi; instant noodle; ice cream; candy; sausage; tofu; bean sprout; beverage; honey; salt;
  canned food; sweets; rice dumpling; ham; drinks; spice
child_goods | 文具 童装 婴儿车 牙签弩 水弹枪 激光笔 | stationery; children's wear; pram; laser pointer; children's clothes
barber | 美容店 洗车店 汽修店 修车 维修店 干洗店 搬家公司 开锁 搬家 洗衣店 汽修 4s店
  | car wash; laundry; salon; removal company; locksmith; dry cleaner; auto repair; beautician; movers
gym | 瑜伽馆 健身馆 私教 瑜伽 健身俱乐部 健身会所 舞蹈班 舞蹈室 跆拳道 武术学校 武校 游泳课
  | gym member; yoga; fitness club; personal trainer; fitness centre; fitness center; dance class; taekwondo; fitness studio;
  martial arts; dance studio; health club
insurance_sale | 保险 车险 退保 商业保险 保险销售 保单 寿险 保险业务员 交强险
  | insurance; policyholder; insurance agent; car insurance; premium; insurance policy; life insurance
phone_plan | 话费 套餐 流量套餐 手机号 电话费 乱扣话费 携号转网 手机卡 办卡套餐 宽带费 营业厅 运营商 中国移动 中国电信 中国联通 广电
  有线电视 机顶盒 违约金
  | phone bill; phone plan; data plan; mobile operator; sim card; carrier; phone company; cable tv; china mobile; set-top box;
  china telecom; phone credit; contract penalty
milk_tea | 奶茶 奶茶店 蜜雪冰城 柠檬水 | milk tea; bubble tea; tea shop
hotpot | 火锅 火锅店 海底捞 麻辣烫 | hotpot; hot pot
barbecue | 烧烤 烧烤店 烧烤摊 烤肉 大排档 | barbecue; skewers; kebab
noodle | 面馆 米粉店 粉店 螺蛳粉 | noodle shop; noodles
cake_bread | 蛋糕 蛋糕店 烘焙 月饼 | cake; bakery; cake shop; mooncake; bread
liquor | 白酒 酒水 啤酒 假酒 散酒 | liquor; beer; baijiu; fake liquor; fake alcohol; spirits
power_bank | 充电宝 电热毯 | power bank; electric blanket
toys | 玩具 毒玩具 儿童玩具 水晶泥 萝卜刀 磁力珠 烟卡 | toy; slime; magnetic bead
watches_kids | 电话手表 儿童手表 | kids' watch; smart watch; smartwatch
sanitary_pads | 卫生巾 尿不湿 纸尿裤 | sanitary pad; diaper; nappy; sanitary towel
"""
