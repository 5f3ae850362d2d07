package org.talenthub.planning;

import java.util.List;

/**
 * What one more desk or slot would bring while everything else stays.
 *
 * @param pairs those who could meet then
 * @param gain by how much the score rises
 */
public record More(List<Integer> pairs, long gain) {

    public More {
        pairs = List.copyOf(pairs);
    }
}
