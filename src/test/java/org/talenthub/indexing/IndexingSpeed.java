package org.talenthub.indexing;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._helpers.bulk.BulkIngester;
import co.elastic.clients.elasticsearch._types.VersionType;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.TalentHub;
import org.talenthub.common.Ids;
import org.talenthub.indexing.indices.IndexDefinition;
import org.talenthub.indexing.indices.Indices;
import org.talenthub.indexing.relay.BulkWriter;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;

/**
 * How fast the relay is, beside the same documents through {@code BulkIngester} and through {@link BulkWriter} alone. Run by hand
 * with the number of people; needs an empty hub.
 */
final class IndexingSpeed {

    private IndexingSpeed() {}

    public static void main(String[] args) throws Exception {
        int people = Integer.parseInt(args[0]);
        try (var context = SpringApplication.run(
                TalentHub.class,
                "--hub.demo=false",
                "--server.port=18210",
                "--hub.index.prefix=speed-",
                "--hub.relay.enabled=false")) {
            JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
            IndexKeeper keeper = context.getBean(IndexKeeper.class);
            while (!keeper.ready()) {
                Thread.sleep(50);
            }
            fill(jdbc, context.getBean(TransactionTemplate.class), people);
            Indices indices = context.getBean(Indices.class);
            Records records = context.getBean(Records.class);
            BulkWriter writer = context.getBean(BulkWriter.class);
            ElasticsearchClient client = context.getBean(ElasticsearchClient.class);
            IndexDefinition d = indices.definition("talent");
            Relay relay = context.getBean(Relay.class);
            for (int round = 0; round < 2; round++) {
                tell(jdbc, round * 10 + 1);
                report("relay, outbox to searchable", people, () -> {
                    relay.start();
                    if (!relay.awaitDrained(Duration.ofMinutes(10))) {
                        throw new IllegalStateException();
                    }
                    relay.stop();
                });
                tell(jdbc, round * 10 + 2);
                report(
                        "BulkWriter alone, walking the records",
                        people,
                        () -> pages(records, page -> writer.write(page, List.of(), x -> List.of(x.alias()))));
                tell(jdbc, round * 10 + 3);
                report("BulkIngester, walking the records", people, () -> {
                    try (BulkIngester<Void> ingester = BulkIngester.of(b -> b.client(client)
                            .maxOperations(2_000)
                            .maxConcurrentRequests(2)
                            .flushInterval(1, TimeUnit.SECONDS))) {
                        pages(
                                records,
                                page -> page.forEach(r -> ingester.add(o -> o.index(i -> i.index(d.alias())
                                        .id(Ids.text(r.id()))
                                        .version(r.version())
                                        .versionType(VersionType.ExternalGte)
                                        .document(d.source().document(r))))));
                    }
                });
                jdbc.update("delete from outbox");
            }
            client.indices()
                    .forcemerge(f -> f.index(d.alias()).maxNumSegments(1L).flush(true));
            long bytes = Objects.requireNonNull(Objects.requireNonNull(client.indices()
                                    .stats(x -> x.index(d.alias()))
                                    .all()
                                    .primaries())
                            .store())
                    .sizeInBytes();
            System.out.printf("%d bytes of index a person%n", bytes / people);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void report(String what, int people, Work work) throws Exception {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long start = System.nanoTime();
        long cpu = system.getProcessCpuTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double busy = (system.getProcessCpuTime() - cpu) / 1e9;
        System.out.printf(
                "%s: %.1f s, %.0f/s; %.1f s of processor time in the hub%n", what, seconds, people / seconds, busy);
    }

    private static void pages(Records records, Consumer<List<RecordSnapshot>> use) {
        long after = 0;
        while (true) {
            var page = records.after("talent", after, 3_000);
            if (page.isEmpty()) {
                return;
            }
            use.accept(page);
            after = page.getLast().id();
        }
    }

    private static void tell(JdbcTemplate jdbc, int version) {
        jdbc.update("update pool_record set version = ?", version);
        jdbc.update("delete from outbox");
        jdbc.update("insert into outbox (id, type, record_id, version) select id, type, id, version from pool_record");
    }

    private static void fill(JdbcTemplate jdbc, TransactionTemplate transaction, int people) {
        jdbc.update("delete from pool_record");
        String payload = """
                {"name":"示例%d","sex":"1","birth":"1985-03","education":"11","degree":"2","school":"示例大学","major":"光学工程","title":"正高级工程师",\
                "titleLevel":"1","category":"OUTSTANDING_ENGINEER","expertise":["磷化铟光芯片","激光器封装","高速调制"],"research":"半导体激光器与硅光集成 %d",\
                "industries":["OPTO"],"employerName":"湖北示例光电科技有限公司%d","post":"研发总监","place":"武汉市洪山区","mode":"FULL_TIME",\
                "achievements":"主持国家级项目三项，获发明专利二十件，成果在多家企业应用"}""";
        for (int from = 0; from < people; from += 5_000) {
            int begin = from;
            transaction.executeWithoutResult(s -> jdbc.batchUpdate(
                    """
                    insert into pool_record (id, type, state, version, name, region, enterprise_name, reporters, payload, provenance,
                      created_at, updated_at) values (?, 'talent', 'LIVE', 1, ?, '420111', ?, 'carrier:x', ?, '{}', now(6), now(6))""",
                    new ArrayList<>(IntStream.range(begin, Math.min(people, begin + 5_000))
                            .mapToObj(i -> new Object[] {
                                Ids.next(), "示例" + i, "湖北示例光电科技有限公司" + i % 500, payload.formatted(i, i, i % 500)
                            })
                            .toList())));
        }
    }
}
