package org.talenthub.records.words;

import java.util.List;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Privacy;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.reference.contacts.OwnName;

/** Texts that people wrote, read as one viewer may: without contacts, and without the names that are not shown to him. */
public final class Prose {

    /** For those who are shown names. */
    public static final Prose NAMED = new Prose(List.of());

    private final List<OwnName> names;

    public Prose(List<OwnName> names) {
        this.names = names;
    }

    /** A column's value; what is no prose, and names that are columns of their own, come back as they are. */
    public Object read(Column c, Object value) {
        return !in(c)
                ? value
                : value instanceof List<?> items
                        ? items.stream()
                                .map(item -> one(c, String.valueOf(item)))
                                .distinct()
                                .toList()
                        : value instanceof String text ? one(c, text) : value;
    }

    /** One text of a column. */
    public String one(Column c, String text) {
        return names(c, Contacts.mask(text));
    }

    /** An enterprise that everybody knows by its name keeps it, though its owner's may be in it. */
    private String names(Column c, String text) {
        boolean kept = isPerson(c) || (c.type() == ColumnType.NAME && c.privacy() == Privacy.PUBLIC);
        return kept ? text : masked(text);
    }

    /** A text that is no column's. */
    public String text(String text) {
        return masked(Contacts.mask(text));
    }

    private String masked(String text) {
        String read = text;
        for (OwnName name : names) {
            read = name.mask(read);
        }
        return read;
    }

    /** Whether a column holds texts that people wrote. */
    public static boolean in(Column c) {
        return switch (c.type()) {
            case TEXT, NAME, PLACE, MONEY_RANGE -> true;
            default -> false;
        };
    }

    /** Whether it is the name of a person; those of organisations are not personal. */
    public static boolean isPerson(Column c) {
        return c.type() == ColumnType.NAME && c.privacy() == Privacy.PERSONAL;
    }
}
