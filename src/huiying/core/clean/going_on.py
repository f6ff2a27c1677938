"""What often stands right behind who did it, so that a name of two characters ends before it: 护士苏亮|全程."""

_WORDS = """
跳下 跳进 拉着 举着 领着 抱着 背着 扶着 推着 骑着 当年 早上 上午 下午 傍晚 晚上 深夜 昨夜 今早 今晨 事后 最后 恰好 刚好
忽然 停职 得救 脱险 跌倒 摔倒 烧伤 烫伤 骨折 手术 治疗 康复 痊愈 分娩 临产 怀孕 求救 起诉 上诉 害怕 感动 感谢 感慨 无奈
无助 崩溃 痛哭 流泪 落泪 哽咽 激动 愤怒 气愤 着急 焦急 连夜 连忙 急忙 赶紧 当即 现场 亲眼 亲手 按照 组织 拒绝 同意 配合
协助 关掉 喝下 误食 服用 注射 使用 操作 驾车 乘坐 搭乘 上班 下班 加班 值班 巡逻 巡查 检查 工作 务工 打工 退休 辞职 离职
入职 毕业 就读 上学 考上 考取 获得 当选 入选 必须 全身 全部 总共 平均 每年 每月 常常 常年 屡次 反复 再次 首次 第一次
第二次 相继 陆续 同时 共同 单独 竟然 居然 果然 实际 身上 身边 身后 持刀 手持 身穿 身着 身高 体重 户籍 籍贯 昨晚 去年
前年 财物 贿赂 钱款
"""
GOING_ON = frozenset(_WORDS.split())


def goes_on(text: str, position: int) -> bool:
    """Whether such a word stands at a place."""
    return text[position : position + 2] in GOING_ON or text[position : position + 3] in GOING_ON
