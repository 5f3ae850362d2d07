package org.talenthub.records.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.Column;

/** When two values of a field say the same: lists in any order, a month and a day in it, addresses in any case. */
public final class Agreement {

    private Agreement() {}

    /** The claims by what they say, in their order; every one says something. */
    static List<List<Claim>> groups(Column c, List<Claim> claims) {
        List<List<Claim>> groups = new ArrayList<>();
        for (Claim claim : claims) {
            groups.stream()
                    .filter(g -> g.stream().allMatch(other -> same(c, other.value(c.field()), claim.value(c.field()))))
                    .findFirst()
                    .orElseGet(() -> {
                        groups.add(new ArrayList<>());
                        return groups.getLast();
                    })
                    .add(claim);
        }
        return groups;
    }

    /** Whether two values of a column say the same; of two dates the coarser one is no other. */
    public static boolean same(Column c, @Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        if (a instanceof List<?> some && b instanceof List<?> others) {
            return new HashSet<>(some).equals(new HashSet<>(others));
        }
        String one = String.valueOf(a);
        String two = String.valueOf(b);
        return switch (c.type()) {
            case DATE -> one.startsWith(two) || two.startsWith(one);
            case EMAIL, URL -> one.toLowerCase(Locale.ROOT).equals(two.toLowerCase(Locale.ROOT));
            default -> one.equals(two);
        };
    }
}
