package org.talenthub.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.common.Ids;
import org.talenthub.demo.LoadFiles;
import org.talenthub.records.merge.Background;
import org.talenthub.records.merge.Backgrounds;
import org.talenthub.records.merge.Derivation;
import org.talenthub.records.model.Bulk;
import org.talenthub.records.model.Json;
import org.talenthub.records.model.PoolRecord;
import org.talenthub.records.model.Report;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.Parsed;
import org.talenthub.reference.reading.Values;
import org.talenthub.security.sealing.Sealing;

/**
 * Fills the pool with generated people as commits leave them: rows read and checked, records derived, keyed, sealed, each with its
 * outbox entry. Only the reports behind them are left out, which nobody searches. A station of the person's own prefecture reports.
 */
public final class ManyRecords {

    private static final int CHUNK = 2_000;
    private static final int WRITERS = 2;
    private static final int BLOCK = 50_000;
    private static final int DAYS = 600;

    private final Feed feed;
    private final Values values;
    private final Derivation derivation;
    private final Bulk bulk;
    private final Json json;
    private final Sealing sealing;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Map<String, List<Reporter>> stations;
    private final Background background;

    public ManyRecords(ApplicationContext hub) {
        feed = hub.getBean(Feeds.class).get("talent");
        values = hub.getBean(Values.class);
        derivation = hub.getBean(Derivation.class);
        bulk = hub.getBean(Bulk.class);
        json = hub.getBean(Json.class);
        sealing = hub.getBean(Sealing.class);
        jdbc = hub.getBean(JdbcTemplate.class);
        transaction = hub.getBean(TransactionTemplate.class);
        stations = jdbc
                .query(
                        "select id, name, region from pool_record where type = 'carrier' and subtype = 'STATION' and state = 'LIVE'",
                        (rs, i) -> Reporter.carrier(rs.getLong(1), rs.getString(2), rs.getString(3)))
                .stream()
                .collect(Collectors.groupingBy(r -> prefecture(String.valueOf(r.region()))));
        background = new Background(
                hub.getBean(Backgrounds.class)
                        .standings(
                                stations.values().stream()
                                        .flatMap(List::stream)
                                        .map(Reporter::key)
                                        .toList(),
                                false),
                Map.of());
    }

    /** Adds so many people; another seed gives others. */
    public void add(int people, long seed) throws Exception {
        SplittableRandom dice = new SplittableRandom(seed);
        List<Map<String, String>> rows = new ArrayList<>();
        List<Future<?>> written = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int from = 0; from < people; from += BLOCK) {
                LoadFiles.generate(Math.min(BLOCK, people - from), seed * 1_000 + from / BLOCK, row -> {
                    rows.add(row);
                    if (rows.size() == CHUNK) {
                        hand(rows, dice.split(), writers, written);
                    }
                });
            }
            hand(rows, dice.split(), writers, written);
            for (Future<?> f : written) {
                f.get();
            }
        }
    }

    private void hand(
            List<Map<String, String>> rows, SplittableRandom dice, ExecutorService writers, List<Future<?>> written) {
        List<Map<String, String>> chunk = List.copyOf(rows);
        rows.clear();
        // no more than a few chunks wait, however fast they are made
        while (written.stream().filter(f -> !f.isDone()).count() > WRITERS) {
            Thread.onSpinWait();
        }
        written.removeIf(f -> f.isDone() && f.state() == Future.State.SUCCESS);
        written.add(writers.submit(() -> write(chunk, dice)));
    }

    private void write(List<Map<String, String>> rows, SplittableRandom dice) {
        List<PoolRecord> records = rows.stream()
                .map(r -> values.parse(feed, cells(r, dice)))
                .filter(p -> !p.rejected())
                .map(p -> record(p, dice))
                .toList();
        transaction.executeWithoutResult(s -> {
            bulk.insertRecords(records);
            jdbc.batchUpdate(
                    "insert into outbox (id, type, record_id, version) values (?, 'talent', ?, 1)",
                    records,
                    CHUNK,
                    (ps, r) -> {
                        ps.setLong(1, Ids.next());
                        ps.setLong(2, r.id);
                    });
        });
    }

    /** By field; every fourth has a speciality that few others have, since a pool speaks of tens of thousands of skills. */
    private Map<String, String> cells(Map<String, String> row, SplittableRandom dice) {
        Map<String, String> cells = new HashMap<>();
        feed.columns().forEach(c -> {
            String text = row.get(c.title());
            if (text != null && !text.isEmpty()) {
                cells.put(c.field(), text);
            }
        });
        if (dice.nextInt(4) == 0) {
            cells.computeIfPresent(
                    "expertise",
                    (f, text) -> text + "；" + text.split("；")[0] + (char) ('A' + dice.nextInt(26)) + dice.nextInt(10));
        }
        return cells;
    }

    private PoolRecord record(Parsed p, SplittableRandom dice) {
        Report r = new Report();
        r.id = Ids.next();
        r.type = "talent";
        Reporter station = station(p.fields().text("placeRegion").orElse(""), dice);
        r.reporter = station.key();
        r.payload = json.write(p.fields().asMap());
        r.payloadHash = "";
        r.sealed = p.sealed().isEmpty() ? null : sealing.seal(json.write(new TreeMap<>(p.sealed())));
        Identity identity = derivation.type("talent").identify(p.fields(), p.sealed(), station);
        // made-up document numbers meet now and then, and a key is one record's

        r.weakKey = derivation.hash("talent", "weak", identity.weak());
        r.near = derivation.near("talent", identity.near());
        Instant at = Instant.now().minusSeconds(dice.nextLong(DAYS * 86_400L));
        PoolRecord record = PoolRecord.blank(r.id, "talent", at);
        derivation.derive(record, List.of(r), background, at);
        return record;
    }

    private Reporter station(String region, SplittableRandom dice) {
        List<Reporter> near = stations.get(prefecture(region));
        List<Reporter> choice = near != null
                ? near
                : stations.values().stream().flatMap(List::stream).toList();
        return choice.get(dice.nextInt(choice.size()));
    }

    /** Directly governed cities have a code of their own; elsewhere the first four digits tell. */
    private static String prefecture(String region) {
        return region.startsWith("4290") || region.length() < 4 ? region : region.substring(0, 4);
    }
}
