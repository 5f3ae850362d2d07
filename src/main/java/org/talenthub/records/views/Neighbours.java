package org.talenthub.records.views;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.work.Once;
import org.talenthub.records.Identity;
import org.talenthub.records.merge.Derivation;
import org.talenthub.reference.standards.OrganisationKey;

/**
 * Finds the records that others name. Done when looking, not when storing: an enterprise may be reported after its people, and
 * a stored link would then have to be mended.
 */
@Component
class Neighbours {

    private static final String LIVE_ENTERPRISES =
            " from pool_record where type = 'enterprise' and state = 'LIVE' and ";

    private static final String LIVE_BASES =
            " from pool_record where type = 'carrier' and subtype = 'BASE' and state = 'LIVE' and ";

    private final JdbcClient jdbc;
    private final Derivation derivation;

    Neighbours(JdbcClient jdbc, Derivation derivation) {
        this.jdbc = jdbc;
        this.derivation = derivation;
    }

    /** Credit codes and names of enterprises, names of bases, ids of carriers; filled by the asker. */
    record Wanted(Set<String> codes, Set<String> enterprises, Set<String> bases, Set<Long> ids) {}

    /**
     * @param named ids by the key of the name: as it is now, else as it was before
     * @param keys of the names that were asked for
     */
    record Found(
            Map<String, Long> byCode,
            Map<String, Long> exact,
            Map<Long, Set<Long>> named,
            Map<Long, Set<Long>> former,
            Map<String, Long> keys,
            Map<Long, String> carriers) {

        private void called(long id, long key, boolean now) {
            (now ? named : former).computeIfAbsent(key, k -> new HashSet<>()).add(id);
        }

        @Nullable
        Long enterprise(@Nullable String code, String name) {
            Long id = code == null ? null : byCode.get(code);
            return id != null ? id : named("enterprise", name);
        }

        @Nullable
        Long base(String name) {
            return named("carrier", name);
        }

        /** The very name first, then however it is spelt, then what it was before; of two that fit neither. */
        private @Nullable Long named(String type, String name) {
            Long id = exact.get(type + name);
            Long key = keys.get(type + name);
            if (id != null || key == null) {
                return id;
            }
            Set<Long> now = named.getOrDefault(key, Set.of());
            Set<Long> ids = now.isEmpty() ? former.getOrDefault(key, Set.of()) : now;
            return ids.size() == 1 ? ids.iterator().next() : null;
        }
    }

    /** All in one question: every page of a list asks it. */
    Found find(Wanted wanted) {
        return Once.of("neighbours", wanted, () -> found(wanted));
    }

    private Found found(Wanted wanted) {
        Found found = new Found(
                new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        wanted.enterprises().forEach(name -> key("enterprise", name, found));
        wanted.bases().forEach(name -> key("carrier", name, found));
        Map<String, Collection<?>> among = new LinkedHashMap<>();
        among.put(
                "select 'code' kind, id, enterprise_code word, null desk" + LIVE_ENTERPRISES
                        + "enterprise_code in (:codes)",
                wanted.codes());
        among.put(
                "select 'enterprise' kind, id, name word, null desk" + LIVE_ENTERPRISES + "name in (:enterprises)",
                wanted.enterprises());
        among.put("select 'carrier' kind, id, name word, null desk" + LIVE_BASES + "name in (:bases)", wanted.bases());
        among.put("select 'reporter' kind, id, name word, null desk from pool_record where id in (:ids)", wanted.ids());
        Collection<Long> keys = Set.copyOf(found.keys.values());
        among.put("""
                select 'named' kind, p.id, p.name word, r.desk_key desk from report r join pool_record p on p.id = r.record_id
                where r.desk_key in (:keys) and r.state in ('LIVE', 'SAME', 'REPLACED') and p.state = 'LIVE'
                and (p.type = 'enterprise' or (p.type = 'carrier' and p.subtype = 'BASE'))""", keys);
        among.values().removeIf(Collection::isEmpty);
        if (among.isEmpty()) {
            return found;
        }
        jdbc.sql(String.join(" union all ", among.keySet()))
                .param("codes", wanted.codes())
                .param("enterprises", wanted.enterprises())
                .param("bases", wanted.bases())
                .param("ids", wanted.ids())
                .param("keys", keys)
                .query(rs -> {
                    long id = rs.getLong(2);
                    String word = rs.getString(3);
                    long desk = rs.getLong(4);
                    switch (rs.getString(1)) {
                        case "code" -> found.byCode.put(word, id);
                        case "enterprise" -> found.exact.put("enterprise" + word, id);
                        case "carrier" -> found.exact.put("carrier" + word, id);
                        case "named" -> found.called(id, desk, desk == enterprise(word) || desk == base(word));
                        default -> found.carriers.put(id, word);
                    }
                });
        return found;
    }

    private void key(String type, String name, Found found) {
        long key = key(type, name);
        if (key != 0) {
            found.keys.put(type + name, key);
        }
    }

    private long enterprise(String name) {
        return key("enterprise", name);
    }

    private long base(String name) {
        return key("carrier", name);
    }

    /** 0 for a name of which nothing is left to compare. */
    private long key(String type, String name) {
        Long key = derivation.near(
                        type, Identity.named("", OrganisationKey.of(name)).near())
                .deskKey;
        return key == null ? 0 : key;
    }
}
