package org.talenthub.assessment;

import java.util.List;
import java.util.Map;

/** A module that holds events says which carriers took part in them, contributed as a bean; without one there were none. */
public interface EventsOfCarriers {

    /** Carrier to the ids of the events of that year that it took part in. */
    Map<Long, List<Long>> of(int year);
}
