package org.talenthub.accounts.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Base64;
import java.util.Optional;

/**
 * A secret that waits for its first code: kept, sealed, in the session that it was made for, so that nobody who knows the password has
 * seen the one that its owner takes into his app.
 */
record Waiting(long account, String sealed) implements Serializable {

    private static final String NAME = "org.talenthub.factor.waiting";

    static void put(HttpServletRequest request, long account, byte[] sealed) {
        request.getSession()
                .setAttribute(NAME, new Waiting(account, Base64.getEncoder().encodeToString(sealed)));
    }

    static Optional<byte[]> of(HttpServletRequest request, long account) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(NAME) instanceof Waiting waiting && waiting.account == account
                ? Optional.of(Base64.getDecoder().decode(waiting.sealed))
                : Optional.empty();
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(NAME);
        }
    }
}
