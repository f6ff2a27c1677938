"""Names of places that are other things as well: the words by which a place is told from them."""

from __future__ import annotations

# Short names that are also words of everyday speech or names of other things: they need a second sign.
WORDS = """
白银 日照 来宾 中卫 安康 阿里 和田 大庆 德州 开封 东方 黄山 长治 山南 安顺 白山 白城 玉树 大理 海西 海北 海东 黄南 四平 文山 红河 凉山
兴安 平凉 天水 宁德 三明 安庆 昌都 朝阳 大同 中山 吉安 平安 光明 互助 大方 大关 大通 太平 和平 团结 民乐 永胜 前进 向阳 新华 龙门 红旗
安居 文成 定安 武定 安定 太和 东山 西山 长安 长乐 长寿 方正 双流 上林 江山 新城 高明 青年 开化 富民 兴国 宁化 北海 洪江 青龙 白云 金山
宝山 清新 太湖 洪湖 天台 长白 集贤 新民 北安
"""

# Short names of counties that nobody takes for one without its suffix, whatever else the text names.
NEVER = """
中方 合作 白玉 资源 公安 凤凰 友谊 友好 麒麟 建华 大名 西湖 南部 共和 武功 延长 泰山 江南 万年 通道 子长 运河 上高 小金 比如 天元 马龙
会同 南海 古城 大厂 东方 解放 城区 郊区 新区 市中 城关 城中 城东 城西 城南 城北 河东 河西 河南 江北 江东 江岸 海岸 港口 铁路 矿区 东区
西区
"""

# In these a place is named without being meant. They are looked for like names, and being longer they win.
PHRASES = """
大同小异 天下大同 世界大同 大同社会 朝阳产业 朝阳行业 朝阳群众 长治久安 德州扑克 哈密瓜 和田玉 阿里巴巴 阿里云 大理石 东方明珠 中山装
中山陵 中山大学 孙中山 白银价格 玉树临风 安康码 平安保险 太平洋 和平共处 寿比南山 海南鸡饭 重庆小面 兰州拉面 北京时间 北京烤鸭 上海滩
马里兰州 新东方 杀青海报 回应城市 沿海城市 各城市 老城区 造新城区 在新城区
"""

# After these characters what looks like a suffix is none: 市场, 区别, 州 and 旗 in 旗帜.
NO_SUFFIX = {"市": "场值面价集盈", "区": "别分块间域", "省": "略心力去钱事", "旗": "帜袍舰下", "盟": "友主约"}

# Offices and people of a place that stand directly after its name.
OFFICES = """
警方 公安(?!部) 法院 检察院 政府 消防 交警 城管 网信 卫健 教育局 教体局 应急 市场监管 融媒 供电 水务 医保 人社 住建 文旅
居民 市民 村民 人民医院
"""

# Names that are in every county, in parts: beginnings and kinds of streets and the like, and whole names of schools and hospitals.
EVERYWHERE_BEGIN = """
人民 解放 和平 中山 建设 新华 胜利 团结 文化 光明 幸福 红旗 红星 友谊 劳动 民主 复兴 振兴 迎宾 滨河 滨江 环城 工业 中心 朝阳 向阳 东风 前进
长江 黄河 北京 上海 南京 东 西 南 北 新 老 大 小 上 下
"""
EVERYWHERE_KIND = "路 街 大道 大街 巷 广场 公园 桥 河 村 新村 小区 社区 市场"
EVERYWHERE_WHOLE = """
(?:第?[一二三四五六七八九十]{1,2}|实验|中心|机关|希望|中心完全)(?:中学|高中|初中|小学|幼儿园|中|小|幼)
(?:人民|中心|中|妇幼|妇幼保健)(?:医|卫生)?院
"""
