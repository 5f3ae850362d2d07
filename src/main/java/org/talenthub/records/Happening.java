package org.talenthub.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a record, as one viewer may know of it.
 *
 * @param who an organisation or office; empty for the province
 * @param what of it, in words or codes of the kind; null where the kind says it all
 * @param field the column that it is about, null for the whole record
 * @param batch id of the batch, 13 characters; null when there is none or the viewer may not open it
 * @param row of that batch's file
 */
public record Happening(
        Instant at,
        Kind kind,
        String who,
        @Nullable String field,
        @Nullable String what,
        @Nullable String batch,
        @Nullable Integer row) {

    /** What happened. */
    public enum Kind {
        REPORTED,
        CORRECTED,
        CHOSEN,
        PLACED,
        MERGED,
        REVERTED,
        MATCHED,
        PUBLISHED,
        APPLIED,
        NAMED,
        ASSESSED
    }
}
