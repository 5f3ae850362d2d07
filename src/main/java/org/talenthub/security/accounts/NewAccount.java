package org.talenthub.security.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.talenthub.common.Problem;
import org.talenthub.security.Role;

/**
 * The wish for an account; valid by construction.
 *
 * @param username 2 to 40 of a–z, 0–9, dot, dash and underscore
 * @param password 10 characters to 72 bytes (more bcrypt does not see)
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

    /** @throws Problem 400 when something is missing or does not fit the role */
    public NewAccount {
        if (!Usernames.valid(username)) {
            throw Problem.badRequest("account.username", "用户名用 2–40 个小写字母、数字、点、横线或下划线，以字母或数字开头。");
        }
        if (password.length() < 10 || password.getBytes(UTF_8).length > 72) {
            throw Problem.badRequest("account.password", "密码至少 10 个字符，最多 72 个字节。");
        }
        if (role == Role.ANONYMOUS) {
            throw Problem.badRequest("account.role", "账号要有一个角色。");
        }
        if ((role == Role.CITY) != (region != null)) {
            throw Problem.badRequest("account.region", "市州账号要写行政区划代码，其他账号不写。");
        }
        boolean ofCarrier = role == Role.BASE || role == Role.STATION;
        if (ofCarrier != (carrierName != null) || (!ofCarrier && carrier != null)) {
            throw Problem.badRequest("account.carrier", "基地和驿站账号要写载体名称，其他账号不写。");
        }
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "NewAccount[" + username + " " + role + "]";
    }
}
