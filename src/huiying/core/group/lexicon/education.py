"""Schools, kindergartens, canteens, examinations and what befalls pupils."""

TABLE = """
[event]
bullying | 霸凌 欺凌 校园欺凌 欺负 被欺负 被同学打 被孤立 扒衣服 勒索同学 扇同学 校园霸凌 校园暴力 群殴同学 被霸凌
  | bullying; school violence; picked on
corporal_punishment | 体罚 打学生 罚站 罚跪 老师打人 殴打学生 辱骂学生 打孩子 虐童 罚抄 针扎 虐待儿童 老师体罚 扎针 扇学生 老师骂人 骂学生
  掐孩子 喂芥末 罚跑 变相体罚 关小黑屋
  | corporal punishment; beat pupil; hit student; child abuse; slap pupil; punish pupil; made to kneel; verbal abuse; hit pupil;
  slap student; abuse children; beat student; mistreat children; punish students; kneel
exam | 考试 中考 高考 试卷 考场 阅卷 考研 成绩 分数 答题卡 误考 会考 期末考 小升初 体测 体育考试 迟到考生 考生 分数线 准考证 中考体育 月考
  统考 联考 编制考试 公务员考试 事业编考试 教资
  | exam; examination; gaokao; zhongkao; test paper; exam paper; score; candidate; entrance exam; invigilator; college entrance;
  exam room; marks; exam candidate
enrolment | 入学 招生 择校 学位 报名入学 入学难 学位不足 学籍 转学 一年级报名 招生简章 录取 随迁子女 指标到校 入学资格 升学 入园 入园难
  志愿填报 入学名额 民转公 补录
  | enrolment; enrollment; school place; admission; enroll; enrol; transfer student; first-grade; admit; primary one
school_fee | 学费 补课费 校服费 住宿费 强制收费 班费 收费项目 保险费 军训费 研学费 自愿购买 强制购买 学杂费 收钱
  | tuition; school fee; arbitrary charge; forced to buy; extra fee; levy; compulsory fee; forced purchase; charging parents; tuition fee;
  fees demanded
tutoring | 补课 有偿补课 校外培训 双减 辅导班 培训机构 违规补课 补习班 培训班 学科培训 托管班 艺考培训 午托 小饭桌 暑假班 早教 兴趣班
  | tutoring; cram school; extra class; training institution; training centre; training center; paid tutoring; extra lesson;
  tuition centre; after-school centre; early education; training agency
school_uniform | 校服 校服质量 校服异味 校服采购 校服甲醛 校服褪色 劣质校服 毒校服 掉色 起球 甲醛超标的校服 | school uniform; uniform
school_toxic | 毒跑道 塑胶跑道 异味教室 新校区甲醛 毒操场 教室甲醛 新教室 教室异味 新装修教室
  | toxic track; running track; plastic track; rubber track; classroom smell; school track; new classroom; synthetic track; toxic running;
  smelly track
teacher_misconduct | 师德 师德师风 师德失范 老师猥亵 老师收礼 老师迟到 收礼 收红包 无证教师 不配当老师 老师辱骂 教师失德
  | teacher misconduct; teacher ethics; took gifts; gifts from parents; unqualified teacher; professional ethics
school_schedule | 上学时间 放学时间 睡眠不足 校内午睡 睡课桌 | school hours; sleep time; school starts; school day
child_left_on_bus | 遗忘在校车 闷在车里 遗忘车内 忘在车上 落在校车 遗忘校车 锁车内 被锁车内
  | left on bus; left in bus; forgotten on bus; left in car; locked in car; left in vehicle; forgotten in car; locked on bus
student_fall | 学生坠楼 学生跳楼 孩子从楼上 | pupil fell; student fell; student jumped; pupil plunge
school_stranger | 闯入校园 翻墙进校 陌生人接走 冲进学校 校门口伤人 校园安全 校门口 冒领孩子 接错孩子 保安
  | intruder; stranger; school gate; security guard; campus safety; school security; school safety
graduation | 毕业 毕业证 毕业典礼 学历 文凭 学位证 | graduation; graduate; diploma; degree
military_training | 军训 研学 春游 秋游 夏令营 研学旅行 冬令营 运动会 校运会
  | military training; study tour; summer camp; school trip; excursion; sports day; field trip; school outing
class_size | 大班额 班额 一个班70人 分班 班级人数 | class size; large class; overcrowded class
school_merger | 撤并学校 撤点并校 并校 学校合并 撤销学校 | school merger; school closure plan; merge school
lottery_places | 摇号 民办摇号 积分入学 | lottery for places; school lottery
home_school_zone | 学区 学区房 学区划分 划片 划分学区 | school district; catchment; catchment area; zoning
leaked_exam | 泄题 漏题 试卷泄露 押题 答案泄露 | leaked paper; leaked questions; exam leak; leaked exam
cheating | 作弊 替考 舞弊 代考 | cheat; impersonate candidate; sat exam for
listening_fault | 听力故障 听力事故 英语听力 听力放错 | listening test; listening fault
meal_fee | 餐费 伙食费 饭费 充饭卡 饭卡 | meal fee; canteen card; meal card; lunch fee
tablet_fee | 平板费 买平板 平板电脑 智慧课堂 平板教学 | tablet fee; tablet; tablet computer
nap_fee | 午休费 躺睡费 午托费 午睡费 趴睡 午睡 午休 | nap fee; nap; midday rest
donation_forced | 强制捐款 赞助费 择校费 被自愿 | forced donation; sponsorship fee
after_school | 课后服务 延时服务 课后延时 课后服务费 晚托班 | after-school service; after-school fee; after-school class; after-school
textbook | 教材 课本 教辅 教辅资料 征订 强制征订 试卷费 资料费 毒教材 插图 练习册
  | textbook; workbook; teaching material; illustration; exercise book
eye_lamp | 护眼灯 教室灯光 教室照明 | eye-protection lamp; classroom lighting
air_con_school | 教室空调 空调费 教室没空调 宿舍没空调 没空调 空调 风扇 电风扇 装空调
  | air conditioner; air conditioning; aircon; fan in classroom; electric fan
school_toilet | 学校厕所 厕所改造 不让上厕所 上厕所 | school toilet; toilet break
evening_study | 晚自习 早自习 早读 上学太早 推迟上学 提前开学 | evening class; evening study; morning reading; self-study; early start
weekend_break | 双休 高中双休 周末上课 月假 调休 周末补课 假期补课 | two-day weekend; weekend break; weekend class; holiday class
recess | 课间 课间十分钟 大课间 不让出教室 跑操 | recess; break time
homework | 作业 作业太多 家庭作业 暑假作业 | homework; assignment

[object]
canteen | 食堂 学校食堂 饭菜 食堂饭菜 午餐 营养餐 伙食 食堂承包 饭堂 餐盘 校园餐 学生餐 吃饭 餐食 食堂的饭 午饭 打饭 菜里 供餐 校餐 幼儿餐
  团餐 陪餐 员工食堂 单位食堂 菜品
  | canteen; school meal; school lunch; lunch; cafeteria; meal; school dinner; school food; dining hall
foreign_matter | 异物 吃出 蟑螂 苍蝇 臭了 异味肉 不新鲜 | foreign object; cockroach; fly in; bugs; contaminated food; tainted
school_bus | 校车 接送车 幼儿园校车 黑校车 校车超载 校车司机 接送学生 | school bus; school van; kindergarten bus; overloaded school
student | 学生 小学生 中学生 初中生 高中生 大学生 同学 学生们 女学生 男学生 孩子们 学子 班级 男生 女生 学童 毕业生 住校生 寄宿生 娃娃 班里
  | student; pupil; schoolchild; schoolchildren; schoolboy; schoolgirl; teenager; classmate; boarder; class
teacher | 老师 教师 班主任 幼师 代课教师 教职工 教练 特岗教师 任课老师 教导主任 数学老师 语文老师 英语老师 体育老师
  | teacher; class teacher; substitute teacher; teaching staff
parents | 家长 学生家长 家长群 家长会 爸爸妈妈 孩子妈妈 宝妈 宝爸 父母 家长们 家委会 父亲 母亲 爸妈 爷爷奶奶 监护人 奶奶 爷爷 外婆
  | parent; mother; father; parents' group; guardian; mum; dad; mom; parents' committee; grandparent; grandmother; grandfather; grandma
dormitory | 宿舍 寝室 学生宿舍 住校 宿管 查寝 上下铺 寄宿 床铺 员工宿舍 | dormitory; dorm; boarding; dorm room; bunk; hostel for students
classroom | 教室 教学楼 校园 空调教室 校舍 危房教室 黑板 校门 校区 图书馆 实验室
  | classroom; campus; teaching building; school building; laboratory; library
pupil_food_milk | 学生奶 强制订奶 订奶 校园奶 | school milk; student milk
ready_meals | 预制菜 中央厨房 集中配送 料理包 | ready-made meals; pre-made; pre-made food; premade dish; central kitchen; pre-made dish
boxed_meal | 盒饭 配餐 送餐公司 送餐 配餐公司 | catering; catering company; boxed meal; meal supplier; boxed lunch; caterer
breakfast | 早餐 早饭 早点 | breakfast
worms_food | 虫子 吃出虫 有虫 生蛆 长虫 虫卵 活虫 蚯蚓 | worm; maggot; insect; dead insect
rat_food | 老鼠头 鼠头鸭脖 老鼠屎 鼠头 | rat head; rat dropping
hair_food | 头发丝 头发 钢丝球 塑料片 创可贴 烟头 玻璃渣 | hair in food; steel wool; plaster in food; strand of hair
rotten_food | 发霉 变质 馊了 臭肉 霉变 肉发臭 馊饭 发馊 烂菜 变味 臭鸡腿 长毛 发臭的肉 冷冻肉 僵尸肉 淋巴肉 槽头肉
  | spoiled; mouldy; rotten; stale; moldy; rotten meat; spoiled meat; rancid; rotting; smelly meat; foul meat; sour food; frozen meat;
  off food
expired_food | 过期食品 过期 保质期 改日期 临期食品 生产日期 临期
  | expired; past its date; past sell-by; sell-by; expiry date; expiry; best-before
undercooked | 没煮熟 没熟 半生不熟 夹生 四季豆中毒 四季豆 豆浆没煮熟 | undercooked; raw bean; half-cooked
kindergarten_child | 幼儿 小班 中班 大班 托班 | toddler; preschooler
desk_chair | 课桌 课桌椅 新桌椅 | desk; desks and chairs
playground_school | 操场 塑胶操场 校园操场 | school playground; playing field; school ground; sports ground
head_teacher | 校长 副校长 园长 校长室
  | principal; headmaster; head teacher; headteacher; school head; school principal; kindergarten director

[body]
school | 学校 小学 中学 初中 高中 校方 一中 二中 三中 实验小学 中心小学 实验中学 九年一贯制 民办学校 私立学校 村小 职高 技校 中职 职业学校
  教学点 外国语学校 公办学校 特殊教育学校 职教中心 四中 五中 六中
  | school; primary school; middle school; high school; secondary school; elementary school; junior high; vocational school;
  private school; boarding school; experimental school; special school; technical school
kindergarten | 幼儿园 托儿所 托育 早教中心 园方 幼托 幼教 托育机构 托管机构 普惠园 民办园 公办园
  | kindergarten; nursery; preschool; daycare; day-care; nursery school; creche; childcare
university | 大学 学院 高校 职业学院 职院 大专 研究生 导师 辅导员 本科 专科 高职 博士 论文 学术不端 抄袭
  | university; college; postgraduate; vocational college; supervisor; undergraduate; thesis; plagiarism; plagiarise; polytechnic;
  academic misconduct
education_bureau | 教育局 教体局 教育部门 教育厅 教委 教科局 教育体育局 教育主管部门 教科体局
  | education bureau; education authority; education department; education commission; education official; school board;
  education committee
"""
