package org.talenthub.portal;

import org.jspecify.annotations.Nullable;

/** A text, and where it leads if anywhere. */
public record Link(String text, @Nullable String href) {

    public static Link plain(String text) {
        return new Link(text, null);
    }
}
