package org.talenthub.accounts.tokens;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.LastSeen;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.Audit;
import org.talenthub.security.TokenScope;
import org.talenthub.security.Viewer;
import org.talenthub.security.sealing.Sealing;
import org.talenthub.security.signin.ProgramTokens;

/** The tokens of people's programs. A token is told once; kept is a keyed hash. */
@Component
public class Tokens implements ProgramTokens {

    static final int MOST = 20;
    static final int LONGEST_DAYS = 365;
    private static final int LONGEST_NAME = 80;
    private static final int BYTES = 32;

    private final TokenRepository store;
    private final Accounts accounts;
    private final LastSeen seen;
    private final Sealing sealing;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    Tokens(TokenRepository store, Accounts accounts, LastSeen seen, Sealing sealing, Audit audit) {
        this.store = store;
        this.accounts = accounts;
        this.seen = seen;
        this.sealing = sealing;
        this.audit = audit;
    }

    /** A token as its owner sees it afterwards. */
    public record TokenView(
            long id,
            String name,
            List<TokenScope> scopes,
            Instant createdAt,
            Instant until,
            @Nullable Instant lastUsed,
            boolean ended) {

        static TokenView of(PersonalToken t) {
            return new TokenView(
                    t.id(),
                    t.name(),
                    List.copyOf(t.scopes()),
                    t.createdAt(),
                    t.until(),
                    t.lastUsedAt(),
                    !t.holds(Instant.now()));
        }
    }

    /** @param secret told here and never again */
    public record Made(TokenView token, String secret) {}

    /** The viewer's own, the newest first. */
    public List<TokenView> of(Viewer viewer) {
        return store.findByAccountOrderByIdDesc(viewer.account()).stream()
                .map(TokenView::of)
                .toList();
    }

    /**
     * @param days from now, 1 to 365
     * @throws Problem 400, 422 when there are too many
     */
    @Transactional
    public Made make(String name, Set<TokenScope> scopes, int days, Viewer viewer) {
        String called = name.strip().replaceAll("\\p{Cntrl}+", " ");
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw Problem.badRequest("token.name", Sentence.of("refused.token.name", LONGEST_NAME));
        }
        if (scopes.isEmpty()) {
            throw Problem.badRequest("token.scopes", Sentence.of("refused.token.scopes"));
        }
        if (days < 1 || days > LONGEST_DAYS) {
            throw Problem.badRequest("token.days", Sentence.of("refused.token.days", LONGEST_DAYS));
        }
        if (store.findByAccountOrderByIdDesc(viewer.account()).size() >= MOST) {
            throw Problem.unusable("token.many", Sentence.of("refused.token.many", MOST));
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        PersonalToken token =
                store.save(new PersonalToken(viewer.account(), called, hash(secret), scopes, Duration.ofDays(days)));
        audit.record(viewer, "token.create", "token", Ids.text(token.id()), called);
        return new Made(TokenView.of(token), secret);
    }

    /** @throws Problem 404 when it is not the viewer's */
    @Transactional
    public void delete(String id, Viewer viewer) {
        PersonalToken gone = store.findByAccountOrderByIdDesc(viewer.account()).stream()
                .filter(t -> Ids.text(t.id()).equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
        store.delete(gone);
        audit.record(viewer, "token.delete", "token", id, gone.name());
    }

    @Override
    public Optional<Holder> holder(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Instant now = Instant.now();
        Optional<PersonalToken> known = store.findByTokenHash(hash(token)).filter(t -> t.holds(now));
        Optional<Holder> holder =
                known.flatMap(t -> accounts.program(t.account(), t.name()).map(user -> new Holder(user, t.scopes())));
        known.filter(t -> holder.isPresent() && t.isNews(now)).ifPresent(t -> noteUse(t, now));
        return holder;
    }

    private void noteUse(PersonalToken token, Instant now) {
        try {
            store.used(token.id(), now);
            seen.note(token.account());
        } catch (DataAccessException e) {
            // somebody else notes it in this moment
        }
    }

    private String hash(String token) {
        return sealing.hash("token", token);
    }
}
