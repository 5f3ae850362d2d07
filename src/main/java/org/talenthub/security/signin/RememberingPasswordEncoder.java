package org.talenthub.security.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for 10 minutes which password fitted which hash, since HTTP Basic would cost a bcrypt (some 70 ms) on every call.
 * What is kept is an HMAC of both under a key that only this process has and never stores; a changed password has another hash
 * and is checked anew. Only what fitted is remembered: guessing stays as dear as bcrypt makes it.
 */
public final class RememberingPasswordEncoder implements PasswordEncoder {

    private final PasswordEncoder checked;
    private final SecretKeySpec key;
    private final Cache<String, Boolean> fitted = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumSize(10_000)
            .build();

    public RememberingPasswordEncoder(PasswordEncoder checked) {
        this.checked = checked;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return checked.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null || hash == null) {
            return false;
        }
        String pair = pair(password, hash);
        if (fitted.getIfPresent(pair) != null) {
            return true;
        }
        boolean fits = checked.matches(password, hash);
        if (fits) {
            fitted.put(pair, true);
        }
        return fits;
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return checked.upgradeEncoding(hash);
    }

    private String pair(CharSequence password, String hash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            // A hash has no zero character, so that no two pairs read the same.
            return HexFormat.of().formatHex(mac.doFinal((hash + '\0' + password).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HMAC-SHA-256 in this Java", e);
        }
    }
}
