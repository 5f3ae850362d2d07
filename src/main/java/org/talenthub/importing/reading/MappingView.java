package org.talenthub.importing.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.importing.batch.BatchView;

/**
 * How the titles of a person's sheet were understood, and what is still to be said.
 *
 * @param problem why the file cannot be read before somebody answers; null when it was read
 * @param sheets the sheets to choose from, when that is the question; else empty
 * @param sheet the sheet that is read; empty for a csv
 * @param headerRow as a spreadsheet program counts; 0 while no sheet is chosen
 * @param missing titles of required columns that were not found
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MappingView(
        BatchView.@Nullable ProblemView problem,
        List<String> sheets,
        String sheet,
        int headerRow,
        List<Title> columns,
        List<String> missing,
        List<Target> fields) {

    /**
     * One column of the sheet.
     *
     * @param letter as a spreadsheet program shows it
     * @param title in the person's own sheet
     * @param field what it is read as; empty when it is not read
     * @param how exact (by its title), chosen (just now), remembered (from an earlier upload), likely (not read, resembles
     *     {@code likely}), none
     * @param likely field that an unread title resembles, or else what stands below it
     * @param samples up to two of the values below it, contacts and numbers of documents masked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Title(
            int index,
            String letter,
            String title,
            String field,
            String how,
            @Nullable String likely,
            List<String> samples) {}

    /** A column of the feed. */
    public record Target(String field, String title, boolean required) {}

    /** Whether a person should look: something is open, chosen, remembered or likely. */
    public boolean notable() {
        return problem != null
                || columns.stream()
                        .anyMatch(c -> !c.how().equals("exact") && !c.how().equals("none"));
    }
}
