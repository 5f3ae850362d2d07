package org.talenthub.security.signin;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** A further way into the site, beside name and password. */
public interface SiteDoor {

    /** Adds what it needs to the site's filters. */
    void open(HttpSecurity http);

    /** What the button on the page for signing in says. */
    String name();

    /** Where that button leads. */
    String address();
}
