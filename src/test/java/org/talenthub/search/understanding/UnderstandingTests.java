package org.talenthub.search.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Regions;

class UnderstandingTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final Dictionaries DICTIONARIES = Dictionaries.load();
    private static final Regions REGIONS = Regions.load();

    private static final Understanding PEOPLE = new Understanding(REGIONS, DICTIONARIES.industries(), true, false)
            .with("education", DICTIONARIES.get("education"))
            .with("degree", DICTIONARIES.get("degree"))
            .with("titleLevel", DICTIONARIES.get("title-level"))
            .with("title", DICTIONARIES.get("title"), "titleLevel", DICTIONARIES.get("title-level"))
            .with("skillLevel", DICTIONARIES.get("skill-level"))
            .with("category", DICTIONARIES.get("talent-category"))
            .with("mode", DICTIONARIES.get("recruitment-mode"))
            .with("availability", DICTIONARIES.get("availability"))
            .with("sex", DICTIONARIES.get("sex"))
            .with("school", "武汉大学", "武汉大学")
            .with("school", "武大", "武汉大学");

    private static final Understanding POSTS = new Understanding(REGIONS, DICTIONARIES.industries(), false, true)
            .with("education", DICTIONARIES.get("education"))
            .with("titleLevel", DICTIONARIES.get("title-level"))
            .with("skillLevel", DICTIONARIES.get("skill-level"))
            .with("urgency", DICTIONARIES.get("urgency"))
            .with("mode", DICTIONARIES.get("recruitment-mode"));

    private static final Understanding ENTERPRISES = new Understanding(REGIONS, DICTIONARIES.industries(), false, false)
            .with("kind", DICTIONARIES.get("enterprise-kind"));

    /** Typed ; conditions as filter=value|value, ! before what is said not to hold ; what stays text. */
    private static final String OF_PEOPLE = """
            45岁以下; ageMax=45;
            45周岁以下; ageMax=45;
            45岁及以下; ageMax=45;
            45 岁 以下; ageMax=45;
            四十五岁以下; ageMax=45;
            45岁以内; ageMax=45;
            45岁(含)以下; ageMax=45;
            45岁以下(不含45岁); ageMax=44;
            45岁以下(含45岁); ageMax=45;
            不超过45岁; ageMax=45;
            年龄不超过45; ageMax=45;
            年龄45以下; ageMax=45;
            年龄在45岁以下; ageMax=45;
            年龄≤45; ageMax=45;
            <45岁; ageMax=44;
            未满45岁; ageMax=44;
            小于45岁; ageMax=44;
            低于35周岁; ageMax=34;
            40岁以上; ageMin=40;
            超过40岁; ageMin=41;
            不低于40岁; ageMin=40;
            年满40周岁; ageMin=40;
            40岁+; ageMin=40;
            30-45岁; ageMin=30 ageMax=45;
            30到45岁; ageMin=30 ageMax=45;
            30岁至45周岁; ageMin=30 ageMax=45;
            30~45周岁; ageMin=30 ageMax=45;
            三十至四十五岁; ageMin=30 ageMax=45;
            年龄30-45; ageMin=30 ageMax=45;
            30多岁; ageMin=30 ageMax=39;
            四十多岁; ageMin=40 ageMax=49;
            45岁; ageMin=45 ageMax=45;
            45以下; ; 45以下
            45岁左右; ; 45岁左右
            45-30岁; ; 45-30岁
            35至45岁之间; ageMin=35 ageMax=45;
            年龄在35岁至45岁之间; ageMin=35 ageMax=45;
            65岁及65岁以下; ageMax=65;
            90年代出生; birthFrom=1990 birthTo=1999;
            八十年代出生; birthFrom=1980 birthTo=1989;
            2045岁以下; ; 2045岁以下
            80后; birthFrom=1980 birthTo=1989;
            85后; birthFrom=1985 birthTo=1989;
            00后; birthFrom=2000 birthTo=2009;
            八零后; birthFrom=1980 birthTo=1989;
            80后90后; birthFrom=1980 birthTo=1999;
            80、90后; birthFrom=1980 birthTo=1999;
            80后和90后; birthFrom=1980 birthTo=1999;
            80后 激光; birthFrom=1980 birthTo=1989; 激光
            1985年出生; birthFrom=1985 birthTo=1985;
            1985年以后出生; birthFrom=1985;
            1985年1月1日以后出生; birthFrom=1985-01;
            1980年以前出生; birthTo=1979;
            1980-1985年出生; birthFrom=1980 birthTo=1985;
            30后端; ; 30后端
            近三年毕业; experienceMax=3;
            近三年 毕业; experienceMax=3;
            最近5年内毕业; experienceMax=5;
            毕业三年内; experienceMax=3;
            毕业不超过5年; experienceMax=5;
            毕业10年以上; experienceMin=10;
            2020年毕业; graduatedFrom=2020 graduatedTo=2020;
            2020年毕业的博士; graduatedFrom=2020 graduatedTo=2020 education=11;
            2020届; graduatedFrom=2020 graduatedTo=2020;
            23届毕业生; graduatedFrom=2023 graduatedTo=2023;
            2018-2020年毕业; graduatedFrom=2018 graduatedTo=2020;
            2020年以后毕业; graduatedFrom=2020;
            2020年以前毕业; graduatedTo=2019;
            毕业于2020年; graduatedFrom=2020 graduatedTo=2020;
            应届毕业生; graduatedFrom=2026;
            3年以上工作经验; experienceMin=3;
            5年工作经验; experienceMin=5;
            3-5年工作经验; experienceMin=3 experienceMax=5;
            工作5年以上; experienceMin=5;
            从业不少于十年; experienceMin=10;
            工作经验3年以上; experienceMin=3;
            具有5年以上经验; experienceMin=5;
            3年以上; ; 3年以上
            博士; education=11;
            硕士; education=14;
            本科; education=21;
            大专; education=31;
            中专; education=41;
            技校; education=41;
            研究生; education=11|14;
            硕士以上; education=11|14;
            硕士及以上; education=11|14;
            硕士及以上学历; education=11|14;
            本科以上学历; education=11|14|21;
            研究生以上; education=11|14;
            本科及以下; education=21|31|41|61|71|81;
            不低于硕士; education=11|14;
            博士学历; education=11;
            博士研究生; education=11;
            博士学位; degree=2;
            硕士以上学位; education=11|14;
            学士; degree=4;
            MBA; degree=3;
            博士后; ; 博士后
            副高以上; titleLevel=FULL_SENIOR|DEPUTY_SENIOR;
            副高及以上职称; titleLevel=FULL_SENIOR|DEPUTY_SENIOR;
            正高; titleLevel=FULL_SENIOR;
            高级职称; titleLevel=FULL_SENIOR|DEPUTY_SENIOR;
            中级以上职称; titleLevel=FULL_SENIOR|DEPUTY_SENIOR|INTERMEDIATE;
            高级工程师; title=高级工程师;
            高工; title=高级工程师;
            研究员; title=研究员;
            副研究员; title=副研究员;
            青年研究员; ; 青年研究员
            研究员以上; titleLevel=FULL_SENIOR;
            高级工程师及以上职称; titleLevel=FULL_SENIOR|DEPUTY_SENIOR;
            主任药师; title=主任药师;
            教授级高工; title=正高级工程师;
            工程师以上; titleLevel=FULL_SENIOR|DEPUTY_SENIOR|INTERMEDIATE;
            高级以上职称; titleLevel=FULL_SENIOR|DEPUTY_SENIOR;
            中级及以上职称; titleLevel=FULL_SENIOR|DEPUTY_SENIOR|INTERMEDIATE;
            副教授或副研究员; title=副教授 title=副研究员;
            最低学历本科; education=11|14|21;
            学历不低于本科; education=11|14|21;
            全日制硕士以上; education=11|14;
            高级工; skillLevel=SENIOR_WORKER;
            高级工艺师; ; 高级工艺师
            技师以上; skillLevel=CHIEF_TECHNICIAN|SPECIAL_TECHNICIAN|SENIOR_TECHNICIAN|TECHNICIAN;
            高级技师; skillLevel=SENIOR_TECHNICIAN;
            高级工及以上; skillLevel=CHIEF_TECHNICIAN|SPECIAL_TECHNICIAN|SENIOR_TECHNICIAN|TECHNICIAN|SENIOR_WORKER;
            检验技师; ; 检验技师
            战略科学家; category=STRATEGIC_SCIENTIST;
            高技能人才; category=SKILLED_WORKER;
            工程师; ; 工程师
            柔性引才 氢能; mode=FLEXIBLE; 氢能
            柔性; mode=FLEXIBLE;
            柔性显示; ; 柔性显示
            柔性传感器; ; 柔性传感器
            项目; ; 项目
            全职 激光; mode=FULL_TIME; 激光
            女; sex=2;
            女博士; sex=2 education=11;
            女性 激光; sex=2; 激光
            武汉; region=420100;
            武汉市; region=420100;
            湖北武汉; region=420100;
            湖北省武汉市; region=420100;
            湖北省武汉市洪山区; region=420111;
            武汉洪山; region=420111;
            洪山; region=420111;
            420111; region=420111;
            恩施州; region=422800;
            恩施土家族苗族自治州; region=422800;
            恩施市; region=422801;
            襄樊; region=420600;
            湖北; region=420000;
            光谷; region=东湖高新区;
            东湖高新区; region=东湖高新区;
            武汉东湖高新区; region=东湖高新区;
            车谷 激光; region=武汉经开区; 激光
            公安; ; 公安
            公安县; region=421022;
            在武汉工作; region=420100;
            武汉地区; region=420100;
            北京; ; 北京
            武汉激光; region=420100; 激光
            武汉大学; school=武汉大学;
            武大 激光; school=武汉大学; 激光
            武汉理工大学; ; 武汉理工大学
            武汉示例光谷人才基地; ; 武汉示例光谷人才基地
            武汉光迅科技股份有限公司; ; 武汉光迅科技股份有限公司
            武汉光迅; ; 武汉光迅
            武汉 45岁以下 激光 博士; region=420100 ageMax=45 education=11; 激光
            武汉45岁以下激光博士; region=420100 ageMax=45 education=11; 激光
            襄阳市 汽车 高级工程师 45岁以下; region=420600 title=高级工程师 ageMax=45; 汽车
            45岁以下的博士; ageMax=45 education=11;
            激光方面的博士; education=11; 激光
            武汉的激光博士; region=420100 education=11; 激光
            硕士以上学历 激光; education=11|14; 激光
            博士或硕士; education=11 education=14;
            博士或激光; ; 博士或激光
            非武汉; !region=420100;
            不要博士 激光; !education=11; 激光
            不要 博士; !education=11;
            不要45岁以上; !ageMin=45;
            非线性光学; ; 非线性光学
            不在武汉; !region=420100;
            除武汉外; !region=420100;
            武汉以外; !region=420100;
            除了武汉以外的 激光; !region=420100; 激光
            武汉市内; region=420100;
            湖北省内 激光; region=420000; 激光
            武汉内燃机; ; 武汉内燃机
            外延 武汉; region=420100; 外延
            不要武汉博士; ; 不要武汉博士
            非全日制本科; ; 非全日制本科
            张博士; ; 张博士
            王长江; ; 王长江
            激光 工程师; ; 激光 工程师
            """;

    private static final String OF_POSTS = """
            年薪30万以上; salaryMin=30;
            30万以上; salaryMin=30;
            30-50万; salaryMin=30 salaryMax=50;
            30万-50万; salaryMin=30 salaryMax=50;
            年薪30-50; salaryMin=30 salaryMax=50;
            年薪30万; salaryMin=30;
            30万; ; 30万
            年薪不低于30万元; salaryMin=30;
            30w+; salaryMin=30;
            月薪2万以上; salaryMin=24;
            2万/月以上; salaryMin=24;
            15k-25k; salaryMin=18 salaryMax=30;
            300000元以上年薪; salaryMin=30;
            年薪50万以下; salaryMax=50;
            急需 机器人; urgency=URGENT; 机器人
            特别紧缺; urgency=CRITICAL;
            紧缺以上; urgency=CRITICAL|URGENT;
            3年以下经验; experienceMax=3;
            5年以上工作经验; experienceMin=5;
            3年经验; experienceMax=3;
            45岁以下; ; 45岁以下
            揭榜挂帅 武汉; mode=CHALLENGE region=420100;
            """;

    private static final String OF_ENTERPRISES = """
            小巨人; kind=LITTLE_GIANT;
            高新技术企业 激光; kind=HIGH_TECH; 激光
            专精特新 武汉; kind=SPECIALISED_SME region=420100;
            武汉小巨人企业; region=420100 kind=LITTLE_GIANT;
            龙头; ; 龙头
            """;

    static Stream<List<String>> people() {
        return lines(OF_PEOPLE);
    }

    static Stream<List<String>> posts() {
        return lines(OF_POSTS);
    }

    static Stream<List<String>> enterprises() {
        return lines(OF_ENTERPRISES);
    }

    private static Stream<List<String>> lines(String table) {
        return table.lines()
                .map(l -> Stream.of(l.split(";", -1)).map(String::strip).toList());
    }

    @ParameterizedTest
    @MethodSource
    void people(List<String> line) {
        check(PEOPLE, line);
    }

    @ParameterizedTest
    @MethodSource
    void posts(List<String> line) {
        check(POSTS, line);
    }

    @ParameterizedTest
    @MethodSource
    void enterprises(List<String> line) {
        check(ENTERPRISES, line);
    }

    private static void check(Understanding u, List<String> line) {
        String typed = line.getFirst();
        List<Condition> found = u.read(typed, TODAY, f -> true);
        StringBuilder rest = new StringBuilder(typed);
        found.forEach(c -> rest.replace(c.from(), c.to(), " ".repeat(c.to() - c.from())));
        String conditions = found.stream()
                .map(c -> (c.not() ? "!" : "") + c.filter() + "=" + String.join("|", c.values()))
                .collect(Collectors.joining(" "));
        assertThat(conditions).as(typed).isEqualTo(line.get(1));
        assertThat(rest.toString().strip()).as(typed).isEqualTo(line.get(2));
    }
}
