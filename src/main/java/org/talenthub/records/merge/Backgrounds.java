package org.talenthub.records.merge;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.access.Organisation;
import org.talenthub.records.Headline;
import org.talenthub.records.Reporter;
import org.talenthub.records.model.FieldChoices;
import org.talenthub.records.model.Report;

/** Looks up what deriving a set of records needs, in at most three queries. */
@Component
public class Backgrounds {

    private final JdbcClient jdbc;
    private final FieldChoices chosen;

    Backgrounds(JdbcClient jdbc, FieldChoices chosen) {
        this.chosen = chosen;
        this.jdbc = jdbc;
    }

    /**
     * @param known records that may have choices; one that is new has none
     * @param live the reports of all records to be derived
     */
    public Background of(Collection<Long> known, Collection<List<Report>> live) {
        Set<String> reporters =
                live.stream().flatMap(List::stream).map(r -> r.reporter).collect(Collectors.toSet());
        boolean several = live.stream()
                .anyMatch(rs -> rs.stream().map(r -> r.reporter).distinct().count() > 1);
        return new Background(standings(reporters, several), choices(known));
    }

    /** Whether a reporter has standing towards a thing as others describe it; worked out when it is first asked. */
    public Predicate<Headline> standing(String reporter) {
        if (Reporter.isProvince(reporter)) {
            return thing -> true;
        }
        @Nullable Standing[] known = {null};
        return thing -> {
            Standing standing = known[0];
            if (standing == null) {
                standing = standings(Set.of(reporter), true).getOrDefault(reporter, Background.UNKNOWN);
                known[0] = standing;
            }
            return standing.closeness(thing) > 0;
        };
    }

    /** @param compared whether reporters are to be compared; only then it matters what lies in a base's area */
    public Map<String, Standing> standings(Collection<String> reporters, boolean compared) {
        Map<String, Standing> standings = new HashMap<>();
        Map<Long, String> carriers = new HashMap<>();
        for (String reporter : reporters) {
            Long carrier = Organisation.carrierOf(reporter);
            if (carrier == null) {
                standings.put(
                        reporter, new Standing(null, Organisation.regionOf(reporter), false, null, null, Set.of()));
            } else {
                carriers.put(carrier, reporter);
            }
        }
        if (carriers.isEmpty()) {
            return standings;
        }
        Map<String, Set<String>> areas = new HashMap<>();
        jdbc.sql(
                        "select id, name, region, subtype, enterprise_code, enterprise_name from pool_record where id in (:ids)")
                .param("ids", carriers.keySet())
                .query(rs -> {
                    boolean station = !"BASE".equals(rs.getString(4));
                    Set<String> area =
                            station ? Set.of() : areas.computeIfAbsent(rs.getString(2), n -> new HashSet<>());
                    standings.put(
                            carriers.getOrDefault(rs.getLong(1), ""),
                            new Standing(
                                    rs.getString(2), rs.getString(3), station, rs.getString(5), rs.getString(6), area));
                });
        if (compared && !areas.isEmpty()) {
            jdbc.sql(
                            "select area, enterprise_code, name from pool_record where type = 'enterprise' and area in (:areas) and state = 'LIVE'")
                    .param("areas", areas.keySet())
                    .query(rs -> {
                        Set<String> area = areas.getOrDefault(rs.getString(1), new HashSet<>());
                        if (rs.getString(2) != null) {
                            area.add(rs.getString(2));
                        }
                        area.add(rs.getString(3));
                    });
        }
        return standings;
    }

    Map<Long, List<Choice>> choices(Collection<Long> records) {
        return records.isEmpty()
                ? Map.of()
                : chosen.of(records).stream().map(Choice::of).collect(Collectors.groupingBy(Choice::record));
    }
}
