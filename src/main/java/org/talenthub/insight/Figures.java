package org.talenthub.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a board.
 *
 * @param name of the board
 * @param date the day they are of
 * @param groups in the order that they are shown
 */
public record Figures(String name, String date, List<Group> groups) {

    /** Numbers that are compared with each other. */
    public record Group(String name, String label, List<Figure> figures) {}

    /**
     * One number.
     *
     * @param name code of what is counted
     * @param value a number, or {@code "<3"}
     * @param target to be reached, null for none
     * @param heads that demands ask for, null where that says nothing
     * @param href API address whose {@code total} is the value; null where no rows are shown
     * @param page the site's list of the same rows, null likewise
     */
    public record Figure(
            String name,
            String label,
            Object value,
            @Nullable Long target,
            @Nullable Long heads,
            @Nullable String href,
            @Nullable String page) {}
}
