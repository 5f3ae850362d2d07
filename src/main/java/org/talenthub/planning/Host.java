package org.talenthub.planning;

import java.util.Collections;
import java.util.List;

/**
 * Who receives: an enterprise with its desks.
 *
 * @param desks how many desks are open in each slot, 0 where closed
 * @param least how many meetings it should get at least
 */
public record Host(List<Integer> desks, int least) {

    public Host {
        desks = List.copyOf(desks);
        if (least < 0 || desks.stream().anyMatch(d -> d < 0)) {
            throw new IllegalArgumentException("desks and meetings are counted from 0");
        }
    }

    /** A host with the same number of desks in every slot. */
    public static Host always(int slots, int desks, int least) {
        return new Host(Collections.nCopies(slots, desks), least);
    }
}
