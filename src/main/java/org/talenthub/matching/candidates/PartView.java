package org.talenthub.matching.candidates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.HubTime;
import org.talenthub.matching.scoring.score.Strength;
import org.talenthub.matching.scoring.score.Verdict;

/**
 * One part of a score as the API and the pages tell it to one viewer.
 *
 * @param kind HARD or SOFT
 * @param reason in words
 * @param evidence what it stands on, as far as the viewer may see it
 * @param next {@code ask}, {@code correct} or {@code relax}; null when nothing is to be done
 */
public record PartView(
        String name,
        String label,
        String kind,
        Strength strength,
        double weight,
        double points,
        Verdict verdict,
        String verdictLabel,
        String reason,
        List<Evidence> evidence,
        @Nullable String next,
        @Nullable String nextLabel) {

    /**
     * A field that was judged.
     *
     * @param record {@code demand} or {@code talent}
     * @param batch null when the viewer may not open it
     * @param row of the person's own file; null where the source is not told
     */
    public record Evidence(
            String record,
            String field,
            String label,
            @Nullable String batch,
            @Nullable Integer row,
            @Nullable Instant date) {

        /** The day it was committed in Hubei; empty where the source is not told. */
        public String day() {
            return date == null ? "" : LocalDate.ofInstant(date, HubTime.ZONE).toString();
        }
    }

    /** The condition does not hold, or nearly does not: what speaks against. */
    public boolean against() {
        return verdict == Verdict.UNMET || verdict == Verdict.NEAR;
    }

    /** 0 to 100 of what the part could give. */
    public int filled() {
        return weight <= 0 ? 0 : (int) Math.round(Math.max(0, Math.min(1, points / weight)) * 100);
    }
}
