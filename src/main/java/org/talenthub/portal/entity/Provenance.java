package org.talenthub.portal.entity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.portal.Link;

/**
 * Where a record's facts come from, in words.
 *
 * @param byField field to the report that it was taken from
 * @param summary who reported the record last and when, null where the viewer may not know
 * @param disputes fields on which reports disagree, or that an official decided
 * @param decidable the viewer may decide
 * @param rules which report a field is taken from; null where there is nothing to tell
 */
record Provenance(
        Map<String, Link> byField,
        @Nullable String summary,
        List<Dispute> disputes,
        boolean decidable,
        @Nullable Rules rules) {

    static final Provenance NONE = new Provenance(Map.of(), null, List.of(), false, null);

    boolean isEmpty() {
        return byField.isEmpty();
    }

    /** What a fact's mark says: open, settled, or nothing. */
    @Nullable
    String mark(String field) {
        return disputes.stream()
                .filter(d -> d.field().equals(field))
                .map(d -> d.open() ? "open" : "settled")
                .findFirst()
                .orElse(null);
    }

    /**
     * A field with the values that reports give it.
     *
     * @param together titles of the other fields that are decided with it, null when there are none
     * @param open nobody has decided, or what was decided needs another look
     */
    record Dispute(
            String field,
            String label,
            @Nullable String together,
            boolean open,
            List<Value> values,
            @Nullable Decision decision) {}

    /** @param report id of the newest report that says so */
    record Value(String text, boolean holds, String report, List<Link> sources) {}

    /** @param warning message key: why it needs another look, null when it does not */
    record Decision(String text, String reason, @Nullable String warning) {}

    /** @param except one sentence a rule */
    record Rules(List<String> order, List<String> except, List<String> together) {}
}
