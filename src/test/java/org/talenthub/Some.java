package org.talenthub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Of many things a few, others in each run: what the short form of a test looks at, whose long form (tag {@code long}) looks at all. */
public final class Some {

    private static final long SEED = Long.getLong("hub.test.seed", System.nanoTime());

    private Some() {}

    /** As many of them, in their order. */
    public static <T> List<T> of(Collection<T> all, int most) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            places.add(i);
        }
        Collections.shuffle(places, new Random(SEED));
        System.out.println(Math.min(most, all.size()) + " of " + all.size() + ": hub.test.seed=" + SEED);
        List<T> list = List.copyOf(all);
        return places.stream().limit(most).sorted().map(list::get).toList();
    }
}
