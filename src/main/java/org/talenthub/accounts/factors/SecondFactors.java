package org.talenthub.accounts.factors;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.accounts.AccountView;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.FactorKeys;
import org.talenthub.accounts.passkeys.Passkeys;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;
import org.talenthub.security.sealing.Sealing;
import org.talenthub.security.throttle.CodeThrottle;

/**
 * Second factors: a secret shared with an app, which makes a code of it every 30 seconds, each taken once; passkeys beside it or instead of it;
 * and codes for who lost both.
 */
@Component
public class SecondFactors {

    private static final String ISSUER = "湖北人才枢纽";

    private final FactorKeys keys;
    private final RecoveryCodes recovery;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final CodeThrottle throttle;
    private final Sealing sealing;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            FactorKeys keys,
            RecoveryCodes recovery,
            Passkeys passkeys,
            Accounts accounts,
            CodeThrottle throttle,
            Sealing sealing,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.keys = keys;
        this.recovery = recovery;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.throttle = throttle;
        this.sealing = sealing;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A secret that waits for its first code.
     *
     * @param text to type in, in groups of four
     * @param address to scan ({@code otpauth://totp/…})
     */
    public record Offer(String text, String address) {}

    /** The secret that waits in this session; a new one unless there is one already. @throws Problem 409 while another is in use */
    Offer offer(Viewer viewer, HttpServletRequest request) {
        unlessPresent(viewer);
        byte[] secret = Waiting.of(request, viewer.account())
                .map(waiting -> open(viewer.account(), waiting))
                .orElseGet(() -> {
                    byte[] made = new byte[Totp.SECRET_BYTES];
                    random.nextBytes(made);
                    Waiting.put(request, viewer.account(), sealing.seal(made, place(viewer.account())));
                    return made;
                });
        String text = Totp.base32(secret);
        String label = encoded(ISSUER) + ":" + encoded(viewer.username());
        return new Offer(
                text.replaceAll("(.{4})(?=.)", "$1 "),
                "otpauth://totp/" + label + "?secret=" + text + "&issuer=" + encoded(ISSUER));
    }

    /**
     * The first code of the secret that waits in this session: from now on one is asked for at every sign-in. A guess counts whatever comes of
     * it, so that no transaction goes around it.
     *
     * @return the recovery codes, told here and never again
     * @throws Problem 400 for a wrong code, 404 when none waits, 409 while another is in use, 429 after too many
     */
    List<String> confirm(String code, Viewer viewer, HttpServletRequest request) {
        unlessPresent(viewer);
        byte[] sealed = Waiting.of(request, viewer.account()).orElseThrow(Problem::notFound);
        throttle.take(viewer.account());
        OptionalLong step = Totp.step(open(viewer.account(), sealed), digits(code), Instant.now(), 0);
        if (step.isEmpty()) {
            throw wrong();
        }
        throttle.forget(viewer.account());
        Waiting.forget(request);
        return transaction.execute(s -> {
            keys.take(viewer.account(), sealed, step.getAsLong());
            audit.record(viewer, "account.factor", "account", viewer.username(), "on");
            return recovery.make(viewer.account());
        });
    }

    /**
     * Whether a code of the app, or one for recovery, is the account's and was not shown before.
     *
     * @throws Problem 429 after too many
     */
    public boolean check(long account, String code) {
        throttle.take(account);
        boolean fits = fits(account, code);
        if (fits) {
            throttle.forget(account);
        }
        return fits;
    }

    private boolean fits(long account, String code) {
        FactorKeys.Key key = keys.of(account).filter(FactorKeys.Key::confirmed).orElse(null);
        if (key == null) {
            return recovery.use(account, code);
        }
        OptionalLong step = Totp.step(open(account, key.sealed()), digits(code), Instant.now(), key.step());
        return step.isPresent() ? keys.use(account, step.getAsLong()) : recovery.use(account, code);
    }

    /** Whether an app makes codes for the account. */
    public boolean hasApp(long account) {
        return keys.of(account).filter(FactorKeys.Key::confirmed).isPresent();
    }

    /** The recovery codes of who just made his first passkey and has no app, told here and never again; none for others. */
    List<String> recoveryOfFirst(Viewer viewer) {
        return passkeys.count(viewer.account()) == 1 && !hasApp(viewer.account())
                ? recovery.make(viewer.account())
                : List.of();
    }

    /** How many recovery codes are left. */
    public int recoveryLeft(Viewer viewer) {
        return recovery.left(viewer.account());
    }

    /** The app makes codes no more; its owner has proved himself. */
    @Transactional
    public void dropApp(Viewer viewer) {
        keys.drop(viewer.account());
        withoutAny(viewer.account());
        audit.record(viewer, "account.factor", "account", viewer.username(), "off");
    }

    /** One of his passkeys opens nothing any more. @throws Problem 404 when it is not his */
    @Transactional
    public void dropPasskey(String id, Viewer viewer) {
        passkeys.delete(id, viewer);
        withoutAny(viewer.account());
    }

    /** Codes for recovery are of no use to who has nothing to recover. */
    private void withoutAny(long account) {
        if (!hasApp(account) && passkeys.count(account) == 0) {
            recovery.forget(account);
        }
    }

    /** Takes all of an account's second factors away: whoever keeps the accounts has seen its owner. */
    @Transactional
    public void drop(long account, Viewer by) {
        keys.dropAll(account);
        recovery.forget(account);
        String whose = accounts.view(account)
                .map(AccountView::viewer)
                .map(Viewer::username)
                .orElse("");
        audit.record(by, "account.factor", "account", whose, "off");
    }

    static Problem wrong() {
        return Problem.badRequest("factor.code", Sentence.of("refused.factor.code"));
    }

    private void unlessPresent(Viewer viewer) {
        if (hasApp(viewer.account())) {
            throw Problem.conflict("factor.present", Sentence.of("refused.factor.present"));
        }
    }

    private byte[] open(long account, byte[] sealed) {
        return sealing.open(sealed, place(account));
    }

    private static String place(long account) {
        return "factor:" + account;
    }

    private static String digits(String code) {
        return code.replaceAll("\\s", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
