package org.talenthub.records.duplicates;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.identity.Decided;
import org.talenthub.records.identity.RecordKeys;
import org.talenthub.records.merge.DerivedRecords;
import org.talenthub.records.model.Bulk;
import org.talenthub.records.model.PoolRecord;

/**
 * Does to the records what was decided of a pair, and undoes it. Nothing is lost either way: each moved report keeps the record that
 * its own keys gave, a merged record says what it is part of. The caller holds the type's turn.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Decisions {

    private static final String COUNTS = " and state in ('LIVE', 'SAME', 'REPLACED', 'WITHDRAWN')";

    private final JdbcClient jdbc;
    private final Bulk bulk;
    private final DerivedRecords derived;
    private final Decided decided;
    private final RecordKeys keys;

    Decisions(JdbcClient jdbc, Bulk bulk, DerivedRecords derived, Decided decided, RecordKeys keys) {
        this.keys = keys;
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.derived = derived;
        this.decided = decided;
    }

    /**
     * The younger record becomes part of the older one.
     *
     * @return the record that is now part of the other, null when they were one already
     */
    @Nullable
    Long merge(String type, long a, long b) {
        long one = root(a);
        long two = root(b);
        if (one == two) {
            return null;
        }
        long keep = Math.min(one, two);
        long gone = Math.max(one, two);
        requireLive(keep, gone);
        jdbc.sql("update report set own_record = coalesce(own_record, record_id), record_id = :keep"
                        + " where record_id = :gone" + COUNTS)
                .param("keep", keep)
                .param("gone", gone)
                .update();
        jdbc.sql("update pool_record set same_as = ? where id = ?")
                .param(keep)
                .param(gone)
                .update();
        derived.rederive(type, List.of(keep, gone));
        // what else was asked of the one is now asked of the other; a pair that exists already stays, and is not shown
        for (String[] side : new String[][] {{"a", "b"}, {"b", "a"}}) {
            jdbc.sql("update ignore suspect set a = least(:keep, " + side[1] + "), b = greatest(:keep, b)"
                            + " where state in ('OPEN', 'UNSURE') and claim is null and " + side[0] + " = :gone and "
                            + side[1] + " <> :keep")
                    .param("keep", keep)
                    .param("gone", gone)
                    .update();
        }
        return gone;
    }

    /** Takes a merged record out again, with the reports that came by its keys, later ones too. */
    void split(String type, long moved) {
        long root = root(moved);
        List<Long> parts = decided.partsOf(moved);
        jdbc.sql("update pool_record set same_as = null where id = ?")
                .param(moved)
                .update();
        jdbc.sql("update report set record_id = :moved, own_record = nullif(own_record, :moved)"
                        + " where record_id = :root and own_record in (:parts)" + COUNTS)
                .param("moved", moved)
                .param("root", root)
                .param("parts", parts)
                .update();
        derived.rederive(type, List.of(root, moved));
    }

    /** One document number, two persons: the reports under the second name get a record of their own. */
    void separate(String type, long record, long other, String claim) {
        long from = root(record);
        boolean there = jdbc.sql("select count(*) from pool_record where id = ?")
                .param(other)
                .query(Boolean.class)
                .single();
        if (!there) {
            PoolRecord blank = PoolRecord.blank(other, type, Instant.now().truncatedTo(ChronoUnit.MICROS));
            bulk.insertRecords(List.of(blank));
        }
        int reports = jdbc.sql("update report set record_id = :other, own_record = null, set_aside = strong_key,"
                        + " strong_key = null where record_id = :from and strong_key = :strong and alike_key = :alike"
                        + COUNTS)
                .params(Map.of("other", other, "from", from, "strong", strong(claim), "alike", alike(claim)))
                .update();
        if (reports == 0) {
            throw gone();
        }
        keys.learn(other);
        derived.rederive(type, List.of(from, other));
    }

    /** The reports that were given a record of their own go back to the one their document number names. */
    void unite(String type, long record, long other, String claim) {
        long from = root(other);
        long to = root(record);
        jdbc.sql("update report set record_id = :to, own_record = nullif(:record, :to), strong_key = set_aside,"
                        + " set_aside = null where record_id = :from and set_aside = :strong and alike_key = :alike"
                        + COUNTS)
                .params(Map.of(
                        "to", to, "record", record, "from", from, "strong", strong(claim), "alike", alike(claim)))
                .update();
        derived.rederive(type, List.of(to, from));
    }

    private long root(long record) {
        return decided.roots(List.of(record)).getOrDefault(record, record);
    }

    private void requireLive(long one, long two) {
        long live = jdbc.sql("select count(*) from pool_record where id in (?, ?) and state = 'LIVE'")
                .param(one)
                .param(two)
                .query(Long.class)
                .single();
        if (live < 2) {
            throw gone();
        }
    }

    private static Problem gone() {
        return Problem.conflict("suspect.gone", Sentence.of("refused.suspect.gone"));
    }

    private static String strong(String claim) {
        return claim.substring(0, claim.indexOf('/'));
    }

    private static Long alike(String claim) {
        return Long.valueOf(claim.substring(claim.indexOf('/') + 1));
    }
}
