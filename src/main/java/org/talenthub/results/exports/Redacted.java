package org.talenthub.results.exports;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.talenthub.reference.contacts.Contacts;

/** What people typed, fit for the audit trail: what may be a phone, a document number or an e-mail address is left out. */
final class Redacted {

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9０-９][0-9０-９ -]{5,}[0-9０-９xX]");
    private static final Pattern MAIL = Pattern.compile("[^\\s&=]+@[^\\s&=]+");

    private Redacted() {}

    static String of(String text) {
        return MAIL.matcher(NUMBER.matcher(Contacts.mask(text)).replaceAll("***"))
                .replaceAll("***");
    }

    /** An address's query, readable. */
    static String decoded(String query) {
        return URLDecoder.decode(query, StandardCharsets.UTF_8);
    }
}
