package org.talenthub.matching.scoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Fields;
import org.talenthub.records.RecordSnapshot;

/** Random people and demands with fields left out here and there, the same for the same seed. */
final class Pairs {

    private static final List<String> SKILLS = List.of(
            "磷化铟光芯片工艺",
            "高速调制器设计",
            "激光器封装",
            "光纤传感",
            "机器视觉检测",
            "数字信号处理",
            "动力电池热管理",
            "电机控制算法",
            "整车集成",
            "单抗药物研发",
            "基因测序",
            "细胞培养工艺",
            "液压伺服阀",
            "精密轴承设计",
            "碳纤维复合材料",
            "系统部署",
            "网络运维",
            "大模型训练",
            "GNSS精密单点定位");
    private static final List<String> MAJORS = List.of("光学工程", "微电子学", "通信工程", "车辆工程", "生物工程", "机械工程", "计算机科学与技术");
    private static final List<String> EDUCATION = List.of("11", "14", "21", "31", "41");
    private static final List<String> DEGREE = List.of("2", "3", "4");
    private static final List<String> TITLES = List.of("FULL_SENIOR", "DEPUTY_SENIOR", "INTERMEDIATE", "JUNIOR");
    private static final List<String> LEVELS =
            List.of("SENIOR_TECHNICIAN", "TECHNICIAN", "SENIOR_WORKER", "INTERMEDIATE_WORKER");
    private static final List<String> MODES = List.of("FULL_TIME", "FLEXIBLE", "CHALLENGE", "PROJECT");
    private static final List<String> CATEGORIES = List.of("OUTSTANDING_ENGINEER", "SKILLED_WORKER", "YOUNG_SCIENTIST");
    private static final List<String> CHAINS = List.of("OPTO", "NEV", "LIFE");
    private static final List<String> PLACES = List.of("420111", "420106", "420500", "429004", "440300");
    private static final List<String> AVAILABILITY = List.of("LOOKING", "OPEN", "FLEXIBLE_ONLY", "NOT_LOOKING");

    private final Random random;

    Pairs(long seed) {
        random = new Random(seed);
    }

    RecordSnapshot person() {
        Map<String, Object> f = new HashMap<>();
        f.put("name", "测" + random.nextInt(1000));
        f.put("sex", random.nextBoolean() ? "1" : "2");
        f.put("ethnicity", random.nextBoolean() ? "汉族" : "土家族");
        f.put("school", random.nextBoolean() ? "武汉大学" : "湖北工业职业技术学院");
        maybe(f, "birth", (1960 + random.nextInt(45)) + "-0" + (1 + random.nextInt(9)));
        maybe(f, "graduated", (1985 + random.nextInt(40)) + "-06");
        maybe(f, "education", one(EDUCATION));
        maybe(f, "degree", one(DEGREE));
        maybe(f, "titleLevel", one(TITLES));
        maybe(f, "skillLevel", one(LEVELS));
        maybe(f, "category", one(CATEGORIES));
        maybe(f, "expertise", some(SKILLS, 4));
        maybe(f, "research", one(SKILLS) + "与" + one(SKILLS));
        maybe(f, "post", one(SKILLS) + "工程师");
        maybe(f, "major", one(MAJORS));
        maybe(f, "industries", some(CHAINS, 2));
        maybe(f, "placeRegion", one(PLACES));
        maybe(f, "availability", one(AVAILABILITY));
        return record("talent", f, random.nextInt(4) == 0 ? null : "2026-0" + (1 + random.nextInt(9)) + "-11");
    }

    RecordSnapshot demand() {
        Map<String, Object> f = new HashMap<>();
        f.put("post", one(SKILLS) + "工程师");
        maybe(f, "ageMax", 30 + 5 * random.nextInt(6));
        maybe(f, "experienceYears", 1 + random.nextInt(10));
        maybe(f, "education", one(EDUCATION));
        maybe(f, "degree", one(DEGREE));
        maybe(f, "titleLevel", one(TITLES));
        maybe(f, "skillLevel", one(LEVELS));
        maybe(f, "category", one(CATEGORIES));
        maybe(f, "skills", some(SKILLS, 5));
        maybe(f, "majors", some(MAJORS, 2));
        maybe(f, "industries", some(CHAINS, 2));
        maybe(f, "placeRegion", one(PLACES));
        maybe(f, "mode", one(MODES));
        return record("demand", f, null);
    }

    RecordSnapshot with(RecordSnapshot r, String field, @Nullable Object value) {
        Map<String, Object> f = new HashMap<>(r.fields().asMap());
        if (value == null) {
            f.remove(field);
        } else {
            f.put(field, value);
        }
        return record(r.type(), f, r.confirmedOn());
    }

    static RecordSnapshot record(String type, Map<String, Object> fields, @Nullable String confirmed) {
        return new RecordSnapshot(
                1,
                type,
                null,
                true,
                1,
                "测",
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                new Fields(fields),
                confirmed,
                Instant.EPOCH,
                Instant.EPOCH,
                Map.of());
    }

    String field(RecordSnapshot r) {
        return one(List.copyOf(r.fields().asMap().keySet()));
    }

    String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private List<String> some(List<String> of, int most) {
        Set<String> chosen = new LinkedHashSet<>();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            chosen.add(one(of));
        }
        return new ArrayList<>(chosen);
    }

    private void maybe(Map<String, Object> f, String field, Object value) {
        if (random.nextInt(5) > 0) {
            f.put(field, value);
        }
    }
}
