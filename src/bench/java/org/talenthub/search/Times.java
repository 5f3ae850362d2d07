package org.talenthub.search;

import java.util.Collection;

/** Measured times, in nanoseconds, sorted. */
record Times(long[] sorted) {

    static Times of(Collection<Long> nanos) {
        return new Times(nanos.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    /** Milliseconds that this share of them stayed within; 0 when there are none. */
    double at(double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
    }

    double median() {
        return at(0.5);
    }

    int count() {
        return sorted.length;
    }
}
