package org.talenthub.security.signin;

import jakarta.servlet.http.HttpServletRequest;

/** Links that open something without an account, to whoever was given them. */
public interface OpenLinks {

    /** Whether the address holds the secret of such a link that may write: its holder may send as much as who is signed in. */
    boolean opens(HttpServletRequest request);
}
