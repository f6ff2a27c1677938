"""People of history who are long dead, of letters and of fiction, goods named after them, places that look like names: no private person.

Nobody who lives, or lately lived, stands here: the project keeps no list of living people.
"""

from __future__ import annotations

_CHINESE = """
毛泽东 周恩来 邓小平 刘少奇 朱德 彭德怀 陈毅 贺龙 宋庆龄 孙中山 蒋介石 袁世凯 李大钊 陈独秀 瞿秋白 雷锋 焦裕禄 孔繁森
黄继光 董存瑞 邱少云 刘胡兰 杨靖宇 赵一曼 张自忠 江青 李白 杜甫 白居易 苏轼 苏东坡 苏辙 苏洵 王勃 王之涣 王昌龄 王安石
欧阳修 范仲淹 司马光 司马迁 司马懿 陆游 辛弃疾 李清照 柳宗元 韩愈 杜牧 李商隐 孟浩然 岑参 贺知章 骆宾王 杨炯 陶渊明 屈原
曹操 曹植 曹丕 刘备 关羽 张飞 诸葛亮 赵云 周瑜 孙权 吕布 貂蝉 项羽 刘邦 韩信 萧何 霍去病 卫青 李广 岳飞 文天祥 戚继光
郑成功 林则徐 左宗棠 曾国藩 李鸿章 康有为 梁启超 谭嗣同 秋瑾 包拯 海瑞 狄仁杰 魏征 武则天 李世民 朱元璋 乾隆 秦始皇
成吉思汗 孔子 孟子 庄子 老子 荀子 韩非子 孙武 孙膑 商鞅 屈子 蔺相如 廉颇 李时珍 华佗 张仲景 孙思邈 扁鹊 张衡 祖冲之 沈括
郭守敬 徐霞客 蔡伦 毕昇 鲁班 王羲之 颜真卿 柳公权 欧阳询 唐伯虎 郑板桥 徐悲鸿 齐白石 张大千 吴道子 阎立本 曹雪芹 吴承恩
施耐庵 罗贯中 蒲松龄 吴敬梓 冯梦龙 关汉卿 汤显祖 王阳明 朱熹 程颢 顾炎武 黄宗羲 王夫之 鲁迅 周树人 郭沫若 茅盾 巴金 老舍
曹禺 冰心 沈从文 朱自清 徐志摩 闻一多 钱钟书 钱锺书 梁实秋 林语堂 张爱玲 萧红 丁玲 艾青 臧克家 古龙 汪曾祺 蔡元培 胡适
陶行知 叶圣陶 梁思成 林徽因 陈寅恪 冯友兰 梅贻琦 张伯苓 竺可桢 李四光 詹天佑 钱学森 袁隆平 邓稼先 钱三强 华罗庚 陈景润 梅兰芳
程砚秋 常香玉 侯宝林 邓丽君 李小龙 白求恩 南丁格尔 牛顿 爱因斯坦 居里夫人 林肯 丘吉尔 拿破仑 列宁 斯大林 马克思 恩格斯
高尔基 托尔斯泰 莎士比亚 贝多芬 莫扎特 达芬奇 梵高 毕加索 康德 尼采 黑格尔 孙悟空 猪八戒 贾宝玉 林黛玉 王熙凤 薛宝钗
宋江 武松 鲁智深 林冲 西施 杨贵妃 王昭君 花木兰 穆桂英 梁山伯 祝英台 许仙 白素贞 柯南 哪吒 张三丰 郭靖 黄蓉 小龙女
令狐冲 韦小宝 张无忌 周大福 周生生 马应龙 霍元甲 黄飞鸿 叶问 陈嘉庚 张謇 卢作孚 李叔同 丰子恺 聂耳 冼星海 田汉 光未然
贺绿汀 常书鸿 傅抱石 潘天寿 黄宾虹 吴昌硕 任伯年 赵孟頫 米芾 怀素 张旭 黄庭坚 秦观 晏殊 晏几道 柳永 李煜 温庭筠 韦庄
贾岛 刘禹锡 元稹 张骞 班固 班超 苏武 卫子夫 霍光 董仲舒 司马相如 卓文君 蔡文姬 马援 郑和 徐光启 宋应星 黄道婆 李冰
贾思勰 于谦 张居正 严嵩 魏忠贤 史可法 袁崇焕 吴三桂 李自成 张献忠 努尔哈赤 皇太极 和珅 纪晓岚 刘墉 林觉民 邹容 陈天华
黄兴 宋教仁 蔡锷 廖仲恺 何香凝 方志敏 叶挺 项英 左权 彭雪枫 罗荣桓 徐向前 聂荣臻 叶剑英 刘伯承 粟裕 许世友 陈赓 任弼时
董必武 夏明翰 刘志丹 谢子长 向警予 杨开慧 江竹筠 王进喜 时传祥 罗盛教 杨根思 欧阳海 向秀丽 赖宁 祥林嫂 孔乙己 闰土
白毛女 杨白劳 黄世仁 李逵 潘金莲 西门庆 武大郎 晁盖 卢俊义 牛魔王 史湘云 刘姥姥 王二小 王二麻子 韩梅梅 孟姜女 董永
陈世美 秦香莲 包青天 钟馗 窦娥 崔莺莺 杜丽娘 柳梦梅 杜十娘 李靖 杨戬 姜子牙 申公豹 苏妲己 杨过 李莫愁 段誉 乔峰 萧峰
张翠山 欧阳锋 洪七公 黄药师 周伯通 郭襄 岳不群 任我行 李寻欢 楚留香 陆小凤 祝枝山 文徵明 董其昌 徐渭 沈周 仇英 李渔 袁枚
龚自珍 魏源 容闳 严复 林纾 辜鸿铭 王国维 陈望道 马君武 李济深 冯玉祥 吉鸿昌 佟麟阁 赵登禹 谢晋元 戴安澜 马本斋 节振国
陶铸 彭湃 恽代英 邓中夏 蔡和森 赵世炎 陈延年 王若飞 关向应 王尽美 邓恩铭 柳亚子 马寅初 李达 艾思奇 茅以升 侯德榜 鉴真
玄奘 徐福 吕不韦 李斯 蒙恬 陈胜 吴广 张良 陈平 周亚夫 贾谊 晁错 桑弘羊 王莽 刘秀 马超 黄忠 魏延 姜维 庞统 鲁肃 吕蒙 陆逊
司马昭 嵇康 阮籍 谢安 谢灵运 鲍照 祖逖 王导 陶侃 房玄龄 杜如晦 长孙无忌 尉迟恭 秦琼 程咬金 薛仁贵 樊梨花 郭子仪 安禄山
史思明 黄巢 赵匡胤 寇准 杨业 佘太君 杨宗保 狄青 韩世忠 梁红玉 秦桧 贾似道 陆秀夫 张世杰 刘伯温 常遇春 徐达 解缙 方孝孺
海兰察 年羹尧 鳌拜 索额图 纳兰性德 曾国荃 丁汝昌 邓世昌 刘永福 冯子材 洪秀全 杨秀清 石达开 贺兰山 雷峰塔 王府井 王老吉
老干妈 张小泉 李锦记 王守义
"""
_ENGLISH = """
George Washington|Abraham Lincoln|Thomas Jefferson|Benjamin Franklin|Ronald Reagan|Winston Churchill|Mahatma Gandhi
Zuo Zongtang|Zeng Guofan|Li Hongzhang|Wu Zetian|Kang Youwei|Liang Qichao|Cai Yuanpei|Hu Shi|Lao She|Ba Jin|Xu Beihong|Qi Baishi
Zheng He|Guan Yu|Li Bai|Du Fu|Su Shi|Zhu Xi|Wang Yangming|Bai Juyi|Zhuge Liang|Yue Fei|Qu Yuan|Sima Qian|Lu Xun|Lei Feng
Tao Yuanming|Xu Xiake|Li Shizhen|Hua Tuo|Zhang Heng|Wang Xizhi|Cao Cao|Liu Bei|Zhang Fei|Sun Quan|Lin Zexu|Sun Tzu|Lu Ban|Cao Xueqin
Mao Zedong|Deng Xiaoping|Zhou Enlai|Sun Yat-sen|Martin Luther|Che Guevara|Karl Marx|Adolf Hitler|Joseph Stalin
Alan Turing|Ada Lovelace|Isaac Newton|Albert Einstein|Charles Darwin|Marie Curie|Galileo Galilei|Thomas Edison
Nikola Tesla|Alexander Fleming|Florence Nightingale|Edward Jenner|Louis Pasteur|James Watt|Alexander Bell
Christopher Columbus|Captain Cook|Yuri Gagarin|William Shakespeare|Charles Dickens|Jane Austen|Thomas Hardy|Oscar Wilde
Virginia Woolf|George Orwell|Agatha Christie|Arthur Conan|Sherlock Holmes|Harry Potter|James Bond|Robin Hood|Mark Twain
Ernest Hemingway|Emily Dickinson|Charlotte Brontë|Robert Burns|Lewis Carroll|Beatrix Potter|Enid Blyton|Roald Dahl
Agnes Grey|Oliver Twist|David Copperfield|Jane Eyre|Peter Pan|Peter Rabbit|Mickey Mouse|Donald Duck|Santa Claus
Father Christmas|John Lennon|Elvis Presley|Freddie Mercury|Bob Marley|Marilyn Monroe|Audrey Hepburn|Charlie Chaplin
Alfred Hitchcock|Walt Disney|Bruce Lee|Marks Spencer|John Lewis|Ben Jerry|Louis Vuitton|Hugo Boss|Ted Baker|Laura Ashley
Uncle Ben|Jack Daniel|Johnnie Walker|Jim Beam|Tim Hortons|Papa John|Lee Kum|Morgan Stanley|Merrill Lynch|Goldman Sachs
Ernst Young|Fannie Mae|Freddie Mac|Robert Owen|Thomas Telford|Isambard Brunel|George Stephenson|Joseph Locke
Thomas Brassey|John Smeaton|James Brindley|William Morris|Gertrude Jekyll|Josiah Wedgwood|Jack Daniels
"""
FIGURES = frozenset(_CHINESE.split()) | frozenset(_ENGLISH.strip().replace("\n", "|").split("|"))
