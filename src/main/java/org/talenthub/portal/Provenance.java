package org.talenthub.portal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a record's facts come from, in words.
 *
 * @param byField field to the report that says so
 * @param otherwise the report behind every other field; null when each is named, or nothing may be told
 * @param summary who reported the record last and when
 */
record Provenance(
        Map<String, String> byField,
        @Nullable String otherwise,
        @Nullable String summary) {

    static final Provenance NONE = new Provenance(Map.of(), null, null);

    boolean isEmpty() {
        return byField.isEmpty() && otherwise == null;
    }

    @Nullable
    String source(String field) {
        String said = byField.get(field);
        return said == null ? otherwise : said;
    }
}
