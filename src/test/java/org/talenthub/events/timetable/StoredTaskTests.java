package org.talenthub.events.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.talenthub.events.plans.StoredTask;
import org.talenthub.events.plans.StoredTask.GuestRow;
import org.talenthub.events.plans.StoredTask.HostRow;
import org.talenthub.events.plans.StoredTask.PairRow;
import org.talenthub.planning.Violation;
import tools.jackson.databind.json.JsonMapper;

/** What a plan was made from, as it is kept, read back, and cut when a slot goes. */
class StoredTaskTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StoredTask task = new StoredTask(
            List.of(0, 1, 5, 6),
            List.of(2),
            List.of(new HostRow(10, List.of(1, 1, 2, 0), 1, 1), new HostRow(11, List.of(1, 1, 1, 1), 0, 3)),
            List.of(new GuestRow(20, List.of(0, 1, 3), 2), new GuestRow(21, List.of(2, 3), 2)),
            List.of(
                    new PairRow(0, 0, 700, false, false, 1, List.of("A")),
                    new PairRow(1, 0, 500, true, false, 3, List.of()),
                    new PairRow(1, 1, 300, false, true, -1, List.of())),
            0);

    @Test
    void itIsReadBackAsItWasWritten() {
        assertThat(JSON.readValue(JSON.writeValueAsString(task), StoredTask.class))
                .isEqualTo(task);
        assertThat(task.task().slots()).isEqualTo(4);
        assertThat(task.pair(11, 20)).isOne();
        assertThat(task.pair(10, 21)).isEqualTo(-1);
        assertThat(task.table(0, 1)).as("second table of the first enterprise").isEqualTo(2);
        assertThat(task.table(1, 0)).isEqualTo(3);
    }

    @Test
    void aSlotThatGoesTakesItsDesksPinsAndPresenceWithIt() {
        StoredTask left = task.without(1);
        assertThat(left.slots()).containsExactly(0, 5, 6);
        assertThat(left.sessions()).containsExactly(1);
        assertThat(left.hosts().getFirst().desks()).containsExactly(1, 2, 0);
        assertThat(left.guests().getFirst().open()).containsExactly(0, 2);
        assertThat(left.guests().getLast().open()).containsExactly(1, 2);
        assertThat(left.pairs().getFirst().pin())
                .as("pinned where nothing is any more")
                .isEqualTo(-1);
        assertThat(left.pairs().get(1).pin()).isEqualTo(2);
        assertThat(left.task().slots()).isEqualTo(3);
        assertThat(task.without(2).sessions())
                .as("the session begins with the next slot")
                .containsExactly(2);
    }

    @Test
    void twoInOnePlaceCannotBeKeptAndWhoIsAwayCannotBePublished() {
        for (Violation.Kind kind : Violation.Kind.values()) {
            Conflict.Level expected = switch (kind) {
                case UNKNOWN, TWICE, GUEST_TWICE, DESK_TWICE -> Conflict.Level.BLOCK_PLAN;
                case NEVER, GUEST_AWAY, DESK_CLOSED, PIN_MOVED -> Conflict.Level.BLOCK_PUBLISH;
                case GUEST_WALKS, GUEST_MOST -> Conflict.Level.WARN;
            };
            assertThat(Conflict.level(kind)).isEqualTo(expected);
        }
    }
}
