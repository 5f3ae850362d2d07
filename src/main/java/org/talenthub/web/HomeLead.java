package org.talenthub.web;

import java.util.List;
import java.util.Optional;
import org.talenthub.security.Viewer;

/** What a module leads the first page with, for those whom it has something for. May fail, as when an engine is away: then it is left out. */
public interface HomeLead {

    /** From top to bottom. */
    int order();

    Optional<Lead> of(Viewer viewer);

    /**
     * @param title what waits, in words and numbers
     * @param href where all of it is
     * @param more what that place is called
     */
    record Lead(String title, String href, String more, List<Line> lines) {}

    /** @param note the small words behind it */
    record Line(String text, String href, String note) {}
}
