package org.talenthub.operations.watching;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.DoubleSupplier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.talenthub.indexing.Presence;
import org.talenthub.indexing.Relay;
import org.talenthub.matching.pairs.MatchWatch;

/** What waits, asked for when it is measured; while the database is away there is no number. */
@Component
class HubMeters implements MeterBinder {

    private final Relay relay;
    private final MatchWatch matches;
    private final Presence search;

    HubMeters(Relay relay, MatchWatch matches, Presence search) {
        this.relay = relay;
        this.matches = matches;
        this.search = search;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "hub.outbox.waiting", "records that the index has yet to follow", relay::lag);
        gauge(registry, "hub.index.rejected", "records that Elasticsearch refuses for good", relay::rejected);
        gauge(registry, "hub.matches.waiting", "changes that matching has yet to look at", matches::waiting);
        gauge(registry, "hub.search.up", "1 while Elasticsearch answers", () -> search.answers() ? 1 : 0);
    }

    private static void gauge(MeterRegistry registry, String name, String what, DoubleSupplier number) {
        Gauge.builder(name, () -> quietly(number)).description(what).register(registry);
    }

    private static double quietly(DoubleSupplier number) {
        try {
            return number.getAsDouble();
        } catch (DataAccessException | TransactionException away) {
            return Double.NaN;
        }
    }
}
