package org.talenthub.accounts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.accounts.organisations.OrganisationRegister;
import org.talenthub.accounts.passwords.RandomPassword;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.Audit;
import org.talenthub.security.HubUser;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import org.talenthub.security.throttle.Usernames;

/** Accounts of people who sign in with a provider elsewhere: found by the provider's own number, made where there is none yet. */
@Component
public class Identities {

    private final AccountRepository accounts;
    private final OrganisationRegister organisations;
    private final PasswordEncoder passwords;
    private final HubUsers users;
    private final JdbcClient jdbc;
    private final Audit audit;

    Identities(
            AccountRepository accounts,
            OrganisationRegister organisations,
            PasswordEncoder passwords,
            HubUsers users,
            JdbcClient jdbc,
            Audit audit) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.passwords = passwords;
        this.users = users;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Who arrives.
     *
     * @param subject the provider's own number, which is never given to somebody else
     * @param username as the provider calls him
     * @param role what his groups make of him here, never one that keeps the hub
     * @param region of a CITY account
     */
    public record Arriving(
            String issuer,
            String subject,
            String username,
            String displayName,
            Role role,
            @Nullable String region) {}

    /**
     * His account, with the role that his groups give him today.
     *
     * @param byName an account that is there already under his name is his
     * @throws Problem 403 when he is not let in, with what to do about it
     */
    @Transactional
    public HubUser arrive(Arriving who, boolean byName) {
        if (who.role().keepsTheHub() || who.role() == Role.ANONYMOUS) {
            throw refused("oidc.role", Sentence.of("refused.oidc.role"));
        }
        String name = Usernames.canonical(who.username());
        Account account = linked(who).or(() -> named(who, name, byName)).orElseGet(() -> made(who, name));
        if (account.role().keepsTheHub()) {
            throw refused("oidc.role", Sentence.of("refused.oidc.role"));
        }
        place(account, who);
        account.seen(Instant.now());
        HubUser user = users.user(account, null);
        if (!user.isEnabled()) {
            throw refused("oidc.closed", Sentence.of("refused.oidc.closed"));
        }
        return user;
    }

    /** Whether its owner comes by way of a provider, who then says each time whether he still may. */
    @Transactional(readOnly = true)
    public boolean vouchFor(long account) {
        return jdbc.sql("select count(*) from account_identity where account_id = ?")
                        .param(account)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Optional<Account> linked(Arriving who) {
        return jdbc.sql("select account_id from account_identity where issuer = ? and subject = ?")
                .params(who.issuer(), who.subject())
                .query(Long.class)
                .optional()
                .flatMap(accounts::findById);
    }

    private Optional<Account> named(Arriving who, String name, boolean byName) {
        Optional<Account> there = accounts.findByUsername(name);
        there.ifPresent(account -> {
            if (!byName || account.role().keepsTheHub()) {
                throw refused("oidc.name-taken", Sentence.of("refused.oidc.name-taken"));
            }
            link(who, account);
        });
        return there;
    }

    private Account made(Arriving who, String name) {
        if (who.role().ofCarrier()) {
            throw refused("oidc.no-account", Sentence.of("refused.oidc.no-account"));
        }
        if (!Usernames.valid(name)) {
            throw refused("oidc.name", Sentence.of("refused.oidc.name"));
        }
        String display = who.displayName().isBlank() ? name : who.displayName();
        // a password that nobody knows: he has none here
        String hash = java.util.Objects.requireNonNull(passwords.encode(RandomPassword.next()));
        Account account = new Account(
                name,
                display.substring(0, Math.min(display.length(), 100)),
                new Seat(who.role(), who.region(), null, null),
                hash,
                true,
                false);
        placed(account);
        audit.record(Viewer.ANONYMOUS, "account.create", "account", name, who.role() + " " + who.issuer());
        Account kept = accounts.save(account);
        link(who, kept);
        return kept;
    }

    private void link(Arriving who, Account account) {
        jdbc.sql("insert into account_identity (issuer, subject, account_id, linked_at) values (?, ?, ?, ?)")
                .params(who.issuer(), who.subject(), account.viewer().account(), Timestamp.from(Instant.now()))
                .update();
        audit.record(
                Viewer.ANONYMOUS, "account.link", "account", account.viewer().username(), who.issuer());
    }

    /** His groups may have changed since he was here last; which carrier somebody belongs to only the hub knows. */
    private void place(Account account, Arriving who) {
        Viewer now = account.viewer();
        boolean same = now.role() == who.role() && java.util.Objects.equals(now.region(), who.region());
        if (same) {
            return;
        }
        if (who.role().ofCarrier() || now.role().ofCarrier()) {
            throw refused("oidc.carrier", Sentence.of("refused.oidc.carrier"));
        }
        account.move(new Seat(who.role(), who.region(), null, null));
        placed(account);
        audit.record(
                Viewer.ANONYMOUS,
                "account.move",
                "account",
                now.username(),
                who.role() + (who.region() == null ? "" : " " + who.region()));
    }

    private void placed(Account account) {
        Viewer v = account.viewer();
        OrganisationRegister.Place place = organisations.place(v);
        account.placed(place.carrierRegion(), place.organisation());
    }

    private static Problem refused(String code, Sentence why) {
        return new Problem(403, code, why);
    }
}
