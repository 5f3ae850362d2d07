package org.talenthub.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.PoolRows;
import org.talenthub.PoolTest;
import org.talenthub.common.Ids;
import org.talenthub.indexing.Relay;

/**
 * Queries whose right answer a rule gives, so that there can be many: conditions in words find what the filters find, a name finds who is
 * called so, and what means nobody finds nobody. Every other one is looked at when something is changed, the others only say whether it
 * held.
 */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionRuleTests {

    private static final int PEOPLE = 300;
    private static final int QUERIES = 200;
    private static final double AGREEMENT = 0.98;

    /** What is typed and the parameters that say the same; of one line only one is taken. */
    private static final List<List<Map.Entry<String, String>>> WORDS = List.of(
            said("博士 education=11 硕士以上 education=硕士以上 本科及以上学历 education=11,14,21 大专 education=31 研究生 education=11,14 "
                    + "学历不低于本科 education=11,14,21 中专 education=41 全日制硕士及以上 education=11,14"),
            said(
                    "副高以上 titleLevel=FULL_SENIOR,DEPUTY_SENIOR 正高 titleLevel=FULL_SENIOR 高级职称 titleLevel=FULL_SENIOR,DEPUTY_SENIOR "
                            + "中级职称 titleLevel=INTERMEDIATE 高级工程师 title=高级工程师 研究员 title=研究员 副研究员 title=副研究员 高工 title=高级工程师"),
            said("技师以上 skillLevel=技师以上 高级工 skillLevel=SENIOR_WORKER 高级技师 skillLevel=SENIOR_TECHNICIAN"),
            said(
                    "45岁以下 ageMax=45 30-40岁 ageMin=30&ageMax=40 80后 birthFrom=1980&birthTo=1989 50岁以上 ageMin=50 不满35周岁 ageMax=34 "
                            + "四十岁以上 ageMin=40 35至45岁之间 ageMin=35&ageMax=45 1990年以后出生 birthFrom=1990"),
            said(
                    "武汉 region=420100 宜昌市 region=420500 湖北省武汉市 region=420100 襄樊 region=420600 恩施州 region=422800 湖北宜昌 region=420500"),
            said("柔性引才 mode=FLEXIBLE 全职 mode=FULL_TIME 兼职 mode=FLEXIBLE 项目合作 mode=PROJECT"),
            said("近五年毕业 experienceMax=5 2015年毕业 graduatedFrom=2015&graduatedTo=2015 工作10年以上 experienceMin=10 "
                    + "2010年以后毕业 graduatedFrom=2010 毕业三年内 experienceMax=3"),
            said("高技能人才 category=SKILLED_WORKER 企业家 category=ENTREPRENEUR 卓越工程师 category=OUTSTANDING_ENGINEER"),
            said("求职中 availability=LOOKING 可考虑 availability=OPEN"),
            said("女 sex=2 男性 sex=1"));

    private static final List<String> TOPICS = List.of("激光", "光芯片", "动力电池", "焊接", "机器人", "");

    private static final List<String> NOBODY = List.of(
            "院士",
            "长江学者",
            "国家杰青",
            "党员",
            "会德语的",
            "美国",
            "留学生",
            "退伍军人",
            "处级干部",
            "海归",
            "北京户口",
            "诺贝尔奖",
            "飞行员",
            "厨师",
            "律师证",
            "注册会计师",
            "钢琴",
            "足球",
            "围棋",
            "舞蹈",
            "李四光 光芯片",
            "王重阳",
            "诸葛孔明",
            "欧阳修 激光",
            "尉迟敬德",
            "武汉某某集团公司",
            "清华大学附属中学",
            "北京某某研究院",
            "上海某某医院",
            "深圳某某科技有限公司",
            "😀",
            "。",
            "“”",
            "' OR 1=1 --",
            "--",
            "℃",
            "…",
            "()",
            "- -",
            "1=1");

    private static final List<String> GIVEN =
            List.of("承志", "若兰", "昉", "鸣磊", "雨桐", "振华", "思源", "翀", "怡莹", "家豪", "云飞", "晓燕");
    private static final List<String> SURNAMES =
            List.of("欧阳", "尉迟", "司马", "仇", "曾", "单", "查", "王", "李", "张", "缪", "覃", "逄", "陈");

    private static List<Map.Entry<String, String>> said(String pairs) {
        String[] all = pairs.split(" ", -1);
        List<Map.Entry<String, String>> said = new ArrayList<>();
        for (int i = 0; i + 1 < all.length; i += 2) {
            said.add(Map.entry(all[i], all[i + 1]));
        }
        return said;
    }

    @Autowired
    Searches searches;

    @Autowired
    Relay relay;

    private final Map<String, Integer> names = new LinkedHashMap<>();
    private @Nullable PoolRows pool;

    @BeforeAll
    void fill(
            @Autowired JdbcClient jdbc,
            @Autowired PlatformTransactionManager transactions,
            @Autowired ApplicationEventPublisher events) {
        Random random = new Random(12);
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        for (int i = 0; i < PEOPLE; i++) {
            String name = SURNAMES.get(i % SURNAMES.size()) + GIVEN.get(i / SURNAMES.size() % GIVEN.size());
            names.merge(name, 1, Integer::sum);
            Map<String, Object> fields = new HashMap<>();
            fields.put("name", name);
            fields.put("sex", one(random, "1 2"));
            fields.put("education", one(random, "11 14 21 31 41"));
            fields.put("birth", "%d-%02d".formatted(1962 + random.nextInt(40), 1 + random.nextInt(12)));
            fields.put("graduated", "%d-%02d".formatted(1990 + random.nextInt(36), 1 + random.nextInt(12)));
            fields.put("mode", one(random, "FULL_TIME FULL_TIME FLEXIBLE PROJECT"));
            fields.put("category", one(random, "SKILLED_WORKER ENTREPRENEUR OUTSTANDING_ENGINEER"));
            fields.put("availability", one(random, "LOOKING OPEN NOT_LOOKING"));
            String title = one(random, "研究员 副研究员 高级工程师 正高级工程师 工程师 -");
            if (!title.equals("-")) {
                fields.put("title", title);
                fields.put(
                        "titleLevel",
                        title.matches("研究员|正.*")
                                ? "FULL_SENIOR"
                                : title.equals("工程师") ? "INTERMEDIATE" : "DEPUTY_SENIOR");
            } else {
                fields.put("skillLevel", one(random, "TECHNICIAN SENIOR_WORKER SENIOR_TECHNICIAN"));
            }
            fields.put(
                    "expertise",
                    List.of(
                            one(random, "激光雷达系统 光芯片设计 动力电池热管理 焊接工艺评定 工业机器人集成"),
                            one(random, "激光加工 光芯片封装 动力电池回收 机器人焊接 测绘遥感")));
            pool.put(
                    new PoolRows.Row(
                            Ids.next(),
                            "talent",
                            null,
                            name,
                            one(random, "420100 420111 420500 420600 422800"),
                            null,
                            "测试单位" + i % 7,
                            null,
                            null,
                            "province",
                            null,
                            fields),
                    1);
        }
        assertThat(relay.awaitDrained(Duration.ofSeconds(120))).isTrue();
    }

    private static String one(Random random, String of) {
        String[] all = of.split(" ", -1);
        return all[random.nextInt(all.length)];
    }

    @AfterAll
    void empty() {
        if (pool != null) {
            pool.clear();
        }
    }

    private SearchResult find(Map<String, List<String>> parameters) {
        Map<String, List<String>> all = new LinkedHashMap<>(parameters);
        all.put("sort", List.of("name"));
        all.put("size", List.of("100"));
        all.put("meaning", List.of("off"));
        return searches.find(SearchParameters.read(Kind.TALENT, all), Sample.PROVINCE);
    }

    private static List<String> ids(SearchResult r) {
        return r.items().stream().map(h -> h.record().id()).toList();
    }

    /** A line and its parameters. */
    private record Asked(String line, Map<String, List<String>> parameters) {}

    private static List<Asked> queries() {
        Random random = new Random(29);
        Set<Asked> queries = new LinkedHashSet<>();
        while (queries.size() < QUERIES) {
            List<List<Map.Entry<String, String>>> groups = new ArrayList<>(WORDS);
            Collections.shuffle(groups, random);
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            List<String> line = new ArrayList<>();
            for (List<Map.Entry<String, String>> group : groups.subList(0, 1 + random.nextInt(3))) {
                Map.Entry<String, String> said = group.get(random.nextInt(group.size()));
                line.add(said.getKey());
                for (String pair : said.getValue().split("&", -1)) {
                    String[] sides = pair.split("=", 2);
                    parameters.put(sides[0], List.of(sides[1].split(",", -1)));
                }
            }
            String topic = TOPICS.get(random.nextInt(TOPICS.size()));
            if (!topic.isEmpty()) {
                line.add(random.nextInt(line.size() + 1), topic);
                parameters.put("q", List.of(topic));
            }
            queries.add(new Asked(String.join(" ", line), parameters));
        }
        return List.copyOf(queries);
    }

    /** How many of a half hold. */
    private static <T> double held(List<T> all, int half, Predicate<T> holds, List<T> failed) {
        int asked = 0;
        int held = 0;
        for (int i = half; i < all.size(); i += 2) {
            asked++;
            if (holds.test(all.get(i))) {
                held++;
            } else {
                failed.add(all.get(i));
            }
        }
        return (double) held / asked;
    }

    private <T> void both(String what, double least, List<T> all, Predicate<T> holds) {
        for (int half = 0; half < 2; half++) {
            List<T> failed = new ArrayList<>();
            double share = held(all, half, holds, failed);
            System.out.printf("%s, half %d of %d: %.3f%n", what, half + 1, all.size(), share);
            assertThat(share).as("%s, half %d, not: %s", what, half + 1, failed).isGreaterThanOrEqualTo(least);
        }
    }

    @Test
    void conditionsInWordsFindWhatTheFiltersFind() {
        both("conditions", AGREEMENT, queries(), asked -> {
            SearchResult typed = find(Map.of("q", List.of(asked.line())));
            SearchResult filtered = find(asked.parameters());
            return typed.total() == filtered.total() && ids(typed).equals(ids(filtered));
        });
    }

    @Test
    void aNameFindsWhoIsCalledSo() {
        both("names", 1, List.copyOf(names.keySet()), name -> {
            SearchResult r = find(Map.of("q", List.of(name)));
            return r.total() == names.getOrDefault(name, 0)
                    && r.items().stream().allMatch(h -> h.record().name().equals(name));
        });
        assertThat(names).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void whatMeansNobodyFindsNobody() {
        both("nobody", 1, NOBODY, q -> find(Map.of("q", List.of(q))).total() == 0);
        assertThat(NOBODY).hasSizeGreaterThanOrEqualTo(40);
    }
}
