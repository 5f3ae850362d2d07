package org.talenthub.importing.sheet.header;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.Headers;

/**
 * What a person said about how a file is to be read, now or earlier.
 *
 * @param sheet name of the sheet to read; null when the header decides
 * @param headerRow the row with the titles, from 1; 0 when it is to be found
 * @param columns column index from 0 to field name, an empty one for “not to be read”; what is absent is found by its title
 * @param titles the same by the compared form of the title
 * @param remembered compared form of a title ({@link Headers#key}) to field name or empty, from this reporter's earlier uploads
 */
public record Wishes(
        @Nullable String sheet,
        int headerRow,
        Map<Integer, String> columns,
        Map<String, String> titles,
        Map<String, String> remembered) {

    /** Nobody said anything. */
    public static final Wishes NONE = new Wishes(null, 0, Map.of(), Map.of(), Map.of());

    public Wishes {
        columns = Map.copyOf(columns);
        titles = Map.copyOf(titles);
        remembered = Map.copyOf(remembered);
    }
}
