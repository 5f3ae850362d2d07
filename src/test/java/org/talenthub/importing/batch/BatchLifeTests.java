package org.talenthub.importing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.talenthub.importing.batch.BatchLife.Action;
import org.talenthub.importing.batch.BatchLife.Hand;
import org.talenthub.importing.batch.ImportBatch.Phase;
import org.talenthub.importing.batch.ImportBatch.Status;

/** The life of a batch, cell by cell. */
class BatchLifeTests {

    private static final String TABLE = """
                     RECEIVED   READING    PREVIEWED  COMMITTING COMMITTED  REVERTING REVERTED REJECTED   FAILED CANCELLING | by
            COMMIT   -          -          COMMITTING -          -          -         -        -          -      -          | REPORTER
            REREAD   -          -          RECEIVED   -          -          -         -        -          -      -          | REPORTER
            DROP     -          -          CANCELLING -          -          -         -        CANCELLING -      -          | REPORTER
            CANCEL   CANCELLING CANCELLING -          -          -          -         -        -          -      -          | REPORTER
            WITHHOLD -          -          -          REVERTING  -          -         -        -          -      -          | REPORTER
            REVERT   -          -          -          -          REVERTING  -         -        -          -      -          | REPORTER
            ASK      PREVIEWED  -          PREVIEWED  -          -          -         -        -          -      -          | HUB
            RECHECK  -          -          READING    -          -          -         -        -          -      -          | HUB
            KEEP     -          -          -          -          -          -         -        -          -      REJECTED   | HUB
            READ     READING    READING    -          -          -          -         -        -          -      -          | WORKER
            CHECK    -          READING    -          -          -          -         -        -          -      -          | WORKER
            PREVIEW  -          PREVIEWED  -          -          -          -         -        -          -      -          | WORKER
            WRITE    -          COMMITTING -          COMMITTING -          -         -        -          -      -          | WORKER
            INDEX    -          -          -          COMMITTING -          -         -        -          -      -          | WORKER
            COMPLETE -          -          -          COMMITTED  -          -         -        -          -      -          | WORKER
            WITHDRAW -          -          -          -          -          REVERTING -        -          -      -          | WORKER
            UNDO     -          -          -          -          -          REVERTED  -        -          -      -          | WORKER
            REFUSE   -          REJECTED   -          -          -          -         -        -          -      -          | WORKER
            FAIL     FAILED     FAILED     -          FAILED     -          FAILED    -        -          -      FAILED     | WORKER
            """;

    @Test
    void everyCellIsAsTheTableSays() {
        List<String> lines = TABLE.lines().toList();
        List<Status> states = words(lines.getFirst())
                .map(Status::valueOf)
                .toList();
        assertThat(states).containsExactly(Status.values());
        assertThat(lines.stream().skip(1).map(l -> Action.valueOf(words(l).findFirst().orElseThrow())))
                .containsExactly(Action.values());
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = words(line).toList();
            Action action = Action.valueOf(cells.getFirst());
            Hand hand = Hand.valueOf(line.substring(line.indexOf('|') + 1).strip());
            for (Status from : states) {
                String cell = cells.get(1 + from.ordinal());
                Optional<Status> to = cell.equals("-") ? Optional.empty() : Optional.of(Status.valueOf(cell));
                assertThat(BatchLife.TABLE.to(from, action)).as("%s %s", from, action).isEqualTo(to);
                for (Hand who : Hand.values()) {
                    assertThat(BatchLife.TABLE.allowed(from, who).contains(action))
                            .as("%s %s by %s", from, action, who)
                            .isEqualTo(to.isPresent() && who == hand);
                }
            }
        }
    }

    /** One update writes a transition, so an action leads to one status, and its phase is one of that status. */
    @Test
    void everyActionLeadsToOneStatusAndAPhaseOfIt() {
        for (Action action : Action.values()) {
            Set<Status> targets = EnumSet.noneOf(Status.class);
            Stream.of(Status.values()).forEach(s -> BatchLife.TABLE.to(s, action).ifPresent(targets::add));
            assertThat(targets).as("%s", action).hasSize(1);
            Phase phase = action.phase;
            if (phase != null && phase.work != null) {
                assertThat(targets).as("%s", action).containsExactly(phase.work);
            }
        }
    }

    @Test
    void whereWorkIsDoneItCanFailAndElsewhereItCannot() {
        for (Status s : Status.values()) {
            assertThat(BatchLife.TABLE.to(s, Action.FAIL).isPresent())
                    .as("%s", s)
                    .isEqualTo(s.working() && s != Status.FAILED);
        }
    }

    private static Stream<String> words(String line) {
        int bar = line.indexOf('|');
        return Arrays.stream(line.substring(0, bar).strip().split("\\s+"));
    }
}
