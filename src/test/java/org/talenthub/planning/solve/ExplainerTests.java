package org.talenthub.planning.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.talenthub.planning.Guest;
import org.talenthub.planning.Host;
import org.talenthub.planning.Meeting;
import org.talenthub.planning.More;
import org.talenthub.planning.Pair;
import org.talenthub.planning.Plan;
import org.talenthub.planning.Rules;
import org.talenthub.planning.Task;
import org.talenthub.planning.Why;
import org.talenthub.planning.Why.Reason;

/** Why somebody was left out, and what would help. */
class ExplainerTests {

    private final Explainer explainer = new Explainer();

    private static final List<Host> HOSTS = List.of(Host.always(2, 1, 0), new Host(List.of(1, 0), 0));

    private static Guest there(int slot, int most) {
        BitSet open = new BitSet();
        open.set(slot);
        return new Guest(open, most);
    }

    private Why why(List<Guest> guests, List<Pair> pairs, int pair, Meeting... plan) {
        Task task = new Task(2, HOSTS, guests, pairs, new Rules(0, 0, 0));
        return explainer.why(task, Plan.of(task, List.of(plan)), pair);
    }

    @Test
    void eachReason() {
        List<Guest> two = List.of(Guest.always(2, 1), there(1, 2));
        List<Pair> pairs = List.of(
                Pair.of(0, 0, 500),
                Pair.of(0, 1, 600),
                Pair.of(1, 1, 700),
                new Pair(1, 0, 900, false, true, -1, false));
        assertThat(why(two, pairs, -1)).isEqualTo(new Why(Reason.NOT_A_PAIR, -1));
        assertThat(why(two, pairs, 0, new Meeting(0, 0, 0))).isEqualTo(new Why(Reason.PLACED, -1));
        assertThat(why(two, pairs, 3)).isEqualTo(new Why(Reason.WISH_NOT, -1));
        assertThat(why(two, pairs, 2)).isEqualTo(new Why(Reason.NO_COMMON_SLOT, -1));
        assertThat(why(two, pairs, 1)).isEqualTo(new Why(Reason.POSSIBLE, -1));
        assertThat(why(two, pairs, 1, new Meeting(0, 1, 0))).isEqualTo(new Why(Reason.DESK_FULL, 0));
        assertThat(why(List.of(there(1, 1), there(1, 1)), pairs, 0, new Meeting(1, 1, 0)))
                .isEqualTo(new Why(Reason.DISPLACED, 1));
        List<Pair> both = List.of(Pair.of(0, 0, 500), Pair.of(1, 0, 400));
        assertThat(why(List.of(Guest.always(2, 1)), both, 1, new Meeting(0, 0, 0)))
                .isEqualTo(new Why(Reason.OWN_MAXIMUM, 0));
        assertThat(why(List.of(there(0, 2)), both, 1, new Meeting(0, 0, 0))).isEqualTo(new Why(Reason.DISPLACED, 0));
    }

    @Test
    void oneMoreDeskOrSlot() {
        Task task = new Task(
                1,
                List.of(Host.always(1, 1, 0)),
                List.of(Guest.always(1, 1), Guest.always(1, 1), Guest.always(1, 1)),
                List.of(Pair.of(0, 0, 900), Pair.of(0, 1, 500), Pair.of(0, 2, 600)),
                new Rules(0, 0, 0));
        Plan plan = new Planner().plan(task, 1, Duration.ofMillis(100), p -> {}, () -> false, null);
        assertThat(plan.meetings()).containsExactly(new Meeting(0, 0, 0));
        assertThat(explainer.oneMoreDesk(task, plan, 0)).isEqualTo(new More(List.of(2), 600));
        assertThat(explainer.oneMoreSlot(task, plan)).isEqualTo(new More(List.of(2), 600));
    }

    @Test
    void nothingMoreWhereEverybodyHasMet() {
        Task task = Samples.always(40, 6, 12, 0, 1);
        Plan plan = new Planner().plan(task, 1, Duration.ofSeconds(1), p -> {}, () -> false, null);
        for (int p = 0; p < task.pairs().size(); p++) {
            assertThat(explainer.why(task, plan, p).reason()).isNotEqualTo(Reason.NOT_A_PAIR);
        }
        assertThat(explainer.oneMoreSlot(task, plan).gain()).isNotNegative();
    }
}
