package org.talenthub.matching.pairs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Extent;
import org.talenthub.access.Organisation;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** Whose pairs are, as the database can ask it; the rule itself is {@code Reach#ofPair}. */
@Component
public class Parties {

    private static final int CHUNK = 1_000;

    private final JdbcTemplate batches;
    private final Rights rights;
    private final Regions regions;

    Parties(JdbcTemplate batches, Rights rights, Regions regions) {
        this.batches = batches;
        this.rights = rights;
        this.regions = regions;
    }

    /**
     * A condition on a table with {@code demand_id} and {@code talent_id}, called {@code p}.
     *
     * @param sql with named parameters
     */
    public record Where(String sql, Map<String, Object> parameters) {}

    private record Party(String organisation, long demand, long talent, boolean demands) {}

    /** Pairs that are the viewer's business. */
    public Where of(Viewer viewer) {
        Extent extent = rights.extent(Act.READ, Thing.MATCH, viewer);
        return switch (extent) {
            case Extent.Everything e -> new Where("1 = 1", Map.of());
            case Extent.OfEnterprises area -> area(area);
            case Extent.Nothing n -> given(viewer);
            default -> byOrganisation(Organisation.of(viewer), false);
        };
    }

    /** Of those the pairs whose demand is the viewer's own: what an inbox is about. */
    public Where ofDemands(Viewer viewer) {
        return viewer.role() == Role.STATION || viewer.role() == Role.CITY
                ? byOrganisation(Organisation.of(viewer), true)
                : of(viewer);
    }

    private static Where byOrganisation(String organisation, boolean demands) {
        return new Where(
                "exists (select 1 from match_party y where y.organisation = :organisation and y.demand_id = p.demand_id"
                        + " and y.talent_id = p.talent_id" + (demands ? " and y.demands" : "") + ")",
                Map.of("organisation", organisation));
    }

    /** A base sees the people of its area only, so both sides have to lie there. */
    private static Where area(Extent.OfEnterprises area) {
        String inArea = "select r.id from pool_record r where r.type = '%s' and r.state = 'LIVE'"
                + " and (r.enterprise_code in (:codes) or r.enterprise_name in (:names))";
        return new Where(
                "p.demand_id in (" + inArea.formatted("demand") + ") and p.talent_id in (" + inArea.formatted("talent")
                        + ")",
                Map.of("codes", some(area.codes()), "names", some(area.names())));
    }

    private Where given(Viewer viewer) {
        Set<Long> people = new HashSet<>();
        rights.scope("talent", viewer).grades().forEach(g -> {
            if (g.extent() instanceof Extent.Among among) {
                people.addAll(among.ids());
            }
        });
        return people.isEmpty()
                ? new Where("1 = 0", Map.of())
                : new Where("p.talent_id in (:given)", Map.of("given", people));
    }

    private static Set<String> some(Set<String> values) {
        return values.isEmpty() ? Set.of("") : values;
    }

    /** Writes anew whose these pairs are. */
    void write(Collection<PairWriter.Found> pairs) {
        batches.batchUpdate("delete from match_party where demand_id = ? and talent_id = ?", pairs, CHUNK, (ps, f) -> {
            ps.setLong(1, f.demand().id());
            ps.setLong(2, f.person().id());
        });
        List<Party> all = new ArrayList<>();
        for (PairWriter.Found f : pairs) {
            Map<String, Party> parties = new LinkedHashMap<>();
            keys(f.person())
                    .forEach(k -> parties.put(
                            k, new Party(k, f.demand().id(), f.person().id(), false)));
            keys(f.demand())
                    .forEach(k -> parties.put(
                            k, new Party(k, f.demand().id(), f.person().id(), true)));
            all.addAll(parties.values());
        }
        batches.batchUpdate(
                "insert ignore into match_party (organisation, demand_id, talent_id, demands) values (?, ?, ?, ?)",
                all,
                CHUNK,
                (ps, y) -> {
                    ps.setString(1, y.organisation());
                    ps.setLong(2, y.demand());
                    ps.setLong(3, y.talent());
                    ps.setBoolean(4, y.demands());
                });
    }

    private Set<String> keys(RecordSnapshot r) {
        Set<String> keys = new HashSet<>(r.reporters());
        String region = r.region();
        if (region != null) {
            keys.add(Organisation.ofRegion(regions.prefecture(region)));
        }
        return keys;
    }
}
