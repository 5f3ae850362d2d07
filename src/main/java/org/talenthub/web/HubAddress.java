package org.talenthub.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where the hub is, for what is read outside of it: letters. Pages and redirects need no address. */
@Component
public class HubAddress {

    private final String configured;

    /** @param configured {@code https://hub.example}; the address that a request was sent to when empty */
    HubAddress(@Value("${hub.address:}") String configured) {
        this.configured = configured.strip().replaceAll("/+$", "");
    }

    /** Without a slash at the end. */
    public String get() {
        return configured.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : configured;
    }
}
