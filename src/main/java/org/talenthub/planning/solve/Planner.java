package org.talenthub.planning.solve;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.planning.Contradiction;
import org.talenthub.planning.Plan;
import org.talenthub.planning.Task;

/** Makes the best plan it can in the time given. */
@Component
public final class Planner {

    /**
     * @param most the time it may take; how many steps are searched follows from it and the task, so that the same task, seed and
     *     time give the same plan unless the machine is too slow for them (then {@link Plan#cut})
     * @param better hears of better plans, at most twice a second; called on the calling thread
     * @param stop asked often; true ends the search with the best plan so far
     * @param start a plan to go on from: of an earlier run that was ended, or what frozen pairs must keep
     * @throws Contradiction when pins or frozen meetings cannot all be kept
     */
    public Plan plan(
            Task task, long seed, Duration most, Consumer<Plan> better, BooleanSupplier stop, @Nullable Plan start) {
        throw new UnsupportedOperationException();
    }
}
