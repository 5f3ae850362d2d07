package org.talenthub.reference;

import org.talenthub.reference.standards.Contacts;

/** How sensitive values are shown to those who may not read them in full. */
public final class Masks {

    private Masks() {}

    /** Free text without the phone numbers, document numbers and e-mail addresses in it, mistyped ones included. */
    public static String quoted(String text) {
        return Contacts.maskStrictly(text);
    }

    /** The mask that fits the type; other than sensitive types come back as they are. */
    public static String mask(ColumnType type, String value) {
        return switch (type) {
            case PHONE -> phone(value);
            case EMAIL -> email(value);
            case DOCUMENT_NUMBER -> document(value);
            default -> value;
        };
    }

    /** A sentence with the mobile numbers, resident ID numbers and e-mail addresses in it masked. */
    public static String prose(String text) {
        return Contacts.mask(text);
    }

    /** 138****5678; of a landline and of anything else the last four are shown only when more than half stays hidden. */
    public static String phone(String value) {
        if (value.length() == 11 && value.charAt(0) == '1') {
            return value.substring(0, 3) + "****" + value.substring(7);
        }
        int area = value.indexOf('-');
        if (area > 0 && area <= 4 && value.length() - area > 7) {
            return value.substring(0, area + 1) + "****" + value.substring(value.length() - 4);
        }
        return value.length() > 8 ? "****" + value.substring(value.length() - 4) : "****";
    }

    /** 4201**********1234; of shorter documents the first and the last two characters. */
    public static String document(String value) {
        int shown = value.length() >= 15 ? 4 : value.length() >= 8 ? 2 : 0;
        return value.substring(0, shown)
                + "*".repeat(value.length() - 2 * shown)
                + value.substring(value.length() - shown);
    }

    /** b***@example.com. */
    public static String email(String value) {
        int at = value.lastIndexOf('@');
        return at < 1 ? "****" : value.substring(0, value.offsetByCodePoints(0, 1)) + "***" + value.substring(at);
    }
}
