package org.talenthub.common;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The normalised values of one report or record by field name, sorted by name. A value is a {@link String} (text, code, ISO
 * date or month), an {@link Integer}, a tenth as a {@link Double} or a non-empty {@code List<String>}; a blank field is absent. Never holds a sensitive value.
 */
public final class Fields {

    private final SortedMap<String, Object> values;

    public Fields(Map<String, Object> values) {
        this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public SortedMap<String, Object> asMap() {
        return values;
    }

    public boolean has(String field) {
        return values.containsKey(field);
    }

    public @Nullable Object get(String field) {
        return values.get(field);
    }

    public Optional<String> text(String field) {
        return values.get(field) instanceof String s ? Optional.of(s) : Optional.empty();
    }

    public Optional<Integer> number(String field) {
        return values.get(field) instanceof Number n ? Optional.of(n.intValue()) : Optional.empty();
    }

    /** The values of a multi-value field; a single text counts as a list of one; empty when absent. */
    public List<String> list(String field) {
        Object value = values.get(field);
        if (value instanceof List<?> l) {
            return l.stream().map(String::valueOf).toList();
        }
        return value instanceof String s ? List.of(s) : List.of();
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Fields f && values.equals(f.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Fields" + values.keySet();
    }
}
