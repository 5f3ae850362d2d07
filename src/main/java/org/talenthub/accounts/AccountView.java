package org.talenthub.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talenthub.access.Thing;
import org.talenthub.security.Viewer;

/**
 * An account as those see it who keep the accounts, and its owner.
 *
 * @param carrierRegion where its carrier is, GB/T 2260
 * @param organisation id
 * @param factor a second factor is asked for at every sign-in
 * @param lastSeen to the hour
 */
public record AccountView(
        Viewer viewer,
        @Nullable String carrierRegion,
        @Nullable Long organisation,
        AccountState state,
        boolean factor,
        @Nullable String language,
        Instant createdAt,
        @Nullable Instant lastSeen,
        @Nullable Instant passwordAt) {

    public long id() {
        return viewer.account();
    }

    /** Which rules are its own. */
    public Thing thing() {
        return viewer.role().ofCarrier() ? Thing.CARRIER_ACCOUNT : Thing.ACCOUNT;
    }

    /** Where it belongs. */
    public @Nullable String region() {
        return viewer.region() == null ? carrierRegion : viewer.region();
    }
}
