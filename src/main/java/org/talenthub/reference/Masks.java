package org.talenthub.reference;

/** How sensitive values are shown: enough to recognise one's own, too little to use another's. */
public final class Masks {

    private Masks() {}

    /** {@code 138****5678}; a shorter number keeps its last two digits. */
    public static String phone(String number) {
        return number.length() >= 11 ? keep(number, 3, 4, 4) : keep(number, 0, 2, 4);
    }

    /** {@code 4201**********1234}; a short document keeps its last two characters. */
    public static String document(String number) {
        return number.length() >= 15 ? keep(number, 4, 4, number.length() - 8) : keep(number, 0, 2, 4);
    }

    /** {@code b***@example.com} */
    public static String email(String address) {
        int at = address.indexOf('@');
        return at < 1 ? "***" : address.charAt(0) + "***" + address.substring(at);
    }

    private static String keep(String value, int first, int last, int stars) {
        if (value.length() <= first + last) {
            return "*".repeat(stars);
        }
        return value.substring(0, first) + "*".repeat(stars) + value.substring(value.length() - last);
    }
}
