"""Who is at risk, and what officials are said to have done."""

from __future__ import annotations

VULNERABLE_ZH = (
    "学生 儿童 孩子 小孩 娃 幼儿 婴儿 宝宝 未成年 幼儿园 班里 小班 中班 大班 一班 二班 三班 四班 五班 放学 同学 "
    "小学 中学 老人 爷爷 奶奶 老年 养老院 敬老院 颐养院 孕妇 产妇 患者 病人 残疾 失能 家长 侄子 女童 男童 少年 "
    "住院"
)
VULNERABLE_EN = (
    "student students child children kid kids baby infant kindergarten pupils elderly nursing_home care_home "
    "pregnant patient patients disabled"
)

CONDUCT_ZH = (
    "酒驾 醉驾 受贿 贪污 推诿 踢皮球 截留 克扣 滥用职权 粗暴执法 暴力执法 先拖后贴 乱收费 变相 强制购买 隐瞒 瞒报 "
    "谎报 官官相护 吃拿卡要 不作为 乱作为 违规 举报 二次收费 分管 镇干部 村支书 未公示"
)
CONDUCT_EN = "bribe bribery corrupt corruption cover-up drunk_driving abuse_of_power official_denied kickback kickbacks"
