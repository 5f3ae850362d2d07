package org.talenthub.search;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.TalentHub;
import org.talenthub.common.Ids;
import org.talenthub.indexing.Relay;
import tools.jackson.databind.json.JsonMapper;

/**
 * How quickly completions come while people type, over HTTP at a steady rate: {@code mvn -Pbench test -Dtest=SuggestBench
 * [-Dbench.people=155000] [-Dbench.rate=50] [-Dbench.seconds=30]}. The pool, demo data and generated people, stays in {@code
 * target/suggest-hub}.
 */
class SuggestBench {

    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private static final String GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲建国华志斌梅鑫波宇浩凯健俊帆雪婷颖慧琳晨阳博思远子轩雨欣佳怡梦瑶嘉豪天翔海燕晓东春生立新永红";
    private static final List<String> SKILLS = List.of(
            "磷化铟光芯片",
            "硅光模块耦合",
            "激光器封装",
            "动力电池热管理",
            "智能网联汽车测试",
            "车规级芯片验证",
            "北斗高精度定位",
            "GNSS接收机",
            "基因编辑",
            "抗体药物",
            "数控机床主轴",
            "伺服驱动",
            "机器视觉",
            "大语言模型训练",
            "量子通信",
            "MEMS传感器");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void completions() throws Exception {
        int people = Integer.getInteger("bench.people", 155_000);
        int rate = Integer.getInteger("bench.rate", 50);
        int seconds = Integer.getInteger("bench.seconds", 30);
        try (ConfigurableApplicationContext hub = SpringApplication.run(
                TalentHub.class, "--server.port=0", "--hub.home=target/suggest-hub", "--hub.demo=true")) {
            int all = fill(hub, people);
            String site =
                    "http://127.0.0.1:" + hub.getBean(Environment.class).getProperty("local.server.port") + "/api/v1/";
            List<String> typed = typed(new Random(20261123));
            run("warm", site, "suggest?q=", typed, rate, 10);
            String alone = run("completions", site, "suggest?q=", typed, rate, seconds);
            String searches = run("searches", site, "talents?q=", typed, rate / 5, seconds);
            System.out.println("people in the pool: " + all + "\n" + alone + "\n" + searches);
        }
    }

    /** What people type, key by key: pinyin, initials, characters of names, skills and companies. */
    private static List<String> typed(Random random) {
        List<String> typed = new ArrayList<>();
        for (String whole : List.of(
                "zhangwei",
                "wangxiuying",
                "lhy",
                "guangxinpian",
                "磷化铟",
                "动力电池",
                "智能网联",
                "欧阳",
                "张伟",
                "王建国",
                "hbsl",
                "武汉示例",
                "李",
                "zhang伟",
                "gongchengshi",
                "工程师",
                "北斗",
                "MEMS",
                "haha",
                "热管理")) {
            for (int n = 1; n <= whole.length(); n++) {
                typed.add(whole.substring(0, n));
            }
        }
        for (int i = 0; i < 400; i++) {
            typed.add(name(random));
        }
        java.util.Collections.shuffle(typed, random);
        return typed;
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder().append(SURNAMES.charAt(random.nextInt(SURNAMES.length())));
        for (int i = random.nextInt(4) == 0 ? 1 : 0; i < 2; i++) {
            name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
        }
        return name.toString();
    }

    private static int fill(ConfigurableApplicationContext hub, int people) throws Exception {
        JdbcTemplate jdbc = hub.getBean(JdbcTemplate.class);
        Relay relay = hub.getBean(Relay.class);
        Integer before = 0;
        for (int same = 0; same < 10; ) {
            Thread.sleep(1_000);
            Integer now = count(jdbc);
            same = now.equals(before) && now > 2_000 ? same + 1 : 0;
            before = now;
        }
        Random random = new Random(1);
        for (int from = before; from < people; from += 5_000) {
            int end = Math.min(people, from + 5_000);
            int begin = from;
            List<Object[]> rows = new ArrayList<>();
            List<Object[]> told = new ArrayList<>();
            IntStream.range(begin, end).forEach(i -> {
                long id = Ids.next();
                String name = name(random);
                List<String> skills = List.of(
                        SKILLS.get(random.nextInt(SKILLS.size())),
                        SKILLS.get(random.nextInt(SKILLS.size())) + random.nextInt(400));
                rows.add(new Object[] {
                    id,
                    name,
                    "武汉示例" + i % 500 + "有限公司",
                    JSON.writeValueAsString(Map.of(
                            "name",
                            name,
                            "sex",
                            "1",
                            "birth",
                            (1960 + random.nextInt(45)) + "-0" + (1 + random.nextInt(9)),
                            "category",
                            "OUTSTANDING_ENGINEER",
                            "education",
                            "14",
                            "industries",
                            List.of("OPTO"),
                            "expertise",
                            skills,
                            "post",
                            "工程师",
                            "employerName",
                            "武汉示例" + i % 500 + "有限公司"))
                });
                told.add(new Object[] {Ids.next(), id});
            });
            hub.getBean(TransactionTemplate.class).executeWithoutResult(s -> {
                jdbc.batchUpdate("""
                        insert into pool_record (id, type, state, version, name, region, enterprise_name, reporters, payload, provenance,
                          created_at, updated_at) values (?, 'talent', 'LIVE', 1, ?, '420111', ?, 'carrier:x', ?, '{}', now(6), now(6))""", rows);
                jdbc.batchUpdate("insert into outbox (id, type, record_id, version) values (?, 'talent', ?, 1)", told);
            });
        }
        if (!relay.awaitDrained(Duration.ofMinutes(15))) {
            throw new IllegalStateException("not indexed in time");
        }
        return count(jdbc);
    }

    private static Integer count(JdbcTemplate jdbc) {
        return java.util.Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from pool_record where type = 'talent' and state = 'LIVE'", Integer.class));
    }

    private static String run(String what, String site, String path, List<String> typed, int rate, int seconds)
            throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        String account = "Basic "
                + Base64.getEncoder().encodeToString("province:demo-Hub-2026".getBytes(StandardCharsets.UTF_8));
        ConcurrentLinkedQueue<Long> took = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Integer> failed = new ConcurrentLinkedQueue<>();
        try (var timer = Executors.newScheduledThreadPool(1);
                var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            int[] n = {0};
            timer.scheduleAtFixedRate(
                    () -> {
                        String q = typed.get(n[0]++ % typed.size());
                        long due = System.nanoTime();
                        workers.submit(() -> {
                            HttpResponse<Void> r = client.send(
                                    HttpRequest.newBuilder(URI.create(
                                                    site + path + URLEncoder.encode(q, StandardCharsets.UTF_8)))
                                            .header("Authorization", account)
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding());
                            took.add(System.nanoTime() - due);
                            if (r.statusCode() != 200) {
                                failed.add(r.statusCode());
                            }
                            return null;
                        });
                    },
                    0,
                    1_000_000_000L / rate,
                    TimeUnit.NANOSECONDS);
            Thread.sleep(seconds * 1_000L);
            timer.shutdownNow();
        }
        long[] sorted = took.stream().mapToLong(x -> x).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%s at %d/s: %d answers, %d failed; p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, most %.1f ms",
                what,
                rate,
                sorted.length,
                failed.size(),
                at(sorted, 0.5),
                at(sorted, 0.9),
                at(sorted, 0.99),
                Arrays.stream(sorted).max().orElse(0) / 1e6);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
    }
}
