package org.talenthub.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.talenthub.planning.Violation.Kind;

/** Each fault a plan can have is found, and only it. */
class CheckerTests {

    private static final int SLOTS = 4;

    private final List<Host> hosts =
            List.of(Host.always(SLOTS, 1, 0), Host.always(SLOTS, 2, 0), new Host(List.of(1, 0, 1, 1), 0));
    private final List<Guest> guests = List.of(Guest.always(SLOTS, 2), new Guest(slots(0, 1), 3));
    private final List<Pair> pairs = new ArrayList<>(List.of(
            Pair.of(0, 0, 100),
            Pair.of(0, 1, 100),
            Pair.of(1, 0, 100),
            Pair.of(1, 1, 100),
            Pair.of(2, 0, 100),
            Pair.of(2, 1, 100)));

    private static BitSet slots(int... slots) {
        BitSet set = new BitSet();
        for (int s : slots) {
            set.set(s);
        }
        return set;
    }

    private List<Kind> faults(Rules rules, BitSet past, Meeting... meetings) {
        Task task = new Task(SLOTS, hosts, guests, pairs, rules);
        return Checker.violations(task, new Plan(List.of(meetings), 0, 0, false), past).stream()
                .map(Violation::kind)
                .toList();
    }

    private List<Kind> faults(Meeting... meetings) {
        return faults(new Rules(0, 0, 0), new BitSet(), meetings);
    }

    @Test
    void aGoodPlanHasNone() {
        assertThat(faults(new Meeting(0, 0, 0), new Meeting(3, 0, 1), new Meeting(2, 1, 0)))
                .isEmpty();
    }

    @Test
    void oneFaultEach() {
        assertThat(faults(new Meeting(9, 0, 0))).containsExactly(Kind.UNKNOWN);
        assertThat(faults(new Meeting(0, 7, 0))).containsExactly(Kind.UNKNOWN);
        assertThat(faults(new Meeting(2, 0, 0), new Meeting(2, 1, 0))).containsExactly(Kind.TWICE);
        assertThat(faults(new Meeting(0, 0, 0), new Meeting(1, 0, 0))).containsExactly(Kind.DESK_TWICE);
        assertThat(faults(new Meeting(0, 0, 1))).containsExactly(Kind.DESK_CLOSED);
        assertThat(faults(new Meeting(4, 1, 0))).containsExactly(Kind.DESK_CLOSED);
        assertThat(faults(new Meeting(1, 2, 0))).containsExactly(Kind.GUEST_AWAY);
        assertThat(faults(new Meeting(0, 0, 0), new Meeting(2, 0, 0))).containsExactly(Kind.GUEST_TWICE);
        assertThat(faults(new Meeting(0, 0, 0), new Meeting(2, 1, 0), new Meeting(4, 2, 0)))
                .containsExactly(Kind.GUEST_MOST);
    }

    @Test
    void wishesAndPins() {
        pairs.set(0, new Pair(0, 0, 100, false, true, -1, false));
        assertThat(faults(new Meeting(0, 0, 0))).containsExactly(Kind.NEVER);
        pairs.set(0, Pair.of(0, 0, 100).pinned(2));
        assertThat(faults(new Meeting(0, 0, 0))).containsExactly(Kind.PIN_MOVED);
        assertThat(faults()).containsExactly(Kind.PIN_MOVED);
        assertThat(faults(new Meeting(0, 2, 0))).isEmpty();
    }

    @Test
    void walksWithinASessionOnly() {
        Meeting[] close = {new Meeting(0, 1, 0), new Meeting(2, 2, 0)};
        assertThat(faults(new Rules(1, 0, 0), new BitSet(), close)).containsExactly(Kind.GUEST_WALKS);
        assertThat(faults(new Rules(1, 0, 0, 0, slots(2)), new BitSet(), close)).isEmpty();
    }

    @Test
    void whatIsPastIsNoFault() {
        assertThat(faults(new Rules(0, 0, 0), slots(1, 2), new Meeting(1, 2, 0), new Meeting(4, 1, 0)))
                .isEmpty();
    }

    @Test
    void waitingIsCountedWithinASessionAndBeyondTheWalk() {
        assertThat(Score.waiting(new Rules(0, 1, 0), slots(0, 3))).isEqualTo(2);
        assertThat(Score.waiting(new Rules(1, 1, 0), slots(0, 3))).isEqualTo(1);
        assertThat(Score.waiting(new Rules(0, 1, 0, 0, slots(2)), slots(0, 3))).isZero();
    }
}
