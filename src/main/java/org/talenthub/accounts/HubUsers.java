package org.talenthub.accounts;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.security.Duty;
import org.talenthub.security.HubMode;
import org.talenthub.security.HubUser;
import org.talenthub.security.HubUser.Means;
import org.talenthub.security.throttle.Usernames;

/** Accounts as Spring Security asks for them. */
@Component
class HubUsers implements UserDetailsService, UserDetailsPasswordService {

    private final AccountRepository accounts;
    private final AccountSettings settings;
    private final HubMode mode;

    HubUsers(AccountRepository accounts, AccountSettings settings, HubMode mode) {
        this.accounts = accounts;
        this.settings = settings;
        this.mode = mode;
    }

    @Override
    public HubUser loadUserByUsername(String username) {
        String name = Usernames.canonical(username);
        // A database may take names for equal that are not.
        return accounts.findByUsername(name)
                .filter(a -> a.viewer().username().equals(name))
                .map(a -> user(a, null))
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** @param token the name of the program's token that stands for the account, null for its owner */
    HubUser user(Account a, @Nullable String token) {
        Set<Duty> duties = token == null ? duties(a) : Set.of();
        boolean alone = !duties.contains(Duty.CODE) && (duties.isEmpty() || a.youngerThan(settings.grace()));
        return new HubUser(
                a.viewer(),
                a.passwordHash(),
                a.usable(mode.demo(), settings.staleAfter()),
                Instant.now(),
                new Means(duties, alone, token));
    }

    private Set<Duty> duties(Account a) {
        EnumSet<Duty> duties = EnumSet.noneOf(Duty.class);
        if (a.hasFactor()) {
            duties.add(Duty.CODE);
        } else if (!mode.demo() && settings.secondFactor().contains(a.role())) {
            duties.add(Duty.SECOND_FACTOR);
        }
        if (a.oneUse()) {
            duties.add(Duty.PASSWORD);
        }
        return duties;
    }

    /** The password that was just shown, hashed as passwords are hashed now. */
    @Override
    @Transactional
    public UserDetails updatePassword(UserDetails user, @Nullable String hash) {
        Account account = accounts.findByUsername(user.getUsername()).orElseThrow();
        if (hash != null) {
            account.renewHash(hash);
        }
        return user(account, null);
    }
}
