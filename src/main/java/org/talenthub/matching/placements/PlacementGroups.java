package org.talenthub.matching.placements;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.matching.pairs.Parties;
import org.talenthub.reference.standards.Industries;
import org.talenthub.reference.standards.Region;
import org.talenthub.reference.standards.Regions;
import org.talenthub.search.Labels;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** What placements are narrowed and counted by: event, mode, the demand's region and industry, the kind of person. */
@Component
public class PlacementGroups {

    private static final String PREFECTURE = "concat(left(d.region, 4), '00')";
    private static final String CATEGORY = "json_unquote(json_extract(t.payload, '$.category'))";

    private final JdbcClient jdbc;
    private final Parties parties;
    private final Labels labels;
    private final Regions regions;
    private final ObjectProvider<EventNames> events;
    private final Texts texts;

    PlacementGroups(
            JdbcClient jdbc,
            Parties parties,
            Labels labels,
            Regions regions,
            ObjectProvider<EventNames> events,
            Texts texts) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.labels = labels;
        this.regions = regions;
        this.events = events;
        this.texts = texts;
    }

    /** What one can count by, and narrow to. */
    public enum By {
        EVENT("event", "p.event"),
        MODE("mode", "p.mode"),
        REGION("region", PREFECTURE),
        CATEGORY("category", PlacementGroups.CATEGORY),
        INDUSTRY("industry", null);

        private final String key;
        private final @Nullable String sql;

        By(String key, @Nullable String sql) {
            this.key = key;
            this.sql = sql;
        }

        /** As in the address. */
        public String key() {
            return key;
        }
    }

    /** @param counts how many stand where; their sum is the total of the list narrowed to this value */
    public record Group(String value, String label, Map<PlacementState, Long> counts) {

        public long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * The condition of a list, with its parameter.
     *
     * @throws Problem 400 for a region or industry that there is not
     */
    void narrow(StringBuilder where, Map<String, Object> parameters, Map<By, String> narrowed) {
        narrowed.forEach((by, value) -> {
            String name = by.key() + "Is";
            if (by == By.INDUSTRY) {
                where.append(" and json_contains(d.payload, :").append(name).append(", '$.industries')");
                parameters.put(name, "\"" + industry(value) + "\"");
            } else {
                where.append(" and ").append(by.sql).append(" = :").append(name);
                parameters.put(name, by == By.REGION ? regions.prefecture(region(value)) : value);
            }
        });
    }

    private String region(String value) {
        return regions.named(value)
                .map(Region::code)
                .orElseThrow(
                        () -> Problem.badRequest("filter.value", Sentence.of("refused.filter.value.region", value)));
    }

    private String industry(String value) {
        return labels.industries().chains().stream()
                .filter(c -> c.code().equals(value) || c.label().equals(value))
                .map(Industries.Chain::code)
                .findFirst()
                .orElseThrow(
                        () -> Problem.badRequest("filter.value", Sentence.of("refused.filter.value.industry", value)));
    }

    /** Counts of the viewer's placements; values that none has are left out, the most frequent first. */
    public List<Group> count(By by, Viewer viewer) {
        Parties.Where mine = parties.of(viewer);
        String from = " from placement p join pool_record d on d.id = p.demand_id and d.state = 'LIVE'"
                + " join pool_record t on t.id = p.talent_id and t.state = 'LIVE' where " + mine.sql();
        Map<String, Map<PlacementState, Long>> counted = new LinkedHashMap<>();
        if (by == By.INDUSTRY) {
            for (Industries.Chain chain : labels.industries().chains()) {
                jdbc.sql("select p.state, count(*)" + from
                                + " and json_contains(d.payload, :industryIs, '$.industries') group by p.state")
                        .params(mine.parameters())
                        .param("industryIs", "\"" + chain.code() + "\"")
                        .query(rs -> {
                            add(counted, chain.code(), rs.getString(1), rs.getLong(2));
                        });
            }
        } else {
            jdbc.sql("select " + by.sql + ", p.state, count(*)" + from + " and " + by.sql
                            + " is not null group by 1, p.state")
                    .params(mine.parameters())
                    .query(rs -> {
                        add(counted, rs.getString(1), rs.getString(2), rs.getLong(3));
                    });
        }
        List<Group> groups = new ArrayList<>();
        counted.forEach((value, counts) -> groups.add(new Group(value, label(by, value, viewer), counts)));
        groups.sort((a, b) -> Long.compare(b.total(), a.total()));
        return groups;
    }

    private static void add(Map<String, Map<PlacementState, Long>> counted, String value, String state, long n) {
        counted.computeIfAbsent(value, v -> new EnumMap<>(PlacementState.class))
                .merge(PlacementState.valueOf(state), n, Long::sum);
    }

    /** A value in words; of an event its name, where the viewer knows of it. */
    public String label(By by, String value, Viewer viewer) {
        return switch (by) {
            case EVENT ->
                events.stream()
                        .flatMap(e -> e.of(value, viewer).stream())
                        .findFirst()
                        .orElseGet(() -> texts.text("placement.eventUnknown"));
            case MODE -> labels.code(labels.dictionary("demand", "mode"), value);
            case REGION -> labels.region(regions.named(value).map(Region::code).orElse(value));
            case CATEGORY -> labels.code(labels.dictionary("talent", "category"), value);
            case INDUSTRY -> labels.code(labels.dictionary("demand", "industries"), value);
        };
    }
}
