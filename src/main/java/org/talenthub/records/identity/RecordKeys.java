package org.talenthub.records.identity;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.records.model.NearKeys;

/**
 * Which records answer to a key, and who says so: 64 bits of each key of each report that ever was live. It only grows, since a key too
 * many costs nothing but a look: who asks judges by the reports themselves. In the order of the keys, so that a thousand new ones
 * touch few pages.
 */
@Component
public class RecordKeys {

    private static final String LEARN = """
            insert ignore into record_key (key_hash, record_id, reporter, name)
            select n.k, n.record, n.reporter, n.name from (
                select case kinds.kind
                        when 0 then cast(conv(left(r.strong_key, 16), 16, -10) as signed)
                        when 1 then cast(conv(left(r.weak_key, 16), 16, -10) as signed)
                        %s end as k,
                    coalesce(r.own_record, r.record_id) as record, r.reporter,
                    case when kinds.kind = %d then r.title end as name
                from (%s) kinds straight_join report r %%s where %%s and r.state = 'LIVE') n
            where n.k is not null order by n.k""".formatted(cases(), number(NearKeys.Kind.PEER), kinds());

    private final JdbcClient jdbc;

    RecordKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param name what the report calls it, only where most are told apart by that alone */
    public record Hit(
            long key,
            long record,
            String reporter,
            @Nullable String name) {}

    /** Strong and weak come first. */
    private static int number(NearKeys.Kind kind) {
        return 2 + List.of(NearKeys.Kind.values()).indexOf(kind);
    }

    private static String kinds() {
        StringBuilder all = new StringBuilder("select 0 as kind");
        for (int i = 1; i < 2 + NearKeys.Kind.values().length; i++) {
            all.append(" union all select ").append(i);
        }
        return all.toString();
    }

    private static String cases() {
        StringBuilder all = new StringBuilder();
        for (NearKeys.Kind kind : NearKeys.Kind.values()) {
            all.append(String.format(Locale.ROOT, "when %d then r.%s ", number(kind), kind.column()));
        }
        return all.toString();
    }

    /** The rows of a batch that became live answer from now on. */
    public void learn(long batch, int first, int last) {
        jdbc.sql(String.format(
                        Locale.ROOT,
                        LEARN,
                        "force index (uk_report_row)",
                        "r.batch_id = ? and r.row_no between ? and ?"))
                .params(batch, first, last)
                .update();
    }

    /** A record was given reports that came by other keys. */
    public void learn(long record) {
        jdbc.sql(String.format(Locale.ROOT, LEARN, "force index (ix_report_record)", "r.record_id = ?"))
                .param(record)
                .update();
    }

    /** The key of a strong or weak hash. */
    public static long of(String hash) {
        return Long.parseUnsignedLong(hash, 0, 16, 16);
    }

    /** The records that answer to one of these. */
    public Set<Long> records(Collection<Long> keys) {
        return keys.isEmpty()
                ? Set.of()
                : jdbc.sql("select record_id from record_key force index (primary) where key_hash in (:keys)")
                        .param("keys", keys)
                        .query((rs, i) -> rs.getLong(1))
                        .set();
    }

    public void hits(Collection<Long> keys, Consumer<Hit> each) {
        if (!keys.isEmpty()) {
            List<Hit> found = jdbc.sql(
                            "select key_hash, record_id, reporter, name from record_key force index (primary)"
                                    + " where key_hash in (:keys)")
                    .param("keys", keys)
                    .query((rs, i) -> new Hit(rs.getLong(1), rs.getLong(2), rs.getString(3), rs.getString(4)))
                    .list();
            found.forEach(each);
        }
    }
}
