package org.talenthub.records.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose a row is.
 *
 * @param same the record that it belongs to, null for nobody's
 * @param why null with {@code same}
 * @param into another's record that the row proves its own one to be: that becomes part of this one
 * @param pairs what others it may be about too, one report of each person; people decide
 */
public record Verdict(
        @Nullable Long same, @Nullable Why why, @Nullable Long into, List<Earlier> pairs) {

    public enum Kind {
        SAME,
        PAIR,
        OTHER
    }

    public enum Why {
        /** People decided about this number under this name. */
        DECIDED,
        /** Its reporter spoke of that person before. */
        OWN,
        /** Its verified number is that person's. */
        PROVED,
        /** Its reporter has standing towards that person. */
        STANDING,
        /** The record that it was before its last report was withdrawn. */
        BACK
    }

    public Verdict {
        pairs = List.copyOf(pairs);
    }

    public Kind kind() {
        return same != null ? Kind.SAME : pairs.isEmpty() ? Kind.OTHER : Kind.PAIR;
    }
}
