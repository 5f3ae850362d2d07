package org.talenthub.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.talenthub.PoolTest;
import org.talenthub.common.Problem;
import org.talenthub.indexing.indices.Indices;

/** What becomes of a search whose engine does not answer, or has too much to do. */
@PoolTest
class EngineTests {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);

    @Autowired
    ElasticsearchClient client;

    @Autowired
    Indices indices;

    private SearchRequest anything() {
        return SearchRequest.of(s -> s.index(indices.alias("talent")).size(0));
    }

    @Test
    @Timeout(20)
    void anEngineThatHangsIsA503Soon() throws IOException {
        hanging(SHORT, engine -> {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> engine.search(anything()))
                    .matches(p -> p.status() == 503 && p.code().equals("search.away"));
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> engine.atOnce(List.of(anything())))
                    .matches(p -> p.status() == 503 && p.code().equals("search.away"));
        });
    }

    @Test
    @Timeout(20)
    void whatWasNotAnsweredOnceIsNotWaitedForAsLongAgain() throws IOException {
        hanging(Duration.ofSeconds(3), engine -> {
            assertThat(seconds(engine)).isGreaterThan(2.5);
            assertThat(seconds(engine)).isLessThan(2.5);
        });
    }

    /** Connections are taken, as those of a stopped process are, and nothing is ever read from them. */
    private static void hanging(Duration patience, Consumer<Engine> asked) throws IOException {
        try (ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ElasticsearchClient stuck =
                        ElasticsearchClient.of(c -> c.host("http://localhost:" + hanging.getLocalPort()))) {
            asked.accept(new Engine(stuck, patience, 1));
        }
    }

    private double seconds(Engine engine) {
        long start = System.nanoTime();
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> engine.search(anything()));
        return (System.nanoTime() - start) / 1e9;
    }

    @Test
    void whatIsQuicklyAnsweredNeedsNoTurn() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> new Engine(client, SHORT, 0).search(anything()))
                .matches(p -> p.status() == 503 && p.code().equals("search.busy"));
        assertThat(new Engine(client, LONG, 0).atOnce(List.of(anything()))).hasSize(1);

        Engine one = new Engine(client, LONG, 1);
        // a turn is given back
        assertThat(one.search(anything()).hits().hits()).isEmpty();
        assertThat(one.search(anything()).hits().hits()).isEmpty();
    }
}
