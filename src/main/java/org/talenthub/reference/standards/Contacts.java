package org.talenthub.reference.standards;

import java.time.LocalDate;
import org.talenthub.reference.Masks;
import org.talenthub.reference.chinese.Texts;

/** Finds contact data and document numbers within prose. */
public final class Contacts {

    private static final int MOBILE = 11;
    private static final int DOCUMENT = 18;
    private static final int LONG_NUMBER = 12;

    private Contacts() {}

    /** The same text with mobile numbers, resident ID numbers and e-mail addresses masked; usually the very text. */
    public static String mask(String text) {
        String result = text;
        int run = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c >= '0' && c <= '9') {
                run++;
                continue;
            }
            if (run >= MOBILE) {
                boolean withCheck = run == DOCUMENT - 1 && (c == 'X' || c == 'x');
                String number = text.substring(i - run, withCheck ? i + 1 : i);
                if (isMobile(number)) {
                    result = result.replace(number, Masks.phone(number));
                } else if (number.length() == DOCUMENT
                        && IdNumbers.check(number, LocalDate.MAX) instanceof IdNumbers.Valid) {
                    result = result.replace(number, Masks.document(number));
                }
            }
            run = 0;
        }
        return text.indexOf('@') > 0 ? maskAddresses(result) : result;
    }

    /** As {@link #mask}, and every other long number too: in a message, one that cannot be a document number may be a mistyped one. */
    public static String maskStrictly(String text) {
        String result = mask(text);
        int run = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? Texts.narrow(text.charAt(i)) : ' ';
            if (c >= '0' && c <= '9') {
                run++;
                continue;
            }
            if (run >= LONG_NUMBER) {
                String number = text.substring(i - run, c == 'X' || c == 'x' ? i + 1 : i);
                result = result.replace(number, Masks.document(number));
            } else if (run == MOBILE) {
                String number = text.substring(i - run, i);
                result = result.replace(number, Masks.phone(number));
            }
            run = 0;
        }
        return result;
    }

    private static String maskAddresses(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int at = out.indexOf("@"); at >= 0; at = out.indexOf("@", at + 1)) {
            int start = at;
            while (start > 0 && isAddress(out.charAt(start - 1))) {
                start--;
            }
            boolean domain = at + 1 < out.length() && isAddress(out.charAt(at + 1)) && out.charAt(at + 1) != '*';
            if (domain && at - start > 0) {
                String masked = out.charAt(start) + "***";
                out.replace(start, at, masked);
                at = start + masked.length();
            }
        }
        return out.toString();
    }

    private static boolean isAddress(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._%+-*".indexOf(c) >= 0;
    }

    /** Eleven digits of which the first is 1 and the second at least 3. */
    public static boolean isMobile(String text) {
        if (text.length() != MOBILE || text.charAt(0) != '1' || text.charAt(1) < '3') {
            return false;
        }
        for (int i = 1; i < MOBILE; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
