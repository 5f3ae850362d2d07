package org.talenthub.reference.chinese;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Surnames of two characters, and readings of surnames where they aren't the character's usual reading, or where the character has several and the surname one of them;
 * after 通用规范汉字字典 and 现代汉语词典 (7th edition). A surname read in two ways by different families has both.
 */
public final class Surnames {

    private static final Map<String, List<List<String>>> READINGS = new HashMap<>();

    /** The hundred that most people bear. */
    private static final String FREQUENT =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾" + "夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

    private static final String SINGLE = """
            单shan 仇qiu 区ou 解xie 曾zeng 查zha 朴piao 覃qin,tan 盖ge,gai 乐yue,le 缪miao 冼xian 那na 逄pang 翟zhai,di 种chong 秘bi
            折she 黑he 召shao 繁po 员yun 贠yun 郇xun,huan 洗xian 隗wei,kui 燕yan 哈ha 纪ji 华hua 葛ge 宁ning 干gan 车che 应ying 相xiang
            费fei 令ling 祭zhai 柏bai 薄bo 卜bu 曲qu 瞿qu 过guo 石shi 宿su 谌chen,shen 牟mu,mou 佴nai 尧yao 呙guo 万wan 谷gu 句gou 勾gou
            臧zang 藏zang 莘shen,xin 晁chao 朝chao 厍she 幺yao 么yao 逯lu 麴qu 訾zi 重chong 能nai 亓qi 璩qu 庹tuo 郗xi,chi 郄qie,xi 观guan
            粘nian 佟tong 仝tong 阚kan 夏xia 盛sheng 冯feng 尉wei 陆lu 殷yin 占zhan 詹zhan 阿a 欧ou 艾ai 都du 强qiang 褚chu 晟cheng,sheng
            匙chi 缴jiao 少shao 隽juan 颉xie 撒sa 宓mi,fu 嵇ji 汤tang 贲ben 妫gui 眭sui 睢sui 惠hui 綦qi 冒mao 钭tou 芮rui 储chu 糜mi 侯hou
            余yu 叶ye 丁ding 沈shen 贾jia 陶tao 齐qi 景jing 任ren 哥ge 适kuo 教jiao 给ji 长zhang 行xing 南nan 底di 合he 校xiao 洪hong 红hong
            俞yu 於yu 于yu 尹yin 龙long 方fang 朱zhu 白bai 和he 还huan 降jiang 参shen 拓tuo 术zhu 扎zha 夹jia 且ju 浣huan 舍she 什shi 称cheng
            谯qiao 郏jia 郐kuai 郜gao 阙que 蔚yu 鲜xian 鄂e 敖ao 寸cun 撖han 枚mei 区ou 奇qi 蒙meng 莫mo 咸xian 幸xing 禚zhuo 麦mai 佘she 厘li
            """;

    private static final String DOUBLE = """
            尉迟yu.chi 万俟mo.qi 澹台tan.tai 长孙zhang.sun 单于chan.yu 宗政zong.zheng 鲜于xian.yu 令狐ling.hu 呼延hu.yan 宇文yu.wen
            中行zhong.hang 乐正yue.zheng 拓跋tuo.ba 夹谷jia.gu 谷梁gu.liang 欧阳ou.yang 司马si.ma 诸葛zhu.ge 上官shang.guan 皇甫huang.fu
            夏侯xia.hou 东方dong.fang 西门xi.men 南宫nan.gong 慕容mu.rong 司徒si.tu 司空si.kong 公孙gong.sun 轩辕xuan.yuan 钟离zhong.li
            闾丘lv.qiu 端木duan.mu 百里bai.li 东郭dong.guo 赫连he.lian 闻人wen.ren 申屠shen.tu 濮阳pu.yang 淳于chun.yu 太史tai.shi
            仉督zhang.du 子车zi.ju 颛孙zhuan.sun 巫马wu.ma 公西gong.xi 漆雕qi.diao 壤驷rang.si 公良gong.liang 宰父zai.fu 段干duan.gan
            羊舌yang.she 微生wei.sheng 左丘zuo.qiu 第五di.wu 亓官qi.guan 司寇si.kou 公冶gong.ye 贺兰he.lan 独孤du.gu 纳兰na.lan 完颜wan.yan
            """;

    /**
     * Surnames that stand elsewhere in a list by their reading than their characters do, each with a character read like the surname that
     * does not: 曾 is filed as 增 is.
     */
    private static final Map<String, String> FILED = Map.ofEntries(
            Map.entry("曾", "增"),
            Map.entry("单", "善"),
            Map.entry("仇", "求"),
            Map.entry("解", "谢"),
            Map.entry("查", "渣"),
            Map.entry("朴", "嫖"),
            Map.entry("覃", "秦"),
            Map.entry("区", "欧"),
            Map.entry("盖", "葛"),
            Map.entry("乐", "月"),
            Map.entry("缪", "妙"),
            Map.entry("冼", "险"),
            Map.entry("种", "虫"),
            Map.entry("秘", "毕"),
            Map.entry("折", "舌"),
            Map.entry("黑", "贺"),
            Map.entry("召", "绍"),
            Map.entry("繁", "婆"),
            Map.entry("员", "韵"),
            Map.entry("任", "人"),
            Map.entry("华", "化"),
            Map.entry("宁", "泞"),
            Map.entry("燕", "烟"),
            Map.entry("应", "英"),
            Map.entry("相", "香"),
            Map.entry("令", "零"),
            Map.entry("曲", "屈"),
            Map.entry("卜", "补"),
            Map.entry("尉迟", "玉池"),
            Map.entry("万俟", "末其"),
            Map.entry("澹台", "谈台"),
            Map.entry("长孙", "掌孙"),
            Map.entry("单于", "缠于"),
            Map.entry("宗政", "宗政"),
            Map.entry("令狐", "零狐"),
            Map.entry("中行", "中航"),
            Map.entry("乐正", "月正"),
            Map.entry("夹谷", "颊谷"));

    static {
        read(SINGLE, 1);
        read(DOUBLE, 2);
    }

    private Surnames() {}

    private static void read(String lines, int characters) {
        for (String entry : lines.strip().split("\\s+", -1)) {
            READINGS.put(
                    entry.substring(0, characters),
                    Arrays.stream(entry.substring(characters).split("\\.", -1))
                            .map(s -> List.of(s.split(",", -1)))
                            .toList());
        }
    }

    /**
     * How the surname of a name is read, character by character; empty when the name begins with none that is read in a way of its own.
     *
     * @param name simplified characters
     */
    static List<List<String>> readings(String name) {
        return READINGS.getOrDefault(of(name), List.of());
    }

    /** A name as it is filed: in the characters that its surname is read as, for the order of lists. */
    public static String filed(String name) {
        String surname = of(name);
        return FILED.getOrDefault(surname, surname) + name.substring(surname.length());
    }

    /** Whether this is a surname with a reading of its own. */
    public static boolean special(String surname) {
        return READINGS.containsKey(surname);
    }

    /** Whether a surname is one of two characters, of the most frequent, or of those with a reading of their own. */
    public static boolean known(String surname) {
        return READINGS.containsKey(surname) || (!surname.isEmpty() && FREQUENT.contains(surname));
    }

    /**
     * The surname that a name begins with: two characters where those are a surname and more follow, else the first.
     *
     * @param name simplified characters
     */
    public static String of(String name) {
        if (name.length() > 2 && READINGS.containsKey(name.substring(0, 2))) {
            return name.substring(0, 2);
        }
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
