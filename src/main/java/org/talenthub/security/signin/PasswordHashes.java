package org.talenthub.security.signin;

import java.util.Map;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes by Argon2id (RFC 9106) with 19 MiB and two passes, which OWASP names as the least for one lane. What an earlier version hashed
 * by bcrypt still fits, and is said to need renewal.
 */
public final class PasswordHashes {

    private static final String NOW = "argon2";
    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;

    private PasswordHashes() {}

    public static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder(
                NOW,
                Map.of(
                        NOW,
                        new Argon2PasswordEncoder(SALT, LENGTH, LANES, KIBIBYTES, PASSES),
                        "bcrypt",
                        new BCryptPasswordEncoder()));
    }
}
