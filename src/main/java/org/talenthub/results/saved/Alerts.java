package org.talenthub.results.saved;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.search.counting.Probes;
import org.talenthub.search.counting.Probes.Probe;
import org.talenthub.security.Viewer;

/**
 * What is new in the saved searches. Whatever was noted, each search is asked again about the noted records before they are told, with
 * the eyes that the viewer has now: who lost a role or a region is told nothing by old notes, and nothing that no longer fits.
 */
@Component
public class Alerts {

    private static final int SHOWN = 5;

    private final SavedSearches searches;
    private final Matches matches;
    private final Probes probes;
    private final Records records;

    /** The badge is on every page; the viewer is the key, so that a changed account has another number at once. */
    private final Cache<Viewer, Integer> counts = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(20))
            .maximumSize(10_000)
            .build();

    Alerts(SavedSearches searches, Matches matches, Probes probes, Records records) {
        this.searches = searches;
        this.matches = matches;
        this.probes = probes;
        this.records = records;
    }

    /** @param items the first few, newest first */
    public record Alert(SavedSearch search, int total, List<Item> items) {}

    public record Item(RecordView record, Instant foundAt) {}

    /** How many new records there are, each counted once; may lag by some seconds. */
    public int count(Viewer viewer) {
        if (viewer.anonymous()) {
            return 0;
        }
        Integer kept = counts.getIfPresent(viewer);
        if (kept != null) {
            return kept;
        }
        List<SavedSearch> mine = searches.of(viewer);
        Set<Long> all = new HashSet<>();
        holding(mine, matches.unseen(mine, viewer.account()), viewer)
                .values()
                .forEach(news -> news.forEach(n -> all.add(n.record())));
        counts.put(viewer, all.size());
        return all.size();
    }

    /** What the viewer has not seen, by search; searches without news are absent. */
    public List<Alert> unseen(Viewer viewer) {
        List<SavedSearch> mine = searches.of(viewer);
        return alerts(mine, matches.unseen(mine, viewer.account()), SHOWN, viewer);
    }

    /** Everything that was found on that day in Hubei, seen or not. */
    public List<Alert> on(LocalDate day, int shown, Viewer viewer) {
        List<SavedSearch> mine = searches.of(viewer);
        return alerts(
                mine,
                matches.between(
                        mine,
                        day.atStartOfDay(HubTime.ZONE).toInstant(),
                        day.plusDays(1).atStartOfDay(HubTime.ZONE).toInstant()),
                shown,
                viewer);
    }

    /** The viewer has seen what is new, in one search or, without an id, in all. */
    public void seen(@org.jspecify.annotations.Nullable String search, Viewer viewer) {
        List<SavedSearch> which =
                search == null || search.isBlank() ? searches.of(viewer) : List.of(searches.get(search, viewer));
        matches.seen(which, viewer.account(), Instant.now());
        forget();
    }

    /** The numbers have changed. */
    public void forget() {
        counts.invalidateAll();
    }

    private List<Alert> alerts(List<SavedSearch> mine, Map<Long, List<Matches.New>> news, int shown, Viewer viewer) {
        Map<SavedSearch, List<Matches.New>> holding = holding(mine, news, viewer);
        Set<Long> wanted = holding.values().stream()
                .flatMap(n -> n.stream().limit(shown))
                .map(Matches.New::record)
                .collect(Collectors.toSet());
        Map<Long, RecordView> views = wanted.isEmpty() ? Map.of() : records.views(wanted, viewer);
        List<Alert> alerts = new ArrayList<>();
        holding.forEach((s, n) -> {
            List<Item> items = new ArrayList<>();
            for (Matches.New one : n.stream().limit(shown).toList()) {
                RecordView view = views.get(one.record());
                if (view != null) {
                    items.add(new Item(view, one.foundAt()));
                }
            }
            alerts.add(new Alert(s, n.size(), items));
        });
        return alerts;
    }

    /** Of the noted records those that the search still finds for the viewer. */
    private Map<SavedSearch, List<Matches.New>> holding(
            List<SavedSearch> mine, Map<Long, List<Matches.New>> news, Viewer viewer) {
        List<SavedSearch> asked =
                mine.stream().filter(s -> news.containsKey(s.id())).toList();
        List<Set<Long>> found = probes.ask(asked.stream()
                .map(s -> new Probe(
                        s.asked(),
                        viewer,
                        news.getOrDefault(s.id(), List.of()).stream()
                                .map(Matches.New::record)
                                .toList()))
                .toList());
        Map<SavedSearch, List<Matches.New>> holding = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            Set<Long> still = found.get(i);
            List<Matches.New> kept = news.getOrDefault(asked.get(i).id(), List.of()).stream()
                    .filter(n -> still.contains(n.record()))
                    .toList();
            if (!kept.isEmpty()) {
                holding.put(asked.get(i), kept);
            }
        }
        return holding;
    }

    static LocalDate day(@org.jspecify.annotations.Nullable String text) {
        if (text == null || text.isBlank()) {
            return HubTime.today();
        }
        try {
            return LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw Problem.badRequest("day.invalid", Sentence.of("refused.day.invalid"));
        }
    }
}
