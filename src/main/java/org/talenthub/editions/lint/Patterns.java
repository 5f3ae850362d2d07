package org.talenthub.editions.lint;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The words that leave people out, ground by ground. Each pattern is looked for in one clause; which words merely sound alike (女性用品,
 * 生育保险, 户籍系统) is said by what may not follow.
 */
final class Patterns {

    /** Asks for, or refuses. */
    private static final String PICKS =
            "(?:仅限|只限|限招|限|只招|只要|仅招收?|只收|仅面向|要求|须为|必须|须|需为|应为|务必|倾向|最好是?|优先(?:录用|聘用|考虑|招聘|招收)|招收|诚聘|急聘|招聘|招|聘)";

    private static final String REFUSES = "(?:不招收?|暂不招收?|不收|不接收|不接受|拒收|拒绝|拒招|谢绝|不考虑|不录用|不聘用?|不适合|不宜|非)";

    private static final String AFTER = "(?:优先|为佳|为宜|为主|最佳|勿投|勿扰|慎投|慎重|慎入|请勿|请绕道|绕道|不予|除外|免投|须|应当|禁投|者佳|勿)";

    /** Things made for, and sciences about, one sex. */
    private static final String NOT_OF_SEX =
            "(?!性?(?:用品|装|鞋|包|帽|裤|袜|科|声|向|主播|健康|生殖|消费|用户|乳腺|疾病|职工|卫生|护肤|内衣|服饰|化妆|医学|激素|角色|游戏|童|婴|表|款|患者|群体|市场|不孕))";

    private static final String SEX = "(?<![儿子妇少美孙])(?:男|女)" + NOT_OF_SEX + "(?:性|士|生|的|同志|方)?";

    private static final String ANY_SEX = "(?<![儿子妇少美孙])(?:男|女)" + NOT_OF_SEX + "(?!女)";

    private static final String MARRIED = "(?:已婚|未婚|单身(?!公寓|宿舍)|离异|离婚|丧偶|大龄未婚)";
    private static final String BORN = "(?:已育(?!种|苗|成)|未育(?!种|苗|成)|已生育|未生育|育有)";
    private static final String PEOPLES = "(?:汉族|少数民族|[蒙回藏壮满侗瑶白]族|维吾尔族|苗族|彝族|土家族|哈萨克族|傣族|朝鲜族|布依族|羌族|畲族)";
    private static final String BELIEVERS = "(?:信教|信佛|信仰宗教|信仰佛教|信仰基督教?|教徒|佛教徒|基督教?徒|天主教徒|道教徒|穆斯林|信众|有宗教信仰|有信仰)";
    private static final String HOUSEHOLD = "(?:户口|户籍)(?!迁|档案|管理|登记|系统|制度|改革|信息|数据|警|业务|服务|政策|办理|落)";
    private static final String PLACE = "(?:本地|本市|本省|本县|本区|当地|省内|市内|外地|外省|外市|城镇|城市|农村|农业|非农业?)";

    /** One way of leaving people out. */
    record Rule(Ground ground, Pattern pattern) {}

    static final List<Rule> RULES = List.of(
            // sex
            rule(Ground.SEX, "性别(?:要求|条件)?[:： ]*(?:为|是|限|须为|应为|要求)?[:： ]*" + ANY_SEX),
            rule(Ground.SEX, PICKS + "(?:应聘者|候选人|人员)?(?:为|是|招|收|录用|聘用)?[:： ]*" + ANY_SEX),
            rule(Ground.SEX, PICKS + "[^，。；]{0,10}(?:的|户口|户籍|婚|育)" + ANY_SEX),
            rule(Ground.SEX, REFUSES + "(?:录用|招收|聘用|考虑)?" + ANY_SEX),
            rule(Ground.SEX, SEX + "[^，。；、]{0,5}" + AFTER),
            rule(Ground.SEX, SEX + "(?:[^，。；、]{0,4})(?:优先)"),
            rule(Ground.SEX, "适合" + SEX + "(?:从事|担任|应聘|报名)?"),
            rule(Ground.SEX, "^[（(【\\[ ]*(?:[^，。；]{1,6}[:：])?[ ]*(?:限)?" + ANY_SEX + "(?:性|士|生)?[)）】\\] ]*$"),
            rule(Ground.SEX, "^" + ANY_SEX + "性?[^，。；、的]{0,5}(?:技术员|操作员|工程师|文员|助理|秘书|技工|焊工|员|师)$"),
            rule(Ground.SEX, "(?:已婚|未婚|已育|未育|单身)(?:的)?" + ANY_SEX),
            // marriage
            rule(Ground.MARRIAGE, "(?:" + PICKS + "|" + REFUSES + "|只考虑)[^，。；]{0,8}" + MARRIED),
            rule(Ground.MARRIAGE, MARRIED + "(?!人员可|职工可)[^，。；]{0,8}" + AFTER),
            rule(Ground.MARRIAGE, "^[（( ]*" + MARRIED + "(?:已育|未育|女性|男性|女士|男士|者|人士)?[)） ]*$"),
            rule(Ground.MARRIAGE, "婚姻(?:状况|情况|稳定)|婚恋(?:状况|情况)|婚否|(?:是否|有无)(?:已婚|结婚|婚史)"),
            rule(Ground.MARRIAGE, "(?:不得|不准|不许|不能|不可|不要|禁止)(?:恋爱)?结婚"),
            // plans to have children
            rule(Ground.BIRTH, BORN),
            rule(Ground.BIRTH, "(?<!计划)(?:怀孕|生育|备孕|二胎|三胎|二孩|生孩子|要孩子|生二胎)(?:的)?(?:计划|打算|安排|意愿)"),
            rule(Ground.BIRTH, "(?:不得|不准|不许|不能|不可|不要|禁止|承诺|保证|内不|期不)[^，。；]{0,8}(?:怀孕|(?<!计划)生育(?!保险|津贴)|备孕|要孩子|生孩子)"),
            rule(Ground.BIRTH, "(?:孕妇|孕期|孕中|怀孕|备孕|哺乳期|产假|生育期)[^，。；]{0,6}" + AFTER),
            rule(Ground.BIRTH, REFUSES + "(?:孕妇|孕期|怀孕|备孕|哺乳期)"),
            rule(Ground.BIRTH, "孕检|妊娠(?:检测|检查|试验|证明)|(?:孕|妊娠)测试?报告"),
            rule(Ground.BIRTH, "(?:无|没有|有无|已有|须有)(?:未成年)?(?:子女|小孩|孩子)(?!入学|就学|教育)"),
            // ethnicity
            rule(Ground.ETHNICITY, "民族(?:要求|条件)?[:： ]*(?:为|是|限|须为|应为)?[:： ]*" + PEOPLES),
            rule(
                    Ground.ETHNICITY,
                    "(?:" + PICKS + "|" + REFUSES + ")(?:民族为|应聘者为|人员为)?(?:[^，。；]{0,4})" + PEOPLES
                            + "(?!传统|地区|语言|文字|文化|服饰|医药|聚居)"),
            rule(Ground.ETHNICITY, PEOPLES + "[^，。；]{0,6}" + AFTER),
            rule(Ground.ETHNICITY, "^[（( ]*" + PEOPLES + "[)） ]*$"),
            // religion
            rule(Ground.RELIGION, "(?:无|没有|不得有|不能有|不可有|不应有|非)(?:任何)?(?:宗教)?信仰"),
            rule(Ground.RELIGION, "不(?:得)?(?:信教|信仰)"),
            rule(Ground.RELIGION, "宗教信仰[:： ]*(?:无|情况|状况)"),
            rule(Ground.RELIGION, "(?:说明|注明|填写|填报|告知|提供)(?:本人)?宗教信仰"),
            rule(Ground.RELIGION, "(?:" + PICKS + "|" + REFUSES + ")[^，。；]{0,6}" + BELIEVERS),
            rule(Ground.RELIGION, BELIEVERS + "[^，。；]{0,6}" + AFTER),
            // household registration
            rule(Ground.HOUSEHOLD, "(?:" + PICKS + "|" + REFUSES + "|具有|持有|持|需|有)[^，。；]{0,8}" + HOUSEHOLD),
            rule(Ground.HOUSEHOLD, HOUSEHOLD + "[^，。；]{0,8}" + AFTER),
            rule(Ground.HOUSEHOLD, "(?:户口|户籍)(?:要求|条件|所在地)?(?:[:： ]+(?!不限)|限|须在|须为|应在|为)"),
            rule(Ground.HOUSEHOLD, "^[^，。；]{0,8}" + PLACE + "(?:常住)?(?:户口|户籍)$"),
            rule(Ground.HOUSEHOLD, "籍贯[:： ]*(?:为|限|须为)?(?!不限|、|和|及|与|$)"),
            rule(Ground.HOUSEHOLD, "(?:" + PICKS + ")[^，。；]{0,6}(?<![户国书学党古典外])籍(?!贯)"),
            rule(Ground.HOUSEHOLD, "\\p{IsHan}{2,4}(?<![户国书学党古典外])籍(?:人员|人士|考生)?" + AFTER),
            rule(
                    Ground.HOUSEHOLD,
                    "(?:(?:" + PICKS + "|" + REFUSES
                            + ")[^，。；]{0,3}(?:本地|外地|本省|本市|外省)(?:人(?!才|工)|生源))|(?:本地|本市|本省)(?:人(?!才|工)|生源)[^，。；]{0,4}"
                            + AFTER),
            // age
            rule(
                    Ground.AGE,
                    "(?:年龄[^，。；]{0,8})?(?<![\\d-])(?:[1-7]\\d|[一二三四五六七]十[一二三四五六七八九]?) ?(?:至|到|-|—|~)? ?(?:[1-7]\\d)? ?(?:周岁|岁)(?:及|或)?(?:以下|以上|以内|之间|左右|者|为宜|$|[)）])"),
            rule(Ground.AGE, "年龄[^，。；不]{0,6}(?:不超过|不大于|不高于|小于|低于|上限|不得超过|在)?[^，。；]{0,4}(?:\\d{2}|[二三四五六]十)"),
            rule(Ground.AGE, "(?:不超过|未满|不满|不大于|小于) ?(?:\\d{2}|[二三四五六]十[一二三四五六七八九]?) ?(?:周岁|岁)"),
            rule(Ground.AGE, "(?:19|20)\\d{2} ?年(?:\\d{1,2} ?月)?(?:\\d{1,2} ?日)?(?:以后|之后|后|以前|及以后)出生"),
            rule(Ground.AGE, "(?<!\\d)[6-9]0后|(?<!\\d)[89]5后|(?<!\\d)0[05]后"));

    /** A clause with one of these asks for nothing, or forbids to ask. */
    static final Pattern FREE = Pattern.compile("不限|不拘|均可|皆可|都可|不作(?:硬性)?要求|不做(?:硬性)?要求|不设(?:任何)?(?:条件|限制|要求|门槛)"
            + "|(?:无|没有|不设)[^，。；]{0,6}(?:要求|限制|门槛)|无关|不问|不看|不因|不得因|不以[^，。；]{1,14}为由|一视同仁|平等|歧视|同工同酬|不分(?:男女|性别|民族)");

    private Patterns() {}

    private static Rule rule(Ground ground, String pattern) {
        return new Rule(ground, Pattern.compile(pattern));
    }
}
