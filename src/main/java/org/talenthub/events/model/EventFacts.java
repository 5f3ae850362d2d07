package org.talenthub.events.model;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.access.Facts;

/** What the rules of access ask of an event: where it is, whose it is, whose people and enterprises are in it. */
record EventFacts(long id, @Nullable String region, Set<String> reporters) implements Facts {

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public @Nullable String enterpriseCode() {
        return null;
    }

    @Override
    public @Nullable String enterpriseName() {
        return null;
    }

    @Override
    public Optional<String> validUntil() {
        return Optional.empty();
    }
}
