package org.talenthub.records.model;

import com.mysql.cj.jdbc.JdbcConnection;
import jakarta.persistence.EntityManagerFactory;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;

/**
 * Reports and records by the thousand, on the connection of the running transaction: read through the JPA mapping without its
 * cache, written as plain batches. (Hibernate batches only inside a transaction of its own, which it cannot have on a connection
 * that Spring has given it; it would send every row by itself.)
 */
@Component
public class Bulk {

    /** Rows of a prepared insert. */
    private static final int LUMP = 50;

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
            .with("traits", r -> r.traits)
            .with("verified", r -> r.verified)
            .with("suspect_of", r -> r.suspectOf)
            .with("duplicate_of", r -> r.duplicateOf)
            .with("title", r -> r.title)
            .with("payload", r -> r.payload)
            .with("payload_hash", r -> r.payloadHash)
            .with("sealed", r -> r.sealed)
            .with("issues", r -> r.issues)
            .with("worst", r -> r.worst)
            .with("live_at", r -> timestamp(r.liveAt))
            .with("seen_version", r -> r.seenVersion)
            .with("seen_report", r -> r.seenReport);

    /** A change that others are told of; see {@link org.talenthub.records.outbox.Outbox}. */
    private record Entry(long id, String type, long recordId, long version) {}

    private static final Columns<Entry> ENTRY = new Columns<Entry>()
            .with("id", Entry::id)
            .with("type", Entry::type)
            .with("record_id", Entry::recordId)
            .with("version", Entry::version);

    /** What a derivation may change. */
    private static final Columns<PoolRecord> DERIVED = new Columns<PoolRecord>()
            .with("subtype", r -> r.subtype)
            .with("state", r -> r.state.name())
            .with("version", r -> r.version)
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
            .with("agreed", r -> r.agreed)
            .with("confirmed_on", r -> r.confirmedOn)
            .with("updated_at", r -> timestamp(r.updatedAt));

    private static final Columns<PoolRecord> RECORD = new Columns<PoolRecord>()
            .with("id", r -> r.id)
            .with("type", r -> r.type)
            .with("created_at", r -> timestamp(r.createdAt))
            .with(DERIVED);

    private static final Columns<PoolRecord> CHANGE =
            new Columns<PoolRecord>().with(DERIVED).with("id", r -> r.id);

    /** What derivation gave a record beyond what stands in the one report behind it. */
    private static final Columns<PoolRecord> HEADLINE = new Columns<PoolRecord>()
            .with("id", r -> r.id)
            .with("subtype", r -> r.subtype)
            .with("name", r -> r.name)
            .with("region", r -> r.region)
            .with("enterprise_code", r -> r.enterpriseCode)
            .with("enterprise_name", r -> r.enterpriseName)
            .with("area", r -> r.area)
            .with("carrier_id", r -> r.carrierId)
            .with("provenance", r -> r.provenance)
            .with("confirmed_on", r -> r.confirmedOn);

    private static final String COPY = """
            insert into pool_record (id, type, state, version, created_at, updated_at, reporters, payload, sealed,
                subtype, name, region, enterprise_code, enterprise_name, area, carrier_id, provenance, confirmed_on)
            select r.id, r.type, 'LIVE', 1, ?, ?, r.reporter, r.payload, r.sealed,
                h.subtype, h.name, h.region, h.enterprise_code, h.enterprise_name, h.area, h.carrier_id, h.provenance,
                h.confirmed_on
            from json_table(?, '$[*]' columns (
                id bigint path '$.id', subtype varchar(40) path '$.subtype', name varchar(200) path '$.name',
                region char(6) path '$.region', enterprise_code char(18) path '$.enterprise_code',
                enterprise_name varchar(200) path '$.enterprise_name', area varchar(200) path '$.area',
                carrier_id bigint path '$.carrier_id', provenance varchar(100) path '$.provenance',
                confirmed_on varchar(10) path '$.confirmed_on')) h
            straight_join report r on r.id = h.id""";

    private final SessionFactory sessions;
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final Json json;

    Bulk(EntityManagerFactory factory, DataSource dataSource, JdbcTemplate jdbc, Json json) {
        this.sessions = factory.unwrap(SessionFactory.class);
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** To read with. */
    public <T> T with(Function<StatelessSession, T> work) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try (StatelessSession session = sessions.openStatelessSession(connection)) {
            return work.apply(session);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    public void insertReports(List<Report> reports) {
        insert("report", REPORT, reports);
    }

    public void insertRecords(List<PoolRecord> records) {
        insert("pool_record", RECORD, records);
    }

    /** @param versions record id to the version it is written with */
    public void insertEntries(String type, Map<Long, Long> versions) {
        insert(
                "outbox",
                ENTRY,
                versions.entrySet().stream()
                        .map(e -> new Entry(Ids.next(), type, e.getKey(), e.getValue()))
                        .toList());
    }

    /**
     * Writes new records that say what the one report of their own number says: the server copies the report, which it has, and only
     * what was derived from it travels.
     */
    public void copyRecords(List<PoolRecord> records, Instant now) {
        if (!records.isEmpty()) {
            String headlines = json.write(records.stream().map(HEADLINE::map).toList());
            prepared(COPY, statement -> {
                statement.setObject(1, timestamp(now));
                statement.setObject(2, timestamp(now));
                statement.setString(3, headlines);
                return statement.executeUpdate();
            });
        }
    }

    /**
     * Changes many reports by one statement, each by its primary key.
     *
     * @param columns of the table {@code n} that the rows become, beside {@code id}, as JSON_TABLE reads them
     * @param set what becomes of the report {@code r}
     * @param rows values or records with an {@code id} and these columns
     * @param parameters of {@code set}
     */
    public void updateReports(String columns, String set, Collection<?> rows, Object... parameters) {
        if (!rows.isEmpty()) {
            List<Object> all = new ArrayList<>(List.of(json.write(rows)));
            all.addAll(List.of(parameters));
            jdbc.update(
                    "update json_table(?, '$[*]' columns (id bigint path '$.id', " + columns
                            + ")) n straight_join report r on r.id = n.id set " + set,
                    all.toArray());
        }
    }

    /** Writes what derivation changed. */
    public void updateRecords(List<PoolRecord> records) {
        String set = DERIVED.names().stream().map(c -> c + " = ?").collect(Collectors.joining(", "));
        write("update pool_record set " + set + " where id = ?", CHANGE, records);
    }

    private <T> void insert(String table, Columns<T> columns, List<T> rows) {
        int lumps = rows.size() / LUMP * LUMP;
        insert(table, columns, rows.subList(0, lumps), LUMP);
        insert(table, columns, rows.subList(lumps, rows.size()), rows.size() - lumps);
    }

    private <T> void insert(String table, Columns<T> columns, List<T> rows, int lump) {
        if (rows.isEmpty()) {
            return;
        }
        String marks =
                "(" + String.join(", ", Collections.nCopies(columns.names().size(), "?")) + ")";
        String sql = "insert into " + table + " (" + String.join(", ", columns.names()) + ") values "
                + String.join(", ", Collections.nCopies(lump, marks));
        prepared(sql, statement -> {
            for (int from = 0; from < rows.size(); from += lump) {
                int at = 0;
                for (T row : rows.subList(from, from + lump)) {
                    at = columns.set(statement, at, row);
                }
                statement.executeUpdate();
            }
            return rows.size();
        });
    }

    /**
     * Has the server prepare the statement: the values travel as they are, which the driver else escapes byte by byte and the server
     * reads as part of a statement of megabytes.
     */
    private void prepared(String sql, PreparedStatementCallback<Integer> work) {
        jdbc.execute((ConnectionCallback<Integer>) connection -> {
            try (PreparedStatement statement =
                    connection.unwrap(JdbcConnection.class).serverPrepareStatement(sql)) {
                return work.doInPreparedStatement(statement);
            }
        });
    }

    private <T> void write(String sql, Columns<T> columns, List<T> rows) {
        jdbc.batchUpdate(sql, rows, Math.max(rows.size(), 1), (ps, row) -> columns.set(ps, 0, row));
    }

    private static Columns<Report> nearKeys(Function<Report, @Nullable NearKeys> near) {
        Columns<Report> columns = new Columns<>();
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
}
