package org.talenthub.indexing;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import org.talenthub.common.causes.EngineAway;
import org.talenthub.indexing.indices.Indices;

/** Whether Elasticsearch is there, asked by who watches the hub. */
@Component
public class Presence {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ElasticsearchClient client;

    Presence(ElasticsearchClient client) {
        this.client = client;
    }

    /** Whether it answers within three seconds. */
    public boolean answers() {
        try {
            return CompletableFuture.supplyAsync(this::asked, Thread::startVirtualThread)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean asked() {
        try {
            return !Indices.call("health", () -> client.cluster().health()).timedOut();
        } catch (EngineAway away) {
            return false;
        }
    }
}
