package org.talenthub.assessment.life;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.assessment.life.CarrierLife.Action;
import org.talenthub.assessment.life.CarrierLife.Level;
import org.talenthub.assessment.life.CarrierLife.State;
import org.talenthub.common.Ids;

/** What is decided about one carrier in one year. */
@Entity
@Table(name = "carrier_assessment")
class Assessment {

    /** A step may be taken back for so long, by the level that took it. */
    static final Duration SECOND_THOUGHTS = Duration.ofHours(24);

    @Id
    private long id;

    private int year;

    @Column(name = "carrier_id")
    private long carrier;

    @Enumerated(EnumType.STRING)
    private State state = State.OPERATING;

    @Enumerated(EnumType.STRING)
    @Column(name = "`before`")
    private @Nullable State before;

    @Enumerated(EnumType.STRING)
    private @Nullable Level lastLevel;

    private Instant since = Instant.EPOCH;
    private @Nullable BigDecimal selfPoints;
    private @Nullable BigDecimal cityPoints;
    private @Nullable BigDecimal expertsPoints;
    private @Nullable LocalDate deadline;

    @Enumerated(EnumType.STRING)
    private @Nullable State outcome;

    private @Nullable String document;

    @Version
    private int version;

    protected Assessment() {}

    Assessment(int year, long carrier) {
        this.id = Ids.next();
        this.year = year;
        this.carrier = carrier;
        this.since = Instant.now();
    }

    /** What this level may do now. */
    List<Action> allowed(Level level) {
        return CarrierLife.TABLE.allowed(state, level).stream()
                .filter(a -> a != Action.UNDO || undoable(level))
                .toList();
    }

    private boolean undoable(Level level) {
        return before != null
                && lastLevel == level
                && since.plus(SECOND_THOUGHTS).isAfter(Instant.now());
    }

    /** @throws org.talenthub.common.Problem 403 and 409 as the table says */
    State next(Action action, Level level) {
        State next = CarrierLife.TABLE.step(state, action, level);
        if (!allowed(level).contains(action)) {
            throw CarrierLife.TABLE.notNow(state, action, level);
        }
        return action == Action.UNDO && before != null ? before : next;
    }

    void score(Action column, double points) {
        BigDecimal p = BigDecimal.valueOf(points);
        switch (column) {
            case SELF -> selfPoints = p;
            case CITY -> cityPoints = p;
            case EXPERTS -> expertsPoints = p;
            default -> throw new IllegalArgumentException(column.name());
        }
    }

    void move(Action action, Level level) {
        State next = next(action, level);
        if (next != state || action == Action.UNDO) {
            before = action == Action.UNDO ? null : state;
            lastLevel = level;
            state = next;
            since = Instant.now();
        }
        switch (state) {
            case COMMENDED, PASSED, RECTIFY, DELISTED -> outcome = state;
            case RE_ASSESSED -> outcome = State.RECTIFY;
            case RESUMED -> outcome = State.PASSED;
            case OPERATING -> {
                outcome = null;
                deadline = null;
                document = null;
            }
        }
    }

    void told(@Nullable LocalDate until, @Nullable String by) {
        deadline = until == null ? deadline : until;
        document = by == null ? document : by;
    }

    long id() {
        return id;
    }

    int year() {
        return year;
    }

    long carrier() {
        return carrier;
    }

    State state() {
        return state;
    }

    Instant since() {
        return since;
    }

    @Nullable
    Double self() {
        return number(selfPoints);
    }

    @Nullable
    Double city() {
        return number(cityPoints);
    }

    @Nullable
    Double experts() {
        return number(expertsPoints);
    }

    @Nullable
    LocalDate deadline() {
        return deadline;
    }

    @Nullable
    State outcome() {
        return outcome;
    }

    @Nullable
    String document() {
        return document;
    }

    private static @Nullable Double number(@Nullable BigDecimal points) {
        return points == null ? null : points.doubleValue();
    }
}
