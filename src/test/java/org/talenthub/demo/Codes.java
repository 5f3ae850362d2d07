package org.talenthub.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.talenthub.reference.standards.CreditCodes;
import org.talenthub.reference.standards.IdNumbers;

/**
 * Numbers with valid check digits that belong to nobody: the region part 4299xx is not assigned in GB/T 2260, neither in document
 * numbers nor in credit codes; the mobile numbers begin with 154, which no operator was given to sell.
 */
final class Codes {

    private Codes() {}

    /** A document number by GB 11643-1999; {@code sequence} 0 to 999, odd for men. */
    static String document(String region, LocalDate birth, int sequence) {
        return checkedDocument(region + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence));
    }

    /** The check character appended to 17 digits. */
    static String checkedDocument(String body) {
        return body + IdNumbers.checkDigit(body);
    }

    /** A credit code by GB 32100-2015: kind (91 enterprise, 12 public institution, 11 authority), no region, no organisation. */
    static String credit(String kind, int number) {
        String organisation = "DEMA%04d".formatted(number);
        String body = kind + "429999" + organisation + CreditCodes.organisationCheckDigit(organisation);
        return body + CreditCodes.checkDigit(body);
    }

    static String mobile(int number) {
        return "154%08d".formatted(number);
    }
}
