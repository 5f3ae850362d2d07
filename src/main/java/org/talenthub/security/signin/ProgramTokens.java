package org.talenthub.security.signin;

import java.util.Optional;
import java.util.Set;
import org.talenthub.security.HubUser;
import org.talenthub.security.TokenScope;

/** The tokens by which programs sign in; told by the accounts. */
public interface ProgramTokens {

    /** What every token begins with, so that one is recognised where it should not lie. */
    String PREFIX = "hub_";

    /** Whom a token stands for, and for what. */
    record Holder(HubUser user, Set<TokenScope> scopes) {}

    /** Empty for a token that is unknown, has ended, or whose account may not sign in. */
    Optional<Holder> holder(String token);
}
