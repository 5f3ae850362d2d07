package org.talenthub.insight;

import java.util.Map;

/** A module that follows what becomes of demands says how many heads have arrived, contributed as a bean; without one none has. */
public interface FilledHeads {

    /** Demand id to heads filled, of all demands; those with none are absent. */
    Map<Long, Integer> byDemand();
}
