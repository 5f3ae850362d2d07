package org.talenthub.lifecycle.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.talenthub.lifecycle.model.ApplicationLife.Action;
import org.talenthub.lifecycle.model.ApplicationLife.Level;
import org.talenthub.lifecycle.model.ApplicationLife.State;

/** Every cell of state × action × level, written down a second time. */
class ApplicationLifeTests {

    private static final String CELLS = """
            DRAFT        CITY     SUBMIT>SUBMITTED WITHDRAW>WITHDRAWN
            SUBMITTED    CITY     RETURN>RETURNED PASS>CITY_PASSED REFUSE>CITY_REFUSED WITHDRAW>WITHDRAWN UNDO
            RETURNED     CITY     SUBMIT>SUBMITTED WITHDRAW>WITHDRAWN UNDO
            CITY_PASSED  CITY     WITHDRAW>WITHDRAWN UNDO
            CITY_REFUSED CITY     UNDO
            WITHDRAWN    CITY     UNDO
            CITY_PASSED  PROVINCE ASSIGN>EXPERTS REFUSE>REFUSED
            EXPERTS      PROVINCE VISIT>VISITED REFUSE>REFUSED UNDO
            VISITED      PROVINCE RECOMMEND>RECOMMENDED REFUSE>REFUSED UNDO
            RECOMMENDED  PROVINCE NOTICE>NOTICE REFUSE>REFUSED UNDO
            NOTICE       PROVINCE APPROVE>APPROVED REFUSE>REFUSED UNDO
            REFUSED      PROVINCE UNDO
            """;

    @Test
    void whatIsAllowedIsThisAndNothingElse() {
        for (State state : State.values()) {
            for (Level level : Level.values()) {
                List<String> expected = CELLS.lines()
                        .map(l -> l.split("\\s+"))
                        .filter(l -> l[0].equals(state.name()) && l[1].equals(level.name()))
                        .flatMap(l -> Arrays.stream(l).skip(2))
                        .toList();
                Stream<String> now = ApplicationLife.TABLE.allowed(state, level).stream()
                        .map(a -> a == Action.UNDO
                                ? a.name()
                                : a.name() + ">"
                                        + ApplicationLife.TABLE.to(state, a).orElseThrow());
                assertThat(now).as("%s %s", state, level).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }
}
