package org.talenthub.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.common.HubTime;
import org.talenthub.records.Arrivals;
import org.talenthub.reference.standards.Industries;
import org.talenthub.search.Kind;
import org.talenthub.search.Labels;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.counting.KindTotals;
import org.talenthub.search.counting.Tallies;
import org.talenthub.search.counting.Tallies.Answer;
import org.talenthub.search.counting.Tallies.Asked;
import org.talenthub.search.counting.Tallies.Seen;
import org.talenthub.search.counting.Tallies.Tally;
import org.talenthub.security.Viewer;

/** Supply and demand of every node of the chains: who there is, what is wanted, how long it has been. */
@Component
public class ChainGaps {

    /** 55 岁以上, which in law includes it. */
    private static final String OLD = "55";

    private static final Map<String, List<String>> OPEN = Map.of("open", List.of("true"));

    private final Tallies tallies;
    private final KindTotals totals;
    private final Industries industries;
    private final Labels labels;
    private final People people;
    private final Rights rights;
    private final ObjectProvider<Arrivals> placements;

    ChainGaps(
            Tallies tallies,
            KindTotals totals,
            Industries industries,
            Labels labels,
            People people,
            Rights rights,
            ObjectProvider<Arrivals> placements) {
        this.tallies = tallies;
        this.totals = totals;
        this.industries = industries;
        this.labels = labels;
        this.people = people;
        this.rights = rights;
        this.placements = placements;
    }

    /**
     * One node.
     *
     * @param industry code of its chain
     * @param stage UP, MIDDLE or DOWN
     * @param talents the total of {@code GET /talents?node=} for this viewer; {@code "<3"} or rounded down to threes for who may list nobody
     * @param demands open ones
     * @param heads that they ask for
     * @param filled heads of these for which somebody has come, by the stations or by the placements
     * @param over55 of the talents, 55 or older
     * @param yearsUnmet calendar years before this one in which its oldest open demand was waiting already
     * @param thin more is still wanted than there are people
     * @param links addresses whose totals are the numbers of the same name; absent where no rows are shown
     */
    public record Gap(
            String node,
            String label,
            String industry,
            String industryLabel,
            Industries.Stage stage,
            String stageLabel,
            Object talents,
            long demands,
            long heads,
            Object filled,
            Object over55,
            int yearsUnmet,
            boolean thin,
            Map<String, String> links) {}

    /** @param narrowing filters that talents and demands share: region; none for the whole province */
    public List<Gap> of(Map<String, List<String>> narrowing, Viewer viewer) {
        boolean rows = people.rows(viewer);
        SearchQuery talents = Links.query(Kind.TALENT, narrowing);
        SearchQuery old = Links.query(Kind.TALENT, with(narrowing, Map.of("ageMin", List.of(OLD))));
        SearchQuery open = Links.query(Kind.DEMAND, with(narrowing, OPEN));
        Viewer eyes = people.eyes(viewer);
        List<Answer> persons = tallies.each(
                List.of(
                        new Seen(new Asked(talents, "node", null), eyes),
                        new Seen(new Asked(old, "node", null), eyes),
                        new Seen(new Asked(open, "node", "headcount", arrived()), viewer)),
                totals.beside(viewer));
        Answer wanted = persons.get(2);
        boolean department = rights.may(Act.DECIDE, "demand", viewer);
        int year = HubTime.today().getYear();
        List<Gap> gaps = new ArrayList<>();
        for (Industries.Chain chain : industries.chains()) {
            for (Industries.Node node : chain.nodes()) {
                long supply = persons.getFirst().of(node.code()).count();
                Tally demand = wanted.of(node.code());
                long there = demand.filled();
                gaps.add(new Gap(
                        node.code(),
                        labels.node(node.code()),
                        chain.code(),
                        labels.code(industries.dictionary(), chain.code()),
                        node.stage(),
                        node.stage().label(),
                        people.shown(supply, viewer),
                        demand.count(),
                        demand.sum(),
                        department ? (Object) there : People.discreet(there),
                        people.shown(persons.get(1).of(node.code()).count(), viewer),
                        unmet(demand.first(), year),
                        demand.sum() - (department ? there : People.coarse(there)) > people.told(supply, viewer),
                        links(node.code(), talents, old, open, rows)));
            }
        }
        return gaps;
    }

    private static int unmet(@Nullable Instant first, int year) {
        return first == null ? 0 : Math.max(0, year - first.atZone(HubTime.ZONE).getYear());
    }

    private static Map<String, String> links(
            String node, SearchQuery talents, SearchQuery old, SearchQuery open, boolean rows) {
        Map<String, List<String>> of = Map.of("node", List.of(node));
        Map<String, String> links = new LinkedHashMap<>();
        if (rows) {
            links.put("talents", Links.api(Links.query(Kind.TALENT, with(of, talents.filters()))));
            links.put("over55", Links.api(Links.query(Kind.TALENT, with(of, old.filters()))));
        }
        links.put("demands", Links.api(Links.query(Kind.DEMAND, with(of, open.filters()))));
        return links;
    }

    private static Map<String, List<String>> with(Map<String, List<String>> some, Map<String, List<String>> more) {
        Map<String, List<String>> all = new LinkedHashMap<>(some);
        all.putAll(new TreeMap<>(more));
        return all;
    }

    /** Demand to heads that have arrived by the placements; whoever counts more of one is right. */
    private Map<Long, Integer> arrived() {
        Map<Long, Integer> heads = new HashMap<>();
        placements.orderedStream().forEach(p -> p.arrived().forEach((d, n) -> heads.merge(d, n, Integer::max)));
        return heads;
    }
}
