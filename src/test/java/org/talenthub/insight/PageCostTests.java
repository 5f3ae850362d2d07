package org.talenthub.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talenthub.security.TestViewers.as;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.CountedSql;
import org.talenthub.PoolRows;
import org.talenthub.PoolTest;
import org.talenthub.common.Ids;
import org.talenthub.indexing.Relay;
import org.talenthub.results.GeneratedPool;
import org.talenthub.search.Kind;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** What a page asks of the engines: no more than it did, however many there are in the pool. */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageCostTests {

    private static final List<String> PLACES =
            List.of("/chains/OPTO", "/chains/OPTO_LASER", "/regions/420100", "/boards/chain-gaps", "/boards/overview");

    @Autowired
    Relay relay;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private final GeneratedPool generated = new GeneratedPool(16, 40, 20);
    private @Nullable PoolRows pool;

    @BeforeAll
    void fill(@Autowired PlatformTransactionManager transactions, @Autowired ApplicationEventPublisher events) {
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

    @Test
    void pagesAskElasticsearchOnceAndTheDatabaseAFewTimes() {
        List<String> pages = new ArrayList<>(PLACES);
        for (Kind kind : Kind.values()) {
            generated.rows.stream()
                    .filter(r -> Kind.of(r.type(), r.subtype()) == kind)
                    .findFirst()
                    .map(r -> "/" + kind.path() + "/" + Ids.text(r.id()))
                    .ifPresent(page -> pages.addAll(List.of(page, page + "/ring?open=0", page + "/story")));
        }
        Viewer province = generated.viewer(Role.PROVINCE);
        List<String> dear = new ArrayList<>();
        System.out.println("| page | searches | SQL |\n|---|---|---|");
        for (String page : pages) {
            // what is remembered for all is asked for once, and for some seconds: the cheapest of three counts
            CountedSql.Said said = Stream.generate(() -> CountedSql.during(() -> assertThat(
                                    mvc.get().uri(page).with(as(province)).exchange())
                            .as(page)
                            .hasStatusOk()))
                    .limit(3)
                    .min(Comparator.comparingInt(s -> s.statements().size()))
                    .orElseThrow();
            int asked = said.searches();
            List<String> statements = said.statements();
            System.out.printf(Locale.ROOT, "| %s | %d | %d |%n", page, asked, statements.size());
            statements.forEach(s -> System.out.println("    " + s.replaceAll("\\s+", " ")));
            Cost most = page.startsWith("/boards/")
                    ? BOARD
                    : PLACES.contains(page)
                            ? PLACE
                            : page.contains("/ring") ? RING : page.endsWith("/story") ? STORY : RECORD;
            if (asked > most.searches || statements.size() > most.statements) {
                dear.add(page + ": " + asked + " searches, " + statements.size() + " statements");
            }
        }
        assertThat(dear).isEmpty();
    }

    /**
     * What a page of its kind costs at most, its frame included: one search; of the statements two are the session's, and what waits in the
     * sections is remembered. A record's own shall come down to five; none shall go up.
     */
    private record Cost(int searches, int statements) {}

    private static final Cost PLACE = new Cost(1, 5);
    private static final Cost BOARD = new Cost(1, 3);
    private static final Cost RECORD = new Cost(1, 12);
    private static final Cost RING = new Cost(1, 9);
    private static final Cost STORY = new Cost(1, 16);
}
