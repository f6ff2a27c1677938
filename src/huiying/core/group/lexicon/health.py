"""Hospitals, diseases, food poisoning, vaccines, medicines and care of the old."""

TABLE = """
[event]
food_poisoning | 食物中毒 吃坏肚子 食源性疾病 误食 沙门氏菌 身体不适 吃了之后 食品中毒 集体不适 发热呕吐 亚硝酸盐
  | food poisoning; fell ill; fall ill; sick after eating; salmonella; taken ill; food-borne
outbreak | 疫情 暴发 爆发疫情 聚集性疫情 病例 确诊 感染 阳性 传染 传染病 群体性 交叉感染 传播 疑似病例 散发病例 密接 隔离 聚集性 新增病例
  院内感染 院感 疫情防控 封控 中招 被传染
  | outbreak; epidemic; infection; infected; cluster; confirmed case; contagious; infectious disease; quarantine; isolation;
  cross-infection; hospital infection; lockdown; suspected case; transmission; test positive
flu | 流感 甲流 乙流 感冒 呼吸道 合胞病毒 腺病毒 呼吸道感染 病毒性感冒
  | flu; influenza; respiratory; cold symptoms; respiratory infection; adenovirus
hfmd | 手足口 手足口病 疱疹性咽峡炎 疱疹 | hand foot; herpangina
rabies | 狂犬病 狂犬疫苗 疯狗 狂犬 破伤风 | rabies; rabies vaccine; mad dog; rabid; tetanus
tuberculosis | 肺结核 结核病 结核 | tuberculosis; tb
dengue | 登革热 基孔肯雅热 疟疾 血吸虫 鼠疫 猴痘 霍乱 布病 炭疽 恙虫病 蜱虫 出血热 蚊虫 灭蚊 布鲁氏菌
  | dengue; chikungunya; malaria; cholera; plague; mpox; brucellosis; mosquito; anthrax; tick bite; schistosomiasis; scrub typhus
cancer_cluster | 癌症村 癌症高发 白血病 镉中毒 集体患癌 得癌 | cancer village; cancer cluster; leukaemia; leukemia
medical_dispute | 医闹 医疗纠纷 医疗事故 医患纠纷 医疗差错 开错药 治死 医死 庸医 医患 乱开药 纱布遗留
  | medical dispute; malpractice; medical error; wrong medicine; medical accident; negligence; wrong drug
overtreatment | 过度医疗 过度检查 乱收费看病 天价医疗费 开大处方 套餐检查 重复检查 天价药 天价住院费 诱导手术 小病大治 手术台加价 过度治疗
  乱检查 术中加价
  | overtreatment; unnecessary test; overcharge patient; unnecessary surgery; sky-high medical; excessive treatment; needless test;
  inflated medical
queue_hospital | 挂号难 挂不上号 排队几小时 看病难 一号难求 排长队 排队 号贩子 黄牛号 没床位 床位紧张 一床难求 走廊加床 等了三个小时
  输液排队 人太多 号源 加号 候诊 长队 大排长龙 等候 排了
  | long queue; queue; waiting time; no bed; bed shortage; waiting hours; scalper; long line; hours waiting; long wait; hours-long;
  wait for hours; bed in corridor; full ward
medicine_shortage | 缺药 药品短缺 断药 没药 买不到药 药品断供 药荒 断供 缺货 配不到药 药品紧缺
  | drug shortage; medicine shortage; out of stock; shortage of medicine; medicine unavailable; short supply
oxygen_failure | 断氧 停氧 氧气不足 氧气中断 供氧故障 供氧中断 氧压 氧气压力 缺氧气 氧气用完
  | oxygen failure; oxygen supply; oxygen ran out; oxygen shortage; oxygen interruption; oxygen pressure; oxygen cut
vaccine_problem | 问题疫苗 疫苗过期 过期疫苗 假疫苗 疫苗反应 不良反应 接种反应 打错疫苗 疫苗异常 疫苗失效 疫苗事件 接种后 漏种 疫苗短缺
  | expired vaccine; faulty vaccine; adverse reaction; vaccine reaction; wrong vaccine; vaccine scandal; side effect; after vaccination;
  vaccine shortage
elder_abuse | 虐待老人 护工打人 护工虐待 养老院虐待 打老人 护工打老人 捆绑老人 绑老人 褥疮
  | elder abuse; abuse elderly; carer abuse; nursing home abuse; carer hit; care worker hit; bedsore
baby_swap | 抱错孩子 抱错 婴儿丢失 弃婴 遗弃 偷孩子 抱走婴儿 代孕
  | swapped baby; abandoned baby; baby mix-up; abandon; surrogacy; baby swap; switched at birth
hospital_data_leak | 泄露病历 病人隐私 病历泄露 泄露患者 患者信息泄露
  | patient record leak; patient privacy; patient data; medical record leak; leaked record
blood | 献血 血荒 血库 用血 缺血 采血 血站 无偿献血 互助献血
  | blood donation; blood bank; blood shortage; donate blood; blood drive; blood stock; blood centre
mycoplasma | 支原体 支原体肺炎 肺炎 白肺 | mycoplasma; pneumonia
covid | 新冠 新冠病毒 阳了 二阳 核酸 | covid; coronavirus
norovirus | 诺如 诺如病毒 轮状病毒 | norovirus; rotavirus
vomiting | 呕吐 上吐下泻 又吐又拉 恶心呕吐 集体呕吐 吐了 孩子吐 | vomit; nausea; throw up; threw up
diarrhoea | 腹泻 拉肚子 集体腹泻 窜稀 拉稀 腹痛 肚子疼 肚子痛 胃疼 肠胃炎 急性肠胃炎 肠胃不适 闹肚子 跑肚
  | diarrhoea; diarrhea; stomach ache; gastroenteritis; stomach pain; stomach upset; upset stomach; abdominal pain; stomach bug
mushroom | 毒蘑菇 蘑菇中毒 野生菌 野蘑菇 采蘑菇 菌子 | mushroom poisoning; wild mushroom; mushroom; toadstool
chickenpox | 水痘 麻疹 腮腺炎 猩红热 百日咳 | chickenpox; measles; mumps; scarlet fever; whooping cough
hepatitis | 乙肝 丙肝 肝炎 | hepatitis
hiv | 艾滋病 梅毒 性病 艾滋 | hiv; aids; syphilis
lead_poisoning | 血铅 血铅超标 铅中毒 铅超标 | lead poisoning; blood lead
silicosis | 尘肺 尘肺病 职业病 | silicosis; pneumoconiosis; black lung; occupational disease
misdiagnosis | 误诊 漏诊 误诊误治 | misdiagnosis; misdiagnose
rescue_refused | 见死不救 拒收病人 拒诊 推诿病人 抢救不及时 延误救治 耽误抢救 延误治疗 耽误治疗
  | refuse treatment; delayed treatment; turned away patient; refused to treat
surgery | 手术 做手术 手术失败 手术事故 麻醉意外 麻醉 开刀 | surgery; operation; surgery error; botched; anaesthetic; anesthetic
insurance_fund_fraud | 骗保 套保 骗取医保 医保诈骗 虚假住院 挂床住院 | insurance fraud; fake hospital stay; sham admission
ambulance_fee | 救护车收费 救护车 黑救护车 转运费 救护车天价 | ambulance; ambulance fee; illegal ambulance
hospital_parking | 医院停车 探视 陪护 护工费 陪床 | hospital visit; bedside carer; visiting hours

[object]
oxygen | 氧气 氧气瓶 制氧机 供氧 吸氧 液氧 呼吸机 制氧 | oxygen; oxygen cylinder; oxygen concentrator; ventilator; respirator
vaccine | 疫苗 接种 打疫苗 预防针 预防接种 hpv疫苗 接种点 接种门诊 流感疫苗
  | vaccine; vaccination; jab; immunisation; immunization; vaccinate; shot; inoculation
medicine | 药品 假药 处方药 药店 药房 药费 药价 集采药 过期药 药物 抗生素 药量 开药 拿药 保健药 买药 劣药
  | medicine; drugs; pharmacy; pharmacist; pill; fake medicine; antibiotic; prescription; drugstore; medication; chemist shop;
  counterfeit medicine; expired medicine
emergency_room | 急诊 急诊科 抢救 发热门诊 重症监护室 急诊室 抢救室 夜间急诊 重症医学科 心肺复苏 抢救无效 发热诊室
  | emergency room; emergency department; intensive care; fever clinic; icu; resuscitation; casualty department; resuscitate;
  defibrillator; cpr; a&e; aed
paediatrics | 儿科 儿科医生 儿童医院 新生儿科 儿科门诊 小儿科 | paediatric; pediatric; paediatrician; pediatrician; children's ward
maternity | 产科 产妇 孕妇 分娩 生孩子 剖腹产 难产 产检 妇产科 大出血 羊水栓塞 顺产 剖宫产 月子中心 生娃 坐月子 待产 临产 催产
  | maternity; childbirth; pregnant; caesarean; obstetric; delivery room; give birth; labour ward; haemorrhage; mother-to-be; in labour;
  postpartum
medical_insurance | 医保 医保报销 医疗保险 新农合 医保卡 报销比例 报销 医保局 异地就医 医保断缴 大病保险 医保基金 医保结算 医保码 惠民保
  居民医保 参保 报销不了 慢病卡 医保缴费
  | medical insurance; health insurance; reimbursement; insurance fund; reimburse; insurance card; medical bill; health insurance fund;
  insurance claim
doctor | 医生 大夫 主治医生 专家号 医护 医护人员 医师 白衣天使 主任医师 规培生 医务人员 实习医生 手术医生
  | doctor; physician; surgeon; medical staff; medic; medical worker; clinician; health worker
patient | 患者 病人 病患 住院 家属 病房 出院 就诊 看病 就医 治疗 住院费 门诊 救治 挂号 体检 检查费 送医 住院治疗 看诊 病历 诊断 住院部
  复查 化验 核磁 报告单
  | patient; ward; inpatient; outpatient; medical treatment; hospitalised; hospitalized; medical care; check-up; registration fee;
  diagnosis; treatment; consultation; treated in hospital; blood test; medical record; ct
elder_care | 养老院 敬老院 老人院 福利院 护理院 养老机构 养老中心 养老公寓 养老 老年公寓 养老服务 日间照料 托老所 托养 康养中心 长者食堂
  老年食堂 老年餐
  | nursing home; care home; elderly care; old people's home; retirement home; seniors' home; care centre; eldercare; welfare home;
  canteen for seniors
cosmetic_surgery | 整形 医美 整容 美容院 隆鼻 割双眼皮 抽脂 美容整形 玻尿酸 水光针 毁容 减肥针 肉毒素 热玛吉
  | cosmetic surgery; plastic surgery; beauty clinic; beauty salon; liposuction; botox; disfigure; cosmetic clinic; beauty parlour
mental_health | 抑郁 抑郁症 精神病 精神障碍 心理健康 心理问题 精神科 精神病院 想不开 精神疾病 焦虑症 心理辅导 自残
  | depression; mental illness; mental health; psychiatric; mental disorder; self-harm; mentally ill; counselling
dialysis | 透析 血透 尿毒症 肾病 | dialysis; kidney disease; kidney
chemotherapy | 化疗 癌症患者 肿瘤 癌症 | chemotherapy; cancer; tumour; tumor
newborn | 新生儿 婴儿 早产儿 胎儿 出生 | newborn; baby; infant; premature baby; foetus
nurse | 护士 护士长 护理员 护工 | nurse; carer; care worker; caregiver; nursing aide
insulin | 胰岛素 降压药 慢病药 糖尿病 高血压 | insulin; diabetes; blood pressure; chronic disease
fever_medicine | 退烧药 布洛芬 连花清瘟 奥司他韦 感冒药 | ibuprofen; fever medicine; fever reducer; antiviral; cold medicine
tcm | 中药 中药材 中医 针灸 偏方 艾灸 | herbal medicine; chinese medicine; acupuncture; traditional remedy
drip | 输液 打针 打点滴 挂水 吊水 输错液 打错针 | drip; infusion; wrong injection; intravenous; injection
dentist | 牙科 口腔诊所 口腔医院 种植牙 拔错牙 补牙 看牙 | dentist; dental clinic; dental; tooth; implants
village_doctor | 村医 乡医 卫生室 赤脚医生 | village doctor; village clinic

[body]
hospital | 医院 送医院 进医院 住进医院 人民医院 中医院 妇幼保健院 卫生院 妇幼 县医院 市医院 中心医院 诊所 社区医院 民营医院 私立医院
  医疗机构 分院 院方 骨科医院 眼科医院 黑诊所 镇医院 院长 社区卫生服务中心 妇保院 妇产医院 市一院 县一院 一医院 精神卫生中心
  | hospital; clinic; health centre; health center; people's hospital; medical institution; infirmary; medical centre; medical center;
  health station; unlicensed clinic; yy
health_bureau | 卫健委 卫健局 卫生局 卫生健康委 疾控 疾控中心 卫健部门 卫生健康局 卫生部门 卫生监督 卫计委
  | health commission; health bureau; health authority; disease control; cdc; health department; health official

[harm]
death | 死亡 死了 去世 身亡 遇难 遇难者 s了 si了 没了命 丧生 丧命 罹难 逝世 死者 死人 猝死 人没了 不幸离世 离世 抢救无效死亡 死伤 致死
  人死 出人命 亡故 毙命 致命 死因 过世 走了一个 意外死亡 遇难人数 死难 殒命 没救过来 没救回来 不治身亡 死亡人数 亡人 噶了 寄了 遗孀 殉职
  牺牲
  | dead; death; die; died; killed; fatal; fatality; deceased; death toll; lost life; body of; passed away; dying; claimed life;
  lives lost; deadly; pronounced dead; perish
injury | 受伤 伤者 重伤 轻伤 伤员 伤亡 摔伤 受伤人员 伤势 流血 头破血流 重伤者 割伤 擦伤 缝针 缝了 鲜血 撞伤 脑震荡 挫伤 压伤 咬伤
  | injure; injury; wound; hurt; casualty; seriously injured; bleed; stitches; disabled for life; concussion
sick_child | 生病 得病 患病 病倒 病了 病危 重病 病重 染病 不舒服 抽搐
  | ill; illness; sick; sickness; unwell; critical condition; diseased; collapse of student; symptom; critically ill
suicide | 自杀 轻生 自尽 寻短见 割腕 喝农药 服毒 上吊 自缢 遗书 喝药自杀 跳楼自杀
  | suicide; took own life; suicidal; hang; kill himself; drank pesticide; suicide note; end life
disability_person | 残疾人 残疾 残疾证 轮椅 盲人 聋哑人 盲道 无障碍 自闭症 智障 残联 坡道 无障碍设施
  | disabled; disability; wheelchair; blind; deaf; barrier-free; autism; autistic; ramp; accessible; tactile paving; accessibility
fever | 发烧 发热 高烧 集体发烧 发烧的孩子 低烧 | fever; feverish; high temperature illness
cough | 咳嗽 呼吸困难 气喘 哮喘 喉咙痛 咽喉痛 | cough; breathing difficulty; asthma; sore throat
dizzy_faint | 头晕 晕倒 昏厥 晕厥 头痛 头疼 恶心 | dizzy; faint; headache; dizziness
nosebleed | 流鼻血 鼻血 鼻子出血 | nosebleed; nose bleed
rash | 皮疹 起疹子 红疹 皮肤瘙痒 皮肤过敏 过敏 湿疹 起红点 | rash; allergic; allergy; itchy; itching; eczema
heart_stroke | 心梗 中风 脑出血 胸闷 心脏骤停 心脏病 脑梗 | heart attack; stroke; cardiac arrest; chest pain
burn_injury | 烧伤 烫伤 灼伤 | scald; burnt skin; burn injury
fracture | 骨折 粉碎性骨折 断腿 断手 | fracture; broken leg; broken arm
coma | 昏迷 植物人 脑死亡 不省人事 | coma; unconscious; brain dead
amputation | 截肢 断指 瘫痪 致残 | amputate; paralysed; amputation; paralyzed; severed finger
poisoned | 中毒 疑似中毒 投毒案 | poisoned
eye_injury | 失明 眼睛 视力 近视 眼睛受伤 | eye; blindness; eyesight; short-sighted; vision
"""
