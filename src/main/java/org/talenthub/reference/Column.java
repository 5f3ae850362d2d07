package org.talenthub.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Sentence;

/**
 * One column of a feed.
 *
 * @param field English name in code, JSON and indices ({@code employerName})
 * @param title Chinese header as in the template (工作单位)
 * @param aliases other headers that mean the same
 * @param multi several values, split at ；; 、 ， , and line breaks
 * @param dictionary name of the dictionary under {@code batch-jobs/dictionaries/} for {@link ColumnType#CODE}
 * @param strict an unknown code rejects the row; otherwise it is a warning and the field stays blank
 * @param maxLength longest text in characters; a longer one rejects the row
 * @param purpose why the column is kept (minimal columns, PIPL article 6), Chinese
 * @param hint what to write, shown in the template and in error texts, Chinese
 */
public record Column(
        String field,
        String title,
        List<String> aliases,
        boolean required,
        ColumnType type,
        boolean multi,
        @Nullable String dictionary,
        boolean strict,
        int maxLength,
        Privacy privacy,
        String purpose,
        @Nullable String hint,
        String example) {

    public Column {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
    }

    /** The header in both languages. */
    public Sentence named() {
        return Sentence.either(title, English.column(field, title));
    }

    /** The hint in both languages; nothing where there is none. */
    public Sentence advice() {
        return hint == null ? Sentence.plain("") : Sentence.either(hint, English.phrase(hint));
    }

    public boolean sensitive() {
        return privacy == Privacy.SENSITIVE;
    }
}
