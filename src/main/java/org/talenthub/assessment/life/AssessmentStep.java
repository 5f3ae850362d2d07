package org.talenthub.assessment.life;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talenthub.assessment.life.CarrierLife.Action;
import org.talenthub.assessment.life.CarrierLife.Level;
import org.talenthub.assessment.life.CarrierLife.State;
import org.talenthub.common.Ids;

/** Who did what to an assessment, when and why; never changed. */
@Entity
@Table(name = "carrier_assessment_step")
class AssessmentStep {

    @Id
    private long id;

    @Column(name = "assessment_id")
    private long assessment;

    @Enumerated(EnumType.STRING)
    private Action action = Action.SELF;

    @Enumerated(EnumType.STRING)
    private State fromState = State.OPERATING;

    @Enumerated(EnumType.STRING)
    private State toState = State.OPERATING;

    @Enumerated(EnumType.STRING)
    private Level level = Level.CARRIER;

    private @Nullable BigDecimal points;
    private @Nullable String reason;
    private String byName = "";
    private Instant at = Instant.EPOCH;

    protected AssessmentStep() {}

    AssessmentStep(
            Assessment of,
            Action action,
            State from,
            Level level,
            @Nullable Double points,
            @Nullable String reason,
            String by) {
        this.id = Ids.next();
        this.assessment = of.id();
        this.action = action;
        this.fromState = from;
        this.toState = of.state();
        this.level = level;
        this.points = points == null ? null : BigDecimal.valueOf(points);
        this.reason = reason;
        this.byName = by;
        this.at = Instant.now();
    }

    Action action() {
        return action;
    }

    State from() {
        return fromState;
    }

    State to() {
        return toState;
    }

    Level level() {
        return level;
    }

    @Nullable
    Double points() {
        return points == null ? null : points.doubleValue();
    }

    @Nullable
    String reason() {
        return reason;
    }

    String by() {
        return byName;
    }

    Instant at() {
        return at;
    }
}
