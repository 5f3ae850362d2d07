package org.talenthub.records;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the records that others name. Done when looking, not when storing: an enterprise may be reported after its people, and
 * a stored link would then have to be mended.
 */
@Component
class Neighbours {

    private final JdbcClient jdbc;

    Neighbours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Credit codes and names of enterprises, names of bases, ids of carriers; filled by the asker. */
    record Wanted(Set<String> codes, Set<String> enterprises, Set<String> bases, Set<Long> ids) {}

    record Found(
            Map<String, Long> byCode, Map<String, Long> byName, Map<String, Long> bases, Map<Long, String> carriers) {

        @Nullable
        Long enterprise(@Nullable String code, String name) {
            Long id = code == null ? null : byCode.get(code);
            return id != null ? id : byName.get(name);
        }
    }

    Found find(Wanted wanted) {
        Found found = new Found(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        if (!wanted.codes().isEmpty()) {
            jdbc.sql(
                            "select id, enterprise_code from pool_record where type = 'enterprise' and state = 'LIVE' and enterprise_code in (:codes)")
                    .param("codes", wanted.codes())
                    .query(rs -> {
                        found.byCode.put(rs.getString(2), rs.getLong(1));
                    });
        }
        if (!wanted.enterprises().isEmpty()) {
            jdbc.sql(
                            "select id, name from pool_record where type = 'enterprise' and state = 'LIVE' and name in (:names)")
                    .param("names", wanted.enterprises())
                    .query(rs -> {
                        found.byName.put(rs.getString(2), rs.getLong(1));
                    });
        }
        if (!wanted.bases().isEmpty()) {
            jdbc.sql(
                            "select id, name from pool_record where type = 'carrier' and subtype = 'BASE' and state = 'LIVE' and name in (:names)")
                    .param("names", wanted.bases())
                    .query(rs -> {
                        found.bases.put(rs.getString(2), rs.getLong(1));
                    });
        }
        if (!wanted.ids().isEmpty()) {
            jdbc.sql("select id, name from pool_record where id in (:ids)")
                    .param("ids", wanted.ids())
                    .query(rs -> {
                        found.carriers.put(rs.getLong(1), rs.getString(2));
                    });
        }
        return found;
    }
}
