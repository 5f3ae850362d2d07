package org.talenthub.security.throttle;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.throttle.SignInAttempts.Bound;

/**
 * Bounds how often somebody who is signed in, or half so, may guess what else his account proves itself by: codes, his own password; and how
 * many passkeys an address may have refused.
 */
@Component
public class CodeThrottle {

    private static final int MOST = 10;

    private final SignInAttempts attempts;
    private final SignInLimits limits;

    CodeThrottle(SignInAttempts attempts, SignInLimits limits) {
        this.attempts = attempts;
        this.limits = limits;
    }

    /** Counts a guess before it is looked at. @throws Problem 429 when there were enough */
    public void take(long account) {
        take(bound(account), "refused.factor.throttled");
    }

    /** It was the right one. */
    public void forget(long account) {
        attempts.forget(bound(account));
    }

    /**
     * Counts a passkey that was refused to somebody unknown: it is not guessed, but each that is refused is written down, and of those
     * there is an end. One that is good is let in, whatever others did at its address.
     *
     * @throws Problem 429 when there were enough
     */
    public void refusedFrom(String address) {
        take(
                new Bound(
                        "passkeys from " + ClientNetwork.of(address), limits.perAddress(), SignInLimits.ADDRESS_WINDOW),
                "refused.passkey.throttled");
    }

    private void take(Bound bound, String told) {
        if (!attempts.take(bound)) {
            Duration wait = attempts.look(List.of(bound.what())).remaining(List.of(bound));
            throw new Problem(429, "factor.throttled", Sentence.of(told, Math.max(1, wait.toMinutes())));
        }
    }

    private static Bound bound(long account) {
        return new Bound("code of " + account, MOST, SignInLimits.QUARTER);
    }
}
