package org.talenthub.accounts.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talenthub.accounts.AccountState;
import org.talenthub.accounts.invitations.Invitations;
import org.talenthub.security.Role;

/**
 * An account as the API answers it.
 *
 * @param invitation the link that opens it to its owner: told when it is made and never again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountItem(
        String id,
        String username,
        String displayName,
        Role role,
        String roleLabel,
        @Nullable String region,
        @Nullable String regionLabel,
        @Nullable Named carrier,
        @Nullable Named organisation,
        AccountState state,
        @Nullable String email,
        boolean enabled,
        boolean factor,
        Instant createdAt,
        @Nullable Instant lastSeen,
        Invitations.@Nullable Issued invitation) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Named(@Nullable String id, String name) {}
}
