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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the hub's own engines take for the same rows when nothing is asked of them: no checks, no identity, no provenance. */
final class Floor {

    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Rest5Client client;
    private final JsonMapper json = JsonMapper.builder().build();

    Floor(ApplicationContext hub) {
        this.jdbc = hub.getBean(JdbcTemplate.class);
        this.transaction = hub.getBean(TransactionTemplate.class);
        this.client = hub.getBean(Rest5Client.class);
    }

    /** Seconds for the file's cells as batched inserts, a thousand rows a transaction, into a table of text columns. */
    double inserts(Path file) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            long start = System.nanoTime();
            var records = csv.iterator();
            int width = records.next().getFieldCount();
            jdbc.execute("create table floor (id bigint primary key auto_increment, " + columns(width, " text") + ")");
            String marks = IntStream.range(0, width).mapToObj(i -> "?").collect(Collectors.joining(", "));
            String sql = "insert into floor (" + columns(width, "") + ") values (" + marks + ")";
            List<CsvRecord> batch = new ArrayList<>();
            while (records.hasNext()) {
                batch.add(records.next());
                if (batch.size() == BATCH || !records.hasNext()) {
                    transaction.executeWithoutResult(s -> jdbc.batchUpdate(sql, batch, BATCH, (ps, r) -> {
                        for (int i = 0; i < width; i++) {
                            ps.setString(i + 1, r.getField(i));
                        }
                    }));
                    batch.clear();
                }
            }
            return seconds(start);
        } finally {
            jdbc.execute("drop table if exists floor");
        }
    }

    private static String columns(int width, String type) {
        return IntStream.range(0, width).mapToObj(i -> "c" + i + type).collect(Collectors.joining(", "));
    }

    /** Seconds for both at the same time: what two processors can do at most. */
    double both(Path file, int rows) throws IOException {
        List<String> documents = documents(rows);
        index();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            long start = System.nanoTime();
            Future<?> sent = other.submit(() -> {
                send(documents);
                return true;
            });
            inserts(file);
            sent.get();
            return seconds(start);
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            read(new Request("DELETE", "/floor"));
        }
    }

    /** Seconds for the newest documents of the pool as plain {@code _bulk} under their ids, a thousand a request, and a refresh. */
    double bulk(int rows) throws IOException {
        List<String> documents = documents(rows);
        index();
        try {
            long start = System.nanoTime();
            send(documents);
            return seconds(start);
        } finally {
            read(new Request("DELETE", "/floor"));
        }
    }

    private void send(List<String> documents) throws IOException {
        for (int from = 0; from < documents.size(); from += BATCH) {
            Request bulk = new Request("POST", "/floor/_bulk");
            bulk.setEntity(body(String.join("", documents.subList(from, Math.min(from + BATCH, documents.size())))));
            read(bulk);
        }
        read(new Request("POST", "/floor/_refresh"));
    }

    private void index() throws IOException {
        JsonNode mapping = json.readTree(read(new Request("GET", "/talents/_mapping")))
                .iterator()
                .next();
        JsonNode settings = json.readTree(Files.readString(Path.of("index-mappings/talents.json")))
                .path("settings");
        Request create = new Request("PUT", "/floor");
        create.setEntity(body("{\"settings\":" + settings + ",\"mappings\":" + mapping.path("mappings") + "}"));
        read(create);
    }

    private List<String> documents(int rows) throws IOException {
        List<String> documents = new ArrayList<>();
        String after = "";
        while (documents.size() < rows) {
            Request page = new Request("POST", "/talents/_search");
            page.setEntity(body("{\"size\":5000,\"sort\":[{\"id\":\"desc\"}]" + after + "}"));
            JsonNode hits = json.readTree(read(page)).at("/hits/hits");
            if (hits.isEmpty()) {
                throw new IllegalStateException("the pool has " + documents.size() + " documents only");
            }
            hits.forEach(h -> documents.add(
                    "{\"index\":{\"_id\":\"" + h.path("_id").asString() + "\"}}\n" + h.path("_source") + '\n'));
            after = ",\"search_after\":" + hits.get(hits.size() - 1).path("sort");
        }
        return documents.subList(0, rows);
    }

    private static StringEntity body(String text) {
        return new StringEntity(text, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8));
    }

    private String read(Request request) throws IOException {
        return new String(
                client.performRequest(request).getEntity().getContent().readAllBytes(), StandardCharsets.UTF_8);
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
