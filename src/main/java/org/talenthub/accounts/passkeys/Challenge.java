package org.talenthub.accounts.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.Bytes;

/** What an authenticator is asked to sign: kept in the session, good once and for a few minutes. */
record Challenge(String text, Instant until) implements Serializable {

    static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Another for whoever asks; one for the same purpose before it is good no more. */
    static Bytes put(HttpServletRequest request, String purpose) {
        Bytes bytes = Bytes.random();
        request.getSession()
                .setAttribute(
                        name(purpose),
                        new Challenge(bytes.toBase64UrlString(), Instant.now().plus(PATIENCE)));
        return bytes;
    }

    static Optional<Bytes> take(HttpServletRequest request, String purpose) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(name(purpose)) instanceof Challenge asked)) {
            return Optional.empty();
        }
        session.removeAttribute(name(purpose));
        return Instant.now().isBefore(asked.until) ? Optional.of(Bytes.fromBase64(asked.text)) : Optional.empty();
    }

    private static String name(String purpose) {
        return "org.talenthub.passkey." + purpose;
    }
}
