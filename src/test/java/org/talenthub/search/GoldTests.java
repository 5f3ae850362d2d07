package org.talenthub.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.FullTest;
import org.talenthub.PoolRows;
import org.talenthub.indexing.IndexKeeper;
import org.talenthub.indexing.Relay;
import org.talenthub.meaning.Enricher;

/** How well the hub answers its own graded questions over the demo data; no class of questions may get worse. */
@FullTest
class GoldTests {

    /** Class to the least nDCG@10 and mean reciprocal rank, some hundredths below what was measured. */
    private static final Map<String, double[]> FLOORS = Map.of(
            "all", new double[] {0.92, 0.94},
            "enterprise", new double[] {0.98, 0.98},
            "meaning", new double[] {0.76, 0.86},
            "mixed", new double[] {0.95, 0.97},
            "name", new double[] {0.98, 0.98},
            "pinyin", new double[] {0.95, 0.94},
            "post", new double[] {0.98, 0.98},
            "skill", new double[] {0.98, 0.98},
            "synonym", new double[] {0.87, 0.89});

    @Autowired
    Searches searches;

    @Autowired
    Relay relay;

    @Autowired
    Enricher enricher;

    @Autowired
    IndexKeeper keeper;

    private final PoolRows pool;

    GoldTests(
            @Autowired JdbcClient jdbc,
            @Autowired PlatformTransactionManager transactions,
            @Autowired ApplicationEventPublisher events) {
        pool = new PoolRows(jdbc, transactions, events);
    }

    @Test
    void noClassOfQuestionsGetsWorse() throws Exception {
        List<Gold.Question> questions = Gold.questions();
        assertThat(questions).hasSizeGreaterThanOrEqualTo(150);
        while (!keeper.ready()) {
            Thread.sleep(50);
        }
        pool.clear();
        List<PoolRows.Row> people = Gold.people();
        assertThat(people).hasSizeGreaterThan(1_500);
        pool.putAll(people, 1);
        try {
            GoldMeasure.enriched(relay, enricher);
            Map<String, double[]> words = GoldMeasure.measure(searches, questions, people, "off");
            Map<String, double[]> hybrid = GoldMeasure.measure(searches, questions, people, "on");
            System.out.println(GoldMeasure.table(words, hybrid));
            FLOORS.forEach((kind, floor) -> {
                assertThat(hybrid.get(kind)[0]).as("nDCG@10 of " + kind).isGreaterThanOrEqualTo(floor[0]);
                assertThat(hybrid.get(kind)[1]).as("MRR of " + kind).isGreaterThanOrEqualTo(floor[1]);
            });
            assertThat(hybrid.keySet()).isEqualTo(FLOORS.keySet());
        } finally {
            pool.clear();
            relay.awaitDrained(Duration.ofSeconds(60));
        }
    }
}
