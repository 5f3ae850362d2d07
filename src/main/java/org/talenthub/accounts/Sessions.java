package org.talenthub.accounts;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.talenthub.security.sealing.Sealing;
import org.talenthub.security.signin.SignedInFrom;

/** The sessions in which somebody is signed in, on whichever hub. */
@Component
public class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> store;
    private final Sealing sealing;

    Sessions(FindByIndexNameSessionRepository<? extends Session> store, Sealing sealing) {
        this.store = store;
        this.sealing = sealing;
    }

    /**
     * One session. Its number opens nothing: whoever knows a session's own is signed in.
     *
     * @param here the one that asks
     * @param from address and browser, as far as known
     */
    public record SessionView(String id, Instant begun, Instant lastUsed, String from, boolean here) {}

    /**
     * The latest used first.
     *
     * @param current id of the session that asks
     */
    public List<SessionView> of(String username, @Nullable String current) {
        return found(username).entrySet().stream()
                .filter(s -> !s.getValue().isExpired())
                .map(s -> new SessionView(
                        hash(s.getKey()),
                        s.getValue().getCreationTime(),
                        s.getValue().getLastAccessedTime(),
                        SignedInFrom.of(s.getValue().getAttribute(SignedInFrom.NAME)),
                        s.getKey().equals(current)))
                .sorted(Comparator.comparing(SessionView::lastUsed).reversed())
                .toList();
    }

    /** Ends one of somebody's sessions, named as {@link #of} names it. */
    public void endOne(String username, String id) {
        found(username).keySet().stream().filter(k -> hash(k).equals(id)).forEach(store::deleteById);
    }

    /** @param but those that stay: the one that asks, under the number it had and the one it has now */
    public void end(String username, String... but) {
        List<String> stay = List.of(but);
        found(username).keySet().stream().filter(k -> !stay.contains(k)).forEach(store::deleteById);
    }

    /**
     * Leaves word in all of somebody's sessions but one.
     *
     * @param text when and where he signed in there
     */
    public void tell(String username, String but, String text) {
        tell(store, username, but, text);
    }

    private static <S extends Session> void tell(
            FindByIndexNameSessionRepository<S> store, String username, String but, String text) {
        store.findByPrincipalName(username).forEach((id, session) -> {
            if (!id.equals(but) && !session.isExpired()) {
                session.setAttribute(SignedInFrom.ELSEWHERE, text);
                store.save(session);
            }
        });
    }

    private Map<String, ? extends Session> found(String username) {
        return store.findByPrincipalName(username);
    }

    private String hash(String session) {
        return sealing.hash("session", session).substring(0, 16);
    }
}
