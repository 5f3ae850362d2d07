package org.talenthub.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Fields;
import org.talenthub.common.Issue;

/** One row while its cells are read. */
final class Row {

    private static final int LONGEST_VALUE = 200;

    private final Map<String, Object> fields = new TreeMap<>();
    private final Map<String, String> sealed = new HashMap<>(4);
    private final List<Issue> issues = new ArrayList<>(2);

    void put(String field, Object value) {
        fields.put(field, value);
    }

    void seal(Column column, String value) {
        sealed.put(column.field(), value);
    }

    @Nullable
    Object get(String field) {
        return fields.get(field);
    }

    void error(Column column, String code, String message, @Nullable String typed) {
        issues.add(Issue.error(column.title(), code, message, shown(column, typed)));
    }

    void warning(Column column, String code, String message, @Nullable String typed) {
        issues.add(Issue.warning(column.title(), code, message, shown(column, typed)));
    }

    private static @Nullable String shown(Column column, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = Texts.clean(typed, false);
        if (column.sensitive()) {
            return Masks.mask(column.type(), text);
        }
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
    }

    Parsed parsed() {
        return new Parsed(new Fields(fields), sealed, issues);
    }
}
