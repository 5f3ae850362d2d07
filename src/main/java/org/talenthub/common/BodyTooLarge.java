package org.talenthub.common;

import java.io.IOException;

/** A request went on sending after it had sent more than its sender may; an IOException, since it happens while it is read. */
public final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    public BodyTooLarge() {
        super("more than is allowed here");
    }
}
