package org.talenthub.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.accounts.organisations.OrganisationRegister;
import org.talenthub.accounts.passwords.RandomPassword;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.Audit;
import org.talenthub.security.HubMode;
import org.talenthub.security.HubUser;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import org.talenthub.security.throttle.Usernames;

/** The accounts of the hub. Changes reach sessions that are already signed in within a minute, the API at once. */
@Component
public class Accounts {

    /** What the first administrator is called. */
    public static final String FIRST = "admin";

    /** Being seen is written down once in so long. */
    private static final Duration SEEN = Duration.ofHours(1);

    private final AccountRepository accounts;
    private final OrganisationRegister organisations;
    private final PasswordEncoder passwords;
    private final AccountSettings settings;
    private final HubUsers users;
    private final HubMode mode;
    private final Audit audit;

    Accounts(
            AccountRepository accounts,
            OrganisationRegister organisations,
            PasswordEncoder passwords,
            AccountSettings settings,
            HubUsers users,
            HubMode mode,
            Audit audit) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.passwords = passwords;
        this.settings = settings;
        this.users = users;
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
        return add(
                        new Account(
                                wish.username(),
                                wish.displayName(),
                                wish.seat(),
                                hash(wish.password()),
                                true,
                                mode.demo()),
                        null,
                        Viewer.ANONYMOUS)
                .viewer();
    }

    /**
     * Creates an account whose owner will choose a password.
     *
     * @param organisation id; null for the one that the seat belongs to
     * @throws Problem 400 for a name that is none, 409 when it is taken
     */
    @Transactional
    public AccountView invite(String username, String displayName, Seat seat, @Nullable Long organisation, Viewer by) {
        if (!Usernames.valid(username)) {
            throw NewAccount.badName();
        }
        Account account = new Account(username, displayName, seat, hash(RandomPassword.next()), false, false);
        return view(add(account, organisation, by));
    }

    private Account add(Account account, @Nullable Long organisation, Viewer by) {
        Viewer v = account.viewer();
        if (accounts.findByUsername(v.username()).isPresent()) {
            throw Problem.conflict("account.exists", Sentence.of("refused.account.exists"));
        }
        place(account, organisation);
        audit.record(by, "account.create", "account", v.username(), v.role().name());
        return accounts.save(account);
    }

    private void place(Account account, @Nullable Long organisation) {
        Viewer v = account.viewer();
        OrganisationRegister.Place place = organisations.place(v);
        account.placed(place.carrierRegion(), organisation == null ? place.organisation() : organisation);
    }

    /** Who signs in under this name; also found while the account is switched off. */
    @Transactional(readOnly = true)
    public Optional<Viewer> find(String username) {
        return accounts.findByUsername(username).map(Account::viewer);
    }

    @Transactional(readOnly = true)
    public Optional<AccountView> view(long id) {
        return accounts.findById(id).map(this::view);
    }

    private AccountView view(Account a) {
        return a.view(settings.staleAfter());
    }

    /** Everybody who can sign in now. */
    @Transactional(readOnly = true)
    public List<Viewer> usable() {
        return accounts.findByEnabledTrue().stream()
                .filter(this::usable)
                .map(Account::viewer)
                .toList();
    }

    /** Those of an organisation that are not switched off. */
    @Transactional(readOnly = true)
    public List<AccountView> of(long organisation) {
        return accounts.findByOrganisationIdAndEnabledTrue(organisation).stream()
                .map(this::view)
                .toList();
    }

    /** Somebody with this role can sign in now. */
    @Transactional(readOnly = true)
    public boolean anyUsable(Role role) {
        return accounts.findByRole(role).stream().anyMatch(this::usable);
    }

    private boolean usable(Account a) {
        return a.usable(mode.demo(), settings.staleAfter());
    }

    /** The account as Spring Security carries it, for a program that shows a token of this name. */
    @Transactional(readOnly = true)
    public Optional<HubUser> program(long id, String token) {
        return accounts.findById(id).filter(this::usable).map(a -> users.user(a, token));
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
        place(account, null);
        audit.record(Viewer.ANONYMOUS, "account.bind", "account", username, carrierName);
        return account.viewer();
    }

    /** @throws Problem 409 when nobody could keep the hub any more */
    @Transactional
    public AccountView move(long id, Seat seat, @Nullable Long organisation, Viewer by) {
        Account account = get(id);
        if (seat.role() != account.role()) {
            keepAnAdmin(account);
        }
        account.move(seat);
        place(account, organisation);
        audit.record(by, "account.move", "account", account.viewer().username(), seat.told());
        return view(account);
    }

    @Transactional
    public AccountView rename(long id, String displayName, Viewer by) {
        Account account = get(id);
        account.rename(displayName);
        audit.record(by, "account.rename", "account", account.viewer().username(), null);
        return view(account);
    }

    /** @throws Problem 409 when nobody could keep the hub any more */
    @Transactional
    public AccountView enable(long id, boolean whether, Viewer by) {
        Account account = get(id);
        if (!whether) {
            keepAnAdmin(account);
        }
        account.enable(whether);
        String who = account.viewer().username();
        audit.record(by, whether ? "account.enable" : "account.disable", "account", who, null);
        return view(account);
    }

    private void keepAnAdmin(Account gone) {
        boolean other = accounts.findByRole(Role.ADMIN).stream()
                .anyMatch(a -> a.viewer().account() != gone.viewer().account() && usable(a));
        if (gone.role() == Role.ADMIN && !other) {
            throw Problem.conflict("account.last-admin", Sentence.of("refused.account.last-admin"));
        }
    }

    /** Its owner has chosen a password, of which the rules are kept already. */
    @Transactional
    public AccountView choosePassword(long id, String password) {
        Account account = get(id);
        account.changePassword(hash(password));
        Viewer owner = account.viewer();
        audit.record(owner, "account.password", "account", owner.username(), null);
        return view(account);
    }

    /** The same by a link, as who lost the old one: somebody else may have had it, so that no token made under it holds any more. */
    @Transactional
    public AccountView chooseAnew(long id, String password) {
        accounts.dropTokens(id);
        return choosePassword(id, password);
    }

    /** Whether this is the account's password; guessing is bounded by whoever asks. */
    @Transactional(readOnly = true)
    public boolean fits(long id, String password) {
        return passwords.matches(password, get(id).passwordHash());
    }

    @Transactional
    public void speak(long id, String language) {
        get(id).speak(language);
    }

    /** @param at now */
    @Transactional
    public void seen(long id, Instant at) {
        accounts.findById(id)
                .filter(a -> a.lastSeenAt() == null || a.lastSeenAt().isBefore(at.minus(SEEN)))
                .ifPresent(a -> a.seen(at));
    }

    /** True until the first account exists. */
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return accounts.count() == 0;
    }

    /** Whether people work here in earnest: there are accounts, and none of a demo's. */
    @Transactional(readOnly = true)
    public boolean inEarnest() {
        return accounts.count() > 0 && !accounts.existsByDemo(true);
    }

    /** Makes sure that somebody can administer a hub that is not a demo; the new password when one had to be made. */
    @Transactional
    public Optional<String> ensureAdmin() {
        return anyAdmin() ? Optional.empty() : Optional.of(resetAdmin());
    }

    private boolean anyAdmin() {
        return accounts.findByRole(Role.ADMIN).stream().anyMatch(a -> a.usable(false, settings.staleAfter()));
    }

    /** Gives {@code admin} a new password that holds until it is changed, whatever became of the account before. */
    @Transactional
    public String resetAdmin() {
        String password = RandomPassword.next();
        Account admin = accounts.findByUsername(FIRST).orElse(null);
        Seat seat = new Seat(Role.ADMIN, null, null, null);
        if (admin == null) {
            admin = new Account(FIRST, "系统管理员", seat, hash(password), true, false);
            place(admin, null);
            accounts.save(admin);
        }
        admin.move(seat);
        admin.takeOver(hash(password));
        accounts.dropPasskeys(admin.viewer().account());
        accounts.dropTokens(admin.viewer().account());
        audit.record(Viewer.ANONYMOUS, "account.create", "account", FIRST, "first start or reset");
        return password;
    }

    private Account get(long id) {
        return accounts.findById(id).orElseThrow(Problem::notFound);
    }

    private String hash(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }
}
