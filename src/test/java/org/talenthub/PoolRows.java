package org.talenthub;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.common.Ids;
import org.talenthub.records.RecordsChanged;
import tools.jackson.databind.json.JsonMapper;

/** Puts records and their outbox entries into the pool as a commit leaves them, without a sheet behind them. */
public final class PoolRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    public PoolRows(JdbcClient jdbc, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
    }

    /** A record; {@code reporters} are keys separated by blanks. */
    public record Row(
            long id,
            String type,
            @Nullable String subtype,
            String name,
            @Nullable String region,
            @Nullable String code,
            @Nullable String enterprise,
            @Nullable String area,
            @Nullable Long carrier,
            String reporters,
            @Nullable String confirmed,
            Map<String, Object> fields) {}

    public void put(Row r, long version) {
        transaction.executeWithoutResult(s -> write(r, version));
    }

    /** Many at once, as a commit's chunk does: the index follows them together. */
    public void putAll(Collection<Row> rows, long version) {
        transaction.executeWithoutResult(s -> rows.forEach(r -> write(r, version)));
    }

    private void write(Row r, long version) {
        Timestamp now = Timestamp.from(Instant.now());
        jdbc.sql("delete from pool_record where id = ?").param(r.id).update();
        jdbc.sql("""
                        insert into pool_record (id, type, subtype, state, version, name, region, enterprise_code,
                          enterprise_name, area, carrier_id, reporters, payload, provenance, confirmed_on, created_at, updated_at)
                        values (?, ?, ?, 'LIVE', ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', ?, ?, ?)""")
                .params(
                        r.id,
                        r.type,
                        r.subtype,
                        version,
                        r.name,
                        r.region,
                        r.code,
                        r.enterprise,
                        r.area,
                        r.carrier,
                        r.reporters,
                        JSON.writeValueAsString(r.fields),
                        r.confirmed,
                        now,
                        now)
                .update();
        tell(r.type, r.id, version);
    }

    /** The last report behind it was withdrawn. */
    public void withdraw(Row r, long version) {
        transaction.executeWithoutResult(s -> {
            jdbc.sql("update pool_record set state = 'GONE', version = ?, updated_at = ? where id = ?")
                    .params(version, Timestamp.from(Instant.now()), r.id)
                    .update();
            tell(r.type, r.id, version);
        });
    }

    public void tell(String type, long id, long version) {
        jdbc.sql("insert into outbox (id, type, record_id, version) values (?, ?, ?, ?)")
                .params(Ids.next(), type, id, version)
                .update();
        events.publishEvent(new RecordsChanged(type, List.of()));
    }

    /** An empty pool; the documents go through the outbox. */
    public void clear() {
        transaction.executeWithoutResult(s -> {
            jdbc.sql("select id, type, version from pool_record")
                    .query((rs, i) -> Map.entry(rs.getLong(1), Map.entry(rs.getString(2), rs.getLong(3))))
                    .list()
                    .forEach(e ->
                            tell(e.getValue().getKey(), e.getKey(), e.getValue().getValue() + 1));
            jdbc.sql("delete from pool_record").update();
            jdbc.sql("delete from index_rejection").update();
        });
    }

    public JdbcClient jdbc() {
        return jdbc;
    }
}
