package org.talenthub.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.talenthub.PoolRows.Row;
import org.talenthub.common.Ids;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** A small province made from a seed, with every kind of record and a viewer of every role who sees another part of it. */
public final class GeneratedPool {

    static final List<String> WORDS = List.of(
            "激光芯片", "磷化铟", "新能源", "动力电池", "智能网联汽车", "封装", "5G", "C++", "3D打印", "人工智能", "李", "王伟", "zhang", "工程师", "光",
            "武汉市");

    private static final List<String> REGIONS = List.of("420100", "420111", "420500", "420506", "420600");
    private static final List<String> INDUSTRIES = List.of("OPTO", "NEV", "HEALTH", "AI");
    private static final List<String> SURNAMES = List.of("李", "王", "张", "单", "欧阳", "仇");
    private static final List<String> GIVEN = List.of("伟", "翀", "敏", "示例", "建国");
    private static final List<String> SKILLS =
            List.of("激光芯片", "磷化铟外延", "新能源汽车", "动力电池", "封装测试", "5G 基站", "C++ 开发", "3D打印", "人工智能");
    private static final List<String> CATEGORIES =
            List.of("STRATEGIC_SCIENTIST", "OUTSTANDING_ENGINEER", "YOUNG_SCIENTIST", "SKILLED_WORKER");

    private final Random dice;
    private final long base = Ids.next();
    private final long station = Ids.next();
    private final long other = Ids.next();
    public final List<Row> rows = new ArrayList<>();

    public GeneratedPool(long seed, int talents, int demands) {
        dice = new Random(seed);
        carrier(base, "BASE", "生成光谷人才基地", "420100");
        carrier(station, "STATION", "生成光电人才驿站", "420111");
        carrier(other, "STATION", "生成汽车人才驿站", "420500");
        for (int i = 0; i < 8; i++) {
            enterprise(i);
        }
        for (int i = 0; i < talents; i++) {
            talent();
        }
        for (int i = 0; i < demands; i++) {
            demand();
        }
        for (int i = 0; i < 6; i++) {
            row(
                    "platform",
                    null,
                    one(SKILLS) + "实验室" + i,
                    one(REGIONS),
                    null,
                    null,
                    null,
                    "province",
                    Map.of(
                            "platformType",
                            "LABORATORY",
                            "industries",
                            List.of(one(INDUSTRIES)),
                            "hostName",
                            company(i)));
        }
    }

    /** One of every role; the numbers stand apart from those of accounts that exist. */
    public List<Viewer> viewers() {
        return List.of(
                new Viewer(9001, "gen-province", "省", Role.PROVINCE, null, null, null),
                new Viewer(9002, "gen-wuhan", "武汉", Role.CITY, "420100", null, null),
                new Viewer(9003, "gen-yichang", "宜昌", Role.CITY, "420500", null, null),
                new Viewer(9004, "gen-base", "基地", Role.BASE, null, base, "生成光谷人才基地"),
                new Viewer(9005, "gen-station", "驿站", Role.STATION, null, station, "生成光电人才驿站"),
                new Viewer(9006, "gen-matchmaker", "活动", Role.MATCHMAKER, null, null, null),
                new Viewer(9007, "gen-admin", "管理员", Role.ADMIN, null, null, null),
                Viewer.ANONYMOUS);
    }

    public Viewer viewer(Role role) {
        return viewers().stream().filter(v -> v.is(role)).findFirst().orElseThrow();
    }

    private <T> T one(List<T> of) {
        return of.get(dice.nextInt(of.size()));
    }

    private static String company(int i) {
        return "生成" + i + "号科技有限公司";
    }

    private void carrier(long id, String subtype, String name, String region) {
        rows.add(new Row(
                id,
                "carrier",
                subtype,
                name,
                region,
                null,
                company(0),
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
                        company(0),
                        "region",
                        region,
                        "industries",
                        List.of("OPTO"),
                        "approvedYear",
                        "2025")));
    }

    private void enterprise(int i) {
        String region = one(REGIONS);
        row(
                "enterprise",
                null,
                company(i),
                region,
                company(i),
                i % 3 == 0 ? "生成光谷人才基地" : null,
                null,
                "province",
                Map.of(
                        "industries",
                        List.of(one(INDUSTRIES)),
                        "region",
                        region,
                        "products",
                        one(SKILLS) + "；" + one(SKILLS)));
    }

    private void talent() {
        long by = dice.nextBoolean() ? station : other;
        String company = company(dice.nextInt(8));
        Map<String, Object> f = new LinkedHashMap<>();
        f.put("sex", dice.nextBoolean() ? "1" : "2");
        f.put("birth", (1955 + dice.nextInt(50)) + "-" + (dice.nextBoolean() ? "03" : "12"));
        f.put("category", one(CATEGORIES));
        f.put("education", one(List.of("11", "14", "21")));
        f.put("industries", dice.nextBoolean() ? List.of(one(INDUSTRIES)) : List.of("OPTO", "AI"));
        f.put("expertise", List.of(one(SKILLS), one(SKILLS) + "工艺"));
        f.put("research", "研究" + one(SKILLS) + "与" + one(SKILLS));
        f.put("post", one(List.of("工程师", "总工程师", "王伟工作室负责人")));
        f.put("employerName", company);
        f.put("mode", one(List.of("FULL_TIME", "FLEXIBLE")));
        f.put("achievements", "主持" + one(SKILLS) + "专项");
        row("talent", null, one(SURNAMES) + one(GIVEN), one(REGIONS), company, null, by, "carrier:" + Ids.text(by), f);
    }

    private void demand() {
        long by = dice.nextBoolean() ? station : other;
        String company = company(dice.nextInt(8));
        String post = one(SKILLS) + "工程师";
        Map<String, Object> f = new LinkedHashMap<>();
        f.put("post", post);
        f.put("headcount", 1 + dice.nextInt(5));
        f.put("industries", List.of(one(INDUSTRIES)));
        f.put("skills", List.of(one(SKILLS)));
        f.put("mode", one(List.of("FULL_TIME", "CHALLENGE")));
        f.put("enterpriseName", company);
        f.put("salaryMin", 10 + dice.nextInt(30));
        f.put("salaryMax", 40 + dice.nextInt(30));
        if (dice.nextBoolean()) {
            f.put("validUntil", dice.nextBoolean() ? "2020-01" : "2099-12-31");
        }
        row("demand", null, post, one(REGIONS), company, null, by, "carrier:" + Ids.text(by), f);
    }

    private void row(
            String type,
            @Nullable String subtype,
            String name,
            String region,
            @Nullable String company,
            @Nullable String area,
            @Nullable Long carrier,
            String reporters,
            Map<String, Object> fields) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("name", name);
        rows.add(new Row(Ids.next(), type, subtype, name, region, null, company, area, carrier, reporters, null, all));
    }
}
