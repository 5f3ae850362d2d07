package org.talenthub.reference.contacts;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups of digits with little between them, as a number is written in groups: 139-7186 2522. Which of its groups belong together is
 * for others to say; a number begins and ends with a group.
 */
final class NumberRun {

    /** Characters between two groups of one number, as in 027) - 8765. */
    static final int MOST_BETWEEN = 3;

    /** What stands between things of a list, and in sums and ranges. */
    private static final String LISTING = ",、~:*+=";

    static final String BETWEEN = " -.()_/|'#";

    /** @param start number of digits of the run before it */
    record Group(int from, int to, int start) {
        int length() {
            return to - from;
        }
    }

    private final Folded text;
    private final List<Group> groups;
    private final StringBuilder digits = new StringBuilder();

    private NumberRun(Folded text, List<Group> groups) {
        this.text = text;
        this.groups = groups;
        for (Group g : groups) {
            digits.append(text.text(), g.from, g.to);
        }
    }

    /** All runs of a text with at least so many digits. */
    static List<NumberRun> of(Folded text, int least) {
        List<NumberRun> runs = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        int digits = 0;
        int i = 0;
        while (i < text.length()) {
            if (!text.digit(i)) {
                i++;
                continue;
            }
            int end = i;
            while (text.digit(end)) {
                end++;
            }
            if (!groups.isEmpty() && !close(text, groups.getLast().to, i)) {
                add(runs, text, groups, digits, least);
                groups = new ArrayList<>();
                digits = 0;
            }
            groups.add(new Group(i, end, digits));
            digits += end - i;
            i = end;
        }
        add(runs, text, groups, digits, least);
        return runs;
    }

    private static void add(List<NumberRun> runs, Folded text, List<Group> groups, int digits, int least) {
        if (digits >= least) {
            runs.add(new NumberRun(text, groups));
        }
    }

    /** Some marks only between groups as of a phone: 139,7186,2522, and not 13,971,862,522. */
    private static boolean close(Folded text, int from, int to) {
        if (to - from > MOST_BETWEEN) {
            return false;
        }
        if (to - from == 1 && LISTING.indexOf(text.at(from)) >= 0) {
            int end = to;
            while (text.digit(end)) {
                end++;
            }
            return end - to == 4;
        }
        for (int i = from; i < to; i++) {
            if (BETWEEN.indexOf(text.at(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    int size() {
        return groups.size();
    }

    Group group(int i) {
        return groups.get(i);
    }

    /** How many digits stand before a group, or, of the number of groups, in all. */
    int start(int group) {
        return group < groups.size() ? groups.get(group).start : digits.length();
    }

    /** The digits of the groups from, inclusive, to, exclusive. */
    String digits(int from, int to) {
        return digits.substring(start(from), start(to));
    }

    int from(int group) {
        return groups.get(group).from;
    }

    /** Where the last of the groups before this one ends. */
    int end(int to) {
        return groups.get(to - 1).to;
    }

    /** The one character between two neighbouring groups; 0 when there are several. */
    char between(int before, int after) {
        return groups.get(after).from - groups.get(before).to == 1 ? text.at(groups.get(before).to) : 0;
    }
}
