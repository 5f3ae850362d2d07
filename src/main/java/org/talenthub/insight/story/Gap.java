package org.talenthub.insight.story;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a record lacks.
 *
 * @param field the column
 * @param required the sheet asks for it
 * @param since the day from which it is too old; null for what is missing
 * @param who can add it, the viewer's own organisation first
 */
public record Gap(
        String field, Kind kind, boolean required, @Nullable LocalDate since, List<Who> who) {

    /** What is wrong with it. */
    public enum Kind {
        /** Nothing was ever said. */
        MISSING,
        /** Said or confirmed more than twelve months ago. */
        OLD
    }

    /**
     * An organisation that may report it.
     *
     * @param role STATION, BASE, CITY or PROVINCE
     * @param id of a carrier, null for a department
     * @param mine the viewer's own
     */
    public record Who(String role, @Nullable String id, String name, boolean mine) {}
}
