package org.talenthub.matching.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.talenthub.records.RecordSnapshot;

/**
 * People and demands whose fit is known: everybody has a hidden trade, ability and wish, of which the sheet shows a part with noise. A
 * person truly fits by the hidden factors; the words only hint at them, some say too much and some leave things out.
 */
final class TrueFits {

    /** Ways to name the same ability; who reports chooses one. */
    private static final List<List<String>> ABILITIES = List.of(
            List.of("磷化铟光芯片工艺", "InP光芯片制备", "磷化铟激光器芯片"),
            List.of("高速调制器设计", "薄膜铌酸锂调制器", "高速光调制"),
            List.of("光纤传感", "分布式光纤传感", "光纤传感系统"),
            List.of("激光器封装", "光器件封装", "激光器耦合封装"),
            List.of("机器视觉检测", "视觉检测算法", "工业视觉检测"),
            List.of("数字信号处理", "DSP算法", "信号处理算法"),
            List.of("动力电池热管理", "电池热管理系统", "电池包热管理"),
            List.of("电池正极材料", "磷酸铁锂正极", "正极材料合成"),
            List.of("电机控制算法", "驱动电机控制", "电驱控制算法"),
            List.of("整车集成", "整车系统集成", "整车性能集成"),
            List.of("自动驾驶感知", "智能驾驶感知算法", "多传感器融合感知"),
            List.of("单抗药物研发", "抗体药物研发", "单克隆抗体筛选"),
            List.of("基因测序", "高通量测序", "测序数据分析"),
            List.of("细胞培养工艺", "细胞培养基开发", "大规模细胞培养"),
            List.of("中药炮制", "药材炮制", "中药饮片炮制"),
            List.of("液压伺服阀", "伺服阀设计", "液压伺服系统"),
            List.of("精密轴承设计", "高精度轴承", "轴承设计"),
            List.of("碳纤维复合材料", "复合材料成型", "碳纤维成型"),
            List.of("五轴数控加工", "五轴加工编程", "数控五轴联动"),
            List.of("大语言模型训练", "大模型训练", "大模型微调"),
            List.of("推荐系统", "推荐算法", "个性化推荐"),
            List.of("GNSS精密单点定位", "精密单点定位算法", "北斗高精度定位"),
            List.of("组合导航", "惯性组合导航", "组合导航算法"),
            List.of("量子密钥分发", "量子保密通信", "QKD系统"));

    private static final int TRADES = 12;
    private static final List<String> EDUCATION = List.of("11", "14", "21", "31");
    private static final List<String> TITLES = List.of("FULL_SENIOR", "DEPUTY_SENIOR", "INTERMEDIATE", "JUNIOR");
    private static final List<String> AVAILABILITY = List.of("LOOKING", "OPEN", "FLEXIBLE_ONLY", "NOT_LOOKING");

    /** @param trade two neighbouring abilities make one @param able 0 to 1, more or less what the person can do */
    record Hidden(int trade, double able, double willing) {}

    /** A record with what is behind it. */
    record Known(RecordSnapshot record, Hidden hidden) {}

    final List<Known> people = new ArrayList<>();
    final List<Known> demands = new ArrayList<>();
    private final Random dice;

    TrueFits(long seed, int people, int demands) {
        dice = new Random(seed);
        for (int i = 0; i < people; i++) {
            this.people.add(person());
        }
        for (int i = 0; i < demands; i++) {
            this.demands.add(demand());
        }
    }

    /** All that anybody may say. */
    static List<String> texts() {
        return ABILITIES.stream()
                .flatMap(ways -> ways.stream().flatMap(w -> Stream.of(w, w + "及应用")))
                .toList();
    }

    /** What some ways to name an ability stand for. */
    static Set<Integer> abilities(List<String> said) {
        Set<Integer> abilities = new LinkedHashSet<>();
        for (int i = 0; i < ABILITIES.size(); i++) {
            if (ABILITIES.get(i).stream().anyMatch(said::contains)) {
                abilities.add(i);
            }
        }
        return abilities;
    }

    /** Whether a person has the education that is asked for, or more. */
    static boolean educated(Known demand, Known person) {
        int asked = EDUCATION.indexOf(demand.record.fields().text("education").orElse("31"));
        int has = EDUCATION.indexOf(person.record.fields().text("education").orElse("31"));
        return has <= asked;
    }

    /** How likely the two come together: by trade, ability, wish and the conditions that are meant, never by words. */
    double chance(Known demand, Known person) {
        int apart = Math.abs(demand.hidden.trade - person.hidden.trade);
        double trade = apart == 0 ? 1 : apart == 1 ? 0.35 : 0.02;
        double education = educated(demand, person) ? 1 : 0.1;
        int limit = demand.record.fields().number("ageMax").orElse(99);
        int birth = Integer.parseInt(
                person.record.fields().text("birth").orElse("1990-01").substring(0, 4));
        double age = 2026 - birth <= limit ? 1 : 2026 - birth <= limit + 3 ? 0.5 : 0.1;
        return trade * education * age * (0.4 + 0.6 * person.hidden.able) * (0.3 + 0.7 * person.hidden.willing);
    }

    /** 0 to 3. */
    int grade(Known demand, Known person) {
        double c = chance(demand, person);
        return c > 0.6 ? 3 : c > 0.35 ? 2 : c > 0.15 ? 1 : 0;
    }

    private Known person() {
        Hidden h = new Hidden(dice.nextInt(TRADES), dice.nextDouble(), dice.nextDouble());
        Map<String, Object> f = new HashMap<>();
        Set<String> skills = new LinkedHashSet<>();
        int own = 1 + (int) Math.round(2 * h.able + dice.nextDouble());
        for (int i = 0; i < own; i++) {
            skills.add(said(2 * h.trade + dice.nextInt(2)));
        }
        // what people add that is not their trade
        if (dice.nextInt(3) == 0) {
            skills.add(said(dice.nextInt(ABILITIES.size())));
        }
        f.put("expertise", List.copyOf(skills));
        if (dice.nextBoolean()) {
            f.put("research", said(2 * h.trade + dice.nextInt(2)) + "及应用");
        }
        f.put("education", EDUCATION.get(dice.nextInt(EDUCATION.size())));
        f.put("birth", (1966 + dice.nextInt(36)) + "-06");
        if (dice.nextInt(5) > 0) {
            f.put("titleLevel", TITLES.get((int) Math.min(3, Math.max(0, 3 - 3 * h.able + dice.nextGaussian()))));
        }
        if (dice.nextInt(5) > 0) {
            int at = (int) Math.min(3, Math.max(0, 4 * (1 - h.willing) + 0.5 * dice.nextGaussian()));
            f.put("availability", AVAILABILITY.get(at));
        }
        f.put("industries", List.of("I" + h.trade / 3));
        return new Known(Pairs.record("talent", f, "2026-09-01"), h);
    }

    private Known demand() {
        Hidden h = new Hidden(dice.nextInt(TRADES), 1, 1);
        Map<String, Object> f = new HashMap<>();
        Set<String> skills = new LinkedHashSet<>();
        for (int i = 0; i < 2 + dice.nextInt(2); i++) {
            skills.add(said(2 * h.trade + dice.nextInt(2)));
        }
        f.put("skills", List.copyOf(skills));
        f.put("post", "工程师");
        f.put("education", EDUCATION.get(dice.nextInt(EDUCATION.size())));
        f.put("ageMax", 35 + 5 * dice.nextInt(4));
        f.put("industries", List.of("I" + h.trade / 3));
        f.put("mode", "FULL_TIME");
        return new Known(Pairs.record("demand", f, null), h);
    }

    private String said(int ability) {
        List<String> ways = ABILITIES.get(ability);
        return ways.get(dice.nextInt(ways.size()));
    }

    boolean came(Known demand, Known person) {
        return dice.nextDouble() < chance(demand, person);
    }
}
