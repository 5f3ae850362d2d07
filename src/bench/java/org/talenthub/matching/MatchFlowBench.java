package org.talenthub.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.talenthub.HubClient;
import org.talenthub.RunningHub;
import org.talenthub.TalentHub;
import org.talenthub.common.work.HubLock;
import org.talenthub.demo.LoadFiles;
import org.talenthub.indexing.Relay;
import org.talenthub.records.ManyRecords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What matching costs in a hub: how long so many new people are matched with so many open demands after their commit, what the commit itself
 * takes longer for it, and how quickly a demand's candidates come at each size of the pool. {@code mvn -Pbench test -Dtest=MatchFlowBench
 * [-Dbench.people=10000] [-Dbench.demands=5000] [-Dbench.sizes=100000,1000000] [-Dbench.meaning=true]}. Imports with matching and with
 * matching held off take turns, and medians are told. Table on the console, JSON in {@code target/bench/match-flow.json}.
 */
class MatchFlowBench {

    private static final int LOOK_MILLIS = 100;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int ASKED = 200;
    private static final String PASSWORD = "demo-Hub-2026";

    private final Map<String, Object> figures = new LinkedHashMap<>();

    @Test
    void whatMatchingCosts() throws Exception {
        int people = Integer.getInteger("bench.people", 10_000);
        int demands = Integer.getInteger("bench.demands", 5_000);
        int port = RunningHub.freePort();
        boolean meaning = Boolean.getBoolean("bench.meaning");
        try (ConfigurableApplicationContext hub = SpringApplication.run(
                TalentHub.class,
                "--server.port=" + port,
                "--hub.home=target/match-hub",
                "--hub.engines.fresh=true",
                "--hub.demo=true",
                "--hub.reconcile.cron=-",
                "--hub.search.meaning=" + meaning,
                // the engine as it runs for users: tests start it for a quick start
                "--hub.engines.search.jvm-options=")) {
            HubClient client = new HubClient(port, PASSWORD);
            matched(hub);
            long start = System.nanoTime();
            imported(client, "demand", demands(demands));
            matched(hub);
            put("open demands", client.total("province", "/api/v1/demands?open=true"));
            put("their import and matching with the demo's people, s", seconds(start));
            // the first one is for the compilers
            off(hub, client, people(people / 4));
            matched(hub);
            background(hub, client, people);
            for (String size : System.getProperty("bench.sizes", "100000").split(",")) {
                grow(hub, Integer.parseInt(size.strip()));
                candidates(client, size.strip());
            }
        }
        report();
    }

    private void background(ConfigurableApplicationContext hub, HubClient client, int people) throws Exception {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        List<Double> after = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            without.add(off(hub, client, people(people)));
            matched(hub);
            long start = System.nanoTime();
            with.add(imported(client, "talent", people(people)));
            matched(hub);
            after.add(seconds(start) - with.getLast());
        }
        put("new people", people);
        put("their import with matching held off, s", median(without));
        put("their import with matching, s", median(with));
        put(
                "what matching adds to the import, % of the one before it, at most 10",
                median(IntStream.range(0, ROUNDS)
                        .mapToObj(i -> 100 * (with.get(i) / without.get(i) - 1))
                        .toList()));
        put("from the import's end until all were matched, s, at most 180", median(after));
        put(
                "pairs that wait",
                hub.getBean(JdbcTemplate.class)
                        .queryForObject("select count(*) from match_pair", Long.class)
                        .doubleValue());
    }

    /** Nothing is matched while the work's lock is elsewhere. */
    private static double off(ConfigurableApplicationContext hub, HubClient client, Path file) throws Exception {
        double[] took = {-1};
        HubLock lock = hub.getBean(HubLock.class);
        while (took[0] < 0) {
            lock.run("matching", () -> took[0] = imported(client, "talent", file));
        }
        return took[0];
    }

    private static Path people(int rows) throws IOException {
        Path file = Files.createTempFile(Path.of("target"), "match", ".csv");
        file.toFile().deleteOnExit();
        LoadFiles.write(rows, "csv", file, System.nanoTime());
        return file;
    }

    private static Path demands(int rows) throws IOException {
        Path file = Files.createTempFile(Path.of("target"), "match", ".csv");
        file.toFile().deleteOnExit();
        LoadFiles.demands(rows, file, 15);
        return file;
    }

    /** Seconds from the upload until the batch is committed, which is when its rows can be found. */
    private static double imported(HubClient client, String feed, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        long start = System.nanoTime();
        HubClient.Answer answer =
                client.upload("station", feed, file.getFileName().toString(), bytes, "commit");
        String batch = "/api/v1/imports/" + answer.body().path("id").asString();
        JsonNode done = client.get("station", batch).body();
        while (!done.path("status").asString("").equals("COMMITTED")) {
            HubClient.pause(LOOK_MILLIS);
            done = client.get("station", batch).body();
        }
        double took = seconds(start);
        System.out.println(feed + " " + done.path("counts") + " in " + took + " s");
        return took;
    }

    /** Until nothing waits any more, looked at twice: a piece may be between the two. */
    private static void matched(ConfigurableApplicationContext hub) {
        JdbcTemplate jdbc = hub.getBean(JdbcTemplate.class);
        int still = 0;
        while (still < 2) {
            Long waiting = jdbc.queryForObject(
                    "select (select count(*) from outbox) + (select count(*) from match_change)", Long.class);
            still = waiting != null && waiting == 0 ? still + 1 : 0;
            HubClient.pause(LOOK_MILLIS);
        }
    }

    /** People who are there without having been matched: this is about asking. */
    private static void grow(ConfigurableApplicationContext hub, int size) throws Exception {
        JdbcTemplate jdbc = hub.getBean(JdbcTemplate.class);
        Integer there = jdbc.queryForObject(
                "select count(*) from pool_record where type = 'talent' and state = 'LIVE'", Integer.class);
        int more = size - (there == null ? 0 : there);
        boolean[] grown = {more <= 0};
        while (!grown[0]) {
            hub.getBean(HubLock.class).run("matching", () -> {
                new ManyRecords(hub).add(more, size);
                grown[0] = hub.getBean(Relay.class).awaitDrained(Duration.ofMinutes(60));
                jdbc.update("delete from match_change");
            });
        }
    }

    private void candidates(HubClient client, String size) {
        List<String> ids = new ArrayList<>();
        client.get("province", "/api/v1/demands?open=true&size=100")
                .body()
                .path("items")
                .forEach(i -> ids.add(i.path("id").asString()));
        double[] millis = new double[ASKED];
        for (int i = -ids.size(); i < ASKED; i++) {
            String path = "/api/v1/demands/" + ids.get(Math.floorMod(i, ids.size())) + "/candidates";
            long start = System.nanoTime();
            int status = client.get("province", path).status();
            if (status != 200) {
                throw new AssertionError(path + " " + status);
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        put("candidates at " + size + " people, p50, ms", millis[ASKED / 2]);
        put("candidates at " + size + " people, p95, ms", millis[ASKED * 95 / 100]);
    }

    private static double median(List<Double> of) {
        return of.stream().sorted().toList().get(of.size() / 2);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void put(String name, double value) {
        figures.put(name, Math.round(value * 100) / 100.0);
        System.out.printf(Locale.ROOT, "| %s | %.2f |%n", name, value);
    }

    private void report() throws IOException {
        Path json = Path.of("target/bench/match-flow.json");
        Files.createDirectories(json.getParent());
        Files.writeString(json, JsonMapper.builder().build().writeValueAsString(figures));
    }
}
