package org.talenthub.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.PoolRows.Row;
import org.talenthub.common.Ids;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** A small province: two bases' worth of enterprises, three stations, people and demands that relevance is pinned on. */
final class Sample {

    static final Viewer PROVINCE = new Viewer(1, "province", "省", Role.PROVINCE, null, null, null);
    static final Viewer WUHAN = new Viewer(2, "wuhan", "武汉", Role.CITY, "420100", null, null);
    static final Viewer ADMIN = new Viewer(3, "admin", "管理员", Role.ADMIN, null, null, null);

    static final String LIGHT_CODE = "91420100MA4K1111X1";
    static final String LIGHT = "湖北示例光电科技有限公司";
    static final String CAR = "宜昌示例汽车有限公司";

    final long base = Ids.next();
    final long station = Ids.next();
    final long other = Ids.next();
    final List<Row> rows = new ArrayList<>();

    Sample() {
        carrier(base, "BASE", "示例光谷人才基地", "420100", null, "武汉示例高新区管委会", "2024");
        carrier(station, "STATION", "示例光电人才驿站", "420111", LIGHT_CODE, LIGHT, "2025");
        carrier(other, "STATION", "示例汽车人才驿站", "420500", null, CAR, "2026");
        row(
                "enterprise",
                null,
                LIGHT,
                "420111",
                LIGHT_CODE,
                LIGHT,
                "示例光谷人才基地",
                null,
                "province",
                "kinds",
                List.of("HIGH_TECH"),
                "industries",
                List.of("OPTO"),
                "region",
                "420111",
                "products",
                "光模块；激光器",
                "code",
                LIGHT_CODE);
        row(
                "enterprise",
                null,
                CAR,
                "420500",
                "91420500MA4K2222X2",
                CAR,
                null,
                null,
                "province",
                "industries",
                List.of("NEV"),
                "region",
                "420500",
                "code",
                "91420500MA4K2222X2");
        row(
                "platform",
                null,
                "示例光子集成实验室",
                "420111",
                LIGHT_CODE,
                LIGHT,
                null,
                null,
                "province",
                "platformType",
                "LABORATORY",
                "industries",
                List.of("OPTO"),
                "region",
                "420111",
                "hostName",
                LIGHT,
                "hostCode",
                LIGHT_CODE);
        talent(
                "测赟翀昉甲",
                "420111",
                LIGHT_CODE,
                LIGHT,
                station,
                "1985-03",
                "OUTSTANDING_ENGINEER",
                "11",
                "OPTO",
                List.of("磷化铟光芯片", "封装"),
                "InP 激光器外延",
                "光芯片工艺总监");
        talent(
                "测赟翀昉乙",
                "420111",
                null,
                LIGHT,
                station,
                "1990-12",
                "YOUNG_SCIENTIST",
                "14",
                "OPTO",
                List.of("硅光"),
                "与光芯片配套的软件",
                "软件工程师");
        talent(
                "赟翀测昉",
                "420500",
                null,
                CAR,
                other,
                "1970-01",
                "OUTSTANDING_ENGINEER",
                "21",
                "NEV",
                List.of("动力电池", "光测"),
                "热管理",
                "总工程师");
        talent(
                "欧阳翀",
                "420500",
                null,
                CAR,
                other,
                "2001-07",
                "SKILLED_WORKER",
                "31",
                "NEV",
                List.of("焊接"),
                "工艺 <b>标准</b>",
                "高级技师");
        demand("光芯片工程师", "420111", LIGHT_CODE, LIGHT, station, "OPTO", "2999-12", 30, 50, List.of("磷化铟光芯片"));
        demand("电池工程师", "420500", "91420500MA4K2222X2", CAR, other, "NEV", "2020-01-31", 20, null, List.of("电芯"));
        demand("焊工", "420500", "91420500MA4K2222X2", CAR, other, "NEV", null, null, 12, List.of("焊接"));
    }

    Viewer station() {
        return new Viewer(4, "station", "驿站", Role.STATION, null, station, "示例光电人才驿站");
    }

    Viewer base() {
        return new Viewer(5, "base", "基地", Role.BASE, null, base, "示例光谷人才基地");
    }

    List<Viewer> everybody() {
        return List.of(
                PROVINCE,
                WUHAN,
                ADMIN,
                station(),
                base(),
                Viewer.ANONYMOUS,
                new Viewer(6, "m", "承办", Role.MATCHMAKER, null, null, null),
                new Viewer(7, "yichang", "宜昌", Role.CITY, "420500", null, null));
    }

    private void carrier(
            long id, String subtype, String name, String region, @Nullable String code, String host, String year) {
        rows.add(new Row(
                id,
                "carrier",
                subtype,
                name,
                region,
                code,
                host,
                null,
                null,
                "province",
                null,
                Map.of(
                        "name",
                        name,
                        "carrierType",
                        subtype,
                        "hostName",
                        host,
                        "region",
                        region,
                        "industries",
                        List.of("OPTO"),
                        "approvedYear",
                        year)));
    }

    private void talent(
            String name,
            String region,
            @Nullable String code,
            String employer,
            long carrier,
            String birth,
            String category,
            String education,
            String industry,
            List<String> expertise,
            String research,
            String post) {
        row(
                "talent",
                null,
                name,
                region,
                code,
                employer,
                null,
                carrier,
                "carrier:" + Ids.text(carrier),
                "sex",
                "1",
                "birth",
                birth,
                "category",
                category,
                "education",
                education,
                "industries",
                List.of(industry),
                "expertise",
                expertise,
                "research",
                research,
                "post",
                post,
                "employerName",
                employer,
                "achievements",
                "主持光芯片专项",
                // one of them says when
                "graduated",
                name.endsWith("甲") ? "2013-06" : null,
                "confirmedOn",
                name.endsWith("甲") ? "2026-05-20" : null,
                "mode",
                "FULL_TIME");
    }

    private void demand(
            String post,
            String region,
            String code,
            String enterprise,
            long carrier,
            String industry,
            @Nullable String until,
            @Nullable Integer from,
            @Nullable Integer to,
            List<String> skills) {
        row(
                "demand",
                null,
                post,
                region,
                code,
                enterprise,
                null,
                carrier,
                "carrier:" + Ids.text(carrier),
                "post",
                post,
                "headcount",
                2,
                "industries",
                List.of(industry),
                "skills",
                skills,
                "mode",
                "FULL_TIME",
                "enterpriseName",
                enterprise,
                "enterpriseCode",
                code,
                "validUntil",
                until,
                "salaryMin",
                from,
                "salaryMax",
                to,
                "experienceYears",
                to != null && to == 50 ? 3 : null);
    }

    private void row(
            String type,
            @Nullable String subtype,
            String name,
            String region,
            @Nullable String code,
            String enterprise,
            @Nullable String area,
            @Nullable Long carrier,
            String reporters,
            @Nullable Object... fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i + 1] != null) {
                values.put(String.valueOf(fields[i]), fields[i + 1]);
            }
        }
        Object confirmed = values.get("confirmedOn");
        rows.add(new Row(
                Ids.next(),
                type,
                subtype,
                name,
                region,
                code,
                enterprise,
                area,
                carrier,
                reporters,
                confirmed == null ? null : confirmed.toString(),
                values));
    }

    long id(String name) {
        return rows.stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
