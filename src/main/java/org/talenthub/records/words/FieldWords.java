package org.talenthub.records.words;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Masks;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Regions;

/** Says single values of reports and records in words. */
@Component
public class FieldWords {

    private final Dictionaries dictionaries;
    private final Regions regions;

    FieldWords(Dictionaries dictionaries, Regions regions) {
        this.dictionaries = dictionaries;
        this.regions = regions;
    }

    /** The value as it may be shown to those who see the record in full: a sensitive one masked. */
    public static Object shown(Column c, Object value) {
        return c.sensitive() ? Masks.mask(c.type(), String.valueOf(value)) : Prose.NAMED.read(c, value);
    }

    /** @param value as {@link #shown} gave it */
    public String text(Column c, Object value, boolean english) {
        Stream<?> values = value instanceof List<?> several ? several.stream() : Stream.of(value);
        return values.map(v -> word(c, String.valueOf(v), english)).collect(Collectors.joining(english ? ", " : "、"));
    }

    private String word(Column c, String value, boolean english) {
        if (c.type() == ColumnType.CODE && c.dictionary() != null) {
            var dictionary = dictionaries.get(c.dictionary());
            return english ? dictionary.english(value) : dictionary.label(value);
        }
        if (c.type() == ColumnType.REGION) {
            return english ? regions.english(value) : regions.fullName(value);
        }
        return value;
    }
}
