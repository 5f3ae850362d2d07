package org.talenthub.editions.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talenthub.editions.needs.Cluster;
import org.talenthub.editions.needs.Need;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.counting.Counts;
import org.talenthub.security.Viewer;

/**
 * How many people of the pool are fit for needs: by what the scorer asks of people for their open demands, of which the easiest counts,
 * as an ordinary search that anybody can look at.
 */
@Component
class NeedSupply {

    /** Skills that are looked for; more make the search slow and find nobody else. */
    private static final int MOST_SKILLS = 8;

    /** The one filter that is a number. */
    private static final String YEARS = "experienceMin";

    private final Counts counts;

    NeedSupply(Counts counts) {
        this.counts = counts;
    }

    /**
     * @param skilled people of the industry with one of the skills
     * @param fit those of them who meet the conditions too
     */
    record Of(long skilled, long fit) {}

    /** In the order of the clusters. */
    List<Of> of(List<Cluster> clusters, Viewer viewer) {
        List<SearchQuery> asked = new ArrayList<>();
        clusters.forEach(c -> {
            asked.add(query(c, false));
            asked.add(query(c, true));
        });
        List<Long> totals = counts.totals(asked, viewer);
        List<Of> supplies = new ArrayList<>();
        for (int i = 0; i < clusters.size(); i++) {
            supplies.add(new Of(totals.get(2 * i), totals.get(2 * i + 1)));
        }
        return supplies;
    }

    /** The search behind the number of those who are fit. */
    SearchQuery query(Cluster c) {
        return query(c, true);
    }

    private SearchQuery query(Cluster c, boolean conditions) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        if (!c.industries().isEmpty()) {
            filters.put("industry", List.copyOf(c.industries()));
        }
        if (conditions) {
            easiest(c.open().stream().map(Need::conditions).toList()).forEach(filters::putIfAbsent);
        }
        String words = words(c.skills());
        if (!words.isEmpty()) {
            filters.put("plain", List.of("true"));
        }
        return new SearchQuery(Kind.TALENT, words, filters, "relevance", 0, 20, null);
    }

    /** Any of the skills; what would be a sign in the search box is left out of them. */
    private static String words(Collection<String> skills) {
        return skills.stream()
                .map(s -> s.replaceAll("[\\s|:：\"“”「」\\-]+", ""))
                .filter(s -> !s.isEmpty())
                .distinct()
                .limit(MOST_SKILLS)
                .collect(Collectors.joining(" OR "));
    }

    /** What all of them ask for, each in the widest way; where one of the demands asks for nothing, nothing is asked. */
    private static Map<String, List<String>> easiest(List<Map<String, List<String>>> demands) {
        Map<String, List<String>> widest = new LinkedHashMap<>();
        demands.getFirst().keySet().stream()
                .filter(f -> demands.stream().allMatch(d -> d.containsKey(f)))
                .sorted()
                .forEach(f -> {
                    Stream<String> values = demands.stream().flatMap(d -> d.getOrDefault(f, List.of()).stream());
                    widest.put(
                            f,
                            f.equals(YEARS)
                                    ? values.min(Comparator.comparing(Integer::valueOf)).stream()
                                            .toList()
                                    : values.distinct().toList());
                });
        return widest;
    }
}
