package org.talenthub.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.HubClient;
import org.talenthub.PoolRows;
import org.talenthub.PoolRows.Row;
import org.talenthub.PoolTest;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.work.HubLock;
import org.talenthub.indexing.indices.IndexDefinition;
import org.talenthub.indexing.indices.Indices;
import org.talenthub.indexing.rebuild.Rebuild;
import org.talenthub.indexing.rebuild.Reconciliation;
import org.talenthub.indexing.relay.BulkWriter;
import org.talenthub.records.Records;

/** The index follows the records, whatever happens on the way: on the real engines. */
@PoolTest
class IndexingTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Relay relay;

    @Autowired
    Rebuild rebuild;

    @Autowired
    Indices indices;

    @Autowired
    IndexKeeper keeper;

    @Autowired
    BulkWriter bulk;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Records records;

    @Autowired
    ElasticsearchClient client;

    @Autowired
    HubLock alone;

    private final PoolRows pool;

    IndexingTests(
            @Autowired JdbcClient jdbc,
            @Autowired PlatformTransactionManager transactions,
            @Autowired ApplicationEventPublisher events) {
        pool = new PoolRows(jdbc, transactions, events);
    }

    @BeforeEach
    void emptyPool() throws Exception {
        eventually(keeper::ready);
        for (IndexDefinition d : indices.all()) {
            eventually(() -> free(d)); // what another test had built in the background is cleared up behind it
        }
        pool.clear();
        drained();
        reconciliation.repair(); // what other tests left in the indices
        drained();
    }

    private boolean free(IndexDefinition d) {
        try {
            return alone.run(d.alias(), () -> {});
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void leaveNothing() {
        pool.clear();
        drained();
        assertThat(reconciliation.compare()).allMatch(Reconciliation.Report::clean);
    }

    private void drained() {
        assertThat(relay.awaitDrained(PATIENCE)).isTrue();
        assertThat(relay.lag()).isZero();
    }

    private static Row person(String name, Map<String, Object> fields) {
        return new Row(Ids.next(), "talent", null, name, "420100", null, "示例单位", null, null, "province", null, fields);
    }

    private long documents() throws Exception {
        indices.refresh();
        return client.count(c -> c.index(indices.alias("talent"))).count();
    }

    private long version(Row r) throws Exception {
        Long version = client.get(g -> g.index(indices.alias("talent")).id(Ids.text(r.id())), Void.class)
                .version();
        return version == null ? -1 : version;
    }

    private static void eventually(BooleanSupplier what) throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        boolean seen = what.getAsBoolean();
        while (!seen && Instant.now().isBefore(until)) {
            Thread.sleep(50);
            seen = what.getAsBoolean();
        }
        assertThat(seen).isTrue();
    }

    @Test
    void recordsComeChangeAndGo() throws Exception {
        Row r = person("张示例", Map.of());
        pool.put(r, 1);
        drained();
        assertThat(version(r)).isEqualTo(1);
        pool.put(r, 2);
        pool.put(r, 3);
        drained();
        assertThat(version(r)).isEqualTo(3);
        pool.withdraw(r, 4);
        drained();
        assertThat(documents()).isZero();
        pool.put(r, 5);
        drained();
        assertThat(documents()).isEqualTo(1);
    }

    @Test
    void isFoundWithinTwoSecondsWithoutAnybodyWaiting() throws Exception {
        pool.put(person("张示例", Map.of()), 1);
        Instant committed = Instant.now();
        while (client.count(c -> c.index(indices.alias("talent"))).count() == 0) {
            assertThat(Duration.between(committed, Instant.now())).isLessThan(Duration.ofSeconds(20));
            Thread.sleep(20);
        }
        assertThat(Duration.between(committed, Instant.now()))
                .as("2 s on an idle machine, more where others work beside")
                .isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anOlderVersionNeverOverwritesANewerOne() throws Exception {
        Row r = person("张示例", Map.of("post", "旧"));
        pool.put(r, 1);
        drained();
        var old = records.snapshots(List.of(r.id())).values();
        pool.put(r, 7);
        drained();
        assertThat(bulk.write(old, List.of(), d -> List.of(d.alias()))).isEmpty();
        assertThat(version(r)).isEqualTo(7);
        pool.withdraw(r, 8);
        drained();
        assertThat(bulk.write(old, List.of(), d -> List.of(d.alias()))).isEmpty();
        assertThat(documents()).as("nor does it bring back what was deleted").isZero();
    }

    @Test
    void aDocumentThatIsRefusedStandsAsideAndIsTold() throws Exception {
        Row bad = person("坏示例", Map.of("category", List.of(Map.of("not", "a code 13800138000"))));
        Row good = person("好示例", Map.of());
        pool.put(bad, 1);
        pool.put(good, 1);
        drained();
        assertThat(documents()).isEqualTo(1);
        Reconciliation.Report report = reconciliation.compare().stream()
                .filter(r -> r.index().equals("talents"))
                .findFirst()
                .orElseThrow();
        assertThat(report.missing().ids()).containsExactly(Ids.text(bad.id()));
        assertThat(report.rejected()).singleElement().satisfies(r -> {
            assertThat(r.id()).isEqualTo(Ids.text(bad.id()));
            assertThat(r.reason()).contains("category").doesNotContain("13800138000");
        });
        pool.put(new Row(bad.id(), "talent", null, "坏示例", null, null, null, null, null, "", null, Map.of()), 2);
        drained();
        assertThat(reconciliation.compare())
                .allMatch(r -> r.clean() && r.rejected().isEmpty());
    }

    @Test
    void whatCannotBeWrittenForNowWaits() throws Exception {
        String index = indices.behind(indices.alias("talent")).orElseThrow();
        client.indices().putSettings(s -> s.index(index).settings(x -> x.blocks(b -> b.write(true))));
        try {
            pool.put(person("张示例", Map.of()), 1);
            assertThat(relay.awaitDrained(Duration.ofSeconds(2))).isFalse();
            // other work of the hub may wait beside it
            assertThat(relay.lag()).isPositive();
        } finally {
            client.indices().putSettings(s -> s.index(index).settings(x -> x.blocks(b -> b.write(false))));
        }
        drained();
        assertThat(documents()).isEqualTo(1);
    }

    @Test
    void anEmptiedClusterIsFilledAgain() throws Exception {
        List<Row> people = people(5);
        drained();
        for (IndexDefinition d : indices.all()) {
            client.indices().delete(x -> x.index(indices.behind(d.alias()).orElseThrow()));
        }
        Row late = person("后来示例", Map.of());
        pool.put(late, 1);
        drained();
        eventually(keeper::ready);
        assertThat(documents()).isEqualTo(people.size() + 1);
    }

    private List<Row> people(int n) {
        List<Row> people =
                IntStream.range(0, n).mapToObj(i -> person("示例" + i, Map.of())).toList();
        pool.putAll(people, 1);
        return people;
    }

    @Test
    void aChangedMappingFillsANewGenerationAndKeepsTheOld() throws Exception {
        List<Row> people = people(7);
        drained();
        IndexDefinition now = indices.definition("talent");
        IndexDefinition changed = new IndexDefinition(now.alias(), now.source(), now.json(), "another");
        String before = indices.behind(now.alias()).orElseThrow();
        assertThat(rebuild.current(changed)).isFalse();
        assertThat(rebuild.run(changed, false)).isTrue();
        String after = indices.behind(now.alias()).orElseThrow();
        assertThat(after).isGreaterThan(before);
        assertThat(rebuild.current(changed)).isTrue();
        assertThat(documents()).isEqualTo(7);
        assertThat(indices.generations(now)).containsExactly(before, after);
        assertThat(client.indices().existsAlias(e -> e.name(now.building())).value())
                .isFalse();
        pool.withdraw(people.get(0), 2);
        pool.put(people.get(1), 2);
        pool.put(person("后来示例", Map.of()), 1);
        drained();
        assertThat(rebuild.run(now, false)).isTrue();
        assertThat(indices.behind(now.alias()))
                .as("an earlier version of the hub takes its own generation up again")
                .hasValue(before);
        assertThat(rebuild.current(now)).isTrue();
        assertThat(documents()).isEqualTo(7);
        assertThat(version(people.get(1))).isEqualTo(2);
    }

    @Test
    void oneCanGoBackToTheGenerationBefore() throws Exception {
        List<Row> people = people(3);
        drained();
        IndexDefinition d = indices.definition("talent");
        String before = indices.behind(d.alias()).orElseThrow();
        assertThat(rebuild.run(d, true)).isTrue();
        assertThat(rebuild.run(d, true)).isTrue();
        assertThat(indices.generations(d)).as("one is kept").hasSize(2).doesNotContain(before);
        String kept = rebuild.kept(d).orElseThrow();
        pool.withdraw(people.get(0), 2);
        pool.put(people.get(1), 2);
        drained();
        keeper.back("talents");
        assertThat(indices.behind(d.alias())).hasValue(kept);
        assertThat(documents()).isEqualTo(2);
        assertThat(reconciliation.compare()).allMatch(Reconciliation.Report::clean);
        assertThat(keeper.standings()).anySatisfy(s -> {
            assertThat(s.generation()).isEqualTo(kept);
            assertThat(s.documents()).isEqualTo(2);
        });
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> keeper.back("people"));
    }

    @Test
    void searchesDuringARebuildNeverFailAndMissNobody() throws Exception {
        people(500);
        drained();
        IndexDefinition d = indices.definition("talent");
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Long> least = CompletableFuture.supplyAsync(
                () -> {
                    long fewest = Long.MAX_VALUE;
                    while (!done.get()) {
                        fewest = Math.min(
                                fewest,
                                Indices.call("count", () -> client.count(c -> c.index(d.alias())))
                                        .count());
                    }
                    return fewest;
                },
                Thread::startVirtualThread);
        CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(
                () -> {
                    for (int i = 0; !done.get(); i++) {
                        pool.put(person("同时示例" + i, Map.of()), 1);
                        HubClient.pause(5); // as one reporter would, not as fast as the database can
                    }
                },
                Thread::startVirtualThread);
        for (int i = 0; i < 3; i++) {
            assertThat(rebuild.run(d, true)).isTrue();
        }
        done.set(true);
        meanwhile.join();
        assertThat(least.join()).isGreaterThanOrEqualTo(500);
        drained();
        assertThat(reconciliation.compare()).allMatch(Reconciliation.Report::clean);
    }

    @Test
    void aRebuildGoesOnWhereItWasKilled() throws Exception {
        List<Row> people = people(6);
        drained();
        IndexDefinition d = indices.definition("talent");
        List<Long> ids = people.stream().map(Row::id).sorted().toList();
        String[] half = new String[1];
        // under the keeper's lock: it removes what somebody left half made
        while (half[0] == null) {
            alone.run(
                    d.alias(),
                    () -> half[0] = indices.create(
                            d,
                            Map.of(
                                    "hash", d.hash(),
                                    "since", Instant.now().minusSeconds(600).toString(),
                                    "walked", Ids.text(ids.get(2)),
                                    "state", "FILLING")));
        }
        bulk.write(records.snapshots(ids.subList(0, 3)).values(), List.of(), x -> List.of(d.building()));
        assertThat(rebuild.run(d, true)).isTrue();
        assertThat(indices.behind(d.alias())).hasValue(half[0]);
        assertThat(documents()).isEqualTo(6);
    }

    @Test
    void theRelayWritesToTheGenerationThatIsBeingFilledToo() throws Exception {
        List<Row> people = people(2);
        drained();
        IndexDefinition d = indices.definition("talent");
        String half = indices.create(
                d,
                Map.of(
                        "hash", d.hash(),
                        "since", Instant.now().plusSeconds(3600).toString(), // nothing is caught up with
                        "walked", Ids.text(Ids.next()),
                        "state", "FILLING"));
        pool.put(person("新来示例", Map.of()), 1);
        pool.put(people.get(0), 2);
        drained();
        assertThat(Indices.call("count", () -> client.count(c -> c.index(half))).count())
                .as("the one that came and the one that changed, findable without another refresh")
                .isEqualTo(2);
        bulk.write(records.snapshots(List.of(people.get(1).id())).values(), List.of(), x -> List.of(d.building()));
        indices.swap(d, indices.behind(d.alias()).orElseThrow(), half);
        bulk.write(
                records.snapshots(List.of(people.get(1).id())).values(),
                List.of(),
                x -> List.of(d.alias(), d.building())); // swapped meanwhile: no failure
        assertThat(documents()).isEqualTo(3);
    }

    @Test
    void whatChangedDuringARebuildIsInTheNewIndex() throws Exception {
        List<Row> people = people(3);
        drained();
        IndexDefinition d = indices.definition("talent");
        String half = indices.create(
                d,
                Map.of(
                        "hash", d.hash(),
                        "since", Instant.now().minusSeconds(600).toString(),
                        "walked",
                                Ids.text(
                                        people.stream().mapToLong(Row::id).max().orElseThrow()),
                        "state", "FILLING"));
        bulk.write(
                records.snapshots(people.stream().map(Row::id).toList()).values(),
                List.of(),
                x -> List.of(d.building()));
        pool.put(people.get(0), 2);
        pool.withdraw(people.get(1), 2);
        drained();
        assertThat(rebuild.run(d, true)).isTrue();
        assertThat(indices.behind(d.alias())).hasValue(half);
        assertThat(version(people.get(0))).isEqualTo(2);
        assertThat(documents()).isEqualTo(2);
    }

    @Test
    void whatIsAskedForIsBuiltInTheBackground() throws Exception {
        people(2);
        drained();
        List<String> before = built();
        assertThat(keeper.rebuild(null)).hasSize(5);
        eventually(() -> {
            List<String> now = built();
            return now.size() == 5 && now.stream().noneMatch(before::contains);
        });
        assertThat(documents()).isEqualTo(2);
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> keeper.rebuild("people"));
    }

    /** The indices behind the aliases, finished. */
    private List<String> built() {
        return indices.all().stream()
                .filter(rebuild::current)
                .flatMap(d -> indices.behind(d.alias()).stream())
                .toList();
    }

    @Test
    void reconciliationTellsAndRepairsWhatIsMissingExtraAndStale() throws Exception {
        List<Row> people = people(3);
        drained();
        String alias = indices.alias("talent");
        client.delete(x -> x.index(alias).id(Ids.text(people.get(0).id())));
        JdbcClient jdbc = pool.jdbc();
        jdbc.sql("update pool_record set version = 9 where id = ?")
                .param(people.get(1).id())
                .update();
        long stranger = Ids.next();
        client.index(i -> i.index(alias).id(Ids.text(stranger)).document(Map.of("id", Ids.text(stranger))));
        Reconciliation.Report report = reconciliation.compare().stream()
                .filter(r -> r.index().equals("talents"))
                .findFirst()
                .orElseThrow();
        assertThat(report.records()).isEqualTo(3);
        assertThat(report.documents()).isEqualTo(3);
        assertThat(report.missing().ids())
                .containsExactly(Ids.text(people.get(0).id()));
        assertThat(report.stale().ids()).containsExactly(Ids.text(people.get(1).id()));
        assertThat(report.extra().ids()).containsExactly(Ids.text(stranger));
        jdbc.sql("update pool_record set version = 0 where id = ?")
                .param(people.get(2).id())
                .update();
        assertThat(reconciliation.repair()).anyMatch(r -> !r.clean());
        drained();
        assertThat(reconciliation.compare()).allMatch(Reconciliation.Report::clean);
        assertThat(version(people.get(1))).isEqualTo(9);
        assertThat(documents()).isEqualTo(3);
    }
}
