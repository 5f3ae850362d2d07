package org.talenthub.security.accounts;

import java.util.List;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Problem;
import org.talenthub.security.Audit;
import org.talenthub.security.HubMode;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** The accounts of the hub. Changes reach sessions that are already signed in within a minute, the API at once. */
@Component
public class Accounts {

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final HubMode mode;
    private final Audit audit;

    Accounts(AccountRepository accounts, PasswordEncoder passwords, HubMode mode, Audit audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.mode = mode;
        this.audit = audit;
    }

    /**
     * Creates an account. One that is created on a demo hub works on a demo hub only, since its password is published.
     *
     * @throws Problem 409 when the username is taken
     */
    @Transactional
    public Viewer create(NewAccount wish) {
        if (accounts.findByUsername(wish.username()).isPresent()) {
            throw Problem.conflict("account.exists", "已有这个用户名的账号，换一个用户名。");
        }
        Viewer created = accounts.save(new Account(wish, hash(wish.password()), mode.demo()))
                .viewer();
        audit.record(
                Viewer.ANONYMOUS,
                "account.create",
                "account",
                created.username(),
                created.role().name());
        return created;
    }

    /** Who signs in under this name; also found while the account is switched off. */
    @Transactional(readOnly = true)
    public Optional<Viewer> find(String username) {
        return accounts.findByUsername(username).map(Account::viewer);
    }

    /** Everybody who can sign in now. */
    @Transactional(readOnly = true)
    public List<Viewer> usable() {
        return accounts.findByEnabledTrue().stream()
                .filter(a -> a.usable(mode.demo()))
                .map(Account::viewer)
                .toList();
    }

    /**
     * Tells a BASE's or STATION's account which carrier it belongs to, once that carrier's record exists.
     *
     * @param carrier the carrier's record id
     * @throws Problem 404 when there is no such account
     */
    @Transactional
    public Viewer bindCarrier(String username, long carrier, String carrierName) {
        Account account = accounts.findByUsername(username).orElseThrow(Problem::notFound);
        account.bindCarrier(carrier, carrierName);
        audit.record(Viewer.ANONYMOUS, "account.bind", "account", username, carrierName);
        return account.viewer();
    }

    /** True until the first account exists. */
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return accounts.count() == 0;
    }

    /** Makes sure that somebody can administer a hub that is not a demo; the new password when one had to be made. */
    @Transactional
    public Optional<String> ensureAdmin() {
        if (accounts.findByRole(Role.ADMIN).stream().anyMatch(a -> a.usable(false))) {
            return Optional.empty();
        }
        String password = RandomPassword.next();
        accounts.findByUsername("admin")
                .ifPresentOrElse(
                        a -> a.takeOver(hash(password)),
                        () -> accounts.save(new Account(
                                new NewAccount("admin", password, "系统管理员", Role.ADMIN, null, null, null),
                                hash(password),
                                false)));
        audit.record(Viewer.ANONYMOUS, "account.create", "account", "admin", "first start");
        return Optional.of(password);
    }

    private String hash(String password) {
        return java.util.Objects.requireNonNull(passwords.encode(password));
    }
}
