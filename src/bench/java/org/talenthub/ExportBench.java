package org.talenthub;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.talenthub.common.Ids;
import org.talenthub.indexing.Relay;
import org.talenthub.security.sealing.Sealing;

/**
 * How fast a whole result becomes a file, and in how much heap: {@code mvn -Pbench test -Dtest=ExportBench [-Dbench.rows=300000]},
 * with the JVM's heap limited as for production (-Xmx512m). Rows per second and the peak of the heap go to the console.
 */
class ExportBench {

    private static final String PAYLOAD = """
            {"name":"%s","sex":"1","birth":"1985-03","category":"OUTSTANDING_ENGINEER","education":"11","degree":"2","titleLevel":"1",\
            "title":"正高级工程师","expertise":["激光芯片","磷化铟外延","封装测试"],"research":"面向光通信的磷化铟激光器外延与芯片工艺研究",\
            "industries":["OPTO"],"employerName":"示例光电有限公司","post":"研发总监","place":"武汉市洪山区","mode":"FULL_TIME",\
            "achievements":"主持国家重点研发计划课题两项，获省部级科技进步奖一项，授权发明专利二十余件","confirmedOn":"2026-10-01"}""";

    @Test
    void wholeResults() throws Exception {
        int rows = Integer.getInteger("bench.rows", 300_000);
        int port = RunningHub.freePort();
        try (ConfigurableApplicationContext hub = SpringApplication.run(
                TalentHub.class, "--server.port=" + port, "--hub.home=target/bench-hub", "--hub.demo=true")) {
            fill(hub, rows);
            for (String file : List.of("talents.csv", "talents.xlsx")) {
                heap().forEach(MemoryPoolMXBean::resetPeakUsage);
                long start = System.nanoTime();
                long bytes = download(port, "/api/v1/exports/" + file + "?purpose=bench");
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "export %s: %d rows, %.1f s, %.0f rows/s, %.1f MB, peak heap %.0f of %.0f MB%n",
                        file,
                        rows,
                        seconds,
                        rows / seconds,
                        bytes / 1e6,
                        heap().stream()
                                        .mapToLong(p -> p.getPeakUsage().getUsed())
                                        .sum()
                                / 1e6,
                        Runtime.getRuntime().maxMemory() / 1e6);
            }
        }
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void fill(ConfigurableApplicationContext hub, int rows) {
        JdbcTemplate jdbc = hub.getBean(JdbcTemplate.class);
        byte[] sealed = hub.getBean(Sealing.class).seal("{\"phone\":\"13800138000\"}");
        Timestamp now = Timestamp.from(Instant.now());
        for (int from = 0; from < rows; from += 10_000) {
            List<Long> ids = IntStream.range(0, Math.min(10_000, rows - from))
                    .mapToObj(i -> Ids.next())
                    .toList();
            jdbc.batchUpdate("""
                            insert into pool_record (id, type, state, version, name, region, enterprise_name, reporters, payload, provenance,
                              sealed, confirmed_on, created_at, updated_at)
                            values (?, 'talent', 'LIVE', 1, ?, '420111', '示例光电有限公司', '', ?, '{}', ?, '2026-10-01', ?, ?)""", ids, 1_000, (ps, id) -> {
                String name = "测" + Ids.text(id);
                ps.setLong(1, id);
                ps.setString(2, name);
                ps.setString(3, PAYLOAD.formatted(name));
                ps.setBytes(4, sealed);
                ps.setTimestamp(5, now);
                ps.setTimestamp(6, now);
            });
            jdbc.batchUpdate(
                    "insert into outbox (id, type, record_id, version) values (?, 'talent', ?, 1)",
                    ids,
                    1_000,
                    (ps, id) -> {
                        ps.setLong(1, Ids.next());
                        ps.setLong(2, id);
                    });
        }
        if (!hub.getBean(Relay.class).awaitDrained(Duration.ofMinutes(20))) {
            throw new AssertionError("not indexed in time");
        }
    }

    private static long download(int port, String path) throws Exception {
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString("province:demo-Hub-2026"
                                                                .getBytes(StandardCharsets.UTF_8)))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new AssertionError(
                    answer.statusCode() + " " + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
        }
        try (InputStream in = answer.body()) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
