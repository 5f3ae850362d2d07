package org.talenthub.importing.batch.revert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.reverts.Reverts.Effect;

/**
 * What reverting a batch would do, before it is done.
 *
 * @param records how many the batch touched: gone + changed + unchanged + unknown
 * @param gone records that leave the pool, since nobody else reported them
 * @param changed records of which some values become what other reports say
 * @param unchanged records that stay as they are, since others say the same or say it better
 * @param unknown records with other reports that were too many to be worked out beforehand
 * @param later batches committed after this one that touched some of the same records; they stay
 * @param effect which records {@code items} shows; null for all: changed first, then gone, then unchanged
 */
public record RevertPreview(
        String id,
        String fileName,
        int records,
        int gone,
        int changed,
        int unchanged,
        int unknown,
        List<LaterBatch> later,
        @Nullable Effect effect,
        long total,
        int page,
        int size,
        List<Item> items) {

    /** A revert of more records than this has to be confirmed by their number. */
    private static final int MANY = 50;

    /** How many records a revert changes, or may. */
    public int touched() {
        return gone + changed + unknown;
    }

    /** Whether the number has to be typed before it is done. */
    public boolean many() {
        return touched() > MANY;
    }

    /**
     * @param reason why, in the reporter's words
     * @param number how many records, as typed
     * @throws Problem 422 when what is owed is missing
     */
    public void confirm(String reason, String number) {
        if (reason.strip().length() < 2) {
            throw Problem.unusable("revert.reason", Sentence.of("refused.revert.reason"));
        }
        if (many() && !number.replaceAll("[,，\\s]", "").equals(String.valueOf(touched()))) {
            throw Problem.unusable("revert.number", Sentence.of("refused.revert.number", touched()));
        }
    }

    /** @param id null, as the name of the file, when the caller may not open it */
    public record LaterBatch(
            @Nullable String id, @Nullable String fileName, String reporter, Instant at, int records) {}

    /** @param row of the batch's file, as Excel numbers it */
    public record Item(String record, String name, int row, Effect effect, List<Change> changes) {}

    /** @param before in words, sensitive values masked; null when blank, as is after */
    public record Change(
            String field,
            String label,
            @Nullable String before,
            @Nullable String after) {}

    /** @throws Problem 400 when it is none */
    public static @Nullable Effect effect(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Effect.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("effect.unknown", Sentence.of("refused.effect.unknown"));
        }
    }
}
