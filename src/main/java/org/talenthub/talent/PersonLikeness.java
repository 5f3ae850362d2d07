package org.talenthub.talent;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.talenthub.common.Fields;
import org.talenthub.records.Likeness;
import org.talenthub.records.Likeness.Names;
import org.talenthub.records.Likeness.Reason;
import org.talenthub.records.Likeness.Shared;
import org.talenthub.reference.chinese.Simplified;

/**
 * How likely two records are one person, in points: what agrees adds, what contradicts takes away, and 60 make a question. The same
 * name and birth month ask by themselves, and so does the same mobile phone, unless sex or document number speaks against it; a
 * name or a birth month that is only near needs the same employer and nothing against it. The same document number, or all of name, month
 * and employer, ask whatever else is said.
 */
final class PersonLikeness {

    static final int ASKED = 60;

    private PersonLikeness() {}

    static Optional<Likeness> of(Fields a, Fields b, Shared shared) {
        Names names = PersonNames.compare(text(a, "name"), text(b, "name"));
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        int points = shared.alike() ? 70 : nearly(a, b, names, shared, reasons);
        if (shared.alike()) {
            reasons.add(shared.keys() ? Reason.KEYS : Reason.NAME_AND_BIRTH);
        }
        if (shared.number()) {
            points += 60;
            reasons.add(Reason.NUMBER);
        }
        if (shared.phone()) {
            points += 60;
            reasons.add(Reason.PHONE);
        }
        if (shared.documentNear()) {
            points += 60;
            reasons.add(Reason.DOCUMENT);
        }
        points += shared.desk() || shared.peer() ? 30 : 0;
        points += agreement(a, b, "school", 10, 10) + agreement(a, b, "sex", 0, 30);
        points += day(a) && day(b) ? agreement(a, b, "birth", 20, shared.alike() ? 20 : 0) : 0;
        points -= shared.documentsDiffer() && !shared.documentNear() ? 40 : 0;
        boolean asked = points >= ASKED || shared.keys() || shared.number();
        return reasons.isEmpty() || !asked
                ? Optional.empty()
                : Optional.of(new Likeness(Math.clamp(points, ASKED, 100), reasons));
    }

    /** Name and birth month, of which at most one is the same. */
    private static int nearly(Fields a, Fields b, Names names, Shared shared, Set<Reason> reasons) {
        boolean samePhone = shared.phone();
        int against = shared.phonesDiffer() ? 10 : 0;
        if (shared.peer() && names == Names.NEAR) {
            reasons.add(Reason.NAME_VARIANT);
            return 30 + closeness(text(a, "name"), text(b, "name")) - against;
        }
        if (names == Names.SAME && (shared.desk() || samePhone)) {
            reasons.add(Reason.BIRTH_VARIANT);
            boolean slip = slip(text(a, "birth"), text(b, "birth"));
            return 30 + (slip ? 10 : samePhone ? 0 : -20) - against;
        }
        return names == Names.NEAR ? 10 : 0;
    }

    private static int closeness(String a, String b) {
        String one = Simplified.key(a);
        String two = Simplified.key(b);
        return PersonNames.sameSound(one, two) ? 20 : Math.max(one.length(), two.length()) > 2 ? 10 : 0;
    }

    /** A birth month as one mistypes it: another month of the year, one digit, the year before or after. */
    private static boolean slip(String a, String b) {
        String one = a.substring(0, Math.min(7, a.length()));
        String two = b.substring(0, Math.min(7, b.length()));
        return PersonNames.apart(one, two) == 1
                || (one.length() == 7
                        && two.length() == 7
                        && one.substring(0, 4).equals(two.substring(0, 4)));
    }

    private static boolean day(Fields f) {
        return text(f, "birth").length() == 10;
    }

    private static int agreement(Fields a, Fields b, String field, int same, int different) {
        String one = text(a, field);
        String two = text(b, field);
        return one.isEmpty() || two.isEmpty() ? 0 : one.equals(two) ? same : -different;
    }

    private static String text(Fields f, String field) {
        return f.text(field).orElse("");
    }
}
