package org.talenthub.importing.reading;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about how a file is to be read.
 *
 * @param feed what kind of sheet it is; null for what it was said to be
 * @param sheet name of the sheet; null when the header decides
 * @param columns a column's letters (C) or its title in the sheet to the field or title of the feed; an empty one is not read
 */
public record ReadingChoice(@Nullable String feed, @Nullable String sheet, Map<String, String> columns) {

    /** Nothing is said. */
    public static final ReadingChoice NONE = new ReadingChoice(null, null, Map.of());

    public ReadingChoice {
        columns = columns == null ? Map.of() : Map.copyOf(columns);
    }

    public ReadingChoice(@Nullable String sheet, Map<String, String> columns) {
        this(null, sheet, columns);
    }
}
