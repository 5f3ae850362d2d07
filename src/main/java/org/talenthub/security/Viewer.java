package org.talenthub.security;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Who is looking: every query and every view is built for one.
 *
 * @param account the account's id; 0 for the anonymous visitor and for the hub itself
 * @param displayName what the masthead shows (湖北示例光电 · 驿站)
 * @param region GB/T 2260 code of a CITY account's region (420100), else null
 * @param carrier the record id of a BASE's or STATION's carrier, else null
 * @param carrierName that carrier's name, else null
 */
public record Viewer(
        long account,
        String username,
        String displayName,
        Role role,
        @Nullable String region,
        @Nullable Long carrier,
        @Nullable String carrierName)
        implements Serializable {

    public static final Viewer ANONYMOUS = new Viewer(0, "", "访客", Role.ANONYMOUS, null, null, null);

    public boolean anonymous() {
        return role == Role.ANONYMOUS;
    }

    public boolean is(Role... roles) {
        for (Role r : roles) {
            if (r == role) {
                return true;
            }
        }
        return false;
    }
}
