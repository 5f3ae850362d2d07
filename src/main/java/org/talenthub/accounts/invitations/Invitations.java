package org.talenthub.accounts.invitations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.accounts.AccountSettings;
import org.talenthub.accounts.AccountState;
import org.talenthub.accounts.AccountView;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.passwords.PasswordRules;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;
import org.talenthub.security.sealing.Sealing;
import org.talenthub.web.HubAddress;

/** Links by which somebody chooses the password of an account that was made for him, or a new one. Each opens once and for some days. */
@Component
public class Invitations {

    static final String PATH = "/invitation/";

    private static final int BYTES = 32;

    private final InvitationRepository store;
    private final Letters letters;
    private final Accounts accounts;
    private final PasswordRules rules;
    private final AccountSettings settings;
    private final Sealing sealing;
    private final HubAddress address;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    Invitations(
            InvitationRepository store,
            Letters letters,
            Accounts accounts,
            PasswordRules rules,
            AccountSettings settings,
            Sealing sealing,
            HubAddress address,
            Audit audit) {
        this.store = store;
        this.letters = letters;
        this.accounts = accounts;
        this.rules = rules;
        this.settings = settings;
        this.sealing = sealing;
        this.address = address;
        this.audit = audit;
    }

    /**
     * A link as it is handed on; it is told here and never again.
     *
     * @param sentTo the address that it is sent to as well; null when the account has none or the hub no mail server
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Issued(
            String link, Instant until, @Nullable String sentTo) {}

    /**
     * A new link for an account; earlier ones open nothing any more, its password goes on until another is chosen.
     *
     * @throws Problem 409 while the account is switched off
     */
    @Transactional
    public Issued issue(AccountView account, Viewer by) {
        if (account.state() == AccountState.DISABLED) {
            throw Problem.conflict("account.disabled", Sentence.of("refused.account.disabled"));
        }
        Instant now = Instant.now();
        store.findByAccountAndUsedAtIsNull(account.id()).forEach(i -> i.close(now));
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant until = now.plus(settings.invitation());
        store.save(new Invitation(account.id(), hash(token), until, by.username()));
        audit.record(by, "account.invite", "account", account.viewer().username(), null);
        String link = address.get() + PATH + token;
        return new Issued(link, until, letters.send(account, link, until));
    }

    /** Where an account's letters go. */
    @Transactional(readOnly = true)
    public Optional<String> address(long account) {
        return letters.address(account);
    }

    /** @param given an address, empty for none @throws Problem 400 */
    @Transactional
    public void address(AccountView account, String given, Viewer by) {
        if (letters.address(account.id(), given)) {
            audit.record(by, "account.email", "account", account.viewer().username(), null);
        }
    }

    /** Whose link it is; empty once it opens nothing any more. */
    @Transactional(readOnly = true)
    public Optional<AccountView> account(String token) {
        return store.findByTokenHash(hash(token))
                .filter(i -> i.open(Instant.now()))
                .flatMap(i -> accounts.view(i.account()))
                .filter(a -> a.state() != AccountState.DISABLED);
    }

    /**
     * The password that its owner chose; tokens of before hold no more.
     *
     * @throws Problem 404 when the link opens nothing any more, 400 for a password that is too easy
     */
    @Transactional
    public AccountView accept(String token, String password) {
        AccountView account = account(token).orElseThrow(Invitations::gone);
        rules.check(password, words(account));
        if (store.use(hash(token), Instant.now()) != 1) {
            throw gone();
        }
        return accounts.chooseAnew(account.id(), password);
    }

    /** What is known of an account's owner, of which his password may not be made. */
    public static List<String> words(AccountView account) {
        Viewer v = account.viewer();
        return List.of(v.username(), v.displayName(), v.carrierName() == null ? "" : v.carrierName());
    }

    static Problem gone() {
        return new Problem(404, "invitation.gone", Sentence.of("refused.invitation.gone"));
    }

    private String hash(String token) {
        return sealing.hash("invitation", token);
    }
}
