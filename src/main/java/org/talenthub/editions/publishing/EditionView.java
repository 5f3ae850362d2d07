package org.talenthub.editions.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.editions.model.EditionLife.State;

/**
 * An edition as somebody may see it.
 *
 * @param sha256 of the bytes of its file; null for a draft
 * @param states of its lines, by number
 * @param open of each line that is still open the first open demand, which everybody may look at
 * @param faults what stands against publishing it; only of a draft
 * @param allowed what the viewer may do with it now
 */
public record EditionView(
        EditionContent content,
        State state,
        int version,
        @Nullable Instant publishedAt,
        @Nullable String sha256,
        Map<Integer, LineState> states,
        Map<Integer, String> open,
        List<Correction> errata,
        List<Fault> faults,
        List<String> allowed) {

    /** @param line number of the line that it corrects; null for the edition as a whole */
    public record Correction(int n, @Nullable Integer line, String text, Instant at) {}

    public List<Fault> faults(int line) {
        return faults.stream().filter(f -> f.line() == line).toList();
    }

    /**
     * An edition in a list.
     *
     * @param edition its id
     */
    public record Brief(
            String edition,
            String title,
            String kind,
            @Nullable String number,
            String date,
            @Nullable String document,
            State state,
            @Nullable String sha256,
            int lines) {}
}
