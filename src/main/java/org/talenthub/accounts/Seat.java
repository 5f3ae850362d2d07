package org.talenthub.accounts;

import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.Role;

/**
 * Whose eyes an account has; valid by construction.
 *
 * @param region GB/T 2260 code; a CITY account needs one, others have none
 * @param carrier record id of a BASE's or STATION's carrier, when it is known already
 * @param carrierName that carrier's name; a BASE or STATION account needs one
 */
public record Seat(
        Role role,
        @Nullable String region,
        @Nullable Long carrier,
        @Nullable String carrierName) {

    /** @throws Problem 400 when something is missing or does not fit the role */
    public Seat {
        if (role == Role.ANONYMOUS) {
            throw Problem.badRequest("account.role", Sentence.of("refused.account.role"));
        }
        if ((role == Role.CITY) != (region != null)) {
            throw Problem.badRequest("account.region", Sentence.of("refused.account.region"));
        }
        if (role.ofCarrier() != (carrierName != null) || (!role.ofCarrier() && carrier != null)) {
            throw Problem.badRequest("account.carrier", Sentence.of("refused.account.carrier"));
        }
    }

    /** For the trail. */
    String told() {
        return role + (region == null ? "" : " " + region) + (carrier == null ? "" : " " + Ids.text(carrier));
    }
}
