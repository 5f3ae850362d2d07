package org.talenthub.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.talenthub.BenchRun;
import org.talenthub.TalentHub;

/**
 * Who is recognised when people are reported again: precision and recall of automatic merges, what the queue adds, its size, and
 * the time. {@code mvn -Pbench test -Dtest=IdentityBench [-Dbench.pool=500000] [-Dbench.rows=50000] [-Dbench.seed=20261123]};
 * table on the console, JSON in {@code target/bench/identity.json}. The pool stays in {@code target/identity-hub-<seed>-<pool>}: a
 * second run adds another report to it. Rules were tuned on other seeds than the one reported.
 */
class IdentityBench {

    @Test
    void recognition() throws Exception {
        long seed = Long.getLong("bench.seed", 20261123L);
        int pool = Integer.getInteger("bench.pool", 50_000);
        int rows = Integer.getInteger("bench.rows", 10_000);
        try (ConfigurableApplicationContext hub = SpringApplication.run(
                TalentHub.class,
                "--server.port=0",
                "--hub.home=target/identity-hub-" + seed + "-" + pool,
                "--hub.demo=false",
                "--hub.relay.enabled=false")) {
            Duplicates people = new Duplicates(seed, pool);
            Recognition recognition = new Recognition(hub);
            long start = System.nanoTime();
            recognition.fill(people, pool);
            double filled = (System.nanoTime() - start) / 1e9;
            Recognition.Result r = recognition.run(people, seed, pool, rows, Recognition.FIRST);
            List<String> lines = new ArrayList<>();
            lines.add("| what | value | target |");
            lines.add("|---|---|---|");
            lines.add(line("people in the pool (filled in %.0f s)".formatted(filled), "%,d".formatted(r.pool()), ""));
            lines.add(line("rows reported", "%,d".formatted(r.rows()), ""));
            lines.add(line("rows that repeat somebody", "%,d".formatted(r.truePairs()), ""));
            lines.add(line("precision of automatic merges", "%.4f".formatted(r.precision()), "0.98"));
            lines.add(line("recall of automatic merges", "%.4f".formatted(r.recall()), "0.95"));
            lines.add(line("recall of merges and queue", "%.4f".formatted(r.held()), "0.99"));
            lines.add(line("questions for 1,000 rows", "%.1f".formatted(r.queued()), ""));
            lines.add(line("questions whose answer is yes", "%.2f".formatted(r.useful()), ""));
            lines.add(line("staging", "%.1f s".formatted(r.stageSeconds()), ""));
            lines.add(line("forecast with suspects", "%.1f s".formatted(r.forecastSeconds()), ""));
            lines.add(line("commit", "%.1f s".formatted(r.commitSeconds()), ""));
            System.out.println(String.join("\n", lines));
            BenchRun.write(
                    "identity",
                    Map.of(
                            "precision of automatic merges", r.precision(),
                            "recall of automatic merges", r.recall(),
                            "recall of merges and queue", r.held(),
                            "questions for 1,000 rows", r.queued(),
                            "staging, s", r.stageSeconds(),
                            "forecast with suspects, s", r.forecastSeconds(),
                            "commit, s", r.commitSeconds()));
        }
    }

    private static String line(String what, String value, String target) {
        return String.format(Locale.ROOT, "| %s | %s | %s |", what, value, target);
    }
}
