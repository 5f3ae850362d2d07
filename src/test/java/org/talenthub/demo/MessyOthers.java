package org.talenthub.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Messy sheets of the other feeds. */
final class MessyOthers {

    static final Map<String, String> DEMAND = Map.of(
            "需求单位", "湖北示例光电科技有限公司",
            "统一社会信用代码", "91429999MA9999005A",
            "岗位名称", "光芯片设计工程师",
            "需求人数", "3",
            "所属产业", "光电子信息",
            "技术技能要求", "半导体激光器设计；硅光集成",
            "引才方式", "全职");

    private MessyOthers() {}

    static void write(Path jobs) {
        demands().csv(DemoData.samples(jobs, "demand"), "messy-values.csv", StandardCharsets.UTF_8, true, ',');
        aliased().csv(DemoData.samples(jobs, "demand"), "messy-gb18030.csv", Charset.forName("GBK"), false, ',');
        enterprises().csv(DemoData.samples(jobs, "enterprise"), "messy-regions.csv");
        carriers().csv(DemoData.samples(jobs, "carrier"), "messy-gb18030.csv", Charset.forName("GB18030"), false, ',');
        platforms().csv(DemoData.samples(jobs, "platform"), "messy-tab.csv", StandardCharsets.UTF_16LE, true, '\t');
    }

    private static Sample demands() {
        return Sample.of("salaries, head counts and dates as people write them", Titles.DEMAND, DEMAND)
                .line("急需紧缺人才需求表")
                .line("填表说明：一个岗位一行；年薪以万元计")
                .header()
                .created("岗位名称", "岗位一", "年薪范围", "30-50万")
                .created("岗位名称", "岗位二", "年薪范围", "30万-50万", "需求人数", "5人")
                .created("岗位名称", "岗位三", "年薪范围", "30~50", "需求人数", "２")
                .created("岗位名称", "岗位四", "年薪范围", "面议", "年龄上限", "45岁")
                .created("岗位名称", "岗位五", "年薪范围", "30—50万元/年", "工作年限", "5年")
                .created("岗位名称", "岗位六", "学历要求", "硕士及以上", "职称要求", "中级及以上", "紧缺程度", "特别紧缺")
                .created("岗位名称", "岗位七", "有效期至", "2027.6.30", "到岗时限", "2027年3月")
                .created("岗位名称", "岗位八", "引才方式", "柔性引进", "有效期至", "20270630")
                .rejected("需求人数", "number.unreadable", "岗位名称", "岗位九", "需求人数", "若干")
                .rejected("统一社会信用代码", "required", "岗位名称", "岗位十", "统一社会信用代码", "")
                .rejected("岗位名称", "required", "岗位名称", "")
                .rejected("有效期至", "date.unreadable", "岗位名称", "岗位十一", "有效期至", "招满为止")
                .line("")
                .line("填表人：李示例", "", "", "", "审核人：王示例");
    }

    private static Sample aliased() {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("序号", "序号");
        header.put("用人单位", "需求单位");
        header.put("社会信用代码", "统一社会信用代码");
        header.put("招聘岗位", "岗位名称");
        header.put("拟招人数", "需求人数");
        header.put("产业领域", "所属产业");
        header.put("技能要求", "技术技能要求");
        header.put("薪酬待遇", "年薪范围");
        header.put("食宿情况", "");
        header.put("截止日期", "有效期至");
        return Sample.aliased("GBK, other words for the titles", header, DEMAND)
                .header()
                .created("岗位名称", "工艺工程师", "年薪范围", "25-40万")
                .created("岗位名称", "封装工程师", "有效期至", "2027-12-31")
                .unchanged("岗位名称", "封装工程师", "有效期至", "2027-12-31")
                .rejected("所属产业", "code.unknown", "岗位名称", "算卦先生", "所属产业", "玄学");
    }

    private static Sample enterprises() {
        Map<String, String> base = Map.of("所属产业", "人工智能", "行政区划", "武汉市");
        return Sample.of("regions and credit codes as people write them", Titles.ENTERPRISE, base)
                .header()
                .created("企业名称", "示例区划一有限公司", "统一社会信用代码", credit(1), "行政区划", "武汉")
                .created("企业名称", "示例区划二有限公司", "统一社会信用代码", credit(2), "行政区划", "湖北省武汉市")
                .created("企业名称", "示例区划三有限公司", "统一社会信用代码", credit(3), "行政区划", "恩施州")
                .created("企业名称", "示例区划四有限公司", "统一社会信用代码", credit(4), "行政区划", "420500")
                .created("企业名称", "示例区划五有限公司", "统一社会信用代码", credit(5), "行政区划", "武汉市洪山区")
                .created("企业名称", "示例区划六有限公司", "统一社会信用代码", credit(6), "行政区划", "神农架")
                .created("企业名称", "示例区划七有限公司", "统一社会信用代码", credit(7).toLowerCase(java.util.Locale.ROOT))
                .created("企业名称", "示例人数有限公司", "统一社会信用代码", credit(8), "员工人数", "1,200 人", "研发投入", "３５００")
                .rejected("行政区划", "region.unknown", "企业名称", "示例外省有限公司", "统一社会信用代码", credit(9), "行政区划", "长沙市")
                .rejected("统一社会信用代码", "uscc.length", "企业名称", "示例短码有限公司", "统一社会信用代码", "9142999")
                .warned("统一社会信用代码", "uscc.check", "企业名称", "示例校验有限公司", "统一社会信用代码", "91429999MA9999005B")
                .warned("企业类型", "code.unknown", "企业名称", "示例类型有限公司", "统一社会信用代码", credit(10), "企业类型", "高新技术企业；宇宙第一")
                .unchanged("企业名称", "示例区划一有限公司", "统一社会信用代码", credit(1), "行政区划", "武汉");
    }

    private static Sample carriers() {
        Map<String, String> base = Map.of("载体类型", "人才驿站", "依托单位", "示例依托有限公司", "行政区划", "宜昌市", "主导产业", "生命健康");
        return Sample.of("carriers in GB18030", Titles.CARRIER, base)
                .header()
                .created("载体名称", "示例一人才驿站", "批复年度", "2024年")
                .created("载体名称", "示例二人才驿站", "载体类型", "驿站", "状态", "正常运行")
                .created("载体名称", "示例三人才基地", "载体类型", "基地", "批复年度", "２０２５")
                .rejected("载体类型", "code.unknown", "载体名称", "示例四", "载体类型", "客栈")
                .rejected("依托单位", "required", "载体名称", "示例五人才驿站", "依托单位", "")
                .rejected("批复年度", "year.unreadable", "载体名称", "示例六人才驿站", "批复年度", "前年");
    }

    private static Sample platforms() {
        Map<String, String> base = Map.of("平台类型", "企业技术中心", "依托单位", "示例依托有限公司", "行政区划", "襄阳");
        return Sample.of("platforms in UTF-16 with tabs", Titles.PLATFORM, base)
                .line("科研平台名录")
                .line("")
                .header()
                .created("平台名称", "示例一企业技术中心", "级别", "省级", "认定年度", "2019")
                .created("平台名称", "示例二重点实验室", "平台类型", "重点实验室", "级别", "国家级")
                .created("平台名称", "示例三工作站", "平台类型", "博士后工作站", "所属产业", "高端装备制造、北斗")
                .rejected("平台类型", "code.unknown", "平台名称", "示例四", "平台类型", "茶馆")
                .rejected("行政区划", "required", "平台名称", "示例五企业技术中心", "行政区划", "");
    }

    private static String credit(int number) {
        return Codes.credit("91", 9000 + number);
    }
}
