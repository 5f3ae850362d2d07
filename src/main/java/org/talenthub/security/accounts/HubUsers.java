package org.talenthub.security.accounts;

import java.time.Instant;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.talenthub.security.HubMode;
import org.talenthub.security.HubUser;

/** Accounts as Spring Security asks for them. */
@Component
class HubUsers implements UserDetailsService {

    private final AccountRepository accounts;
    private final HubMode mode;

    HubUsers(AccountRepository accounts, HubMode mode) {
        this.accounts = accounts;
        this.mode = mode;
    }

    @Override
    public HubUser loadUserByUsername(String username) {
        String name = Usernames.canonical(username);
        // A database may take names for equal that are not.
        return accounts.findByUsername(name)
                .filter(a -> a.viewer().username().equals(name))
                .map(a -> new HubUser(a.viewer(), a.passwordHash(), a.usable(mode.demo()), Instant.now()))
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }
}
