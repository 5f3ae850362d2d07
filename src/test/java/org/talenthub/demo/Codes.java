package org.talenthub.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Numbers with valid check digits that belong to nobody: the region part 4299xx is not assigned in GB/T 2260, neither in document
 * numbers nor in credit codes; the mobile numbers begin with 154, which no operator was given to sell.
 */
final class Codes {

    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Codes() {}

    /** A document number by GB 11643-1999; {@code sequence} 0 to 999, odd for men. */
    static String document(String region, LocalDate birth, int sequence) {
        return checkedDocument(region + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence));
    }

    /** The check character appended to 17 digits. */
    static String checkedDocument(String body) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * ID_WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /** A credit code by GB 32100-2015: kind (91 enterprise, 12 public institution, 11 authority), no region, no organisation. */
    static String credit(String kind, int number) {
        String organisation = "DEMA%04d".formatted(number);
        String body = kind + "429999" + organisation + organisationCheck(organisation);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CREDIT_ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return body + CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
    }

    static String mobile(int number) {
        return "154%08d".formatted(number);
    }

    /** GB 11714. */
    private static char organisationCheck(String organisation) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(organisation.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
