"""The words by which one tells what an item does. Folded, separated by spaces; an underscore stands for the space within a phrase."""

from __future__ import annotations

PLEA = (
    "求助 求辟谣 投诉 反映 举报 控诉 维权 怎么办 咋办 咋了 咋回事 怎么回事 怎么了 没人管 没人理 有没有人管 谁管 谁来管 管管 "
    "找谁 凭什么 凭啥 为什么 为啥 难道 至今 多次 三番五次 推诿 踢皮球 不给 不让 不退 不管 不理 不作为 收费 乱收 加价 涨价 "
    "贵 罚 罚单 强制 被迫 变相 自愿 逼 堵 吵 扰民 噪声 噪音 施工 臭 脏 坏了 停了 没了 关门 关停 停运 停工 烂尾 取消 清退 "
    "要求 请求 希望 不公 不透明 未公示 没公示 名单 差价 补偿 拆迁 征地 退费 退款 欠 骗 谣 真的假的 不见 丢 缺 漏 "
    "裂 塌 泡 淹 积水 烂 浑 怪味 味道 虫 苍蝇 过期 预制菜 打人 骂 态度 酒驾 醉驾 公车 公款 打瞌睡 副乡长 副局长 书记 干部 "
    "城管 执法 拖车 抓拍 摆拍 缺斤 秤 宰客 被宰 避雷 救命 危险 可怕 惨 恶心 气死 离谱 呵呵 敢 管不了 没人来 再等等 "
    "怎么有 考虑一下 建议 反味 没有医生 没拉 没填 不填 个月了 半个月 越来越 修得慢 别想 少一半 上不去 限行 熏得 转办 找社区 "
    "still_nobody to_complain three_weeks no_way_home complain complains complaint complaints nobody no_one still_no "
    "still_not still_hasn't still_haven't refuse refuses refused overcharg overchargd overchargs unpaid scam scammed "
    "scammer scams broken closed why who_do_i anyone_else anyone_know illegal dangerous danger fine fines fined charge "
    "charges charged without_notice without_warning help stuck dirty waiting gone locked dust noise dark"
)
FIRST_HAND = (
    "我 俺 咱 刚才 刚刚 现在 今早 今晚 昨晚 昨夜 今天 楼下 楼上 门口 隔壁 这边 那边 后面 谁 快来 快去 救命 有人 半夜 ! i we "
    "my our me us just right_now someone this_morning tonight last_night"
)
GOOD = (
    "点赞 致敬 获奖 金奖 表扬 暖心 好评 夺冠 冠军 揭幕 开幕 启动仪式 开园 联赛 比赛 决赛 演唱会 音乐节 文化节 书市 市集 "
    "集市 讲座 公益 志愿者 救人 好人 爱心 送考 牛人 上线 开业 招聘 报名 增开 增停 新增 加开 开通 延时开放 免费 攻略 好吃 "
    "好看 美 幸福 感动 谢谢 感谢 真汉子 太赞 点个赞 thanks thank lovely congratulations festival won prize opens free "
    "concert recipe"
)
ROUTINE = (
    "温馨提示 计划停电 计划停水 停电公告 停水公告 停电通知 检修 公示 公告如下 通知如下 意见征求 征求意见 招聘公告 报名时间 "
    "预防接种 接种安排 赛程 气象台 预计未来 黄色预警 蓝色预警 防溺水 例行 提示 安排 须知 问答 名单公布 交通管制 调整公告 "
    "恢复 完毕 处置完 已修复 已整改 回应 说明 答复 通报 整改 追回 查封 找到 平安"
)
ASKS = "咨询 请问 哪里能 怎么报 怎么办理 如何办理 什么时候 几点 多少钱 值吗 推荐 求推荐 求租 转让 出售 二手"
