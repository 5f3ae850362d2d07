package org.talenthub.accounts;

import org.jspecify.annotations.Nullable;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.Role;
import org.talenthub.security.throttle.Usernames;

/**
 * The wish for an account whose password is known already, as a demo's; people are invited and choose their own.
 *
 * @param username 2 to 40 of a–z, 0–9, dot, dash and underscore
 * @param password 10 to 128 characters
 * @param region GB/T 2260 code; a CITY account needs one, others have none
 * @param carrier record id of a BASE's or STATION's carrier, when it is known already
 * @param carrierName that carrier's name; a BASE or STATION account needs one
 */
public record NewAccount(
        String username,
        String password,
        String displayName,
        Role role,
        @Nullable String region,
        @Nullable Long carrier,
        @Nullable String carrierName) {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;

    /** @throws Problem 400 when something is missing or does not fit the role */
    public NewAccount {
        if (!Usernames.valid(username)) {
            throw badName();
        }
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw Problem.badRequest("account.password", Sentence.of("refused.account.password"));
        }
        new Seat(role, region, carrier, carrierName);
    }

    static Problem badName() {
        return Problem.badRequest("account.username", Sentence.of("refused.account.username"));
    }

    Seat seat() {
        return new Seat(role, region, carrier, carrierName);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "NewAccount[" + username + " " + role + "]";
    }
}
