package org.talenthub.results.exports;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talenthub.records.RecordView;

/**
 * A column that can be exported.
 *
 * @param key as a request names it: the feed's field, or {@code carrier}, {@code id}
 * @param title as it heads the column
 * @param usual whether it is exported when no columns were chosen; contact and document numbers are not
 * @param label a code's word; a value itself where it is no code
 */
public record ExportColumn(String key, String title, boolean usual, UnaryOperator<String> label) {

    /** What the record shows there: a number, or a text that is empty where nothing is shown; several values stand behind one another. */
    Object value(RecordView record) {
        if (key.equals("id")) {
            return record.id();
        }
        Map<String, Object> fields = record.fields();
        Object value = fields.get(key);
        if (value == null && key.endsWith("Name")) {
            value = part(fields, "Name", "name");
        } else if (value == null && key.endsWith("Code")) {
            value = part(fields, "Code", "code");
        }
        return switch (value) {
            case null -> "";
            case Number n -> n;
            case Map<?, ?> m -> text(m.get("code") != null && m.get("label") != null ? m.get("code") : m.get("name"));
            case List<?> l -> l.stream().map(this::text).collect(Collectors.joining("；"));
            default -> text(value);
        };
    }

    private String text(@Nullable Object value) {
        return value == null ? "" : label.apply(value.toString());
    }

    /** A reference is shown as one map; the sheet has a column for its name and one for its code. */
    private @Nullable Object part(Map<String, Object> fields, String suffix, String of) {
        Object reference = fields.get(key.substring(0, key.length() - suffix.length()));
        return reference instanceof Map<?, ?> m ? Objects.requireNonNullElse(m.get(of), "") : null;
    }
}
