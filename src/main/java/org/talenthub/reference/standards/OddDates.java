package org.talenthub.reference.standards;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talenthub.reference.standards.Dates.Ambiguous;
import org.talenthub.reference.standards.Dates.Found;
import org.talenthub.reference.standards.Dates.Reading;

/** Texts that hold a date which is none, or two. */
final class OddDates {

    private static final Pattern ZERO =
            Pattern.compile("(?:1900[-/.年]0?1[-/.月]00?日?|1899[-/.]12[-/.]3[01])(?:[ T]0{1,2}:.*)?");

    private static final Pattern NEXT =
            Pattern.compile("(?<!\\d)(?:1[89]|20)\\d{2}[-/.年]\\d{1,2}(?:[-/.月]\\d{1,2})?(?!\\d)");

    private OddDates() {}

    /** What a spreadsheet shows for 0 in the format of a date, and some systems for a date that nobody knows. */
    static boolean zero(String text) {
        return text.startsWith("1") && ZERO.matcher(text).matches();
    }

    /** 2008年7月（本科）2011年7月（硕士）: which of them is meant nobody can tell. */
    static Reading orAnother(Found first, String text, int behind) {
        Matcher next = NEXT.matcher(text);
        return behind < text.length()
                        && next.find(behind)
                        && Dates.read(next.group()) instanceof Found second
                        && !second.iso().startsWith(first.iso())
                        && !first.iso().startsWith(second.iso())
                ? new Ambiguous(first.iso(), second.iso())
                : first;
    }
}
