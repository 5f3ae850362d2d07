package org.talenthub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.talenthub.demo.LoadFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast a talent csv comes in, from upload to last row searchable, beside {@link Floor} in the same run, and what it costs to send
 * the rows once more. {@code mvn -Pbench test -Dtest=ImportBench [-Dbench.rows=50000]}; table on the console, JSON in
 * {@code target/bench/import.json}. Hub and floor are warmed up first, by whole imports: in the first ones a third of the processors'
 * time goes to compiling both JVMs. Then they take turns, and medians are told: a machine is not equally fast at all times.
 */
class ImportBench {

    /** Far below what is measured, and too seldom to weigh on it. */
    private static final int LOOK_MILLIS = 200;

    private static final int WARMING = 2;
    private static final int ROUNDS = 5;

    private final Map<String, Object> figures = new LinkedHashMap<>();

    @Test
    void wholeWay() throws Exception {
        int rows = Integer.getInteger("bench.rows", 50_000);
        int port = RunningHub.freePort();
        try (ConfigurableApplicationContext hub = SpringApplication.run(
                TalentHub.class,
                "--server.port=" + port,
                "--hub.home=target/bench-hub",
                "--hub.demo=true",
                "--hub.reconcile.cron=-",
                "--hub.search.meaning=false", // vectors come after the import and rest while one runs
                "--hub.engines.search.jvm-options=")) { // the engine as it runs for users: tests start it for a quick
            // start

            HubClient client = new HubClient(port, "demo-Hub-2026");
            Floor floor = new Floor(hub);
            List<Round> rounds = new ArrayList<>();
            Path file = file(rows);
            for (int i = 0; i < WARMING + ROUNDS; i++) {
                if (i > 0) {
                    file = file(rows);
                }
                rounds.add(new Round(imported(client, file), steps(hub), floor.inserts(file), floor.bulk(rows)));
            }
            put("rows", rows);
            put("first import of a hub just started, s", rounds.getFirst().whole());
            List<Round> warm = rounds.subList(WARMING, rounds.size());
            double first = median(warm, Round::whole);
            put("whole way, s", first);
            put("rows a second", rows / first);
            warm.getLast()
                    .steps()
                    .keySet()
                    .forEach(name -> put(
                            "of it " + name + ", s", median(warm, r -> r.steps().getOrDefault(name, 0.0))));
            put("plain inserts, s", median(warm, Round::inserts));
            put("plain _bulk, s", median(warm, Round::bulk));
            for (int i = 0; i < ROUNDS; i++) {
                put(
                        "whole way / (inserts + _bulk), round " + (i + 1),
                        warm.get(i).ratio());
            }
            put("whole way / (inserts + _bulk), at most 1.7", median(warm, Round::ratio));
            double again = imported(client, file);
            put("the same file again, s", again);
            put("first / same file again, at least 4", first / again);
            Files.writeString(file, ",\n", StandardOpenOption.APPEND);
            double saved = imported(client, file);
            put("the same rows in a file saved anew, s", saved);
            put("first / saved anew", first / saved);
            steps(hub).forEach((name, seconds) -> put("of it again " + name + ", s", seconds));
        }
        report();
    }

    private static Path file(int rows) throws IOException {
        Path file = Files.createTempFile(Path.of("target"), "bench", ".csv");
        file.toFile().deleteOnExit();
        LoadFiles.write(rows, "csv", file, System.nanoTime());
        return file;
    }

    /** Seconds from the upload to the last row searchable. */
    private static double imported(HubClient client, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        long before = client.total("province", "/api/v1/talents");
        long start = System.nanoTime();
        String name = file.getFileName().toString();
        HubClient.Answer answer = client.upload("station", "talent", name, bytes, "commit");
        boolean fresh = answer.status() == 202; // 200: the same file came before
        String batch = "/api/v1/imports/" + answer.body().path("id").asString();
        JsonNode done = client.get("station", batch).body();
        while (!done.path("status").asString("").equals("COMMITTED")) {
            HubClient.pause(LOOK_MILLIS);
            done = client.get("station", batch).body();
        }
        long wanted = before + (fresh ? done.at("/counts/created").asLong() : 0);
        while (client.total("province", "/api/v1/talents") < wanted) {
            HubClient.pause(LOOK_MILLIS);
        }
        return Floor.seconds(start);
    }

    /** One import beside the floor, all seconds. */
    private record Round(double whole, Map<String, Double> steps, double inserts, double bulk) {

        double ratio() {
            return whole / (inserts + bulk);
        }
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }

    /** Seconds of the last import's steps. */
    private static Map<String, Double> steps(ConfigurableApplicationContext hub) {
        Map<String, Double> steps = new LinkedHashMap<>();
        hub.getBean(JdbcTemplate.class)
                .query(
                        "select step_name, timestampdiff(microsecond, start_time, end_time) / 1e6 from BATCH_STEP_EXECUTION"
                                + " order by step_execution_id desc limit 4",
                        rs -> {
                            steps.put(rs.getString(1), rs.getDouble(2));
                        });
        return steps;
    }

    private void put(String name, double value) {
        figures.put(name, Math.round(value * 100) / 100.0);
    }

    private void report() throws IOException {
        System.out.println("| what | figure |\n|---|---|");
        figures.forEach((name, value) -> System.out.printf(Locale.ROOT, "| %s | %s |%n", name, value));
        Path json = Path.of("target/bench/import.json");
        Files.createDirectories(json.getParent());
        Files.writeString(json, JsonMapper.builder().build().writeValueAsString(figures));
    }
}
