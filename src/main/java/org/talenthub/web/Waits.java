package org.talenthub.web;

import java.util.List;
import org.talenthub.security.Viewer;

/**
 * What waits for somebody, on the strip of the first page. A module that knows of such contributes it as a bean; the page knows none of
 * them.
 */
public interface Waits {

    /** From left to right, what lapses first first. */
    int order();

    /** Nothing where nothing waits. May fail, as when an engine is away: then it is left out. */
    List<Wait> of(Viewer viewer);

    /**
     * One of them.
     *
     * @param label what waits, in the language of the request
     * @param value how much of it, or until when
     * @param href the list that has exactly that many
     * @param urgent it should have been done by now
     */
    record Wait(String label, String value, String href, boolean urgent) {}
}
