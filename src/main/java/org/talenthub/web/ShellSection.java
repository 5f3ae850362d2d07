package org.talenthub.web;

import org.talenthub.security.Viewer;

/**
 * A part of the site that the navigation of every page leads to, beside the kinds that are searched. A module that has one contributes it
 * as a bean; the frame knows none of them.
 */
public interface ShellSection {

    /** Its pages carry this as their {@code section}; {@code section.<key>} is its name, {@code section.<key>.waiting} what waits there. */
    String key();

    /** The address of its first page. */
    String href();

    /** From left to right. */
    int order();

    boolean shownTo(Viewer viewer);

    /**
     * How much waits there for the viewer, on its badge; 0 shows none. May fail, as when an engine is away: then there is no badge. Pages
     * may tell it some seconds later.
     */
    default int waiting(Viewer viewer) {
        return 0;
    }

    /** It knows its number without counting: pages tell it as it is now. */
    default boolean counted() {
        return false;
    }
}
