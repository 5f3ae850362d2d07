package org.talenthub.search.kinds;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talenthub.search.Kind;

/**
 * A field that typed words are looked for in.
 *
 * @param field in the index
 * @param column the feed's column that it comes from and whose privacy class it has; null for the words of codes, which whoever may
 *     search the kind may see
 * @param shownAs the field of the item that a highlight belongs to; null when it is not shown as it stands
 * @param boost how much a match counts: names before skills before prose
 */
public record TextField(
        String field, @Nullable String column, @Nullable String shownAs, float boost) {

    static TextField of(String field, float boost) {
        return new TextField(field, field, field, boost);
    }

    /** Texts with the name of a person who is shown to some without it. */
    static TextField named(String column) {
        return new TextField("named", column, null, 4);
    }

    /** A field, and where its text stands when a name is in it. */
    public static List<TextField> withNamed(Kind kind, TextField field) {
        return of(kind).stream()
                .filter(f ->
                        f.equals(field) || (f.field().equals("named") && !Objects.equals(field.column(), f.column())))
                .toList();
    }

    /** The words of the record's codes. */
    public static final TextField LABELS = new TextField("labels", null, null, 1);

    public static List<TextField> of(Kind kind) {
        return KindTraits.of(kind).texts();
    }
}
