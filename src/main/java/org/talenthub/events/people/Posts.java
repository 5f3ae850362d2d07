package org.talenthub.events.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.access.Extent;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;

/** What enterprises look for at an event: the demands that they bring, or all that are open. */
@Component
public class Posts {

    private static final int MOST = 50;

    private final Records records;
    private final JdbcClient jdbc;

    Posts(Records records, JdbcClient jdbc) {
        this.records = records;
        this.jdbc = jdbc;
    }

    /** The live demands of each of these enterprises, by participant. */
    public Map<Long, List<RecordSnapshot>> of(Collection<Participant> enterprises) {
        Map<Long, List<Long>> wanted = new LinkedHashMap<>();
        Set<Long> all = new HashSet<>();
        Map<Long, RecordSnapshot> companies = records.snapshots(enterprises.stream()
                .map(Participant::record)
                .filter(Objects::nonNull)
                .toList());
        for (Participant p : enterprises) {
            List<Long> ids = p.demands().isEmpty()
                    ? open(p, companies)
                    : p.demands().stream().flatMap(d -> Ids.parse(d).stream()).toList();
            wanted.put(p.id(), ids);
            all.addAll(ids);
        }
        Map<Long, RecordSnapshot> demands = new HashMap<>(records.snapshots(all));
        demands.values().removeIf(d -> !d.live() || !d.type().equals("demand"));
        Extent open = new Extent.Open(HubTime.today());
        Map<Long, List<RecordSnapshot>> posts = new LinkedHashMap<>();
        for (Participant p : enterprises) {
            List<RecordSnapshot> own = new ArrayList<>();
            for (long id : wanted.getOrDefault(p.id(), List.of())) {
                RecordSnapshot d = demands.get(id);
                if (d != null && (!p.demands().isEmpty() || open.contains(d))) {
                    own.add(d);
                }
            }
            posts.put(p.id(), own);
        }
        return posts;
    }

    private List<Long> open(Participant p, Map<Long, RecordSnapshot> companies) {
        RecordSnapshot company = p.record() == null ? null : companies.get(p.record());
        String code = company == null ? null : company.enterpriseCode();
        String name = company == null ? p.name() : company.name();
        return jdbc.sql("""
                        select id from pool_record where type = 'demand' and state = 'LIVE'
                        and (enterprise_code = ? or enterprise_name = ?) order by id desc limit\s""" + MOST)
                .params(code == null ? "" : code, name)
                .query((rs, i) -> rs.getLong(1))
                .list();
    }

    /** The organisations that speak for an enterprise here: those who reported its demands. */
    static Set<String> reporters(List<RecordSnapshot> posts) {
        Set<String> keys = new HashSet<>();
        posts.forEach(d -> keys.addAll(d.reporters()));
        keys.removeIf(k -> k.length() > 60);
        return keys;
    }
}
