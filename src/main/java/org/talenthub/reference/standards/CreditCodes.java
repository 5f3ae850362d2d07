package org.talenthub.reference.standards;

import org.talenthub.reference.chinese.Texts;

/**
 * Unified social credit codes, GB 32100-2015: registering authority, kind, six digits of region, nine characters of
 * organisation code (GB 11714) with a check character of its own, one check character over all.
 */
public final class CreditCodes {

    /** What {@link #check} found; the first that applies. */
    public enum Result {
        VALID,
        /** Not 18 characters. */
        LENGTH,
        /** A character that the standard leaves out: I, O, S, V, Z or no letter at all. */
        ALPHABET,
        /** The last character is not what the others give; some codes in lawful use are so. */
        CHECK_DIGIT,
        /** The organisation code within is not right by itself, though the whole is. */
        ORGANISATION_CHECK_DIGIT
    }

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] WEIGHTS = weights();
    /** Value of an ASCII character, -1 for one outside of the alphabet. */
    private static final int[] VALUES = values();

    private CreditCodes() {}

    /** The code as it is kept: narrow, capitals, no blanks or hyphens. */
    public static String normalise(String typed) {
        return Texts.compact(typed);
    }

    /** @param code already normalised */
    public static Result check(String code) {
        if (code.length() != 18) {
            return Result.LENGTH;
        }
        for (int i = 0; i < 18; i++) {
            if (value(code.charAt(i)) < 0) {
                return Result.ALPHABET;
            }
        }
        if (code.charAt(17) != checkDigit(code)) {
            return Result.CHECK_DIGIT;
        }
        return code.charAt(16) == organisationCheckDigit(code.substring(8, 16))
                ? Result.VALID
                : Result.ORGANISATION_CHECK_DIGIT;
    }

    /**
     * The 18th character for the first 17 (more are ignored).
     *
     * @throws IllegalArgumentException when they are not 17 characters of the alphabet
     */
    public static char checkDigit(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int value = i < first17.length() ? value(first17.charAt(i)) : -1;
            if (value < 0) {
                throw new IllegalArgumentException("17 characters of the alphabet are needed");
            }
            sum += value * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /**
     * The 9th character of an organisation code (GB 11714) for its first 8 (more are ignored).
     *
     * @throws IllegalArgumentException when they are not 8 digits or capitals
     */
    public static char organisationCheckDigit(String first8) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            int value = i < first8.length() ? ORGANISATION_ALPHABET.indexOf(first8.charAt(i)) : -1;
            if (value < 0) {
                throw new IllegalArgumentException("8 digits or capitals are needed");
            }
            sum += value * ORGANISATION_WEIGHTS[i];
        }
        return "0X987654321".charAt(sum % 11);
    }

    private static int value(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }

    private static int[] weights() {
        int[] weights = new int[17];
        weights[0] = 1;
        for (int i = 1; i < weights.length; i++) {
            weights[i] = weights[i - 1] * 3 % 31;
        }
        return weights;
    }

    private static int[] values() {
        int[] values = new int[128];
        for (char c = 0; c < values.length; c++) {
            values[c] = ALPHABET.indexOf(c);
        }
        return values;
    }
}
