package org.talenthub;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.talenthub.demo.LoadFiles;
import peer.Peer;
import tools.jackson.databind.JsonNode;

/**
 * How fast a talent csv comes in, from upload to last row searchable, beside {@link Floor} and {@link Peer} in the same run, and what it
 * costs to send the rows once more. {@code mvn -Pbench test -Dtest=ImportBench [-Dbench.rows=50000]}; table on the console, JSON in
 * {@code target/bench/import.json}. All are warmed up first, by whole imports: in the first ones a third of the processors' time goes to
 * compiling. Then they take turns, and medians are told: a machine is not equally fast at all times.
 */
class ImportBench {

    /** Far below what is measured, and too seldom to weigh on it. */
    private static final int LOOK_MILLIS = 200;

    private static final int WARMING = Integer.getInteger("bench.warming", 2);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final String HOME = "target/bench-hub";
    private static final List<String> WHO = List.of("hub", "database", "search engine");

    private final Map<String, Object> figures = new LinkedHashMap<>();

    @Test
    void wholeWay() throws Exception {
        int rows = Integer.getInteger("bench.rows", 50_000);
        int port = RunningHub.freePort();
        try (ConfigurableApplicationContext hub = SpringApplication.run(
                TalentHub.class,
                "--server.port=" + port,
                "--hub.home=" + HOME,
                "--hub.demo=true",
                "--hub.reconcile.cron=-",
                "--hub.search.meaning=false", // vectors come after the import and rest while one runs
                "--spring.jpa.properties.hibernate.search.enabled=false", // the peer's library is no affair of the
                // hub's
                "--hub.engines.search.jvm-options=")) { // the engine as it runs for users: tests start it for a quick
            // start
            HubClient client = new HubClient(port, "demo-Hub-2026");
            Floor floor = new Floor(hub);
            List<Round> rounds = new ArrayList<>();
            for (int i = 0; i < WARMING + ROUNDS; i++) {
                rounds.add(round(hub, client, floor, rows));
                System.out.println(rounds.getLast());
            }
            tell(rows, rounds.getFirst(), rounds.subList(WARMING, rounds.size()));
        }
        report();
    }

    private static Round round(ConfigurableApplicationContext hub, HubClient client, Floor floor, int rows)
            throws Exception {
        Path file = file(rows);
        Map<String, Spent> spent = new LinkedHashMap<>();
        Map<String, Double> steps = new LinkedHashMap<>();
        spent.put("first", spent(() -> imported(client, file, steps)));
        spent.put("same file", spent(() -> imported(client, file, new LinkedHashMap<>())));
        Path changed = changed(file);
        Files.writeString(file, "\n", StandardOpenOption.APPEND);
        Map<String, Double> again = new LinkedHashMap<>();
        spent.put("saved anew", spent(() -> imported(client, file, again)));
        spent.put("1 % changed", spent(() -> imported(client, changed, new LinkedHashMap<>())));
        for (boolean waiting : Boolean.getBoolean("bench.nopeer") ? new boolean[] {} : new boolean[] {true, false}) {
            String name = waiting ? "peer that waits" : "peer that does not wait";
            try (Peer peer = new Peer(hub.getBean(DataSource.class), hub.getEnvironment(), waiting)) {
                spent.put(name, spent(() -> taken(peer, file)));
                if (peer.people() != rows) {
                    System.out.println(name + " has " + peer.people() + " people of " + rows);
                }
                spent.put(name + ", saved anew", spent(() -> taken(peer, file)));
                spent.put(name + ", 1 % changed", spent(() -> taken(peer, changed)));
            }
        }
        spent.put("inserts", spent(() -> floor.inserts(file)));
        spent.put("_bulk", spent(() -> floor.bulk(rows)));
        spent.put("inserts beside _bulk", spent(() -> floor.both(file, rows)));
        Files.delete(file);
        Files.delete(changed);
        return new Round(spent, steps, again);
    }

    /** Seconds that went by, and those that processors worked. */
    private record Spent(double seconds, Processors processors) {}

    private static Spent spent(Callable<Double> work) throws Exception {
        Processors before = Processors.now(HOME);
        double seconds = work.call();
        Spent spent = new Spent(seconds, Processors.now(HOME).since(before));
        System.out.println(spent);
        return spent;
    }

    private record Round(Map<String, Spent> spent, Map<String, Double> steps, Map<String, Double> again) {

        double of(String what) {
            Spent s = spent.get(what);
            return s == null ? Double.NaN : s.seconds();
        }

        double floor() {
            return of("inserts") + of("_bulk");
        }
    }

    private void tell(int rows, Round cold, List<Round> warm) {
        put("rows", rows);
        put("first import of a hub just started, s", cold.of("first"));
        double first = median(warm, r -> r.of("first"));
        put("whole way, s", first);
        put("rows a second", rows / first);
        warm.getLast()
                .steps()
                .keySet()
                .forEach(name ->
                        put("of it " + name + ", s", median(warm, r -> r.steps().getOrDefault(name, 0.0))));
        put("plain inserts, s", median(warm, r -> r.of("inserts")));
        put("plain _bulk, s", median(warm, r -> r.of("_bulk")));
        put("inserts beside _bulk, s", median(warm, r -> r.of("inserts beside _bulk")));
        put("whole way / (inserts + _bulk), at most 1.7", median(warm, r -> r.of("first") / r.floor()));
        put(
                "whole way / inserts beside _bulk, at most 1.1",
                median(warm, r -> r.of("first") / r.of("inserts beside _bulk")));
        put("the same file again, s", median(warm, r -> r.of("same file")));
        put("first / same file again, at least 40", median(warm, r -> r.of("first") / r.of("same file")));
        put("the same rows in a file saved anew, s", median(warm, r -> r.of("saved anew")));
        put("first / saved anew, at least 6", median(warm, r -> r.of("first") / r.of("saved anew")));
        warm.getLast()
                .again()
                .keySet()
                .forEach(name -> put(
                        "of it again " + name + ", s",
                        median(warm, r -> r.again().getOrDefault(name, 0.0))));
        put("one row in a hundred changed, s", median(warm, r -> r.of("1 % changed")));
        put(
                "one in a hundred changed / saved anew, at most 2",
                median(warm, r -> r.of("1 % changed") / r.of("saved anew")));
        for (String peer : List.of("peer that waits", "peer that does not wait")) {
            if (warm.getLast().spent().containsKey(peer)) {
                put(peer + ", s", median(warm, r -> r.of(peer)));
                put("hub / " + peer, median(warm, r -> r.of("first") / r.of(peer)));
                put(peer + ", saved anew, s", median(warm, r -> r.of(peer + ", saved anew")));
                put(
                        "hub / " + peer + ", saved anew",
                        median(warm, r -> r.of("saved anew") / r.of(peer + ", saved anew")));
                put(
                        "hub / " + peer + ", 1 % changed",
                        median(warm, r -> r.of("1 % changed") / r.of(peer + ", 1 % changed")));
            }
        }
        warm.getLast()
                .spent()
                .keySet()
                .forEach(what -> WHO.forEach(who -> put(
                        "processor of " + who + ", " + what + ", s a thousand rows",
                        median(warm, r -> r.spent().get(what).processors().of(who)) * 1000 / rows)));
    }

    private static Path file(int rows) throws IOException {
        Path file = Files.createTempFile(Path.of("target"), "bench", ".csv");
        file.toFile().deleteOnExit();
        LoadFiles.write(rows, "csv", file, System.nanoTime());
        return file;
    }

    /** The same people, of every hundredth the last cell another. */
    private static Path changed(Path file) throws IOException {
        Path changed = Files.createTempFile(Path.of("target"), "bench", ".csv");
        changed.toFile().deleteOnExit();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file);
                CsvWriter out = CsvWriter.builder().build(changed)) {
            int number = 0;
            for (CsvRecord r : csv) {
                List<String> cells = new ArrayList<>(r.getFields());
                if (++number % 100 == 0) {
                    cells.set(cells.size() - 1, "备注" + number);
                }
                out.writeRecord(cells);
            }
        }
        return changed;
    }

    /**
     * Seconds from the upload to the last row searchable.
     *
     * @param phases takes the seconds that each phase was seen in
     */
    private static double imported(HubClient client, Path file, Map<String, Double> phases) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        long before = client.total("province", "/api/v1/talents");
        long start = System.nanoTime();
        String name = file.getFileName().toString();
        HubClient.Answer answer = client.upload("station", "talent", name, bytes, "commit");
        boolean fresh = answer.status() == 202; // 200: the same file came before
        String batch = "/api/v1/imports/" + answer.body().path("id").asString();
        JsonNode done = client.get("station", batch).body();
        phases.put("upload", Floor.seconds(start));
        while (!done.path("status").asString("").equals("COMMITTED")) {
            long seen = System.nanoTime();
            HubClient.pause(LOOK_MILLIS);
            done = client.get("station", batch).body();
            phases.merge(done.at("/progress/phase").asString("end"), Floor.seconds(seen), Double::sum);
        }
        long wanted = before + (fresh ? done.at("/counts/created").asLong() : 0);
        while (client.total("province", "/api/v1/talents") < wanted) {
            HubClient.pause(LOOK_MILLIS);
        }
        double seconds = Floor.seconds(start);
        System.out.printf(Locale.ROOT, "%s %.2f s %s%n", answer.status(), seconds, done.path("counts"));
        return seconds;
    }

    /** The same for the peer. */
    private static double taken(Peer peer, Path file) throws IOException {
        long start = System.nanoTime();
        peer.take(file);
        while (peer.found() < peer.people()) {
            HubClient.pause(LOOK_MILLIS);
        }
        return Floor.seconds(start);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }

    private void put(String name, double value) {
        figures.put(name, Math.round(value * 1000) / 1000.0);
    }

    private void report() throws IOException {
        System.out.println("| what | figure |\n|---|---|");
        figures.forEach((name, value) -> System.out.printf(Locale.ROOT, "| %s | %s |%n", name, value));
        BenchRun.write("import", figures);
    }
}
