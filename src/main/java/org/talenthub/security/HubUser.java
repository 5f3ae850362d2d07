package org.talenthub.security;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Who is signed in, as Spring Security carries it: the viewer, and the password's hash until it has been checked. */
public final class HubUser implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 2L;

    private final Viewer viewer;
    private final boolean usable;
    private final Instant asOf;
    private final Means means;
    private @Nullable String passwordHash;

    /**
     * How he proves who he is, and what that leaves to be done.
     *
     * @param duties before anything else on the site
     * @param passwordAlone opens the API to him
     * @param token name of the program's token that stands for him, else null
     */
    public record Means(
            Set<Duty> duties,
            boolean passwordAlone,
            @Nullable String token) implements java.io.Serializable {

        public static final Means PASSWORD = new Means(Set.of(), true, null);

        public Means {
            duties = Set.copyOf(duties);
        }
    }

    public HubUser(Viewer viewer, String passwordHash, boolean usable, Instant asOf) {
        this(viewer, passwordHash, usable, asOf, Means.PASSWORD);
    }

    public HubUser(Viewer viewer, String passwordHash, boolean usable, Instant asOf, Means means) {
        this.viewer = viewer;
        this.passwordHash = passwordHash;
        this.usable = usable;
        this.asOf = asOf;
        this.means = means;
    }

    /** The same without what is done now. */
    public HubUser without(Duty done) {
        Set<Duty> left = means.duties.stream().filter(d -> d != done).collect(java.util.stream.Collectors.toSet());
        return new HubUser(viewer, "", usable, asOf, new Means(left, means.passwordAlone, means.token));
    }

    public Viewer viewer() {
        return viewer;
    }

    /** When the account was read. */
    public Instant asOf() {
        return asOf;
    }

    /** What is to be done before anything else on the site. */
    public Set<Duty> duties() {
        return means.duties;
    }

    /** The API takes his password without anything further. */
    public boolean passwordAlone() {
        return means.passwordAlone;
    }

    /** The name of the token that stands for him, null for himself. */
    public @Nullable String token() {
        return means.token;
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
