"""Warnings of weather and other official alerts."""

TABLE = """
[event]
schools_shut_weather | 停课停学 停工停课 停课通知 全市停课 停课 停学 停运停课
  | class suspended; suspend class; school closed; classes cancelled; school suspension; classes halted; school shut
sunny | 晴天 降雨结束 天气转晴 雨停了 回暖 | clear sky; rain stops; sunny

[act]
weather_warning | 气象预警 红色预警 橙色预警 黄色预警 蓝色预警 预警信号 气象台 天气预报 气象局 发布预警 暴雨预警 高温预警 台风预警
  寒潮预警 大雾预警 大风预警 天气预警 气象部门 雷电预警 升级预警
  | weather warning; red alert; orange alert; yellow alert; rainstorm warning; storm warning; weather forecast; meteorological;
  alert issued; warning signal; weather bureau; weather alert; blue alert; orange warning; red warning; yellow warning; forecaster;
  meteorological bureau
warning_lifted | 解除预警 预警解除 解除警报 | warning lifted; alert lifted; all clear
safety_reminder | 温馨提示 安全提示 安全提醒 友情提醒 提醒市民 请市民 防范提示 提醒广大 告知书 一封信 温馨提醒 注意安全 科普 宣传活动
  | reminder; safety tip; remind; safety notice; advice to residents; awareness campaign; public notice; awareness
disaster_response | 应急响应启动 启动应急响应 四级响应 三级响应 二级响应 一级响应 防汛指挥部 防指
  | level iv response; flood control headquarters; emergency headquarters; response level; activated emergency
"""
