package org.talenthub.accounts.organisations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A body whose people have accounts.
 *
 * @param region GB/T 2260, where it is
 * @param carrier record id of a base or station
 */
public record OrganisationView(
        long id,
        OrganisationKind kind,
        String name,
        @Nullable String region,
        @Nullable Long carrier,
        boolean enabled,
        Instant createdAt) {}
