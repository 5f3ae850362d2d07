package org.talenthub.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.talenthub.security.TestViewers.as;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.PoolRows;
import org.talenthub.PoolTest;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.common.Problem;
import org.talenthub.indexing.Relay;
import org.talenthub.results.exports.Export;
import org.talenthub.results.exports.Exports;
import org.talenthub.results.saved.SavedSearch;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchParameters;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.SearchResult;
import org.talenthub.search.Searches;
import org.talenthub.search.counting.KindTotals;
import org.talenthub.search.counting.Probes;
import org.talenthub.search.finding.Walks;
import org.talenthub.security.Viewer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every way to a number gives the same number, for generated questions and viewers of every role on the real engines: the list's
 * total, the masthead, pages, cursor, facets when they are clicked, what could be dropped, API, export, the search saved. A
 * difference is made smaller until nothing more can be left out, and told with the seed that repeats it
 * ({@code -Dhub.test.seed=}).
 */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnePathTests {

    private static final int CASES = Integer.getInteger("hub.test.cases", 150);
    private static final int A_FEW = 40;
    private static final long SEED = Long.getLong("hub.test.seed", System.nanoTime());

    @Autowired
    Searches searches;

    @Autowired
    KindTotals totals;

    @Autowired
    Walks walks;

    @Autowired
    Probes probes;

    @Autowired
    Exports exports;

    @Autowired
    Rights rights;

    @Autowired
    Relay relay;

    @Autowired
    MockMvcTester mvc;

    private final GeneratedPool generated = new GeneratedPool(SEED, 120, 40);
    private @Nullable PoolRows pool;

    @BeforeAll
    void fill(
            @Autowired JdbcClient jdbc,
            @Autowired PlatformTransactionManager transactions,
            @Autowired ApplicationEventPublisher events) {
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        pool.putAll(generated.rows, 1);
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    @AfterAll
    void empty() {
        if (pool != null) {
            pool.clear();
        }
    }

    /** Words and conditions, still apart so that they can be left out one by one. */
    record Question(Viewer viewer, Kind kind, List<String> words, Map<String, List<String>> filters, String sort) {

        SearchQuery query(int page, int size, @Nullable String cursor) {
            return new SearchQuery(kind, String.join(" ", words), filters, sort, page, size, cursor);
        }

        SearchQuery query() {
            return query(0, 7, null);
        }

        Question with(String filter, List<String> values) {
            Map<String, List<String>> changed = new LinkedHashMap<>(filters);
            if (values.isEmpty()) {
                changed.remove(filter);
            } else {
                changed.put(filter, values);
            }
            return new Question(viewer, kind, words, changed, sort);
        }

        List<Question> smaller() {
            List<Question> smaller = new ArrayList<>();
            filters.keySet().forEach(f -> smaller.add(with(f, List.of())));
            filters.forEach((f, values) -> {
                if (values.size() > 1) {
                    values.forEach(v -> smaller.add(with(f, List.of(v))));
                }
            });
            for (int i = 0; i < words.size(); i++) {
                List<String> fewer = new ArrayList<>(words);
                fewer.remove(i);
                smaller.add(new Question(viewer, kind, fewer, filters, sort));
            }
            if (!sort.isEmpty()) {
                smaller.add(new Question(viewer, kind, words, filters, ""));
            }
            return smaller;
        }

        @Override
        public String toString() {
            return viewer.role() + " /api/v1/" + kind.path() + "?" + SearchParameters.write(query()) + "&sort=" + sort;
        }
    }

    @Test
    @Tag("part")
    void everyWayToANumberGivesTheSameNumber() {
        ask(A_FEW);
    }

    @Test
    @Tag("long")
    void everyWayToANumberGivesTheSameNumberForMany() {
        ask(CASES);
    }

    private void ask(int cases) {
        System.out.println("one path: hub.test.seed=" + SEED + ", " + cases + " questions");
        Random dice = new Random(SEED);
        int found = 0;
        for (int i = 0; i < cases; i++) {
            Question q = question(dice);
            Optional<String> difference = difference(q);
            if (difference.isPresent()) {
                tell(q, difference.get());
            }
            found += api(q) > 0 ? 1 : 0;
        }
        assertThat(found).as("questions that find something").isGreaterThan(cases / 3);
    }

    /** The smallest question that still shows a difference. */
    private void tell(Question q, String difference) {
        Question smallest = q;
        String last = difference;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (Question less : smallest.smaller()) {
                Optional<String> still = difference(less);
                if (still.isPresent()) {
                    smallest = less;
                    last = still.get();
                    smaller = true;
                    break;
                }
            }
        }
        fail("hub.test.seed=" + SEED + "\n" + smallest + "\n" + last + "\nfirst seen with " + q);
    }

    private Question question(Random dice) {
        Viewer viewer = one(dice, generated.viewers());
        Kind kind = dice.nextInt(3) == 0
                ? one(dice, searches.kinds(viewer))
                : searches.kinds(viewer).getFirst();
        List<String> words = IntStream.range(0, Math.max(0, dice.nextInt(4) - 1))
                .mapToObj(n -> decorated(dice, one(dice, GeneratedPool.WORDS)))
                .toList();
        Question q =
                new Question(viewer, kind, words, Map.of(), one(dice, List.of("", "", "relevance", "newest", "name")));
        Map<String, List<SearchResult.FacetValue>> facets = searches.find(
                        new Question(viewer, kind, List.of(), Map.of(), "").query(), viewer)
                .facets();
        List<String> names =
                facets.keySet().stream().filter(f -> !facets.get(f).isEmpty()).toList();
        for (int i = dice.nextInt(3); i > 0 && !names.isEmpty(); i--) {
            String facet = one(dice, names);
            List<String> values = facets.get(facet).stream()
                    .map(SearchResult.FacetValue::value)
                    .toList();
            q = q.with(
                    facet,
                    dice.nextInt(3) == 0
                            ? List.of(one(dice, values), one(dice, values)).stream()
                                    .distinct()
                                    .toList()
                            : List.of(one(dice, values)));
        }
        return ranged(dice, q);
    }

    private static Question ranged(Random dice, Question q) {
        if (dice.nextInt(3) > 0) {
            return q;
        }
        return switch (q.kind()) {
            case TALENT ->
                q.with("ageMin", List.of(String.valueOf(20 + dice.nextInt(40))))
                        .with(
                                "ageMax",
                                dice.nextBoolean() ? List.of(String.valueOf(45 + dice.nextInt(30))) : List.of());
            case DEMAND ->
                dice.nextBoolean()
                        ? q.with("salaryMin", List.of(String.valueOf(20 + dice.nextInt(60))))
                        : q.with("open", List.of(String.valueOf(dice.nextBoolean())));
            default -> q;
        };
    }

    /** Also as the query language would have it; to whoever does not know it these are words like others. */
    private static String decorated(Random dice, String word) {
        return switch (dice.nextInt(9)) {
            case 0 -> "\"" + word + "\"";
            case 1 -> "-" + word;
            case 2 -> "姓名:" + word;
            case 3 -> "技术专长:" + word;
            case 4 -> word + " OR 电池";
            default -> word;
        };
    }

    private static <T> T one(Random dice, List<T> of) {
        return of.get(dice.nextInt(of.size()));
    }

    /** The first difference, empty when all agree; what is refused has to be refused everywhere. */
    private Optional<String> difference(Question q) {
        try {
            return compared(q);
        } catch (Problem p) {
            long api = api(q);
            return p.status() == 400 && api == -1 ? Optional.empty() : Optional.of(p.detail() + ", but api " + api);
        }
    }

    private Optional<String> compared(Question q) {
        SearchResult list = searches.find(q.query(), q.viewer());
        long total = list.total();
        Map<String, Long> others = new LinkedHashMap<>();
        others.put("count", walks.count(q.query(), Walks.Part.WHOLE, q.viewer()));
        others.put(
                "tabs",
                searches.samples(List.of(q.query()), 3, q.viewer()).getFirst().total());
        SearchQuery kept = SavedSearch.read(q.kind(), SavedSearch.write(q.query()));
        others.put("saved search", probes.find(kept, 0, q.viewer()).total());
        List<String> byCursor = byCursor(q);
        others.put("by cursor", (long) byCursor.size());
        others.put("by cursor, each once", byCursor.stream().distinct().count());
        others.put("by page", (long) byPage(q).size());
        others.put("api", api(q));
        if (exports.allowed(q.kind(), q.viewer())) {
            long own = walks.count(
                    q.query(),
                    new Walks.Part(rights.extent(Act.EXPORT, q.kind().type(), q.viewer()), null),
                    q.viewer());
            others.put("export", exported(q) == own ? (own == total || q.kind() == Kind.TALENT ? total : own) : -1);
        }
        // the page leaves lapsed demands out unless they are asked for
        if (q.words().isEmpty()
                && q.filters().equals(Searches.usual(q.kind(), "").filters())) {
            others.put("masthead", totals.of(q.viewer()).getOrDefault(q.kind(), -1L));
        }
        for (Map.Entry<String, Long> o : others.entrySet()) {
            if (o.getValue() != total) {
                return Optional.of("list " + total + ", but " + o.getKey() + " " + o.getValue());
            }
        }
        if (!byCursor.equals(byPage(q))) {
            return Optional.of("cursor and pages go another way");
        }
        return facets(q, list).or(() -> relaxations(q, list));
    }

    private Optional<String> facets(Question q, SearchResult list) {
        for (Map.Entry<String, List<SearchResult.FacetValue>> facet :
                list.facets().entrySet()) {
            for (SearchResult.FacetValue v : facet.getValue().stream().limit(4).toList()) {
                Question clicked = q.with(facet.getKey(), List.of(v.value()));
                long then = searches.find(clicked.query(), q.viewer()).total();
                if (then != v.count()) {
                    return Optional.of(facet.getKey() + "=" + v.value() + " says " + v.count() + " and finds " + then);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> relaxations(Question q, SearchResult list) {
        for (SearchResult.Relaxation r : list.relaxations()) {
            // a condition that was typed goes with its words
            List<String> left = r.part() == null
                    ? r.drop().equals("q") ? List.of() : q.words()
                    : Stream.of(r.part().left()).filter(w -> !w.isEmpty()).toList();
            Question less = new Question(
                    q.viewer(), q.kind(), left, q.with(r.drop(), List.of()).filters(), q.sort());
            long then = searches.find(less.query(), q.viewer()).total();
            if (!less.equals(q) && then != r.total()) {
                return Optional.of("without " + r.drop() + " " + r.total() + " are promised and " + then + " found");
            }
        }
        return Optional.empty();
    }

    private List<String> byCursor(Question q) {
        List<String> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            SearchResult page = searches.find(q.query(0, 50, cursor), q.viewer());
            page.items().forEach(h -> ids.add(h.record().id()));
            cursor = page.cursor();
        } while (cursor != null && ids.size() < 1_000);
        return ids;
    }

    private List<String> byPage(Question q) {
        List<String> ids = new ArrayList<>();
        for (int page = 0; page < 100; page++) {
            SearchResult r = searches.find(q.query(page, 30, null), q.viewer());
            r.items().forEach(h -> ids.add(h.record().id()));
            if (r.items().isEmpty()) {
                break;
            }
        }
        return ids;
    }

    private long api(Question q) {
        try {
            String body = mvc.get()
                    .uri(java.net.URI.create("/api/v1/" + q.kind().path() + "?"
                            + SearchParameters.write(q.query()).replace("+", "%20") + "&sort=" + q.sort()))
                    .with(as(q.viewer()))
                    .exchange()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            return JsonMapper.shared().readTree(body).path("total").asLong(-1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Data rows of the csv. */
    private long exported(Question q) {
        Export.Wish wish = new Export.Wish(q.query(), null, Export.Format.CSV, List.of("id"), "核对数字");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Exports.Ready export = exports.prepare(wish, q.viewer())) {
            export.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8).lines().count() - 1;
    }
}
