package org.talenthub.accounts.own;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.accounts.AccountView;
import org.talenthub.accounts.Sessions.SessionView;
import org.talenthub.accounts.tokens.Tokens.TokenView;
import org.talenthub.common.Ids;
import org.talenthub.web.Texts;

/**
 * Somebody's own account.
 *
 * @param recovery how many recovery codes are left
 * @param passkeys how many he has
 */
record OwnView(
        String username,
        String name,
        String role,
        @Nullable String carrier,
        @Nullable String passwordAt,
        boolean factor,
        int recovery,
        long passkeys,
        List<SessionLine> sessions,
        List<TokenLine> tokens) {

    record SessionLine(String id, String begun, String lastUsed, String from, boolean here) {}

    record TokenLine(
            String id,
            String name,
            List<String> scopes,
            String until,
            @Nullable String lastUsed,
            boolean ended) {}

    static OwnView of(
            AccountView a,
            List<SessionView> sessions,
            List<TokenView> tokens,
            int recovery,
            long passkeys,
            Texts texts) {
        return new OwnView(
                a.viewer().username(),
                a.viewer().displayName(),
                texts.text("role." + a.viewer().role()),
                a.viewer().carrierName(),
                a.passwordAt() == null ? null : Texts.time(a.passwordAt()),
                a.factor(),
                recovery,
                passkeys,
                sessions.stream()
                        .map(s -> new SessionLine(
                                s.id(), Texts.time(s.begun()), Texts.time(s.lastUsed()), s.from(), s.here()))
                        .toList(),
                tokens.stream()
                        .map(t -> new TokenLine(
                                Ids.text(t.id()),
                                t.name(),
                                t.scopes().stream()
                                        .map(s -> texts.text("own.scope." + s.word()))
                                        .toList(),
                                Texts.time(t.until()),
                                t.lastUsed() == null ? null : Texts.time(t.lastUsed()),
                                t.ended()))
                        .toList());
    }
}
