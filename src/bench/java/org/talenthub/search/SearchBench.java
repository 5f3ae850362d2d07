package org.talenthub.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.talenthub.BenchRun;
import org.talenthub.TalentHub;
import org.talenthub.access.Scope;
import org.talenthub.common.Ids;
import org.talenthub.indexing.IndexKeeper;
import org.talenthub.indexing.Relay;
import org.talenthub.meaning.Enricher;
import org.talenthub.records.ManyRecords;
import org.talenthub.records.Records;
import org.talenthub.search.filters.ScopeFilter;
import org.talenthub.search.kinds.Sorting;
import org.talenthub.search.requests.Cursor;
import org.talenthub.search.requests.Facets;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/**
 * What a search costs at each size of the pool, in the hub and in Elasticsearch, and what the same costs by SQL: {@code mvn -Pbench test
 * -Dtest=SearchBench [-Dbench.sizes=10000,100000,1000000] [-Dbench.heap=512m] [-Dbench.meaning=true]}. Tables on the console, JSON in
 * {@code target/bench/search.json}. The pool (the demo and generated people) stays in {@code target/search-hub} and grows; with
 * {@code -Dbench.keep=true} the next run goes on with it. {@code -Dbench.parts=true} tells, in place of SQL, which part of a search costs what.
 */
class SearchBench {

    private static final Duration WARMING = Duration.ofSeconds(Integer.getInteger("bench.warming", 20));
    private static final int RATE = 50;
    private static final int LOADED_SECONDS = 15;

    private final Map<String, Map<String, Object>> bySize = new LinkedHashMap<>();
    private Map<String, Object> figures = new LinkedHashMap<>();

    @Test
    void costAgainstSize() throws Exception {
        String heap = System.getProperty("bench.heap", "512m");
        boolean meaning = Boolean.getBoolean("bench.meaning");
        SpringApplication application = new SpringApplication(TalentHub.class);
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean(
                        TimedEngine.class,
                        () -> new TimedEngine(context.getBean(ElasticsearchClient.class)),
                        bean -> bean.setPrimary(true)));
        try (ConfigurableApplicationContext hub = application.run(
                "--server.port=0",
                "--hub.home=target/search-hub",
                "--hub.engines.fresh=" + !Boolean.getBoolean("bench.keep"),
                "--hub.demo=true",
                "--hub.reconcile.cron=-",
                "--hub.matching.watch=false", // a million new people would be matched for hours
                "--hub.search.meaning=" + meaning,
                "--hub.engines.search.heap=" + heap,
                // the engine as it runs for users: tests start it for a quick start
                "--hub.engines.search.jvm-options=")) {
            for (String size :
                    System.getProperty("bench.sizes", "10000,100000,1000000").split(",")) {
                figures = new LinkedHashMap<>();
                grow(hub, Integer.parseInt(size), meaning);
                warm(hub);
                measure(hub);
                figures.put("heap of the hub, MB", Runtime.getRuntime().maxMemory() >> 20);
                figures.put("heap of Elasticsearch", heap);
                bySize.put(size, figures);
                report();
            }
        }
    }

    private void put(String name, double value) {
        figures.put(name, Math.round(value * 100) / 100.0);
    }

    private void grow(ConfigurableApplicationContext hub, int size, boolean meaning) throws Exception {
        JdbcTemplate jdbc = hub.getBean(JdbcTemplate.class);
        Relay relay = hub.getBean(Relay.class);
        int more = size - people(jdbc);
        if (more > 0) {
            // the relay follows meanwhile, as it does while a file is committed
            long start = System.nanoTime();
            new ManyRecords(hub).add(more, size);
            double written = seconds(start);
            if (!relay.awaitDrained(Duration.ofMinutes(30))) {
                throw new AssertionError("not indexed in time");
            }
            put("added to the pool, s", seconds(start));
            put("of it until the last was in the database, s", written);
            put("records written and indexed a second", more / seconds(start));
            if (meaning) {
                start = System.nanoTime();
                Enricher enricher = hub.getBean(Enricher.class);
                while (!enricher.status().ready() || enricher.status().waiting() > 0 || relay.lag() > 0) {
                    Thread.sleep(500);
                }
                put("records given vectors a second", more / seconds(start));
            }
        }
        figures.put("people", people(jdbc));
        IndexKeeper.Standing talents = hub.getBean(IndexKeeper.class).standings().stream()
                .filter(s -> s.index().equals("talents"))
                .findFirst()
                .orElseThrow();
        put("index, bytes a person", (double) talents.bytes() / talents.documents());
        jdbc.queryForList("analyze table pool_record");
        Long bytes = jdbc.queryForObject(
                "select data_length + index_length from information_schema.tables where table_schema = database() and table_name = 'pool_record'",
                Long.class);
        put("records in the database, bytes a person", (bytes == null ? 0.0 : bytes) / people(jdbc));
    }

    private static int people(JdbcTemplate jdbc) {
        Integer n = jdbc.queryForObject(
                "select count(*) from pool_record where type = 'talent' and state = 'LIVE'", Integer.class);
        return n == null ? 0 : n;
    }

    /** Until both JVMs have compiled what they do often. */
    private static void warm(ConfigurableApplicationContext hub) {
        JdbcTemplate jdbc = hub.getBean(JdbcTemplate.class);
        Searches searches = hub.getBean(Searches.class);
        long until = System.nanoTime() + WARMING.toNanos();
        while (System.nanoTime() < until) {
            Asked.SEARCHES.forEach(s -> searches.find(s.query(), viewer(jdbc, s.user())));
        }
    }

    private void measure(ConfigurableApplicationContext hub) throws Exception {
        JdbcTemplate jdbc = hub.getBean(JdbcTemplate.class);
        Searches searches = hub.getBean(Searches.class);
        TimedEngine engine = hub.getBean(TimedEngine.class);
        String site =
                "http://127.0.0.1:" + hub.getBean(Environment.class).getProperty("local.server.port") + "/api/v1/";
        Like like = new Like(jdbc);
        System.out.println(
                "| search | who | found | requests | hub p50 | hub p95 | took p50 | took p95 | hub / took | over HTTP p50 | SQL like |\n"
                        + "|---|---|---|---|---|---|---|---|---|---|---|");
        List<Double> ratios = new ArrayList<>();
        List<Double> ratiosOverHttp = new ArrayList<>();
        for (Asked.Search s : Asked.SEARCHES) {
            Viewer viewer = viewer(jdbc, s.user());
            SearchQuery q = s.query();
            Load load = new Load(site, account(s.user()));
            String path = "talents?" + SearchParameters.write(q);
            long found = searches.find(q, viewer).total();
            Runs inside = Runs.of(engine, () -> searches.find(q, viewer));
            Runs over = Runs.of(engine, () -> {
                if (load.get(path) != 200) {
                    throw new AssertionError(path);
                }
            });
            if (s.measured()) {
                ratios.addAll(inside.ratios());
                ratiosOverHttp.addAll(over.ratios());
            }
            if (Boolean.getBoolean("bench.parts")) {
                System.out.println("parts " + new Parts(hub).of(q, viewer));
                System.out.println("steps "
                        + new Parts(hub).steps(q, viewer, hub.getBean(Records.class), hub.getBean(Facets.class)));
            }
            double peer = Boolean.getBoolean("bench.parts") ? -1 : like.millis(s);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %d | %.2f | %.1f | %.1f | %.0f | %.0f | %.2f | %.1f | %s |%n",
                    s.what(),
                    s.user(),
                    found,
                    inside.requests(),
                    inside.hub().median(),
                    inside.hub().at(0.95),
                    inside.took().median(),
                    inside.took().at(0.95),
                    median(inside.ratios()),
                    over.hub().median(),
                    peer < 0 ? "–" : "%.0f".formatted(peer));
            String name = s.what() + ", " + s.user() + ": ";
            put(name + "hub p50, ms", inside.hub().median());
            put(name + "took p50, ms", inside.took().median());
            put(name + "over HTTP p50, ms", over.hub().median());
            if (peer >= 0) {
                put(name + "SQL like, ms", peer);
            }
        }
        put("hub / took, median", median(ratios));
        put("hub over HTTP / took, median", median(ratiosOverHttp));
        deep(searches, engine, jdbc);
        loaded(site);
    }

    /** The same page size at the beginning and far behind it, by page where that is allowed and by cursor. */
    private void deep(Searches searches, TimedEngine engine, JdbcTemplate jdbc) throws Exception {
        Viewer province = viewer(jdbc, "province");
        SearchQuery first = Asked.SEARCHES.getFirst().query();
        put(
                "first page, ms",
                Runs.of(engine, () -> searches.find(first, province)).hub().median());
        SearchQuery paged = new SearchQuery(Kind.TALENT, "", Map.of(), "", 499, 20, null);
        put(
                "page at item 10,000, ms",
                Runs.of(engine, () -> searches.find(paged, province)).hub().median());
        for (int depth : List.of(10_000, 500_000)) {
            List<Map<String, Object>> at = jdbc.queryForList(
                    "select floor(unix_timestamp(updated_at) * 1000) at, id from pool_record where type = 'talent' and state = 'LIVE'"
                            + " order by updated_at desc limit 1 offset " + (depth - 1));
            if (!at.isEmpty()) {
                Number millis = (Number) at.getFirst().get("at");
                Number id = (Number) at.getFirst().get("id");
                Sorting newest = Sorting.of(first, hubRights());
                String cursor = Cursor.write(
                        newest, List.of(FieldValue.of(millis.longValue()), FieldValue.of(Ids.text(id.longValue()))));
                SearchQuery beyond = new SearchQuery(Kind.TALENT, "", Map.of(), "", 0, 20, cursor);
                put(
                        "cursor at item %,d, ms".formatted(depth),
                        Runs.of(engine, () -> searches.find(beyond, province))
                                .hub()
                                .median());
            }
        }
    }

    private static ScopeFilter hubRights() {
        return new ScopeFilter(Scope.NONE); // the order by date asks nothing of it
    }

    private void loaded(String site) throws Exception {
        List<String> typed = Asked.typed().stream()
                .map(t -> "suggest?" + SearchParameters.write(Searches.all(Kind.TALENT, t)))
                .toList();
        List<String> searches = Asked.SEARCHES.stream()
                .filter(s -> s.user().equals("province") && s.measured())
                .map(s -> "talents?" + SearchParameters.write(s.query()))
                .toList();
        Load load = new Load(site, account("province"));
        load.run(typed, RATE, 5);
        told("completions, %d/s".formatted(RATE), load.run(typed, RATE, LOADED_SECONDS));
        CompletableFuture<Load.Outcome> beside = CompletableFuture.supplyAsync(() -> {
            try {
                return load.run(searches, RATE, LOADED_SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Load.Outcome completions = new Load(site, account("province")).run(typed, 10, LOADED_SECONDS);
        told("searches, %d/s, with completions".formatted(RATE), beside.join());
        told("completions, 10/s, with %d searches/s".formatted(RATE), completions);
    }

    private void told(String what, Load.Outcome o) {
        put(what + ": answers", o.times().count());
        put(what + ": failed or left out", o.failed() + o.leftOut());
        put(what + ": p50, ms", o.times().median());
        put(what + ": p99, ms", o.times().at(0.99));
    }

    private static Viewer viewer(JdbcTemplate jdbc, String username) {
        return jdbc.queryForObject(
                "select id, role, region, carrier_id, carrier_name from account where username = ?",
                (rs, i) -> new Viewer(
                        rs.getLong(1),
                        username,
                        username,
                        Role.valueOf(rs.getString(2)),
                        rs.getString(3),
                        rs.getObject(4, Long.class),
                        rs.getString(5)),
                username);
    }

    private static String account(String username) {
        return "Basic "
                + Base64.getEncoder().encodeToString((username + ":demo-Hub-2026").getBytes(StandardCharsets.UTF_8));
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** All sizes measured so far side by side. */
    private void report() throws IOException {
        System.out.println(
                "| what | " + String.join(" | ", bySize.keySet()) + " |\n|---|" + "---|".repeat(bySize.size()));
        bySize.values().stream()
                .flatMap(f -> f.keySet().stream())
                .distinct()
                .forEach(name -> System.out.println("| " + name + " | "
                        + String.join(
                                " | ",
                                bySize.values().stream()
                                        .map(f -> String.valueOf(f.getOrDefault(name, "–")))
                                        .toList())
                        + " |"));
        BenchRun.write("search", bySize);
    }
}
