package org.talenthub.operations.watching;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import org.talenthub.indexing.Presence;

/** Without Elasticsearch the hub goes on with everything but searching: degraded, not down, so that it is not taken out of service. */
@Component("searchHealthIndicator")
class SearchHealth extends AbstractHealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED", "no search; imports go on");

    private final Presence search;

    SearchHealth(Presence search) {
        this.search = search;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.status(search.answers() ? Status.UP : DEGRADED);
    }
}
