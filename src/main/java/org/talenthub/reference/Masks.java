package org.talenthub.reference;

/** How sensitive values are shown to those who may not read them in full. */
public final class Masks {

    private Masks() {}

    /** The mask that fits the type; other than sensitive types come back as they are. */
    public static String mask(ColumnType type, String value) {
        return switch (type) {
            case PHONE -> phone(value);
            case EMAIL -> email(value);
            case DOCUMENT_NUMBER -> document(value);
            default -> value;
        };
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

    /** 42***************4: of a number with a region and a birth date in it more would leave few who it may be. */
    public static String document(String value) {
        return value.length() < 8
                ? hidden(value)
                : value.substring(0, 2) + "*".repeat(value.length() - 3) + value.substring(value.length() - 1);
    }

    /** Nothing of it but its length: where birth month and region stand beside a document number, any of its digits tells too much. */
    public static String hidden(String value) {
        return "*".repeat(value.length());
    }

    /** b***@example.com. */
    public static String email(String value) {
        int at = value.lastIndexOf('@');
        return at < 1 ? "****" : value.substring(0, value.offsetByCodePoints(0, 1)) + "***" + value.substring(at);
    }
}
