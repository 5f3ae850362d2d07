package org.talenthub.reference.standards;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.talenthub.reference.chinese.Texts;

/**
 * Resident identity numbers, GB 11643-1999: six digits of region, eight of birth date, three of sequence (odd = male), one check
 * character. The region part is not held against a table: divisions come and go, and numbers keep what they were issued with.
 */
public final class IdNumbers {

    /** What {@link #check} found. */
    public sealed interface Result {}

    /**
     * A right number.
     *
     * @param number in 18 characters, capital X, a 15-digit one converted
     */
    public record Valid(String number, LocalDate birth, boolean male) implements Result {}

    /** What is wrong; the first of these, in this order. */
    public enum Fault implements Result {
        /** Neither 18 nor 15 characters. */
        LENGTH,
        /** Something other than digits and a last X. */
        CHARACTERS,
        /** There is no such birth date, or it lies in the future. */
        DATE,
        CHECK
    }

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdNumbers() {}

    /**
     * @param typed as people type it: full-width digits, blanks and a lower-case x are forgiven
     * @param today a birth date after it is wrong
     */
    public static Result check(String typed, LocalDate today) {
        String number = Texts.compact(typed);
        if (number.length() != 18 && number.length() != 15) {
            return Fault.LENGTH;
        }
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if ((c < '0' || c > '9') && !(c == 'X' && i == 17)) {
                return Fault.CHARACTERS;
            }
        }
        boolean old = number.length() == 15;
        String body = old ? number.substring(0, 6) + "19" + number.substring(6) : number.substring(0, 17);
        LocalDate birth;
        try {
            birth = LocalDate.of(digits(body, 6, 10), digits(body, 10, 12), digits(body, 12, 14));
        } catch (DateTimeException e) {
            return Fault.DATE;
        }
        if (birth.isAfter(today) || birth.getYear() < 1800) {
            return Fault.DATE;
        }
        char check = checkDigit(body);
        if (!old && number.charAt(17) != check) {
            return Fault.CHECK;
        }
        return new Valid(old ? body + check : number, birth, (body.charAt(16) - '0') % 2 == 1);
    }

    /**
     * The 18th character for the first 17 (more are ignored).
     *
     * @throws IllegalArgumentException when they are not 17 digits
     */
    public static char checkDigit(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int digit = i < first17.length() ? first17.charAt(i) - '0' : -1;
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("17 digits are needed");
            }
            sum += digit * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
