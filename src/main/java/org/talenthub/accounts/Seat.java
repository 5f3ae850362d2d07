package org.talenthub.accounts;

import org.jspecify.annotations.Nullable;
import org.talenthub.common.Problem;
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
            throw Problem.badRequest("account.role", "账号要有一个角色。");
        }
        if ((role == Role.CITY) != (region != null)) {
            throw Problem.badRequest("account.region", "市州账号要写行政区划代码，其他账号不写。");
        }
        if (role.ofCarrier() != (carrierName != null) || (!role.ofCarrier() && carrier != null)) {
            throw Problem.badRequest("account.carrier", "基地和驿站账号要写载体名称，其他账号不写。");
        }
    }
}
