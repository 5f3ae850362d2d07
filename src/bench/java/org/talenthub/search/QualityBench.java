package org.talenthub.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.BenchRun;
import org.talenthub.PoolRows;
import org.talenthub.PoolRows.Row;
import org.talenthub.TalentHub;
import org.talenthub.common.Ids;
import org.talenthub.indexing.Relay;
import org.talenthub.meaning.Enricher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well the hub finds what was meant, measured through its own query path on the real engines: {@code mvn -Pbench test
 * -Dtest=QualityBench [-Dhub.material=../shared/material] [-Dbench.sets=titles,papers,demo,order]}. Three sets of questions: job titles
 * (a title is a person's post; one that equals the question is left out unless it was judged relevant), papers (title and abstract are a
 * person's research; the first keyword is the question and has to find its paper; once more, any paper that lists it), and the
 * project's own over the demo data. Words only, vectors only, and both; each as it is shown to people, with its limits, and titles also
 * without limits as an order of everything. What was tuned was tuned on the questions with even numbers; both halves are reported. Table
 * on the console, JSON in {@code target/bench/quality.json}. Where the material is absent only the project's own questions are asked.
 */
class QualityBench {

    private static final Path MATERIAL = Path.of(System.getProperty("hub.material", "../shared/material"));

    /** Which of the sets, when not all; {@code order} is that of all titles, without limits, and a hub of its own. */
    private static final List<String> SETS =
            List.of(System.getProperty("bench.sets", "titles,papers,demo,order").split(","));

    /** Of titles all that is shown counts; below the hundredth a paper adds less than a hundredth to its question's figure. */
    private static final Map<String, Integer> DEPTHS =
            Map.of("titles", 3_000, "papers", 100, "papers with the keyword", 100);

    private static final List<String> MODES = List.of("off", "only", "on");
    private static final Map<String, String> NAMES =
            Map.of("off", "words only", "only", "vectors only", "on", "words and vectors");

    /** @param relevant ids of the people that answer it; {@code left} those that are not counted */
    private record Question(String text, Set<String> relevant, Set<String> left) {}

    private record Figures(
            String set, String half, String mode, String limits, int questions, double map, double ndcg, double mrr) {}

    private final List<Figures> figures = new ArrayList<>();
    private final Map<String, Object> speed = new LinkedHashMap<>();

    @Test
    void quality() throws Exception {
        System.out.println(
                "| set | half | questions | how | limits | MAP | nDCG@10 | MRR |\n|---|---|---|---|---|---|---|---|");
        for (boolean unlimited : SETS.contains("order") ? List.of(false, true) : List.of(false)) {
            try (ConfigurableApplicationContext hub = SpringApplication.run(
                    TalentHub.class,
                    "--server.port=0",
                    "--hub.home=target/quality-hub",
                    "--hub.demo=false",
                    // the second one finds the vectors of the first
                    "--hub.engines.fresh=" + !unlimited,
                    // the engine as it runs for users: tests start it for a quick start
                    "--hub.engines.search.jvm-options=",
                    "--hub.reconcile.cron=-",
                    "--hub.search.meaning-unlimited=" + unlimited)) {
                run(hub, unlimited);
            }
        }
        report();
    }

    private void run(ConfigurableApplicationContext hub, boolean unlimited) throws Exception {
        Searches searches = hub.getBean(Searches.class);
        Relay relay = hub.getBean(Relay.class);
        Enricher enricher = hub.getBean(Enricher.class);
        PoolRows pool = new PoolRows(hub.getBean(JdbcClient.class), hub.getBean(PlatformTransactionManager.class), hub);
        if (Files.isDirectory(MATERIAL)) {
            if (SETS.contains(unlimited ? "order" : "titles")) {
                List<Question> titles = new ArrayList<>();
                fill(pool, titles(titles), relay, enricher, "titles");
                ask(searches, "titles", titles, unlimited);
            }
            if (SETS.contains("papers") && !unlimited) {
                List<Question> papers = new ArrayList<>();
                List<Question> keyworded = new ArrayList<>();
                fill(pool, papers(papers, keyworded), relay, enricher, "papers");
                ask(searches, "papers", papers, unlimited);
                ask(searches, "papers with the keyword", keyworded, unlimited);
            }
        } else {
            System.out.println("Titles and papers are not measured: there is no " + MATERIAL.toAbsolutePath());
        }
        if (!unlimited && SETS.contains("demo")) {
            List<Row> people = Gold.people();
            fill(pool, people, relay, enricher, "demo");
            System.out.println(GoldMeasure.table(
                    GoldMeasure.measure(searches, Gold.questions(), people, "off"),
                    GoldMeasure.measure(searches, Gold.questions(), people, "on")));
        }
        pool.clear();
        relay.awaitDrained(Duration.ofMinutes(5));
    }

    private void fill(PoolRows pool, List<Row> rows, Relay relay, Enricher enricher, String set)
            throws InterruptedException {
        pool.clear();
        relay.awaitDrained(Duration.ofMinutes(5));
        long before = enricher.status().computed();
        long start = System.nanoTime();
        rows.forEach(r -> pool.put(r, 1));
        GoldMeasure.enriched(relay, enricher);
        Enricher.Status status = enricher.status();
        if (status.computed() > before) {
            told(set + ": records", rows.size());
            told(set + ": texts computed", status.computed() - before);
            told(set + ": texts a second so far", Math.round(status.perSecond()));
            told(set + ": seconds until all had vectors", (System.nanoTime() - start) / 1_000_000_000);
        }
    }

    private void told(String what, Object value) {
        speed.put(what, value);
        System.out.println(what + ": " + value);
    }

    private void ask(Searches searches, String set, List<Question> questions, boolean unlimited) {
        Assumptions.assumeFalse(questions.isEmpty());
        for (String mode : MODES) {
            if (unlimited && mode.equals("off")) {
                continue;
            }
            int depth = DEPTHS.getOrDefault(set, 0);
            double[][] each = questions.stream()
                    .map(q -> measured(searches, q, mode, depth))
                    .toArray(double[][]::new);
            for (String half : List.of("tuned on", "held back", "all")) {
                int[] which = IntStream.range(0, each.length)
                        .filter(i -> half.equals("all") || (i % 2 == 0) == half.equals("tuned on"))
                        .toArray();
                Figures f = new Figures(
                        set,
                        half,
                        NAMES.get(mode),
                        unlimited ? "order of everything" : "as shown",
                        which.length,
                        IntStream.of(which)
                                .mapToDouble(i -> each[i][0])
                                .average()
                                .orElse(0),
                        IntStream.of(which)
                                .mapToDouble(i -> each[i][1])
                                .average()
                                .orElse(0),
                        IntStream.of(which)
                                .mapToDouble(i -> each[i][2])
                                .average()
                                .orElse(0));
                figures.add(f);
                System.out.printf(
                        "| %s | %s | %d | %s | %s | %.3f | %.3f | %.3f |%n",
                        f.set(), f.half(), f.questions(), f.mode(), f.limits(), f.map(), f.ndcg(), f.mrr());
            }
        }
    }

    private static double[] measured(Searches searches, Question q, String mode, int depth) {
        List<String> order = searches
                .find(
                        new SearchQuery(Kind.TALENT, q.text(), Map.of("meaning", List.of(mode)), "", 0, depth, null),
                        Sample.PROVINCE)
                .items()
                .stream()
                .map(h -> h.record().id())
                .filter(id -> !q.left().contains(id))
                .toList();
        return new double[] {
            Ranking.averagePrecision(order, q.relevant()),
            Ranking.ndcg(
                    order,
                    id -> q.relevant().contains(id) ? 1 : 0,
                    q.relevant().stream().map(r -> 1).toList()),
            Ranking.reciprocal(order, q.relevant())
        };
    }

    private static Row person(String field, String text) {
        return new Row(
                Ids.next(),
                "talent",
                null,
                "某人",
                "420100",
                null,
                "示例单位",
                null,
                null,
                "province",
                null,
                Map.of(field, text));
    }

    private static List<Row> titles(List<Question> questions) throws IOException {
        Path folder = MATERIAL.resolve("title-matching-zh");
        Map<String, Row> corpus = new LinkedHashMap<>();
        for (String[] c : table(folder.resolve("corpus.tsv"))) {
            corpus.put(c[0], person("post", c[1]));
        }
        Map<String, Set<String>> judged = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("qrels.tsv"))) {
            String[] c = line.split("\\s+");
            Row row = corpus.get(c[2]);
            if (row != null && !c[3].equals("0")) {
                judged.computeIfAbsent(c[0], k -> new HashSet<>()).add(Ids.text(row.id()));
            }
        }
        for (String[] q : table(folder.resolve("queries.tsv"))) {
            Set<String> relevant = judged.getOrDefault(q[0], Set.of());
            Set<String> left = new LinkedHashSet<>();
            corpus.values().stream()
                    .filter(r -> q[1].equalsIgnoreCase(String.valueOf(r.fields().get("post"))))
                    .map(r -> Ids.text(r.id()))
                    .filter(id -> !relevant.contains(id))
                    .forEach(left::add);
            questions.add(new Question(q[1], relevant, left));
        }
        return List.copyOf(corpus.values());
    }

    private static Collection<String[]> table(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(l -> l.split("\t"))
                .filter(c -> c.length > 1)
                .toList();
    }

    /**
     * @param own what each paper's first keyword has to find: that paper alone, though others may have the keyword as well
     * @param any the same questions, answered by every paper that lists the keyword
     */
    private static List<Row> papers(List<Question> own, List<Question> any) throws IOException {
        List<Row> rows = new ArrayList<>();
        Map<String, Set<String>> having = new HashMap<>();
        JsonMapper json = JsonMapper.builder().build();
        for (String line : Files.readAllLines(MATERIAL.resolve("csl-dev.jsonl"))) {
            JsonNode paper = json.readTree(line);
            Row row = person(
                    "research",
                    paper.path("title").stringValue("") + "。"
                            + paper.path("abstract").stringValue(""));
            rows.add(row);
            String id = Ids.text(row.id());
            own.add(new Question(paper.path("keywords").path(0).stringValue(""), Set.of(id), Set.of()));
            paper.path("keywords")
                    .forEach(k -> having.computeIfAbsent(k.stringValue(""), x -> new HashSet<>())
                            .add(id));
        }
        own.forEach(q -> any.add(new Question(q.text(), having.getOrDefault(q.text(), q.relevant()), Set.of())));
        return rows;
    }

    private void report() throws IOException {
        BenchRun.write("quality", Map.of("figures", figures, "speed", speed));
    }
}
