"""Animals, crops and the countryside."""

TABLE = """
[event]
dog_attack | 狗咬人 恶犬伤人 恶狗 恶犬 咬人 流浪狗 烈性犬 遛狗不拴绳 不牵绳 狗咬 被狗咬 大型犬 流浪犬 藏獒 拴绳 狗绳 咬了 遛狗 罗威纳 养狗
  打狗 狗群 野狗 捕狗 犬只 犬吠 狗叫 狗狗 狗吠 狗屎 流浪狗群 咬死羊
  | dog attack; dog bite; stray dog; vicious dog; unleashed; bitten; leash; dog; stray; mastiff; bitten by dog; mauled; barking;
  rottweiler; dog pack; off-leash; bite; dog owner
animal_incident | 野生动物 鳄雀鳝 孔雀 虐狗 蝙蝠 | bear; wildlife; animal cruelty; wild animal
livestock_disease | 死猪 病死猪 口蹄疫 牲畜死亡 病死鸡 扑杀 死鸡 牛结节病 鸡死了 死鸭 死羊 死牛 生猪死亡 病死猪肉 小反刍 羊痘 病死畜禽
  | dead pigs; animal disease; foot-and-mouth; cull; livestock death; dead chickens; sick pigs; animal deaths
crop_failure | 绝收 减产 庄稼死了 歉收 庄稼枯死 苗死了 庄稼被淹 颗粒无收 农药残留 减收 禾苗枯死 倒伏 不出苗 不结果 果树死亡 麦子倒伏
  小麦倒伏 庄稼 庄稼地 果树 烂根 果园 不结穗
  | crop failure; poor harvest; crop loss; failed crop; lodged wheat; wither; pesticide residue; ruined crop; reduced yield; lost harvest;
  crop damage; crops; withered crop; seedlings died; orchard; failed harvest; crops destroyed; fruit tree
unsold_crops | 滞销 卖不出去 烂在地里 没人收 丰收 收购价 菜价低 卖难 价格低迷 农产品滞销 烂市 白菜滞销 砍价收购 压价 收购商 助农 卖不掉
  地头价 几分钱一斤
  | unsold; glut; rotting in field; purchase price; harvest; unsold crop; bumper crop; low price for; farm gate; falling price;
  cannot sell; fail to sell; bumper harvest; unsold fruit; slump in price; price slump
harvester | 收割机 抢收 农机 联合收割机 收麦 夏收 三夏 秋收 收割 跨区作业 麦收 春耕 播种
  | harvester; combine; harvest season; farm machinery; reaping; planting; sowing; spring ploughing; combine harvester; wheat harvest;
  autumn harvest
pest_insects | 虫害 蝗虫 草地贪夜蛾 病虫害 松材线虫 害虫 稻飞虱 美国白蛾 打药 无人机打药 蜗牛 福寿螺 加拿大一枝黄花 外来物种 外来入侵
  | pest; locust; armyworm; insect plague; crop disease; crop pest; invasive species; spraying pesticide; swarm; moth
snake | 毒蛇 被蛇咬 蟒蛇 眼镜蛇 抓蛇 有蛇 蛇咬 银环蛇 | snake; snakebite; python; cobra; venomous snake
wild_boar | 野猪 野猪下山 野猪伤人 野猪毁 | wild boar; boar
monkeys | 猴子 猴群 猴子伤人 野生猴 | monkey; macaque
wasps | 马蜂 胡蜂 马蜂窝 蜂蜇 蜜蜂蜇人 蜇伤 被蜇 蜜蜂 蜂窝 | wasp; hornet; bee sting; bee; wasp nest; stung; honeybee
cats | 流浪猫 虐猫 猫虐待 养猫 猫粮 猫咪 | cat; stray cat; cat abuse
birds | 候鸟 鸟类 白鹭 天鹅 鸽子 麻雀 乌鸦 捕鸟 | bird; migratory bird; egret; swan; pigeon
big_beasts | 黑熊 老虎 野象 狼群 豹子 野狼 鳄鱼 金钱豹 大象 | black bear; brown bear; tiger; wolf; elephant; leopard; crocodile
fire_ants | 红火蚁 蚂蚁 | fire ant; ant
swine_fever | 猪瘟 非洲猪瘟 非瘟 | swine fever; african swine
bird_flu | 禽流感 鸡瘟 h5n1禽流感 h7n9禽流感 | bird flu; avian flu
herbicide_damage | 药害 除草剂 草甘膦 除草剂药害 打错药 飘药 | herbicide; herbicide damage
grain_purchase | 收粮 粮站 粮库 粮食收购 压级压价 卖粮难 打白条 | grain depot; grain purchase; iou
harvest_blocked | 拦截收割机 收割机过路费 拦收割机 | harvester blocked; harvester toll
stray_poison | 毒狗 毒饵 投毒 下毒 | poisoned dog; poison bait; poisoned pet
pets | 宠物 宠物店 宠物医院 投喂 | pet; pet shop; pet clinic
poaching | 捕猎 盗猎 偷猎 电鱼 非法捕捞 禁渔 毒鱼 | poach; electrofishing; illegal fishing; fishing ban

[object]
pork_price | 猪肉 猪肉价格 肉价 菜价 蔬菜 买菜 排骨 | pork; meat price; vegetable; vegetable price; pork price; meat
grain | 粮食 面粉 | grain; flour
fruit | 水果 果农 | fruit; fruit grower
farmer | 农民 种植户 菜农 粮农 菜地 农田 田地 种地 果农户 耕地 良田 蔬菜基地 棚户 土地 种植 田里 地里 蔗农
  | farmer; farmland owner; grower; field; land; agricultural; plantation; planters
wheat | 小麦 麦子 麦田 小麦收购 冬小麦 | wheat; wheat field
rice_crop | 水稻 稻谷 稻田 稻子 大米 插秧 晚稻 早稻 稻米 | rice; paddy; rice field
maize | 玉米 苞谷 苞米 | corn; maize
oilseed | 油菜 油菜籽 花生 大豆 黄豆 食用油 菜籽油 芝麻 | rapeseed; soybean; peanut; cooking oil; sesame
roots | 土豆 红薯 萝卜 马铃薯 山药 | potato; radish; sweet potato; yam
garlic_onion | 大蒜 大葱 洋葱 生姜 辣椒 | garlic; onion; chilli; ginger; scallion
cabbage | 白菜 大白菜 包菜 青菜 西红柿 番茄 黄瓜 | cabbage; tomato; cucumber; leafy vegetable
cadmium_rice | 毒大米 镉大米 镉超标 | cadmium rice; cadmium
tea_crop | 茶叶 茶农 茶园 采茶 春茶 | tea; tea garden; tea farmer
tobacco_leaf | 烟叶 烤烟 烟农 | tobacco leaf; tobacco grower
cotton | 棉花 棉农 | cotton
watermelon | 西瓜 瓜农 甜瓜 哈密瓜 | watermelon; melon
citrus | 柑橘 橘子 橙子 脐橙 柚子 砂糖橘 柠檬 | orange; citrus; tangerine; pomelo; lemon; mandarin orange
apples_pears | 苹果 梨子 桃子 李子 柿子 黄桃 水蜜桃 | apple; pear; peach; plum; persimmon
berries | 草莓 葡萄 樱桃 蓝莓 杨梅 车厘子 猕猴桃 枇杷 | strawberry; grape; cherry; blueberry; kiwi fruit; kiwifruit; loquat; bayberry
tropical_fruit | 荔枝 芒果 香蕉 榴莲 龙眼 菠萝 甘蔗 | lychee; mango; banana; durian; pineapple; sugarcane
eggs | 鸡蛋 蛋价 鸡蛋价格 | eggs; egg price
beef_mutton | 牛肉 羊肉 肉牛 活羊 | beef; mutton; lamb
crayfish_seafood | 小龙虾 海鲜 水产 鱼价 螃蟹 大闸蟹 | seafood; crayfish; crab; shrimp
pig | 生猪 生猪价格 猪价 养猪 仔猪 | hog price; hogs; pig; piglet; swine
chicken_duck | 鸡肉 鸭子 活鸡 家禽 鸭苗 鸡苗 | chicken; poultry; duck
sheep_cattle | 羊群 奶牛 耕牛 黄牛肉 牛羊 | cattle; sheep; goat; cow
greenhouse | 大棚 温室 塑料大棚 | greenhouse; polytunnel
irrigation | 灌溉 浇地 灌溉水 抗旱井 机井 灌溉用水 农田灌溉 水渠灌溉 水利设施
  | irrigation; irrigate; well water; watering crops; irrigation canal
fertiliser | 化肥 农药 复合肥 化肥价格 农资 饲料 农膜 地膜 | fertiliser; fertilizer; pesticide; feed
seeds | 种子 种苗 假种子 出苗率低 发芽率 | seed; seedling; fake seed
cooperative | 合作社 专业合作社 种粮大户 家庭农场 农场 | cooperative; co-operative; farm
"""
