package org.talenthub.planning.solve;

import org.springframework.stereotype.Component;
import org.talenthub.planning.More;
import org.talenthub.planning.Plan;
import org.talenthub.planning.Task;
import org.talenthub.planning.Why;

/** Says why a pair does not meet, and what one more desk or slot would bring. */
@Component
public final class Explainer {

    /** @param pair −1 for two who are no pair of the task */
    public Why why(Task task, Plan plan, int pair) {
        throw new UnsupportedOperationException();
    }

    /** One more desk of the host in every slot in which it has one. */
    public More oneMoreDesk(Task task, Plan plan, int host) {
        throw new UnsupportedOperationException();
    }

    /** One more slot at the end, for everybody who is there in the last one. */
    public More oneMoreSlot(Task task, Plan plan) {
        throw new UnsupportedOperationException();
    }
}
