package org.talenthub.demo;

import java.util.List;

/** The feeds' column titles, kept apart from the job descriptions so that a change there is noticed here. */
final class Titles {

    static final List<String> TALENT =
            split("姓名 性别 出生年月 国籍 民族 证件类型 证件号码 学历 学位 毕业院校 所学专业 毕业时间 职称 职称级别 职业技能等级 人才类别 人才计划或荣誉 技术专长 研究方向 所属产业"
                    + " 工作单位 统一社会信用代码 现任职务 工作地点 引进方式 团队名称 主要业绩 服务需求 求职意向 联系电话 电子邮箱 信息确认日期 备注");
    static final List<String> DEMAND =
            split("需求单位 统一社会信用代码 岗位名称 需求人数 人才类别 所属产业 专业要求 学历要求 学位要求 职称要求 技能等级要求 年龄上限 工作年限 技术技能要求 岗位职责 工作地点"
                    + " 引才方式 年薪范围 其他待遇 紧缺程度 到岗时限 有效期至 联系人 联系电话 电子邮箱 备注"
                    + " 已到岗人数 需求名称 研究内容 考核指标 榜额 完成时限 揭榜条件 发榜单位");
    static final List<String> ENTERPRISE = split("企业名称 统一社会信用代码 企业类型 所属产业 国民经济行业 行政区划 所在基地 主要产品 员工人数 研发人员数 研发投入 网址 简介");
    static final List<String> CARRIER = split("载体名称 载体类型 依托单位 统一社会信用代码 行政区划 主导产业 批复年度 状态 联系部门 地址 简介");
    static final List<String> PLATFORM = split("平台名称 平台类型 级别 依托单位 统一社会信用代码 所属产业 研究方向 行政区划 认定年度");

    private Titles() {}

    private static List<String> split(String titles) {
        return List.of(titles.split(" "));
    }
}
