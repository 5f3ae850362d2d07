package org.talenthub.records.reverts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.records.identity.Whose;
import org.talenthub.records.merge.Background;
import org.talenthub.records.merge.Backgrounds;
import org.talenthub.records.merge.Derivation;
import org.talenthub.records.merge.DerivedRecords;
import org.talenthub.records.model.Bulk;
import org.talenthub.records.model.Json;
import org.talenthub.records.model.PoolRecord;
import org.talenthub.records.model.Report;
import org.talenthub.records.words.FieldWords;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.security.sealing.Sealing;

/** Says what withdrawing a batch would do: derives the records without it, and saves nothing. */
@Component
@Transactional(readOnly = true)
public class Reverts {

    private static final int PAGE = 1000;

    /** Beyond this many records with other reports, what becomes of the rest is not worked out beforehand. */
    static final int LIMIT = 20_000;

    private final Bulk bulk;
    private final JdbcClient jdbc;
    private final Derivation derivation;
    private final Backgrounds backgrounds;
    private final Feeds feeds;
    private final Sealing sealing;
    private final Json json;

    Reverts(
            Bulk bulk,
            JdbcClient jdbc,
            Derivation derivation,
            Backgrounds backgrounds,
            Feeds feeds,
            Sealing sealing,
            Json json) {
        this.bulk = bulk;
        this.jdbc = jdbc;
        this.derivation = derivation;
        this.backgrounds = backgrounds;
        this.feeds = feeds;
        this.sealing = sealing;
        this.json = json;
    }

    /** What becomes of a record. */
    public enum Effect {
        /** Nobody else reported it: it leaves the pool. */
        GONE,
        /** Some of its values become what the remaining reports say. */
        CHANGED,
        /** It stays as it is: others say the same, or say it better. */
        UNCHANGED
    }

    /**
     * The batch's whole effect.
     *
     * @param unknown records with other reports that were not worked out because there are too many
     * @param later batches committed afterwards that touched some of the same records
     */
    public record Summary(Map<Effect, List<Long>> records, int unknown, List<Later> later) {

        public int count(Effect e) {
            return records.getOrDefault(e, List.of()).size();
        }
    }

    /** @param records how many of the same records it touched */
    public record Later(long batch, int records) {}

    /**
     * One record before and after.
     *
     * @param row of the batch's file, the last one about this record
     * @param differences in the order of the sheet's columns, sensitive values masked
     */
    public record Change(long record, String name, int row, List<Difference> differences) {}

    /** @param before null when the field was blank; so is after */
    public record Difference(
            Column column,
            @Nullable Object before,
            @Nullable Object after) {}

    /**
     * Works out the effect on every record of the batch: of a carrier's on what itself says of it, of a department's on the pool.
     *
     * @param reporter the batch's
     */
    public Summary summary(long batch, String type, String reporter) {
        Whose whose = new Whose(reporter);
        Map<Effect, List<Long>> effects = new EnumMap<>(Effect.class);
        List<Long> shared = new ArrayList<>();
        jdbc.sql("""
                        select d.record_id, exists (select 1 from report o
                            where o.record_id = d.record_id and o.state in ('LIVE', 'SAME') and o.batch_id <> :batch
                            and (:pool or o.reporter = :reporter))
                        from (select record_id, min(row_no) as first_row from report
                            where batch_id = :batch and state = 'LIVE' group by record_id) d order by d.first_row""")
                .param("batch", batch)
                .param("pool", whose.pool())
                .param("reporter", reporter)
                .query(rs -> {
                    long record = rs.getLong(1);
                    if (rs.getBoolean(2)) {
                        shared.add(record);
                    } else {
                        effects.computeIfAbsent(Effect.GONE, e -> new ArrayList<>())
                                .add(record);
                    }
                });
        List<Long> worked = shared.subList(0, Math.min(LIMIT, shared.size()));
        for (int i = 0; i < worked.size(); i += PAGE) {
            List<Long> page = worked.subList(i, Math.min(i + PAGE, worked.size()));
            Map<Long, List<Difference>> differences = differences(batch, type, whose, page);
            page.forEach(id -> effects.computeIfAbsent(
                            differences.getOrDefault(id, List.of()).isEmpty() ? Effect.UNCHANGED : Effect.CHANGED,
                            e -> new ArrayList<>())
                    .add(id));
        }
        return new Summary(effects, shared.size() - worked.size(), later(batch, whose));
    }

    private List<Later> later(long batch, Whose whose) {
        return jdbc.sql("""
                        select o.batch_id, count(distinct o.record_id) from report r join report o on o.record_id = r.record_id
                        where r.batch_id = ? and r.state = 'LIVE' and o.state in ('LIVE', 'SAME') and o.batch_id <> r.batch_id
                            and o.live_at > r.live_at and (? or o.reporter = r.reporter)
                        group by o.batch_id order by o.batch_id""")
                .params(batch, whose.pool())
                .query((rs, i) -> new Later(rs.getLong(1), rs.getInt(2)))
                .list();
    }

    /** These records of the batch, before and after, in the order asked. */
    public List<Change> changes(long batch, String type, String reporter, List<Long> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Difference>> differences = differences(batch, type, new Whose(reporter), records);
        Map<Long, Change> found = new HashMap<>();
        jdbc.sql("""
                        select record_id, title, row_no from report
                        where record_id in (:ids) and batch_id = :batch and state = 'LIVE' order by row_no""").param("ids", records).param("batch", batch).query(rs -> {
            found.put(
                    rs.getLong(1),
                    new Change(
                            rs.getLong(1),
                            rs.getString(2),
                            rs.getInt(3),
                            differences.getOrDefault(rs.getLong(1), List.of())));
        });
        return records.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private Map<Long, List<Difference>> differences(long batch, String type, Whose whose, List<Long> ids) {
        return bulk.with(session -> {
            List<PoolRecord> records = session.createSelectionQuery(
                            "from PoolRecord where id in (:ids)", PoolRecord.class)
                    .setParameterList("ids", ids)
                    .getResultList();
            Map<Long, List<Report>> live = DerivedRecords.liveOf(session, records);
            Map<Long, List<Report>> left = left(session, batch, ids);
            for (Map<Long, List<Report>> some : List.of(live, left)) {
                some.values().forEach(reports -> reports.removeIf(r -> !whose.own(r.reporter)));
            }
            Background background = backgrounds.of(ids, live.values());
            Map<Long, List<Difference>> differences = new HashMap<>();
            for (PoolRecord r : records) {
                if (!whose.pool()) {
                    derivation.derive(r, live.getOrDefault(r.id, List.of()), background, Instant.now());
                }
                Map<String, Object> before = values(r);
                derivation.derive(r, left.getOrDefault(r.id, List.of()), background, Instant.now());
                if (r.live()) {
                    differences.put(r.id, differences(type, before, values(r)));
                }
            }
            return differences;
        });
    }

    /** What remains behind the records; a row that repeats a withdrawn one takes its place, and adds nothing otherwise. */
    private static Map<Long, List<Report>> left(StatelessSession session, long batch, Collection<Long> ids) {
        return session
                .createSelectionQuery(
                        "from Report where recordId in (:ids) and state in (:states) and batchId <> :batch",
                        Report.class)
                .setParameterList("ids", ids)
                .setParameterList("states", List.of(Report.State.LIVE, Report.State.SAME))
                .setParameter("batch", batch)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(r -> Objects.requireNonNull(r.recordId)));
    }

    private Map<String, Object> values(PoolRecord r) {
        Map<String, Object> values = new LinkedHashMap<>(json.fields(r.payload).asMap());
        if (r.sealed != null) {
            values.putAll(json.texts(sealing.open(r.sealed)));
        }
        return values;
    }

    private List<Difference> differences(String type, Map<String, Object> before, Map<String, Object> after) {
        List<Difference> differences = new ArrayList<>();
        for (Column c : feeds.get(type).columns()) {
            Object was = before.get(c.field());
            Object is = after.get(c.field());
            if (!Objects.equals(was, is)) {
                differences.add(new Difference(c, shown(c, was), shown(c, is)));
            }
        }
        return differences;
    }

    private static @Nullable Object shown(Column c, @Nullable Object value) {
        return value == null ? null : FieldWords.shown(c, value);
    }
}
