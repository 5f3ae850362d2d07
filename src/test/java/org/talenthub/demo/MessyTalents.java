package org.talenthub.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Talent sheets as people really send them, each about one kind of mess. */
final class MessyTalents {

    /** A person nobody could object to; a sample changes what it is about. */
    static final Map<String, String> PERSON = Map.of(
            "性别", "男",
            "出生年月", "1985-03",
            "学历", "硕士研究生",
            "人才类别", "卓越工程师",
            "技术专长", "硅光集成",
            "所属产业", "光电子信息",
            "工作单位", "湖北示例光电科技有限公司");

    private static final LocalDate BIRTH = LocalDate.of(1985, 3, 12);

    private MessyTalents() {}

    static void write(Path folder) {
        dates().csv(folder, "messy-dates.csv");
        aliases().csv(folder, "messy-gb18030.csv", Charset.forName("GB18030"), false, ',');
        lists().csv(folder, "messy-utf16.csv", StandardCharsets.UTF_16LE, true, '\t');
        words().csv(folder, "messy-tab.csv", StandardCharsets.UTF_8, true, '\t');
        blanks().csv(folder, "messy-semicolon.csv", StandardCharsets.UTF_8, false, ';');
        wrong().csv(folder, "messy-wrong.csv", StandardCharsets.UTF_8, true, ',');
        documents().csv(folder, "messy-documents.csv");
        doubtful().csv(folder, "messy-doubtful.csv");
        duplicates().csv(folder, "messy-duplicates.csv");
    }

    private static Sample dates() {
        Sample s = Sample.of("出生年月 as people type it; the last ones are no dates", Titles.TALENT, PERSON)
                .header();
        List<String> spellings = List.of(
                "1985-03-12",
                "1985/3/12",
                "1985.3",
                "1985.03",
                "198503",
                "19850312",
                "1985年3月",
                "1985年3月12日",
                "1985-3",
                "1985/03",
                "1985年03月",
                "1985.3.12",
                "１９８５－０３",
                "１９８５年３月");
        spellings.forEach(d -> s.created("出生年月", d));
        // a day as workbooks count them, from 1900 or from 1904
        s.warned("出生年月", "date.doubtful", "出生年月", "31118");
        for (String d : List.of("  1985-03  ", "1985 年 3 月", "1985-03-12 00:00:00")) {
            s.created("出生年月", d);
        }
        for (String d : List.of("上世纪", "三月", "85")) {
            s.rejected("出生年月", "date.unreadable", "出生年月", d);
        }
        return s.rejected("出生年月", "date.nosuchday", "出生年月", "1985-13")
                .rejected("出生年月", "date.nosuchday", "出生年月", "1985-02-30")
                .rejected("出生年月", "date.yearonly", "出生年月", "1985")
                .rejected("出生年月", "date.year", "出生年月", "85.3")
                .rejected("出生年月", "required", "出生年月", "9999")
                .rejected("出生年月", "birth.future", "出生年月", "2031-01")
                .rejected("出生年月", "birth.young", "出生年月", "2020-01")
                .warned("出生年月", "date.doubtful", "出生年月", "1985.1")
                .rejected("毕业时间", "date.unreadable", "毕业时间", "大概 2010 年")
                .created("毕业时间", "2010年6月30日", "信息确认日期", "2026.10.8")
                .created("毕业时间", "9999");
    }

    /** Headers that mean the same, in another order, with stars, blanks and notes; unknown columns between them. */
    private static Sample aliases() {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("序号", "序号");
        header.put("人才姓名", "姓名");
        header.put("性 别", "性别");
        header.put("出生日期（年月）", "出生年月");
        header.put("身份证号", "证件号码");
        header.put("政治面貌", "");
        header.put("＊最高学历", "学历");
        header.put("专业", "所学专业");
        header.put("专业技术职务", "职称");
        header.put("人才类型*", "人才类别");
        header.put("专业特长", "技术专长");
        header.put("所属产业：", "所属产业");
        header.put("单位名称", "工作单位");
        header.put("职务", "现任职务");
        header.put("手机号码", "联系电话");
        header.put("E-mail", "电子邮箱");
        header.put("微信号", "");
        return Sample.aliased("GB18030, other words for the titles, unknown columns, rare characters", header, PERSON)
                .line("示例人才驿站人才信息表")
                .header()
                .created("姓名", "示例赟", "联系电话", Codes.mobile(80001))
                .created("姓名", "示例䶮", "电子邮箱", "shili@example.com")
                .created("姓名", "示例·买买提江", "职称", "高级工程师")
                .created("姓名", "示例𬭎", "证件号码", document(1))
                .rejected("学历", "code.unknown", "学历", "博仕")
                .line("填表人：李示例", "", "审核人：王示例", "联系电话：027-00000000");
    }

    private static Sample lists() {
        return Sample.of("UTF-16 with tabs; several values in one cell by every separator", Titles.TALENT, PERSON)
                .header()
                .created("技术专长", "硅光集成；光刻工艺", "人才计划或荣誉", "湖北省技术能手;荆楚工匠")
                .created("技术专长", "硅光集成、光刻工艺、干法刻蚀")
                .created("技术专长", "硅光集成，光刻工艺", "所属产业", "光电子信息，人工智能")
                .created("技术专长", "硅光集成,光刻工艺", "所属产业", "光电子信息、北斗")
                .created("技术专长", "硅光集成\n光刻工艺\n干法刻蚀")
                .created("技术专长", "；硅光集成；；光刻工艺；", "服务需求", "子女入学 、住房保障")
                .rejected("所属产业", "code.unknown", "所属产业", "光电子信息；炼金术");
    }

    private static Sample words() {
        return Sample.of("everyday words for codes, full-width letters and digits", Titles.TALENT, PERSON)
                .header()
                .created("性别", "1", "学历", "硕士", "学位", "工学硕士", "职称级别", "副高级")
                .created("性别", "男性", "学历", "博士", "学位", "博士学位", "职称级别", "正高")
                .created("学历", "本科", "学位", "学士", "职称级别", "中级职称")
                .created("学历", "大专", "人才类别", "技能人才", "职业技能等级", "高级技师")
                .created("学历", "中专", "人才类别", "高技能人才", "职业技能等级", "三级/高级工")
                .created("性别", " 男 ", "学历", "大学本科", "引进方式", "柔性引进", "国籍", "中国")
                .created("学历", "１４", "人才类别", "企业家", "联系电话", "１５４０００８０００２")
                .created("联系电话", "027-8700 0000", "电子邮箱", "ＤＥＭＯ@example.com")
                .created("统一社会信用代码", "91429999ma9999005a")
                .created("工作地点", "武汉", "求职意向", "暂不考虑")
                .created("工作地点", "湖北省宜昌市西陵区")
                .created("工作地点", "上海市浦东新区", "主要业绩", "=SUM(1,2) 不是公式，只是文字");
    }

    private static Sample blanks() {
        return Sample.of("semicolons between; words for nothing; a required cell that is blank", Titles.TALENT, PERSON)
                .header()
                .created("学位", "无", "职称", "/", "职称级别", "—", "联系电话", "无", "电子邮箱", "N/A", "备注", "-")
                .created("证件号码", "无", "证件类型", "无", "毕业时间", "/")
                .line("")
                .rejected("姓名", "required", "姓名", "")
                .rejected("性别", "required", "性别", "")
                .rejected("出生年月", "required", "出生年月", "　")
                .rejected("学历", "required", "学历", "")
                .rejected("人才类别", "required", "人才类别", "")
                .rejected("技术专长", "required", "技术专长", "")
                .rejected("所属产业", "required", "所属产业", "")
                .rejected("工作单位", "required", "工作单位", "无")
                .created("姓名", "  示例甲子  ", "工作单位", " 湖北示例光电科技有限公司 ");
    }

    private static Sample wrong() {
        return Sample.of("codes that are none, numbers that are none, a text that is too long", Titles.TALENT, PERSON)
                .header()
                .rejected("性别", "code.unknown", "性别", "中性")
                .rejected("学历", "code.unknown", "学历", "博仕")
                .rejected("学位", "code.unknown", "学位", "院士")
                .rejected("职称级别", "code.unknown", "职称级别", "很高")
                .rejected("职业技能等级", "code.unknown", "职业技能等级", "八级大工")
                .rejected("人才类别", "code.unknown", "人才类别", "普通人才")
                .rejected("引进方式", "code.unknown", "引进方式", "空降")
                .rejected("所属产业", "code.unknown", "所属产业", "水晶")
                .rejected("统一社会信用代码", "uscc.length", "统一社会信用代码", "91429999DEMA0001")
                .rejected("统一社会信用代码", "uscc.alphabet", "统一社会信用代码", "91429999DEMO00017A")
                .rejected("备注", "text.toolong", "备注", "长".repeat(1001))
                .created();
    }

    private static Sample documents() {
        String good = document(11);
        return Sample.of("document numbers: checked by kind, against birth and sex", Titles.TALENT, PERSON)
                .header()
                .created("证件类型", "居民身份证", "证件号码", good)
                .created("证件号码", document(13))
                .created("证件类型", "身份证", "证件号码", " " + document(15) + " ")
                .created("证件类型", "居民身份证", "证件号码", lowerX())
                .created("证件类型", "居民身份证", "证件号码", "429960850312017")
                .created("证件类型", "护照", "证件号码", "XZ0090001", "国籍", "德国")
                .created("证件类型", "港澳台居民居住证", "证件号码", Codes.document("819999", BIRTH, 19))
                .created("证件类型", "外国人永久居留身份证", "证件号码", Codes.document("999999", BIRTH, 21), "国籍", "法国")
                .rejected("证件号码", "document.check", "证件类型", "居民身份证", "证件号码", wrongCheck(good))
                .rejected("证件号码", "document.length", "证件类型", "居民身份证", "证件号码", "4299601985031")
                .rejected("证件号码", "document.date", "证件类型", "居民身份证", "证件号码", Codes.checkedDocument("42996019851332023"))
                .rejected("证件号码", "document.sex", "证件类型", "居民身份证", "证件号码", document(24))
                .rejected("证件号码", "document.birth", "证件类型", "居民身份证", "证件号码", document(25), "出生年月", "1986-03");
    }

    private static Sample doubtful() {
        return Sample.of("kept but flagged", Titles.TALENT, PERSON)
                .header()
                .warned("统一社会信用代码", "uscc.check", "统一社会信用代码", "91429999MA9999005B")
                .warned("联系电话", "phone.form", "联系电话", "12345")
                .warned("电子邮箱", "email.form", "电子邮箱", "demo.example.com")
                .warned("学历", "code.doubtful", "学历", "研究生")
                .warned("职称级别", "code.doubtful", "职称级别", "高级")
                .warned("服务需求", "code.unknown", "服务需求", "专车接送")
                .warned("求职意向", "code.unknown", "求职意向", "看缘分")
                .created();
    }

    /** The same person twice in one file: the later row is what counts. */
    private static Sample duplicates() {
        return Sample.of("the same people again within one file", Titles.TALENT, PERSON)
                .header()
                .created("姓名", "示例重一", "证件类型", "居民身份证", "证件号码", document(31))
                .unchanged("姓名", "示例重一", "证件类型", "居民身份证", "证件号码", document(31))
                .created("姓名", "示例重二")
                .unchanged("姓名", "示例重二")
                .created("姓名", "示例重三", "出生年月", "1990-05")
                .created("姓名", "示例重三", "出生年月", "1991-05");
    }

    /** A woman's with an even, a man's with an odd sequence; born 1985-03-12. */
    static String document(int sequence) {
        return Codes.document("429960", BIRTH, sequence);
    }

    /** One that ends in X, written small. */
    private static String lowerX() {
        List<String> found = new ArrayList<>();
        for (int sequence = 101; found.isEmpty(); sequence += 2) {
            String number = document(sequence);
            if (number.endsWith("X")) {
                found.add(number.replace('X', 'x'));
            }
        }
        return found.getFirst();
    }

    private static String wrongCheck(String number) {
        char last = number.charAt(17);
        return number.substring(0, 17) + (last == '5' ? '6' : '5');
    }
}
