package org.talenthub.assessment.life;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talenthub.assessment.life.CarrierLife.Action;
import org.talenthub.assessment.life.CarrierLife.Level;
import org.talenthub.assessment.life.CarrierLife.State;

/** Who did what to an assessment. */
public record StepView(
        Action action,
        State from,
        State to,
        Level level,
        @Nullable Double points,
        @Nullable String reason,
        String by,
        Instant at) {

    static StepView of(AssessmentStep s) {
        return new StepView(s.action(), s.from(), s.to(), s.level(), s.points(), s.reason(), s.by(), s.at());
    }
}
