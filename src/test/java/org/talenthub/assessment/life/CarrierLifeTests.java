package org.talenthub.assessment.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.talenthub.assessment.life.CarrierLife.Action;
import org.talenthub.assessment.life.CarrierLife.Level;
import org.talenthub.assessment.life.CarrierLife.State;

/** Every cell of state × action × level, written down a second time. */
class CarrierLifeTests {

    private static final String CELLS = """
            OPERATING   CARRIER  SELF>OPERATING
            OPERATING   CITY     CITY>OPERATING
            OPERATING   PROVINCE EXPERTS>OPERATING COMMEND>COMMENDED PASS>PASSED RECTIFY>RECTIFY
            COMMENDED   PROVINCE UNDO
            PASSED      PROVINCE UNDO
            RECTIFY     PROVINCE REASSESS>RE_ASSESSED UNDO
            RE_ASSESSED PROVINCE RESUME>RESUMED DELIST>DELISTED UNDO
            RESUMED     PROVINCE UNDO
            DELISTED    PROVINCE UNDO
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
                Stream<String> now = CarrierLife.TABLE.allowed(state, level).stream()
                        .map(a -> a == Action.UNDO
                                ? a.name()
                                : a.name() + ">"
                                        + CarrierLife.TABLE.to(state, a).orElseThrow());
                assertThat(now).as("%s %s", state, level).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @Test
    void undoLeadsBackOnceAndOnlyForTheLevelThatActed() {
        Assessment a = new Assessment(2025, 1);
        a.score(Action.SELF, 80);
        a.move(Action.SELF, Level.CARRIER);
        assertThat(a.allowed(Level.PROVINCE)).doesNotContain(Action.UNDO);
        a.move(Action.RECTIFY, Level.PROVINCE);
        a.move(Action.REASSESS, Level.PROVINCE);
        a.move(Action.DELIST, Level.PROVINCE);
        assertThat(a.outcome()).isEqualTo(State.DELISTED);
        a.move(Action.UNDO, Level.PROVINCE);
        assertThat(a.state()).isEqualTo(State.RE_ASSESSED);
        assertThat(a.allowed(Level.PROVINCE)).containsExactly(Action.RESUME, Action.DELIST);
        a.move(Action.RESUME, Level.PROVINCE);
        assertThat(a.state().shown()).isEqualTo("OPERATING");
        assertThat(a.outcome()).isEqualTo(State.PASSED);
    }

    @Test
    void whatIsMissingOfTheColumnsCountsAsTheOthersDo() {
        var weights = new org.talenthub.assessment.rules.AssessmentRules.Columns(0, 60, 20, 20);
        assertThat(Totals.of(weights, 99.0, 80.0, null, null)).isEqualTo(80);
        assertThat(Totals.of(weights, null, 80.0, 90.0, 70.0)).isEqualTo(80);
        assertThat(Totals.of(weights, 99.0, null, null, null)).isNull();
        assertThat(Totals.spread(99.0, null, 80.0)).isEqualTo(19);
    }
}
