package org.talenthub.accounts.tokens;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;
import org.talenthub.security.TokenScope;

/** One token of somebody's program. */
@Entity
class PersonalToken {

    /** Being used is written down once in so long. */
    private static final Duration EXACT = Duration.ofMinutes(1);

    @Id
    private long id;

    @Column(name = "account_id")
    private long account;

    private String name;

    @SuppressWarnings("UnusedVariable") // queries ask for it
    private String tokenHash;

    private String scopes;

    private Instant createdAt;

    @Column(name = "ends_at")
    private Instant until;

    private @Nullable Instant lastUsedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected PersonalToken() {}

    PersonalToken(long account, String name, String tokenHash, Set<TokenScope> scopes, Duration lasts) {
        this.id = Ids.next();
        this.account = account;
        this.name = name;
        this.tokenHash = tokenHash;
        this.scopes = scopes.stream().sorted().map(TokenScope::word).collect(Collectors.joining(" "));
        this.createdAt = Instant.now();
        this.until = createdAt.plus(lasts);
    }

    boolean holds(Instant now) {
        return now.isBefore(until);
    }

    /** Whether that is to be written down. */
    boolean isNews(Instant use) {
        return lastUsedAt == null || lastUsedAt.isBefore(use.minus(EXACT));
    }

    long id() {
        return id;
    }

    long account() {
        return account;
    }

    String name() {
        return name;
    }

    Set<TokenScope> scopes() {
        return Arrays.stream(scopes.split(" "))
                .flatMap(s -> TokenScope.of(s).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TokenScope.class)));
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant until() {
        return until;
    }

    @Nullable
    Instant lastUsedAt() {
        return lastUsedAt;
    }
}
