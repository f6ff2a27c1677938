"""Phrases that hold a word of harm without any harm; the longest match wins, so they hide it."""

from __future__ import annotations

ZH = (
    "笑死 累死 热死 气死 吓死 饿死 困死 急死 烦死 爱死 美死 冷死 堵死 该死 死人设 信息爆炸 爆炸头 人气爆炸 爆炸性 "
    "票房爆炸 炸了锅 热搜炸了 评论区炸了 粉丝炸了 塌房了 塌房 吐了口气 吐槽 电脑中毒 病毒式 情绪中毒 恋爱脑中毒 "
    "中毒太深 死亡笔记 死亡之组 死亡搁浅 视觉污染 光污染 语言污染 防溺水 预防溺水 防滑坡 防触电 防中毒 防诈骗 "
    "反诈骗 遇难题 火灾险 捅娄子 捅破 捅咕 卡在一起 卡在喉咙 命悬一线 救命恩人 救命稻草 火光四溅 求救命 心态炸了 "
    "心态崩 裂开了 人裂开 塌方式 传染力 笑声传染 聚集性感染防控 漏气球 大火了 火出圈 被困惑 失踪人口回归 跳楼价 "
    "跳楼机 自杀式 社死 社会性死亡 笑不活 漏电保护 漏电开关 落水报警 害死人 笑死人 气死人 烦死人 急死人 吓死人 热死人 冻死人 挤死人 "
    "灭火 消防演示 致死率 死亡率 打死我 打死也 打死都 打死不 三观塌 人设塌 人设崩塌 嗓子冒烟 热得冒烟 "
    "祖坟冒青烟 卡在这 卡在那 防火 防烟 火灾保险 笑到打滚 打电话 打招呼 打车 打印 "
    "打卡 打扫 打听 打算 打开 打包 打球 打牌 打工 打折 打针吃药 打游戏 打分 打疫苗 打官司 打篮球 打羽毛球 打乒乓 "
    "打110 打120 打119 打12345 打热线 打市长 打桩 打卡点 走了之 原地爆炸 服务器炸了 蛋糕塌了 整个人都塌了 "
    "人都塌了 手机掉水里 手机掉河里 高考决胜 爆款 爆仓 爆满 抖音 抖起来 裂开来 缝缝补补 摔跤 吐血推荐 吐真言 "
    "老打老实 一打一 我人没了 我也死了 我死了 我爆炸 到爆炸 到原地去世 价格打骨折 打骨折价 尸体有点 九死一生 笑到断气 馋死 甜死 酸死 "
    "美到窒息 帅到窒息 救命啊好吃 杀疯了 杀青 炸裂 炸街"
)
EN = (
    "killer_app dead_battery dead_tired dead_end dead_link dead_code drop_dead_gorgeous dead_heat dead_sea "
    "to_die_for fire_sale death_star death_march blast_from_the_past having_a_blast crash_course market_collapse "
    "wave_function_collapse denial_of_service code_injection leaked_memo infected_mushroom killed_off "
    "killed_by_google killed_it killed_the killed_a_cactus phone_is_dead battery_is_dead "
    "battery_is_dying died_laughing dead_funny drowning_in_paperwork drowning_in_work "
    "drowning_in_debt engine_died phone_died battery_died fatal_error data_breach suicide_squad "
    "process_killed shooting_star photo_shooting i_am_dead i'm_dead im_dead dead_last dead_on_my_feet dead_calm dead_easy"
)
