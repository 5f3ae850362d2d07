package org.talenthub.security.signin;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.talenthub.security.throttle.LoginThrottle;

/**
 * Lets only so many passwords be hashed at the same time as leave processors for everybody else's work: a hash keeps one busy for some
 * 70 ms. Who finds no turn in time is told to come back.
 */
public final class PasswordTurns implements PasswordEncoder {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PasswordEncoder checked;
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    public PasswordTurns(PasswordEncoder checked) {
        this.checked = checked;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return checked.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        LoginThrottle.beforeCheck();
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LoginThrottle.notChecked();
                throw new LoginThrottle.TooManyFailures(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LoginThrottle.notChecked();
            throw new LoginThrottle.TooManyFailures(PATIENCE);
        }
        try {
            return checked.matches(password, hash);
        } finally {
            turns.release();
        }
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return checked.upgradeEncoding(hash);
    }
}
