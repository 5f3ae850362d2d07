package org.talenthub.records;

import jakarta.persistence.EntityManagerFactory;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Reports and records by the thousand, on the connection of the running transaction: read through the JPA mapping without its
 * cache, written as plain batches. (Hibernate batches only inside a transaction of its own, which it cannot have on a connection
 * that Spring has given it; it would send every row by itself.)
 */
@Component
class Bulk {

    private static final Columns<Report> REPORT = new Columns<Report>()
            .with("id", r -> r.id)
            .with("batch_id", r -> r.batchId)
            .with("row_no", r -> r.rowNo)
            .with("type", r -> r.type)
            .with("state", r -> r.state.name())
            .with("outcome", r -> r.outcome == null ? null : r.outcome.name())
            .with("reporter", r -> r.reporter)
            .with("record_id", r -> r.recordId)
            .with("strong_key", r -> r.strongKey)
            .with("weak_key", r -> r.weakKey)
            .with(nearKeys(r -> r.near))
            .with("suspect_of", r -> r.suspectOf)
            .with("duplicate_of", r -> r.duplicateOf)
            .with("title", r -> r.title)
            .with("payload", r -> r.payload)
            .with("payload_hash", r -> r.payloadHash)
            .with("sealed", r -> r.sealed)
            .with("issues", r -> r.issues)
            .with("worst", r -> r.worst)
            .with("live_at", r -> timestamp(r.liveAt));

    /** What a derivation may change. */
    private static final Columns<PoolRecord> DERIVED = new Columns<PoolRecord>()
            .with("subtype", r -> r.subtype)
            .with("state", r -> r.state.name())
            .with("version", r -> r.version)
            .with("strong_key", r -> r.strongKey)
            .with("weak_key", r -> r.weakKey)
            .with(nearKeys(r -> r.near))
            .with("name", r -> r.name)
            .with("region", r -> r.region)
            .with("enterprise_code", r -> r.enterpriseCode)
            .with("enterprise_name", r -> r.enterpriseName)
            .with("area", r -> r.area)
            .with("carrier_id", r -> r.carrierId)
            .with("reporters", r -> r.reporters)
            .with("payload", r -> r.payload)
            .with("provenance", r -> r.provenance)
            .with("sealed", r -> r.sealed)
            .with("confirmed_on", r -> r.confirmedOn)
            .with("updated_at", r -> timestamp(r.updatedAt));

    private static final Columns<PoolRecord> RECORD = new Columns<PoolRecord>()
            .with("id", r -> r.id)
            .with("type", r -> r.type)
            .with("created_at", r -> timestamp(r.createdAt))
            .with(DERIVED);

    private static final Columns<PoolRecord> CHANGE =
            new Columns<PoolRecord>().with(DERIVED).with("id", r -> r.id);

    private final SessionFactory sessions;
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;

    Bulk(EntityManagerFactory factory, DataSource dataSource, JdbcTemplate jdbc) {
        this.sessions = factory.unwrap(SessionFactory.class);
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    /** To read with. */
    <T> T with(Function<StatelessSession, T> work) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try (StatelessSession session = sessions.openStatelessSession(connection)) {
            return work.apply(session);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    void insertReports(List<Report> reports) {
        insert("report", REPORT, reports);
    }

    void insertRecords(List<PoolRecord> records) {
        insert("pool_record", RECORD, records);
    }

    /** Writes what derivation changed. */
    void updateRecords(List<PoolRecord> records) {
        String set = DERIVED.names().stream().map(c -> c + " = ?").collect(Collectors.joining(", "));
        write("update pool_record set " + set + " where id = ?", CHANGE, records);
    }

    private <T> void insert(String table, Columns<T> columns, List<T> rows) {
        String marks = String.join(", ", Collections.nCopies(columns.names().size(), "?"));
        write(
                "insert into " + table + " (" + String.join(", ", columns.names()) + ") values (" + marks + ")",
                columns,
                rows);
    }

    private <T> void write(String sql, Columns<T> columns, List<T> rows) {
        jdbc.batchUpdate(sql, rows, Math.max(rows.size(), 1), columns::set);
    }

    private static <T> Columns<T> nearKeys(Function<T, @Nullable NearKeys> near) {
        Columns<T> columns = new Columns<>();
        for (NearKeys.Kind kind : NearKeys.Kind.values()) {
            columns.with(kind.column(), r -> {
                NearKeys keys = near.apply(r);
                return keys == null ? null : keys.get(kind);
            });
        }
        return columns;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    /** Columns of a table, and where their values come from. */
    private static final class Columns<T> {

        private final Map<String, Function<T, @Nullable Object>> byName = new LinkedHashMap<>();

        Columns<T> with(String name, Function<T, @Nullable Object> value) {
            byName.put(name, value);
            return this;
        }

        Columns<T> with(Columns<T> more) {
            byName.putAll(more.byName);
            return this;
        }

        List<String> names() {
            return List.copyOf(byName.keySet());
        }

        void set(PreparedStatement statement, T row) throws SQLException {
            int i = 0;
            for (Function<T, @Nullable Object> value : byName.values()) {
                statement.setObject(++i, value.apply(row));
            }
        }
    }
}
