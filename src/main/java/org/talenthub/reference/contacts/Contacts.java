package org.talenthub.reference.contacts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talenthub.reference.Masks;

/**
 * Finds contact data and document numbers within prose, in the spellings that people use: with blanks, dots, dashes and brackets, with
 * +86 or an extension, in full width or in Chinese numerals, and by their word where only that tells (护照, 微信, QQ). What merely
 * looks like one stays: credit codes, standards, patents, sums, dates, part numbers.
 */
public final class Contacts {

    private static final int LONGEST_QUOTE = 24;
    private static final int QUOTED = 20;
    private static final Pattern LONG = Pattern.compile("(?<![0-9０-９])(?:[0-9０-９]{11}|[0-9０-９]{12,}[Xx]?)(?![0-9０-９])");

    private Contacts() {}

    /** In the text's order; none overlaps another. */
    public static List<Contact> find(String text) {
        Hints hints = new Hints(text);
        boolean address = hints.has(Hints.ADDRESS);
        if (!address && !hints.numbers() && !hints.spokenNumbers() && !hints.words()) {
            return List.of();
        }
        List<Contact> found = new ArrayList<>();
        Folded folded = new Folded(text, false);
        if (address) {
            add(found, new Addresses(folded).find());
        }
        if (hints.numbers()) {
            add(found, new Numbers(folded).find());
        }
        if (hints.words()) {
            add(found, new Worded(folded, hints).find());
        }
        if (hints.spokenNumbers()) {
            add(found, new Numbers(new Folded(text, true)).find());
        }
        found.sort(Comparator.comparingInt(Contact::from));
        return found;
    }

    /** What was found first stays. */
    private static void add(List<Contact> found, List<Contact> more) {
        for (Contact c : more) {
            if (found.stream().noneMatch(f -> c.from() < f.to() && f.from() < c.to())) {
                found.add(c);
            }
        }
    }

    /** The same text with all of them masked; usually the very text. */
    public static String mask(String text) {
        List<Contact> found = find(text);
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text.length());
        int at = 0;
        for (Contact c : found) {
            masked.append(text, at, c.from()).append(c.masked());
            at = c.to();
        }
        return masked.append(text, at, text.length()).toString();
    }

    /** As {@link #mask}, and every other long number too: in a message, one that cannot be a document number may be a mistyped one. */
    public static String strict(String text) {
        String masked = mask(text);
        Matcher m = LONG.matcher(masked);
        return m.find()
                ? m.replaceAll(r -> r.group().length() == 11 ? Masks.phone(r.group()) : Masks.document(r.group()))
                : masked;
    }

    /** Short enough to be quoted in a message, and without contact data or document numbers that strayed into the cell. */
    public static String quoted(String text) {
        String safe = strict(text.replace('\n', ' '));
        return "“"
                + (safe.length() > LONGEST_QUOTE
                        ? safe.substring(
                                        0,
                                        safe.offsetByCodePoints(
                                                0, Math.min(QUOTED, safe.codePointCount(0, safe.length()))))
                                + "…"
                        : safe)
                + "”";
    }
}
