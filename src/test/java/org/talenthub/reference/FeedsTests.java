package org.talenthub.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.common.Yaml;
import org.talenthub.reference.standards.Dictionaries;

class FeedsTests {

    private static final Dictionaries DICTIONARIES = Dictionaries.load();
    private static final Feeds FEEDS = Feeds.load(DICTIONARIES);

    /** The contract with the stations: titles, order, required * and multi +. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                talent|姓名* 性别* 出生年月* 国籍 民族 证件类型 证件号码 学历* 学位 毕业院校 所学专业 毕业时间 职称 职称级别 职业技能等级 人才类别* 人才计划或荣誉+ 技术专长*+ 研究方向 所属产业*+ 工作单位* 统一社会信用代码 现任职务 工作地点 引进方式 团队名称 主要业绩 服务需求+ 求职意向 联系电话 电子邮箱 信息确认日期 备注
                demand|需求单位* 统一社会信用代码* 岗位名称* 需求人数* 人才类别 所属产业*+ 专业要求+ 学历要求 学位要求 职称要求 技能等级要求 年龄上限 工作年限 技术技能要求*+ 岗位职责 工作地点 引才方式 年薪范围 其他待遇 紧缺程度 到岗时限 有效期至 联系人 联系电话 电子邮箱 备注 已到岗人数 需求名称 研究内容 考核指标 榜额 完成时限 揭榜条件 发榜单位
                enterprise|企业名称* 统一社会信用代码* 企业类型+ 所属产业*+ 国民经济行业 行政区划* 所在基地 主要产品 员工人数 研发人员数 研发投入 网址 简介
                carrier|载体名称* 载体类型* 依托单位* 统一社会信用代码 行政区划* 主导产业*+ 批复年度 状态 联系部门 地址 简介
                platform|平台名称* 平台类型* 级别 依托单位* 统一社会信用代码 所属产业+ 研究方向 行政区划* 认定年度
                """)
    void columnsAreAsContracted(String feed, String columns) {
        List<String> titles = FEEDS.get(feed).columns().stream()
                .map(c -> c.title() + (c.required() ? "*" : "") + (c.multi() ? "+" : ""))
                .toList();
        assertThat(titles).containsExactly(columns.split(" "));
    }

    @Test
    void nothingOfATalentIsPublic() {
        assertThat(FEEDS.get("talent").columns()).noneMatch(c -> c.privacy() == Privacy.PUBLIC);
    }

    @ParameterizedTest
    @CsvSource({"'* 出生 年月（如 1985-03）：',出生年月", "Ｅ－Ｍａｉｌ,e-mail", "'研发投入(万元)',研发投入", "'姓　名',姓名", "'（多选）',''"})
    void headersAreComparedWithoutDecoration(String header, String key) {
        assertThat(Headers.key(header)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                title: 岗位|title: 岗位, colour: red|7
                field: post|field: name|7
                title: 岗位|title: 姓名|7
                aliases: [职务]|aliases: [名 字]|7
                purpose: 了解岗位|purpose: ''|7
                type: TEXT|type: CODE|7
                type: TEXT|type: CODE, dictionary: colours|7
                type: TEXT|type: TXT|7
                type: TEXT|type: PHONE|7
                legalBasis: 同意|legalBasis: ''|1
                """)
    void mistakesAreNamedWithFileAndLine(String right, String wrong, int line) {
        String good = """
            name: talent
            title: 表
            legalBasis: 同意
            columns:
              - {field: name, title: 姓名, aliases: [名字], type: NAME, maxLength: 60, privacy: PERSONAL, purpose: 识别, example: 张示例}
              # the second
              - {field: post, title: 岗位, aliases: [职务], type: TEXT, maxLength: 60, privacy: INTERNAL, purpose: 了解岗位, example: 所长}
            """;
        assertThat(check(good).columns()).hasSize(2);
        assertThatThrownBy(() -> check(good.replace(right, wrong)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("batch-jobs/talent/job.yml:" + line + ": ");
    }

    private static Feed check(String yaml) {
        return FeedFiles.check(Yaml.parse("batch-jobs/talent/job.yml", yaml, Feed.class), "talent", DICTIONARIES);
    }
}
