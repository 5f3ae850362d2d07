package org.talenthub.events.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.talenthub.events.model.EventLife.Hand;
import org.talenthub.events.model.EventLife.State;

/** Every cell of state × action × hand, written down a second time; matchmaker and department may the same of their events. */
class EventLifeTests {

    private static final String CELLS = """
            DRAFT     OPEN>OPEN EDIT>DRAFT INVITE>DRAFT
            OPEN      PLAN>PLANNED WITHDRAW>DRAFT EDIT>OPEN INVITE>OPEN
            PLANNED   PLAN>PLANNED PUBLISH>PUBLISHED WITHDRAW>DRAFT EDIT>PLANNED INVITE>PLANNED MOVE>PLANNED
            PUBLISHED PLAN>PUBLISHED PUBLISH>PUBLISHED START>RUNNING REPLAN>PUBLISHED EDIT>PUBLISHED INVITE>PUBLISHED MOVE>PUBLISHED CHECK_IN>PUBLISHED
            RUNNING   PUBLISH>RUNNING CLOSE>CLOSED REPLAN>RUNNING EDIT>RUNNING INVITE>RUNNING MOVE>RUNNING CHECK_IN>RUNNING RECORD>RUNNING
            CLOSED    RECORD>CLOSED
            """;

    @Test
    void whatIsAllowedIsThisAndNothingElse() {
        for (State state : State.values()) {
            List<String> expected = CELLS.lines()
                    .map(l -> l.split("\\s+"))
                    .filter(l -> l[0].equals(state.name()))
                    .flatMap(l -> Arrays.stream(l).skip(1))
                    .toList();
            assertThat(expected).isNotEmpty();
            for (Hand hand : Hand.values()) {
                Stream<String> now = EventLife.TABLE.allowed(state, hand).stream()
                        .map(a -> a + ">" + EventLife.TABLE.to(state, a).orElseThrow());
                assertThat(now).as("%s %s", state, hand).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @Test
    void onlyWhatIsPublishedIsPublic() {
        assertThat(State.values())
                .filteredOn(State::isPublic)
                .containsExactly(State.PUBLISHED, State.RUNNING, State.CLOSED);
    }
}
