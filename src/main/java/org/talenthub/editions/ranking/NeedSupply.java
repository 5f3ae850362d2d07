package org.talenthub.editions.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.editions.needs.Cluster;
import org.talenthub.editions.needs.Need;
import org.talenthub.editions.needs.Need.Asked;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.counting.Counts;
import org.talenthub.security.Viewer;

/**
 * How many people of the pool are fit for needs: by the conditions of their open demands, of which the easiest counts, as an ordinary
 * search that anybody can look at. An age that a demand asks for is no condition here: it is no ground to leave somebody out by.
 */
@Component
class NeedSupply {

    /** Skills that are looked for; more make the search slow and find nobody else. */
    private static final int MOST_SKILLS = 8;

    private final Counts counts;
    private final Dictionaries dictionaries;

    NeedSupply(Counts counts, Dictionaries dictionaries) {
        this.counts = counts;
        this.dictionaries = dictionaries;
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
            List<Asked> asked = c.open().stream().map(Need::asked).toList();
            atLeast(filters, "education", "education", asked, Asked::education);
            atLeast(filters, "degree", "degree", asked, Asked::degree);
            atLeast(filters, "titleLevel", "title-level", asked, Asked::titleLevel);
            atLeast(filters, "skillLevel", "skill-level", asked, Asked::skillLevel);
            if (asked.stream().allMatch(a -> a.experienceYears() != null)) {
                asked.stream()
                        .map(Asked::experienceYears)
                        .filter(Objects::nonNull)
                        .min(Integer::compare)
                        .filter(y -> y > 0)
                        .ifPresent(y -> filters.put("experienceMin", List.of(String.valueOf(y))));
            }
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

    /** Everything from the lowest that is asked for upwards; no condition when one of the demands asks for nothing. */
    private void atLeast(
            Map<String, List<String>> filters,
            String filter,
            String dictionary,
            List<Asked> asked,
            Function<Asked, @Nullable String> code) {
        List<String> ranked = dictionaries.get(dictionary).entries().stream()
                .map(Dictionary.Entry::code)
                .toList();
        int lowest = -1;
        for (Asked a : asked) {
            String c = code.apply(a);
            int at = c == null ? -1 : ranked.indexOf(c);
            if (at < 0) {
                return;
            }
            lowest = Math.max(lowest, at);
        }
        if (lowest >= 0 && lowest < ranked.size() - 1) {
            filters.put(filter, ranked.subList(0, lowest + 1));
        }
    }
}
