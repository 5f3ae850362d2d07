package org.talenthub.records;

import java.util.Collection;
import java.util.Map;

/** Heads of demands that somebody has arrived for, beside what their stations report; contributed as a bean by who follows placements. */
public interface Arrivals {

    /** @return only those for whom somebody arrived */
    Map<Long, Integer> arrived(Collection<Long> demands);

    /** Of all demands, likewise. */
    Map<Long, Integer> arrived();
}
