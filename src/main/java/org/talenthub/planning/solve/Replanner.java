package org.talenthub.planning.solve;

import java.util.BitSet;
import org.springframework.stereotype.Component;
import org.talenthub.planning.Plan;
import org.talenthub.planning.Task;

/** Mends a plan when somebody is late or away or a desk closes, moving as few others as possible. */
@Component
public final class Replanner {

    /**
     * @param task as things are now: who is away is open nowhere, a closed desk is 0
     * @param now the plan in force
     * @param frozen slots that are past or about to begin: nothing is moved into or out of them
     * @param budget how many meetings that could have stayed may be moved to another slot, usually 3
     * @return the meetings that had to go are placed anew where that is possible, and free places are filled; none that could
     *     stay is dropped
     */
    public Plan propose(Task task, Plan now, BitSet frozen, int budget) {
        throw new UnsupportedOperationException();
    }
}
