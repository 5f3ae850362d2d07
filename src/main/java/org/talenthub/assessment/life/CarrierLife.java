package org.talenthub.assessment.life;

import static org.talenthub.assessment.life.CarrierLife.State.COMMENDED;
import static org.talenthub.assessment.life.CarrierLife.State.DELISTED;
import static org.talenthub.assessment.life.CarrierLife.State.OPERATING;
import static org.talenthub.assessment.life.CarrierLife.State.PASSED;
import static org.talenthub.assessment.life.CarrierLife.State.RESUMED;
import static org.talenthub.assessment.life.CarrierLife.State.RE_ASSESSED;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.talenthub.common.Transitions;
import org.talenthub.common.Transitions.Row;

/**
 * What may happen to a named carrier in a year of assessment, and at which level: 运行 → 评价（通报表扬、合格、限期整改）→ 复评 → 运行或摘牌退出. The way
 * to the naming is the application's.
 */
public final class CarrierLife {

    /** Where a carrier stands in a year. */
    public enum State {
        OPERATING,
        COMMENDED,
        PASSED,
        RECTIFY,
        RE_ASSESSED,
        /** Operating again, after it has put things right. */
        RESUMED,
        DELISTED;

        /** The contract's word: assessed, whatever came of it. */
        public String shown() {
            return switch (this) {
                case COMMENDED, PASSED, RECTIFY -> "ASSESSED";
                case RESUMED -> "OPERATING";
                case OPERATING, RE_ASSESSED, DELISTED -> name();
            };
        }
    }

    /** What is done; {@code UNDO} leads back to where it came from, which only the assessment knows. */
    public enum Action {
        /** The carrier's own points. */
        SELF,
        /** The city's points. */
        CITY,
        /** The experts' points, entered by the province. */
        EXPERTS,
        COMMEND,
        PASS,
        RECTIFY,
        REASSESS,
        RESUME,
        DELIST,
        UNDO
    }

    /** Who acts. */
    public enum Level {
        CARRIER,
        CITY,
        PROVINCE
    }

    static final Transitions<State, Action, Level> TABLE = Transitions.of(
            "assessment",
            "action.not-now",
            row(Action.SELF, Level.CARRIER, OPERATING, OPERATING),
            row(Action.CITY, Level.CITY, OPERATING, OPERATING),
            row(Action.EXPERTS, Level.PROVINCE, OPERATING, OPERATING),
            row(Action.COMMEND, Level.PROVINCE, COMMENDED, OPERATING),
            row(Action.PASS, Level.PROVINCE, PASSED, OPERATING),
            row(Action.RECTIFY, Level.PROVINCE, State.RECTIFY, OPERATING),
            row(Action.REASSESS, Level.PROVINCE, RE_ASSESSED, State.RECTIFY),
            row(Action.RESUME, Level.PROVINCE, RESUMED, RE_ASSESSED),
            row(Action.DELIST, Level.PROVINCE, DELISTED, RE_ASSESSED),
            row(
                    Action.UNDO,
                    Level.PROVINCE,
                    OPERATING,
                    COMMENDED,
                    PASSED,
                    State.RECTIFY,
                    RE_ASSESSED,
                    RESUMED,
                    DELISTED));

    private CarrierLife() {}

    private static Row<State, Action, Level> row(Action action, Level by, State to, State... from) {
        return new Row<>(action, Set.of(by), EnumSet.copyOf(List.of(from)), to);
    }
}
