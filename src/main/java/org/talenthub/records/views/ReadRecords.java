package org.talenthub.records.views;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Rights;
import org.talenthub.access.Scope;
import org.talenthub.access.Visibility;
import org.talenthub.common.Fields;
import org.talenthub.common.Ids;
import org.talenthub.common.work.Once;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.records.Reporter;
import org.talenthub.records.identity.Decided;
import org.talenthub.records.model.Agreed;
import org.talenthub.records.model.Json;
import org.talenthub.records.model.PoolRecord;
import org.talenthub.records.model.StoredRecords;
import org.talenthub.security.Viewer;

/** {@link Records} out of their tables; within the module also of records that are derived for the moment. */
@Component
@Transactional(readOnly = true)
public class ReadRecords implements Records {

    /** What a snapshot holds, read without the entity: the relay and a rebuild read whole imports and pools so. */
    private static final String SNAPSHOT =
            "select id, type, subtype, state = 'LIVE', version, name, region, enterprise_code, enterprise_name, area,"
                    + " carrier_id, reporters, payload, confirmed_on, created_at, updated_at, agreed from pool_record ";

    /** More than that are read as the relay reads them. */
    private static final int OF_A_PAGE = 200;

    private final EntityManager em;
    private final JdbcClient jdbc;
    private final Json json;
    private final Rights rights;
    private final Views views;
    private final SharedRecords shared;
    private final Decided decided;
    private final StoredRecords stored;

    ReadRecords(
            EntityManager em,
            JdbcClient jdbc,
            Json json,
            Rights rights,
            Views views,
            SharedRecords shared,
            Decided decided,
            StoredRecords stored) {
        this.stored = stored;
        this.shared = shared;
        this.em = em;
        this.jdbc = jdbc;
        this.json = json;
        this.rights = rights;
        this.views = views;
        this.decided = decided;
    }

    @Override
    public Map<Long, RecordSnapshot> snapshots(Collection<Long> ids) {
        if (ids.size() <= OF_A_PAGE && Once.keeps()) {
            return stored.records(ids).values().stream().collect(Collectors.toMap(r -> r.id, this::snapshot));
        }
        return ids.isEmpty()
                ? Map.of()
                : jdbc.sql(SNAPSHOT + "where id in (:ids)").param("ids", ids).query(this::read).list().stream()
                        .collect(Collectors.toMap(RecordSnapshot::id, r -> r));
    }

    @Override
    public List<RecordSnapshot> after(String type, long afterId, int limit) {
        return jdbc.sql(SNAPSHOT + "where type = ? and state = 'LIVE' and id > ? order by id limit ?")
                .params(type, afterId, limit)
                .query(this::read)
                .list();
    }

    @Override
    public List<Long> changedSince(String type, Instant since, long afterId, int limit) {
        return em.createQuery(
                        "select id from PoolRecord where type = :type and updatedAt >= :since and id > :after order by id",
                        Long.class)
                .setParameter("type", type)
                .setParameter("since", since)
                .setParameter("after", afterId)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public long countChangedSince(String type, Instant since) {
        return em.createQuery("select count(*) from PoolRecord where type = :type and updatedAt >= :since", Long.class)
                .setParameter("type", type)
                .setParameter("since", since)
                .getSingleResult();
    }

    @Override
    public Map<Long, Instant> created(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : em.createQuery("select id, createdAt from PoolRecord where id in (:ids)", Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(r -> (Long) r[0], r -> (Instant) r[1]));
    }

    @Override
    public Map<Long, String> names(Collection<Long> ids, String subtype) {
        return ids.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select id, name from PoolRecord where id in (:ids) and subtype = :subtype",
                                Object[].class)
                        .setParameter("ids", ids)
                        .setParameter("subtype", subtype)
                        .getResultStream()
                        .collect(Collectors.toMap(r -> (Long) r[0], r -> (String) r[1]));
    }

    @Override
    public long count(String type) {
        return em.createQuery("select count(*) from PoolRecord where type = :type and state = :live", Long.class)
                .setParameter("type", type)
                .setParameter("live", PoolRecord.State.LIVE)
                .getSingleResult();
    }

    @Override
    public Map<Long, RecordView> views(Collection<Long> ids, Viewer viewer) {
        Map<Long, PoolRecord> records = stored.records(ids);
        Map<Long, RecordView> found = new LinkedHashMap<>();
        seen(ids.stream().map(records::get).filter(Objects::nonNull).toList(), viewer)
                .forEach((r, view) -> found.put(r.id, view));
        return found;
    }

    /** Records, stored or derived for the moment, as the viewer may see them; what does not exist for the viewer is left out. */
    public Map<PoolRecord, RecordView> seen(Collection<PoolRecord> records, Viewer viewer) {
        Map<String, Scope> scope = records.stream()
                .map(r -> r.type)
                .distinct()
                .collect(Collectors.toMap(t -> t, t -> rights.scope(t, viewer)));
        Map<Long, PoolRecord> own = shared.seen(
                records.stream()
                        .filter(r -> r.live() && SharedRecords.shared(r, viewer))
                        .toList(),
                viewer,
                r -> scope.getOrDefault(r.type(), Scope.NONE).of(r));
        Map<PoolRecord, PoolRecord> asked = new LinkedHashMap<>();
        Map<PoolRecord, Visibility> seen = new LinkedHashMap<>();
        Map<PoolRecord, Fields> payloads = new HashMap<>();
        for (PoolRecord r : records) {
            PoolRecord shown = own.getOrDefault(r.id, r);
            RecordSnapshot snapshot = snapshot(shown);
            Visibility v = scope.getOrDefault(r.type, Scope.NONE).of(snapshot);
            if (v != Visibility.NONE) {
                asked.put(r, shown);
                seen.put(shown, v);
                payloads.put(shown, snapshot.fields());
            }
        }
        Map<PoolRecord, RecordView> found = views.of(seen, payloads);
        Map<PoolRecord, RecordView> byAsked = new LinkedHashMap<>();
        asked.forEach((r, shown) -> byAsked.put(r, Objects.requireNonNull(found.get(shown))));
        return byAsked;
    }

    @Override
    public Optional<String> secret(long id, String field, Viewer viewer) {
        return Optional.ofNullable(stored.records(List.of(id)).get(id))
                .filter(PoolRecord::live)
                .flatMap(r -> {
                    Scope scope = rights.scope(r.type, viewer);
                    PoolRecord shown = SharedRecords.shared(r, viewer)
                            ? shared.seen(List.of(r), viewer, scope::of).getOrDefault(id, r)
                            : r;
                    return scope.of(snapshot(shown)).masks() ? views.secret(shown, field) : Optional.empty();
                });
    }

    @Override
    public Optional<Long> partOf(long id) {
        return Optional.ofNullable(decided.roots(List.of(id)).get(id));
    }

    @Override
    public Optional<RecordView> view(long id, Viewer viewer) {
        return Optional.ofNullable(views(List.of(id), viewer).get(id));
    }

    @Override
    public Optional<RecordSnapshot> find(String type, String idOrCodeOrName) {
        return Ids.parse(idOrCodeOrName)
                .flatMap(id -> Optional.ofNullable(stored.records(List.of(id)).get(id)))
                .filter(r -> r.type.equals(type) && r.live())
                .or(() -> stored.called(type, idOrCodeOrName))
                .map(this::snapshot);
    }

    @Override
    public List<String> namesOf(long id) {
        return stored.told(id).stream()
                .flatMap(r -> json.fields(r.payload).text("name").stream())
                .distinct()
                .toList();
    }

    @Override
    public List<RecordSnapshot> matching(String type, String idOrCodeOrName) {
        return em.createQuery("""
                        from PoolRecord where type = :type and state = :live
                        and (id = :id or enterpriseCode = :value or name = :value) order by id""", PoolRecord.class)
                .setParameter("type", type)
                .setParameter("live", PoolRecord.State.LIVE)
                .setParameter("id", Ids.parse(idOrCodeOrName).orElse(-1L))
                .setParameter("value", idOrCodeOrName)
                .getResultStream()
                .map(this::snapshot)
                .toList();
    }

    /** As {@link #SNAPSHOT} has it. */
    private RecordSnapshot read(ResultSet rs, int row) throws SQLException {
        return new RecordSnapshot(
                rs.getLong(1),
                rs.getString(2),
                rs.getString(3),
                rs.getBoolean(4),
                rs.getLong(5),
                rs.getString(6),
                rs.getString(7),
                rs.getString(8),
                rs.getString(9),
                rs.getString(10),
                rs.getObject(11, Long.class),
                Reporter.keys(rs.getString(12)),
                json.fields(rs.getString(13)),
                rs.getString(14),
                rs.getTimestamp(15).toInstant(),
                rs.getTimestamp(16).toInstant(),
                rs.getString(17) == null ? Map.of() : Agreed.read(rs.getString(17)));
    }

    private RecordSnapshot snapshot(PoolRecord r) {
        return r.snapshot(json.fields(r.payload));
    }
}
