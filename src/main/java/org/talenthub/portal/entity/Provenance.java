package org.talenthub.portal.entity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.portal.Link;

/**
 * Where a record's facts come from, in words.
 *
 * @param byField field to the report that it was taken from; without those that the common source says
 * @param common the report that most facts come from, told once; null where the viewer may not know
 * @param only whether it is where all of them come from
 * @param reporters everybody who reports the record, the newest first
 * @param disputes where reports disagree, and what an official decided; null when nothing of the kind is there
 * @param decidable the viewer may decide
 * @param rules which report a field is taken from; null where there is nothing to tell
 */
record Provenance(
        Map<String, Link> byField,
        @Nullable Link common,
        boolean only,
        List<Reporter> reporters,
        @Nullable Disputes disputes,
        boolean decidable,
        @Nullable Rules rules) {

    static final Provenance NONE = new Provenance(Map.of(), null, false, List.of(), null, false, null);

    /** What a fact's mark says: open, settled, or nothing. */
    @Nullable
    String mark(String field) {
        return disputes == null
                ? null
                : disputes.rows().stream()
                        .filter(d -> d.field().equals(field))
                        .map(d -> d.open() ? "open" : "settled")
                        .findFirst()
                        .orElse(null);
    }

    /**
     * Who reports the record.
     *
     * @param name with the way to its page
     * @param when of its newest report, with the way to the batch
     */
    record Reporter(Link name, Link when) {}

    /** Fields by reports. */
    record Disputes(List<Column> columns, List<Row> rows) {}

    /**
     * One report.
     *
     * @param report its id
     * @param when when and where it said so, with the way to the batch
     * @param adopts how many open fields it would decide as a whole
     */
    record Column(String report, String reporter, Link when, int adopts) {}

    /**
     * A field with what each report says of it.
     *
     * @param together titles of the other fields that are decided with it, null when there are none
     * @param open nobody has decided, or what was decided needs another look
     * @param cells one a column
     */
    record Row(
            String field,
            String label,
            @Nullable String together,
            boolean open,
            List<Cell> cells,
            @Nullable Decision decision) {}

    /** @param text null where the report leaves it blank */
    record Cell(@Nullable String text, boolean holds) {}

    /** @param warning message key: why it needs another look, null when it does not */
    record Decision(String text, String reason, @Nullable String warning) {}

    /** @param except one sentence a rule */
    record Rules(List<String> order, List<String> except, List<String> together) {}
}
