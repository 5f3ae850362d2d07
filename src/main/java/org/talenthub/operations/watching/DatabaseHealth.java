package org.talenthub.operations.watching;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers within three seconds. In the place of Boot's own, which waits as long as a database that hangs; while one
 * question is open no other is asked, so that they do not take all connections.
 */
@Component("dbHealthIndicator")
class DatabaseHealth extends AbstractHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final JdbcClient jdbc;
    private @Nullable CompletableFuture<Boolean> open;

    DatabaseHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws InterruptedException {
        try {
            asked().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            builder.up();
        } catch (TimeoutException | ExecutionException away) {
            builder.down();
        }
    }

    private synchronized CompletableFuture<Boolean> asked() {
        CompletableFuture<Boolean> asked = open;
        if (asked == null || asked.isDone()) {
            asked = CompletableFuture.supplyAsync(
                    () -> jdbc.sql("select 1").query(Boolean.class).single(), Thread::startVirtualThread);
            open = asked;
        }
        return asked;
    }
}
