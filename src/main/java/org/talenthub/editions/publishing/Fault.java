package org.talenthub.editions.publishing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Sentence;
import org.talenthub.editions.lint.Finding;

/**
 * Something that stands against publishing a draft.
 *
 * @param line number of the line, 0 for the edition as a whole
 * @param field of its words; blank for the line as a whole
 * @param code stable machine name: {@code wording.sex}, {@code line.closed}
 * @param said what is wrong and how to put it right
 * @param finding the place in the text, and a wording that works; null where it is not about a wording
 */
public record Fault(
        int line,
        String field,
        String code,
        Sentence said,
        @Nullable Finding finding) {

    /** In the reader's language. */
    public String message(Locale locale) {
        return said.in(locale);
    }
}
