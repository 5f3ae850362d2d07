package org.talenthub.accounts;

import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.talenthub.access.Separation;
import org.talenthub.security.HubMode;
import org.talenthub.security.Role;

/**
 * Three administrators instead of one, {@code hub.three-admins}, outside a demo unless it is switched off. The first administrator has all
 * duties until there is somebody else for them: as soon as a security officer can sign in the accounts are his alone, and the trail an
 * auditor's.
 */
@Component
class SeparateDuties implements Separation {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final AccountRepository accounts;
    private final AccountSettings settings;
    private final boolean separated;
    private volatile Look look = new Look(Instant.MIN, false, false);

    private record Look(Instant at, boolean security, boolean auditor) {}

    @Autowired
    SeparateDuties(
            AccountRepository accounts,
            AccountSettings settings,
            HubMode mode,
            @Value("${hub.three-admins:#{null}}") @org.jspecify.annotations.Nullable Boolean wished) {
        this(accounts, settings, wished == null ? !mode.demo() : wished);
    }

    SeparateDuties(AccountRepository accounts, AccountSettings settings, boolean separated) {
        this.accounts = accounts;
        this.settings = settings;
        this.separated = separated;
    }

    @Override
    public boolean accounts() {
        return separated && look().security();
    }

    @Override
    public boolean trail() {
        return separated && look().auditor();
    }

    private Look look() {
        Look now = look;
        if (now.at().isBefore(Instant.now().minus(FRESH))) {
            now = new Look(Instant.now(), any(Role.SECURITY), any(Role.AUDITOR));
            look = now;
        }
        return now;
    }

    private boolean any(Role role) {
        return accounts.findByRole(role).stream().anyMatch(a -> a.usable(false, settings.staleAfter()));
    }
}
