"""Names of history, letters, sport, stage and trade that everybody knows: they point to no private person."""

from __future__ import annotations

_CHINESE = """
毛泽东 周恩来 邓小平 刘少奇 朱德 彭德怀 陈毅 贺龙 宋庆龄 孙中山 蒋介石 袁世凯 李大钊 陈独秀 瞿秋白 雷锋 焦裕禄 孔繁森 黄继光
董存瑞 邱少云 刘胡兰 杨靖宇 赵一曼 张自忠 江泽民 胡锦涛 温家宝 习近平 李克强 王毅 王沪宁 朱镕基 江青 马英九 赖清德 蔡英文 特朗普
拜登 普京 泽连斯基 尹锡悦 李白 杜甫 白居易 苏轼 苏东坡 苏辙 苏洵 王勃 王之涣 王昌龄 王安石 欧阳修 范仲淹 司马光 司马迁 司马懿 陆游
辛弃疾 李清照 柳宗元 韩愈 杜牧 李商隐 孟浩然 岑参 贺知章 骆宾王 杨炯 陶渊明 屈原 曹操 曹植 曹丕 刘备 关羽 张飞 诸葛亮 赵云 周瑜
孙权 吕布 貂蝉 项羽 刘邦 韩信 萧何 霍去病 卫青 李广 岳飞 文天祥 戚继光 郑成功 林则徐 左宗棠 曾国藩 李鸿章 康有为 梁启超 谭嗣同
秋瑾 包拯 海瑞 狄仁杰 魏征 武则天 李世民 朱元璋 乾隆 秦始皇 成吉思汗 孔子 孟子 庄子 老子 荀子 韩非子 孙武 孙膑 商鞅 屈子 蔺相如
廉颇 李时珍 华佗 张仲景 孙思邈 扁鹊 张衡 祖冲之 沈括 郭守敬 徐霞客 蔡伦 毕昇 鲁班 王羲之 颜真卿 柳公权 欧阳询 唐伯虎 郑板桥 徐悲鸿
齐白石 张大千 吴道子 阎立本 曹雪芹 吴承恩 施耐庵 罗贯中 蒲松龄 吴敬梓 冯梦龙 关汉卿 汤显祖 王阳明 朱熹 程颢 顾炎武 黄宗羲 王夫之
鲁迅 周树人 郭沫若 茅盾 巴金 老舍 曹禺 冰心 沈从文 朱自清 徐志摩 闻一多 钱钟书 钱锺书 杨绛 季羡林 梁实秋 林语堂 张爱玲 萧红 丁玲
艾青 臧克家 余光中 金庸 古龙 琼瑶 史铁生 莫言 余华 贾平凹 陈忠实 王小波 王朔 汪曾祺 刘慈欣 蔡元培 胡适 陶行知 叶圣陶 梁思成 林徽因
陈寅恪 冯友兰 梅贻琦 张伯苓 竺可桢 李四光 詹天佑 钱学森 邓稼先 钱三强 华罗庚 陈景润 袁隆平 屠呦呦 钟南山 李兰娟 张文宏 张伯礼
南仁东 黄大年 杨振宁 李政道 丁肇中 张桂梅 黄文秀 梅兰芳 程砚秋 常香玉 侯宝林 马三立 单田芳 刘兰芳 袁阔成 郭德纲 于谦 赵本山 宋丹丹
冯巩 姜昆 陈佩斯 葛优 陈道明 张国荣 梅艳芳 邓丽君 周杰伦 刘德华 张学友 郭富城 王菲 那英 崔健 汪峰 朴树 许巍 罗大佑 李宗盛 周华健
陈奕迅 李连杰 李小龙 甄子丹 周润发 周星驰 梁朝伟 巩俐 章子怡 张艺谋 陈凯歌 冯小刚 贾樟柯 姜文 吴京 沈腾 贾玲 黄渤 徐峥 王宝强 邓超
孙俪 杨幂 赵丽颖 杨紫 迪丽热巴 肖战 王一博 易烊千玺 鹿晗 吴亦凡 张艺兴 姚明 刘翔 郎平 许海峰 邓亚萍 张怡宁 樊振东 孙颖莎 王楚钦
许昕 林丹 谌龙 郑钦文 郭晶晶 吴敏霞 全红婵 孙杨 叶诗文 张雨霏 苏炳添 谷爱凌 武大靖 王濛 易建联 武磊 潘展乐 马布里 梅西 杨利伟
翟志刚 王亚平 聂海胜 景海鹏 马化腾 马云 雷军 任正非 李彦宏 刘强东 张一鸣 黄峥 丁磊 张朝阳 柳传志 董明珠 王健林 许家印 曹德旺
宗庆后 钟睒睒 李嘉诚 余承东 俞敏洪 罗永浩 李佳琦 董宇辉 贾跃亭 马斯克 王传福 何小鹏 曾毓群 张瑞敏 李书福 白求恩 南丁格尔 牛顿
爱因斯坦 居里夫人 霍金 乔布斯 比尔盖茨 林肯 丘吉尔 拿破仑 列宁 斯大林 马克思 恩格斯 高尔基 托尔斯泰 莎士比亚 贝多芬 莫扎特 达芬奇
梵高 毕加索 康德 尼采 黑格尔 孙悟空 猪八戒 贾宝玉 林黛玉 王熙凤 薛宝钗 宋江 武松 鲁智深 林冲 西施 杨贵妃 王昭君 花木兰 穆桂英
梁山伯 祝英台 许仙 白素贞 柯南 哪吒 张三丰 郭靖 黄蓉 小龙女 令狐冲 韦小宝 张无忌 周大福 周生生 马应龙 王老吉 老干妈 王守义 张小泉 李锦记
白岩松 康辉 撒贝宁 董卿 李咏 何炅 汪涵 谢娜
水均益 崔永元 敬一丹 鲁豫 窦文涛 罗翔 张雪峰 戴建业 易中天 曹云金 岳云鹏 李雪琴 徐志胜 刘宇宁 丁真 李子柒 薇娅 辛巴 张同学
"""
_ENGLISH = """
Donald Trump|Joe Biden|Barack Obama|Michelle Obama|Hillary Clinton|Bill Clinton|George Washington|Abraham Lincoln
Thomas Jefferson|Benjamin Franklin|Ronald Reagan|Jimmy Carter|Kamala Harris|Mike Pence|Nancy Pelosi|Bernie Sanders|Ted Cruz
Boris Johnson|Tony Blair|David Cameron|Theresa May|Rishi Sunak|Keir Starmer|Liz Truss|Margaret Thatcher|Winston Churchill
Jeremy Corbyn|Nigel Farage|Angela Merkel|Emmanuel Macron|Vladimir Putin|Volodymyr Zelensky|Justin Trudeau
Narendra Modi|Nelson Mandela|Mahatma Gandhi|Xi Jinping|Li Keqiang|Mao Zedong|Deng Xiaoping|Zhou Enlai
Sun Yat-sen|Kim Jong|Benjamin Netanyahu|Pope Francis|Martin Luther|Rosa Parks|Che Guevara|Fidel Castro|Karl Marx|Adolf Hitler
Joseph Stalin|Elon Musk|Bill Gates|Steve Jobs|Tim Cook|Jeff Bezos|Mark Zuckerberg|Larry Page|Sergey Brin|Satya Nadella
Sundar Pichai|Sam Altman|Jack Ma|Jack Dorsey|Warren Buffett|Richard Branson|Rupert Murdoch|Linus Torvalds|Alan Turing
Ada Lovelace|Tim Berners|Edward Snowden|Julian Assange|Isaac Newton|Albert Einstein|Charles Darwin|Marie Curie|Galileo Galilei
Stephen Hawking|Thomas Edison|Nikola Tesla|Alexander Fleming|Florence Nightingale|Edward Jenner|Louis Pasteur|James Watt
Alexander Bell|Christopher Columbus|Captain Cook|Neil Armstrong|Buzz Aldrin|Yuri Gagarin|William Shakespeare|Charles Dickens
Jane Austen|Thomas Hardy|Oscar Wilde|Virginia Woolf|George Orwell|Agatha Christie|Arthur Conan|Sherlock Holmes|Harry Potter
James Bond|Robin Hood|Mark Twain|Ernest Hemingway|Emily Dickinson|Charlotte Brontë|Robert Burns|Lewis Carroll
Beatrix Potter|Enid Blyton|Roald Dahl|Terry Pratchett|Agnes Grey|Oliver Twist|David Copperfield|Jane Eyre|Peter Pan
Peter Rabbit|Mickey Mouse|Donald Duck|Santa Claus|Father Christmas|John Lennon|Elvis Presley|Michael Jackson|Freddie Mercury
David Bowie|Elton John|Taylor Swift|Justin Bieber|Ed Sheeran|Kate Bush|Bob Dylan|Bob Marley|Miley Cyrus|Katy Perry|Lady Gaga
Kim Kardashian|Kanye West|Tom Cruise|Tom Hanks|Brad Pitt|Angelina Jolie|Johnny Depp|Leonardo DiCaprio|George Clooney|Emma Watson
Judi Dench|Marilyn Monroe|Audrey Hepburn|Charlie Chaplin|Alfred Hitchcock|Steven Spielberg
Walt Disney|Oprah Winfrey|David Attenborough|Simone Biles|Naomi Osaka|Serena Williams|Venus Williams|Roger Federer|Rafael Nadal
Novak Djokovic|Andy Murray|Usain Bolt|Michael Phelps|Katie Ledecky|Lionel Messi|Cristiano Ronaldo|David Beckham|Wayne Rooney
Harry Kane|Marcus Rashford|Mo Farah|Lewis Hamilton|Tiger Woods|Kobe Bryant|Jackie Chan|Bruce Lee|Yao Ming
Mo Salah|Ellen DeGeneres|Prince Harry|Meghan Markle|Kate Middleton|Queen Elizabeth|King Charles|Princess Diana|Marks Spencer
John Lewis|Ben Jerry|Calvin Klein|Ralph Lauren|Louis Vuitton|Tommy Hilfiger|Hugo Boss|Jimmy Choo|Ted Baker|Laura Ashley
Uncle Ben|Jack Daniel|Johnnie Walker|Jim Beam|Tim Hortons|Jamie Oliver|Gordon Ramsay|Martha Stewart|Papa John
Morgan Stanley|Charles Schwab|Merrill Lynch|Goldman Sachs|Ernst Young|Fannie Mae|Freddie Mac|Janet Yellen|Ben Bernanke
Jerome Powell|Anthony Fauci|Greta Thunberg|Malala Yousafzai|Jane Goodall
"""
FIGURES = frozenset(_CHINESE.split()) | frozenset(_ENGLISH.strip().replace("\n", "|").split("|"))
