package org.talenthub.records.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.records.Headline;
import org.talenthub.records.identity.Earlier;
import org.talenthub.records.identity.Known;
import org.talenthub.records.identity.Mention;
import org.talenthub.records.identity.ReportOrigins.Origin;
import org.talenthub.records.model.PoolRecord;
import org.talenthub.records.model.Report;

/** The records that a chunk's rows may mean, and what is said of each; learns the records and reports that the chunk's own rows add. */
final class ChunkRecords {

    private final Map<Long, PoolRecord> byId = new HashMap<>();
    private final Known known = new Known();
    private final Map<Long, List<Report>> live;
    private final Map<String, Long> separated;
    private final Map<Integer, Origin> origins;
    private final Map<String, Long> corrected = new HashMap<>();

    /**
     * @param live what is behind each person, oldest first
     * @param gone the withdrawn reports of records that nobody reports any more
     * @param separated records of persons who were reported under somebody else's strong key, by {@link Report#claim}
     * @param origins what rows correct, by their numbers
     */
    ChunkRecords(
            List<PoolRecord> records,
            Map<Long, List<Report>> live,
            List<Report> gone,
            Map<String, Long> separated,
            Map<Integer, Origin> origins) {
        this.live = live;
        this.separated = separated;
        this.origins = origins;
        records.forEach(r -> byId.put(r.id, r));
        live.values().forEach(reports -> {
            reports.sort(Report.OLDEST_FIRST);
            reports.forEach(r -> known.add(earlier(r, true)));
        });
        gone.stream().sorted(Report.OLDEST_FIRST).forEach(r -> known.add(earlier(r, false)));
    }

    private static Earlier earlier(Report r, boolean live) {
        long own = Objects.requireNonNull(r.own());
        return new Earlier(
                Mention.of(r), own, Objects.requireNonNull(r.recordId), live, r.id, 0, r.title, r.payloadHash);
    }

    void add(PoolRecord record) {
        byId.put(record.id, record);
    }

    Set<Long> ids() {
        return Set.copyOf(byId.keySet());
    }

    PoolRecord get(long id) {
        return Objects.requireNonNull(byId.get(id));
    }

    /** The record that this one is part of by a decision, else itself. */
    PoolRecord root(PoolRecord record) {
        PoolRecord root = record;
        for (PoolRecord up = record; up != null; up = up.sameAs == null ? null : byId.get(up.sameAs)) {
            root = up;
        }
        return root;
    }

    Headline headline(long record) {
        PoolRecord r = root(get(record));
        return new Headline(r.name, r.subtype, r.region, r.enterpriseCode, r.enterpriseName, r.area);
    }

    /** What is said of the person. */
    List<Report> behind(PoolRecord root) {
        return live.computeIfAbsent(root.id, id -> new ArrayList<>());
    }

    Map<Long, List<Report>> live() {
        return live;
    }

    /** The record that people gave to who is reported so. Somebody else's strong key is set aside, lest the row's own record takes it over. */
    @Nullable
    Long decided(Report row) {
        String claim = Report.claim(row.strongKey, row.near);
        Long id = claim == null ? null : separated.get(claim);
        if (id == null || !byId.containsKey(id)) {
            return null;
        }
        row.setAside = row.strongKey;
        row.strongKey = null;
        return id;
    }

    /** The record of what the row corrects. */
    @Nullable
    Long corrects(Report row) {
        Origin origin = origins.get(row.rowNo);
        Long record = origin == null ? null : corrected.getOrDefault(origin.row(), origin.record());
        return record != null && byId.containsKey(record) ? record : null;
    }

    /** The report that was compared with a row. */
    Report report(Earlier e) {
        return live.getOrDefault(root(get(e.record())).id, List.of()).stream()
                .filter(r -> r.id == e.report())
                .findFirst()
                .orElseThrow();
    }

    /** A record of one reporter was proven to be another one: what is said of it is said of that. */
    void join(PoolRecord own, PoolRecord into) {
        own.sameAs = into.id;
        List<Report> moved = live.remove(own.id);
        for (Report r : moved == null ? List.<Report>of() : moved) {
            r.ownRecord = own.id;
            r.recordId = into.id;
            behind(into).add(r);
        }
        known.join(own.id, into.id);
    }

    List<Earlier> sharing(Report row, @Nullable Long corrects) {
        return Known.sharing(Mention.of(row), corrects, List.of(known));
    }

    /** The row belongs to that record now, and speaks for it. */
    void learn(Report row, boolean speaks) {
        Origin origin = origins.get(row.rowNo);
        if (origin != null) {
            corrected.put(origin.row(), Objects.requireNonNull(row.own()));
        }
        if (speaks) {
            behind(get(Objects.requireNonNull(row.recordId))).add(row);
            known.add(earlier(row, true));
        }
    }
}
