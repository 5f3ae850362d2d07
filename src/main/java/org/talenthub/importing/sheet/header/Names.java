package org.talenthub.importing.sheet.header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.Column;
import org.talenthub.reference.English;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Headers;
import org.talenthub.reference.chinese.Simplified;
import org.talenthub.reference.chinese.Texts;

/** What the columns of a feed are known by, for one look at a sheet: the same cells are looked at beside each of the rows above them. */
final class Names {

    private final Map<String, Column> columns = new HashMap<>();
    private final Map<Character, List<String>> byFirst = new HashMap<>();
    private final Map<String, List<String>> keys = new HashMap<>();
    private final Map<String, String> plain = new HashMap<>();

    private Names() {}

    static Names of(Feed feed, boolean english) {
        Names names = new Names();
        if (english) {
            feed.columns().forEach(c -> names.put(English.column(c.field(), c.title()), c));
        }
        for (Column c : feed.columns()) {
            c.aliases().forEach(alias -> names.put(alias, c));
        }
        feed.columns().forEach(c -> names.put(c.title(), c));
        return names;
    }

    private void put(String title, Column column) {
        String name = Headers.key(title);
        if (!name.isEmpty() && columns.put(name, column) == null) {
            byFirst.computeIfAbsent(name.charAt(0), c -> new ArrayList<>()).add(name);
        }
    }

    /** As {@link Headers#key}. */
    String key(String title) {
        return plain.computeIfAbsent(title, Headers::key);
    }

    /**
     * @param whole the title with what stands above it
     * @return null for what no column is called
     */
    @Nullable
    Column column(String whole, String title) {
        Column exact = columns.getOrDefault(key(whole), columns.get(key(title)));
        return exact != null
                ? exact
                : Stream.of(whole, title)
                        .distinct()
                        .flatMap(t -> keys.computeIfAbsent(t, x -> likely(x) ? Headers.keys(x) : List.of()).stream())
                        .map(columns::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** All that {@link Headers#keys} does is leave signs out: a title holds the signs of its name in their order. */
    private boolean likely(String text) {
        String plain = Texts.key(text);
        return holdsOne(plain) || holdsOne(Simplified.of(plain));
    }

    private boolean holdsOne(String text) {
        for (int i = 0; i < text.length(); i++) {
            for (String name : byFirst.getOrDefault(text.charAt(i), List.of())) {
                if (within(name, text, i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean within(String name, String text, int from) {
        int at = 0;
        for (int i = from; i < text.length() && at < name.length(); i++) {
            at += text.charAt(i) == name.charAt(at) ? 1 : 0;
        }
        return at == name.length();
    }
}
