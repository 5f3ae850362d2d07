package org.talenthub;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.demo.LoadFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast a talent csv comes in, from upload to last row searchable, beside the floor of the same engines in the same run: the
 * same cells as plain batched inserts, and the same documents as plain {@code _bulk}. Not a test: run by hand with the rows wanted
 * (50000), on a quiet machine.
 */
final class ImportSpeed {

    private static final String PASSWORD = "demo-Hub-2026";
    private static final int BATCH = 1000;

    private ImportSpeed() {}

    public static void main(String[] args) throws Exception {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
        String format = args.length > 1 ? args[1] : "csv";
        int port = RunningHub.freePort();
        Path file = Files.createTempFile("speed", "." + format);
        try (ConfigurableApplicationContext hub = SpringApplication.run(
                TalentHub.class, "--server.port=" + port, "--hub.home=target/speed-hub", "--hub.demo=true")) {
            LoadFiles.write(rows, format, file, System.nanoTime());
            HubClient client = new HubClient(port, PASSWORD);
            long before = client.total("province", "/api/v1/talents");
            long start = System.nanoTime();
            JsonNode done = client.imported(
                    "station", "talent", file.getFileName().toString(), Files.readAllBytes(file), "commit");
            double committed = seconds(start);
            long wanted = before + done.at("/counts/created").asLong();
            while (client.total("province", "/api/v1/talents") < wanted) {
                HubClient.pause(20);
            }
            double whole = seconds(start);
            System.out.printf("%s%n", done.path("counts"));
            System.out.printf(
                    "hub: %d rows in %.1f s, %.0f rows/s (end of the commit at %.1f s)%n",
                    rows, whole, rows / whole, committed);
            hub.getBean(JdbcTemplate.class)
                    .queryForList(
                            "select step_name, sum(timestampdiff(microsecond, start_time, end_time)) / 1e6 as seconds"
                                    + " from BATCH_STEP_EXECUTION where read_count > 1000 or step_execution_id > (select max(step_execution_id) - 4 from BATCH_STEP_EXECUTION)"
                                    + " group by step_name")
                    .forEach(System.out::println);
            if (format.equals("csv")) {
                double inserts = inserts(hub, file);
                double bulk = bulk(hub, rows);
                System.out.printf(
                        "floor: inserts %.1f s + _bulk %.1f s = %.1f s; hub / floor = %.2f%n",
                        inserts, bulk, inserts + bulk, whole / (inserts + bulk));
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static double inserts(ConfigurableApplicationContext hub, Path file) throws IOException {
        JdbcTemplate jdbc = hub.getBean(JdbcTemplate.class);
        TransactionTemplate transaction = hub.getBean(TransactionTemplate.class);
        long start = System.nanoTime();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            var records = csv.iterator();
            int width = records.next().getFieldCount();
            String columns =
                    IntStream.range(0, width).mapToObj(i -> "c" + i + " text").collect(Collectors.joining(", "));
            jdbc.execute("create table speed (id bigint primary key auto_increment, " + columns + ")");
            String names = IntStream.range(0, width).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
            String marks = IntStream.range(0, width).mapToObj(i -> "?").collect(Collectors.joining(", "));
            List<CsvRecord> batch = new ArrayList<>();
            while (records.hasNext()) {
                batch.add(records.next());
                if (batch.size() == BATCH || !records.hasNext()) {
                    transaction.executeWithoutResult(s -> jdbc.batchUpdate(
                            "insert into speed (" + names + ") values (" + marks + ")", batch, BATCH, (ps, r) -> {
                                for (int i = 0; i < width; i++) {
                                    ps.setString(i + 1, r.getField(i));
                                }
                            }));
                    batch.clear();
                }
            }
            return seconds(start);
        } finally {
            jdbc.execute("drop table if exists speed");
        }
    }

    private static double bulk(ConfigurableApplicationContext hub, int rows) throws IOException {
        Rest5Client client = hub.getBean(Rest5Client.class);
        JsonMapper json = JsonMapper.builder().build();
        JsonNode mapping = json.readTree(read(client, new Request("GET", "/talents/_mapping")))
                .values()
                .iterator()
                .next();
        JsonNode settings = json.readTree(Files.readString(Path.of("index-mappings/talents.json")))
                .path("settings");
        Request create = new Request("PUT", "/speed");
        create.setEntity(body("{\"settings\":" + settings + ",\"mappings\":" + mapping.path("mappings") + "}"));
        read(client, create);
        List<String> documents = documents(client, json, rows);
        try {
            long start = System.nanoTime();
            for (int from = 0; from < documents.size(); from += BATCH) {
                String lines = documents.subList(from, Math.min(from + BATCH, documents.size())).stream()
                        .map(d -> "{\"index\":{}}\n" + d + "\n")
                        .collect(Collectors.joining());
                Request bulk = new Request("POST", "/speed/_bulk");
                bulk.setEntity(body(lines));
                read(client, bulk);
            }
            read(client, new Request("POST", "/speed/_refresh"));
            return seconds(start);
        } finally {
            read(client, new Request("DELETE", "/speed"));
        }
    }

    private static List<String> documents(Rest5Client client, JsonMapper json, int rows) throws IOException {
        List<String> documents = new ArrayList<>();
        String after = "";
        while (documents.size() < rows) {
            Request page = new Request("POST", "/talents/_search");
            page.setEntity(body("{\"size\":5000,\"sort\":[{\"id\":\"asc\"}]" + after + "}"));
            JsonNode hits = json.readTree(read(client, page)).at("/hits/hits");
            if (hits.isEmpty()) {
                break;
            }
            hits.forEach(h -> documents.add(h.path("_source").toString()));
            after = ",\"search_after\":" + hits.get(hits.size() - 1).path("sort");
        }
        return documents;
    }

    private static StringEntity body(String text) {
        return new StringEntity(text, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8));
    }

    private static String read(Rest5Client client, Request request) throws IOException {
        return new String(
                client.performRequest(request).getEntity().getContent().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
