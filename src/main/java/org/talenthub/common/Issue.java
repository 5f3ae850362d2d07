package org.talenthub.common;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, doubtful or worth knowing about one cell (or, with an empty column, one row) of a person's sheet.
 *
 * @param column the column's title as the feed names it (出生年月), empty for the whole row
 * @param code stable machine name in lower-case words joined by dots: {@code date.unreadable}
 * @param said what is wrong and how to write it right; stored as {@code message}
 * @param value what stood in the cell, already masked when the column is sensitive; null when it was empty
 */
public record Issue(
        String column,
        String code,
        Level level,
        @JsonProperty("message") Sentence said,
        @Nullable String value) {

    /**
     * How bad it is: an error rejects the row, a warning keeps and flags it, a suspect asks whether two records are one person, a
     * notice only says how a value was understood.
     */
    public enum Level {
        ERROR,
        WARNING,
        SUSPECT,
        NOTICE
    }

    public static Issue error(String column, String code, Sentence said, @Nullable String value) {
        return new Issue(column, code, Level.ERROR, said, value);
    }

    public static Issue warning(String column, String code, Sentence said, @Nullable String value) {
        return new Issue(column, code, Level.WARNING, said, value);
    }

    public static Issue notice(String column, String code, Sentence said, @Nullable String value) {
        return new Issue(column, code, Level.NOTICE, said, value);
    }

    /** As {@link #error(String, String, String, String)}. */
    public static Issue warning(String column, String code, String said, @Nullable String value) {
        return warning(column, code, Sentence.plain(said), value);
    }

    /** @param said in Chinese; for what comes from elsewhere and has no English */
    public static Issue error(String column, String code, String said, @Nullable String value) {
        return error(column, code, Sentence.plain(said), value);
    }

    /** In the reader's language. */
    public String message(Locale locale) {
        return said.in(locale);
    }

    /** In Chinese. */
    public String message() {
        return said.toString();
    }
}
