package org.talenthub.security;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Who is signed in, as Spring Security carries it: the viewer, and the password's hash until it has been checked. */
public final class HubUser implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1L;

    private final Viewer viewer;
    private final boolean usable;
    private final Instant asOf;
    private @Nullable String passwordHash;

    public HubUser(Viewer viewer, String passwordHash, boolean usable, Instant asOf) {
        this.viewer = viewer;
        this.passwordHash = passwordHash;
        this.usable = usable;
        this.asOf = asOf;
    }

    public Viewer viewer() {
        return viewer;
    }

    /** When the account was read. */
    public Instant asOf() {
        return asOf;
    }

    @Override
    public List<GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + viewer.role()));
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return viewer.username();
    }

    @Override
    public boolean isEnabled() {
        return usable;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public String toString() {
        return "HubUser[" + viewer.username() + "]";
    }
}
