package org.talenthub.records.outbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Ids;
import org.talenthub.records.model.Bulk;

/** Which records the index has yet to follow; an entry is written in the transaction that changes its record. */
@Component
public class Outbox {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Bulk bulk;

    Outbox(JdbcClient jdbc, JdbcTemplate batches, Bulk bulk) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.bulk = bulk;
    }

    /** @param version the record's version that the entry was written with; the index takes the newest all the same */
    public record Entry(long id, String type, long recordId, long version) {}

    /** Takes the oldest entries for this transaction; what another hub has taken is passed over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Entry> claim(int limit) {
        return jdbc.sql("select id, type, record_id, version from outbox order by id limit ? for update skip locked")
                .param(limit)
                .query((rs, i) -> new Entry(rs.getLong(1), rs.getString(2), rs.getLong(3), rs.getLong(4)))
                .list();
    }

    /** The index holds these; they go when the claiming transaction commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(Collection<Long> entries) {
        // each by its primary key: "in" locks more than its rows, and two relays then fall into deadlocks
        if (!entries.isEmpty()) {
            jdbc.sql(
                            "delete o from json_table(?, '$[*]' columns (id bigint path '$')) n straight_join outbox o on o.id = n.id")
                    .param(entries.toString())
                    .update();
        }
    }

    /**
     * Has the index follow these records once more, with these versions at least: an index that is ahead would refuse them as old.
     *
     * @param versions record id to version
     */
    @Transactional
    public void again(String type, Map<Long, Long> versions) {
        batches.batchUpdate(
                "update pool_record set version = ? where id = ? and version < ?",
                versions.entrySet(),
                1000,
                (ps, e) -> {
                    ps.setLong(1, e.getValue());
                    ps.setLong(2, e.getKey());
                    ps.setLong(3, e.getValue());
                });
        add(type, versions);
    }

    /** The records are written with these versions, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String type, Map<Long, Long> versions) {
        bulk.insertEntries(type, versions);
    }

    /** Brings records to the index once more as they are: something beside them has changed that their documents show. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void again(Collection<Long> records) {
        batches.batchUpdate(
                "insert into outbox (id, type, record_id, version) select ?, type, id, version from pool_record where id = ?",
                records,
                1000,
                (ps, id) -> {
                    ps.setLong(1, Ids.next());
                    ps.setLong(2, id);
                });
    }

    /** The records of a type that entries wait for. */
    public Set<Long> waiting(String type) {
        return jdbc.sql("select record_id from outbox where type = ?")
                .param(type)
                .query((rs, i) -> rs.getLong(1))
                .set();
    }

    public long waiting() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }

    public long waitingUpTo(long entry) {
        return jdbc.sql("select count(*) from outbox where id <= ?")
                .param(entry)
                .query(Long.class)
                .single();
    }

    /** The newest entry's id, 0 when none waits; an entry written later has a greater one. */
    public long newest() {
        return jdbc.sql("select coalesce(max(id), 0) from outbox")
                .query(Long.class)
                .single();
    }

    public boolean emptyUpTo(long entry) {
        return jdbc.sql("select not exists (select 1 from outbox where id <= ?)")
                .param(entry)
                .query(Boolean.class)
                .single();
    }
}
