package org.talenthub.records.model;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Columns of a table, and where their values come from. */
final class Columns<T> {

    /** Longer texts travel as bytes: the driver would escape them character by character, and twice, once only to know their length. */
    private static final int LONG_TEXT = 100;

    private final Map<String, Function<T, @Nullable Object>> byName = new LinkedHashMap<>();

    Columns<T> with(String name, Function<T, @Nullable Object> value) {
        byName.put(name, value);
        return this;
    }

    Columns<T> with(Columns<T> more) {
        byName.putAll(more.byName);
        return this;
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    Map<String, Object> map(T row) {
        Map<String, Object> map = new LinkedHashMap<>();
        byName.forEach((name, column) -> {
            Object value = column.apply(row);
            if (value != null) {
                map.put(name, value);
            }
        });
        return map;
    }

    /**
     * @param before how many parameters stand before the row's
     * @return how many stand before the next row's
     */
    int set(PreparedStatement statement, int before, T row) throws SQLException {
        int i = before;
        for (Function<T, @Nullable Object> column : byName.values()) {
            Object value = column.apply(row);
            if (value instanceof String text && text.length() > LONG_TEXT) {
                statement.setBytes(++i, text.getBytes(StandardCharsets.UTF_8));
            } else {
                statement.setObject(++i, value);
            }
        }
        return i;
    }
}
