"""Frauds, illegal fund raising and other ways to lose money."""

TABLE = """
[event]
fraud | 诈骗 被骗 骗局 骗子 骗钱 上当 受骗 诈骗案 欺诈 骗取 被骗了 行骗 受害者 骗走 骗了 骗人 骗老人 冒充 上当受骗 中招了骗 坑骗 连环骗
  骗术 骗财 忽悠
  | fraud; scam; swindle; defraud; scammer; cheated out; deceive; swindler; dupe; victim of fraud; tricked; conned; fraudster; duped
telecom_fraud | 电信诈骗 电诈 刷单诈骗 网络诈骗 诈骗电话 诈骗短信 杀猪盘 刷单返利 验证码 转账 征信 注销校园贷 境外来电 诈骗电话多 缅北
  电诈园区 反诈 反诈中心 国家反诈中心 骚扰电话 钓鱼短信 钓鱼链接 虚假链接 etc失效
  | telecom fraud; phone scam; online scam; phone fraud; scam call; online fraud; romance scam; text scam; bank transfer; anti-fraud;
  verification code; phishing; phishing link; scam text; scam message; spam call; fake link; fake text; nuisance call
part_time_scam | 兼职诈骗 刷单 兼职 网络兼职 刷好评 打字员 手工活 手工 做任务返佣 点赞返利 日结 刷信誉 返佣 做任务 高薪招聘 兼职骗局
  宝妈兼职 串珠 居家兼职 点赞员 垫付 佣金 手工活骗局 押金骗局 在家赚钱 轻松赚钱
  | part-time scam; part-time job; fake job; order brushing; click farming; brushing scam; job scam; work from home; commission;
  part time; rebate; like posts; bead stringing; brushing orders; sham job; liking videos; fake order
illegal_fundraising | 非法集资 集资 爆雷 暴雷 理财爆雷 高息 返利 养老骗局 投资理财 理财产品 兑付 提现不了 高额回报 非法吸收公众存款
  资金链断裂 炒币 虚拟货币 高收益 无法兑付 投资款 养老投资 投资被骗 血本无归 无法提现 非吸 民间借贷 高利贷 理财 血汗钱养老 存款 存款没了
  合作社爆雷 存款失踪 存款不翼而飞 投资者 提不了现
  | illegal fundraising; illegal fund raising; investment scam; fund-raising; high return; investor; wealth management; unable to cash;
  frozen deposit; usury; lost savings; savings; deposits; high interest; crypto; virtual currency; loan shark; illegal deposit;
  deposit missing; vanished deposit; life savings; p2p
elder_fraud | 保健品 坑老 老年骗局 推销保健品 免费体检 免费旅游 老人被骗 假专家 神药 低价旅游团 养生保健 特效药 包治百病 免费领 理疗
  | health supplement; scam elderly; health product; cheat elderly; miracle cure; elderly victim; elderly scammed; miracle drug;
  targeting the elderly; prey on elderly; targeting elderly; bogus health; dietary supplement; supplements; sham health
loan_trap | 套路贷 校园贷 网贷 催收 暴力催收 高炮 贷款 消费贷 裸贷 培训贷 美容贷 骗贷 贷款诈骗 借呗 逾期 征信修复 砍头息 背债人 信用卡
  冒名贷款 分期
  | loan trap; predatory loan; student loan scam; debt collection; online loan; loan; debt collector; debt; lending; training loan;
  fake loan; consumer loan; credit card; credit record; debtor; instalment
fake_goods | 假货 假冒 伪劣 仿冒 三无产品 山寨 假烟 假冒伪劣 高仿 假盐 假化肥 假农药 假奶粉 售假 制假售假 注水肉 掺假 勾兑 假证 假章
  以次充好 假币 假钞 假鸡蛋 假羊肉 工业盐 坑农
  | fake; counterfeit; knock-off; shoddy goods; fake goods; bogus; fake fertiliser; fake fertilizer; adulterated; forgery; sham;
  water-injected; fake cigarettes; fake milk; counterfeit money
lost_money | 丢钱 存款丢失 盗刷 卡被盗刷 银行卡 汇款 被划走 扣款 自动扣费 乱扣费 自动续费 莫名扣费 银行 农商行 信用社 农信社 取款 柜台
  储户 柜员 网点
  | card fraud; stolen card; lost deposit; unauthorised charge; bank card; bank; deduct; automatic renewal; credit union; bank teller;
  card skimming; depositor; bank branch; unauthorized charge; atm
ticket_scalping | 黄牛 倒票 抢票 高价票 炒票 代抢 黄牛票 票贩子 刷票
  | scalping; ticket tout; touts; ticket scalper; resale ticket; bot tickets
pig_in_blind | 婚介骗局 相亲 婚介 婚介所 婚恋 婚托 结婚 离婚 | matchmaking; marriage agency; wedding; divorce; marriage; dating agency
face_swap | ai换脸 屏幕共享 冒充熟人 | deepfake; screen sharing; face swap
fake_police | 冒充公检法 冒充公安 冒充领导 冒充老师 冒充客服
  | impersonate police; fake customer service; posing as; impersonate; impostor; fake police
mushroom_bank | 村镇银行 取款难 取不出钱 存款取不出 | withdrawal frozen; rural bank; cannot withdraw; unable to withdraw
account_frozen | 冻卡 银行卡冻结 冻结 解冻 非柜面 | account frozen; frozen account; freeze account; card frozen
pyramid | 传销 拉人头 庞氏 资金盘 消费返利 | pyramid scheme; ponzi; pyramid selling; financial pyramid
free_eggs | 领鸡蛋 送鸡蛋 免费鸡蛋 免费领鸡蛋 | free eggs
health_lecture | 健康讲座 养生讲座 会销 养生馆 理疗馆 | health lecture; health seminar
bride_price | 彩礼 高价彩礼 彩礼纠纷 骗婚 | bride price; betrothal gift; marriage scam
"""
