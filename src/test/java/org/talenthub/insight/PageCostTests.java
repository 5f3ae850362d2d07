package org.talenthub.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talenthub.security.TestViewers.as;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private static long searches() {
        return Metrics.globalRegistry.find("hub.searches").timers().stream()
                .mapToLong(t -> t.count())
                .sum();
    }

    @Test
    void pagesAskElasticsearchOnceAndTheDatabaseAFewTimes() {
        List<String> pages = new ArrayList<>(PLACES);
        for (Kind kind : Kind.values()) {
            generated.rows.stream()
                    .filter(r -> Kind.of(r.type(), r.subtype()) == kind)
                    .findFirst()
                    .ifPresent(r -> pages.add("/" + kind.path() + "/" + Ids.text(r.id())));
        }
        Viewer province = generated.viewer(Role.PROVINCE);
        List<String> dear = new ArrayList<>();
        System.out.println("| page | searches | SQL |\n|---|---|---|");
        for (String page : pages) {
            // what is remembered for all is asked for once
            mvc.get().uri(page).with(as(province)).exchange();
            long before = searches();
            List<String> statements = CountedSql.during(
                    () -> assertThat(mvc.get().uri(page).with(as(province)).exchange())
                            .as(page)
                            .hasStatusOk());
            long asked = searches() - before;
            System.out.printf(Locale.ROOT, "| %s | %d | %d |%n", page, asked, statements.size());
            statements.forEach(s -> System.out.println("    " + s.replaceAll("\\s+", " ")));
            Cost most = page.startsWith("/boards/") ? BOARD : PLACES.contains(page) ? PLACE : RECORD;
            if (asked > most.searches || statements.size() > most.statements) {
                dear.add(page + ": " + asked + " searches, " + statements.size() + " statements");
            }
        }
        assertThat(dear).isEmpty();
    }

    /**
     * What a page of its kind cost when this was written: it shall come down to one search and five statements, and never go up. The count of
     * searches is the hub's, so that what it does by itself meanwhile is in it.
     */
    private record Cost(int searches, int statements) {}

    private static final Cost PLACE = new Cost(6, 10);
    private static final Cost BOARD = new Cost(12, 8);
    private static final Cost RECORD = new Cost(14, 38);
}
