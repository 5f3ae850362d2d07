package org.talenthub.records.merge;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordsChanged;
import org.talenthub.records.model.Bulk;
import org.talenthub.records.model.PoolRecord;
import org.talenthub.records.model.Report;
import org.talenthub.records.outbox.Outbox;

/** Writes records as their reports make them, and tells who follows; all in the caller's transaction and under the type's turn. */
@Component
public class DerivedRecords {

    private final Bulk bulk;
    private final JdbcClient jdbc;
    private final Derivation derivation;
    private final Backgrounds backgrounds;
    private final DisputeNotes notes;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    DerivedRecords(
            Bulk bulk,
            JdbcClient jdbc,
            Derivation derivation,
            Backgrounds backgrounds,
            DisputeNotes notes,
            Outbox outbox,
            ApplicationEventPublisher events) {
        this.bulk = bulk;
        this.jdbc = jdbc;
        this.derivation = derivation;
        this.backgrounds = backgrounds;
        this.notes = notes;
        this.outbox = outbox;
        this.events = events;
    }

    /** Waits for the type's turn and keeps it until the transaction ends. */
    public void takeTurn(String type) {
        jdbc.sql("select type from record_turn where type = ? for update")
                .param(type)
                .query(String.class)
                .single();
    }

    /** Derives records anew after reports were moved or withdrawn. */
    public void rederive(String type, Collection<Long> ids) {
        bulk.with(session -> {
            List<PoolRecord> records = records(session, ids);
            save(type, List.of(), records, liveOf(session, records));
            return records.size();
        });
    }

    /** Derives the records and writes them with their outbox entries; whoever calls has the type's turn. */
    public void save(String type, List<PoolRecord> created, List<PoolRecord> changed, Map<Long, List<Report>> live) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        List<PoolRecord> all = new ArrayList<>(created);
        all.addAll(changed);
        Background background = backgrounds.of(changed.stream().map(r -> r.id).toList(), live.values());
        List<RecordSnapshot> written = all.stream()
                .map(r -> r.snapshot(derivation.derive(r, live.getOrDefault(r.id, List.of()), background, now)))
                .toList();
        Map<Boolean, List<PoolRecord>> alone = created.stream()
                .collect(Collectors.partitioningBy(
                        r -> live.getOrDefault(r.id, List.of()).size() == 1));
        bulk.copyRecords(alone.getOrDefault(true, List.of()), now);
        bulk.insertRecords(alone.getOrDefault(false, List.of()));
        bulk.updateRecords(changed);
        notes.note(
                type,
                changed.stream().map(r -> r.id).toList(),
                all.stream()
                        .filter(r -> live.getOrDefault(r.id, List.of()).size() > 1
                                || !background.choices(r.id).isEmpty())
                        .toList(),
                live,
                background);
        outbox.add(type, all.stream().collect(Collectors.toMap(r -> r.id, r -> r.version)));
        events.publishEvent(new RecordsChanged(type, written));
    }

    /** Reads records with their live reports, without changing anything. */
    void look(Collection<Long> ids, BiConsumer<List<PoolRecord>, Map<Long, List<Report>>> with) {
        bulk.with(session -> {
            List<PoolRecord> found = records(session, ids);
            with.accept(found, liveOf(session, found));
            return found.size();
        });
    }

    public static List<PoolRecord> records(StatelessSession session, Collection<Long> ids) {
        return session.createSelectionQuery("from PoolRecord where id in (:ids)", PoolRecord.class)
                .setParameterList("ids", ids)
                .getResultList();
    }

    /** What is behind these, by the record that it is part of. */
    public static Map<Long, List<Report>> liveOf(StatelessSession session, Collection<PoolRecord> records) {
        Map<Long, List<Report>> live = new HashMap<>();
        if (!records.isEmpty()) {
            reports(session, records.stream().map(r -> r.id).toList(), Report.State.LIVE)
                    .forEach(r -> live.computeIfAbsent(Objects.requireNonNull(r.recordId), id -> new ArrayList<>())
                            .add(r));
        }
        return live;
    }

    public static List<Report> reports(StatelessSession session, Collection<Long> records, Report.State state) {
        return session.createNativeQuery(
                        "select * from report force index (ix_report_record) where record_id in (:ids) and state = :state",
                        Report.class)
                .setParameterList("ids", records)
                .setParameter("state", state.name())
                .getResultList();
    }
}
