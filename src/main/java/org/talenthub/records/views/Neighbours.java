package org.talenthub.records.views;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    private static final String LIVE_ENTERPRISES =
            " from pool_record where type = 'enterprise' and state = 'LIVE' and ";

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

    /** All in one question: every page of a list asks it. */
    Found find(Wanted wanted) {
        Map<String, Collection<?>> among = new LinkedHashMap<>();
        among.put(
                "select 'code' kind, id, enterprise_code word" + LIVE_ENTERPRISES + "enterprise_code in (:codes)",
                wanted.codes());
        among.put(
                "select 'name' kind, id, name word" + LIVE_ENTERPRISES + "name in (:enterprises)",
                wanted.enterprises());
        among.put(
                "select 'base' kind, id, name word from pool_record where type = 'carrier' and subtype = 'BASE' and state = 'LIVE' and name in (:bases)",
                wanted.bases());
        among.put("select 'carrier' kind, id, name word from pool_record where id in (:ids)", wanted.ids());
        among.values().removeIf(Collection::isEmpty);
        Found found = new Found(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        if (among.isEmpty()) {
            return found;
        }
        jdbc.sql(String.join(" union all ", among.keySet()))
                .param("codes", wanted.codes())
                .param("enterprises", wanted.enterprises())
                .param("bases", wanted.bases())
                .param("ids", wanted.ids())
                .query(rs -> {
                    long id = rs.getLong(2);
                    String word = rs.getString(3);
                    switch (rs.getString(1)) {
                        case "code" -> found.byCode.put(word, id);
                        case "name" -> found.byName.put(word, id);
                        case "base" -> found.bases.put(word, id);
                        default -> found.carriers.put(id, word);
                    }
                });
        return found;
    }
}
