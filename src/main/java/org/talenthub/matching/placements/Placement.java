package org.talenthub.matching.placements;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.matching.pairs.life.Hand;
import org.talenthub.matching.pairs.life.PairLife;
import org.talenthub.matching.placements.PlacementLife.Action;

/** What came of a person and a demand. */
@Entity
public class Placement {

    static final Duration STALE = Duration.ofDays(30);
    private static final int HALF_YEAR = 6;
    private static final int YEAR = 12;

    @Id
    private long id;

    @Column(name = "demand_id")
    private long demand;

    @Column(name = "talent_id")
    private long talent;

    @Enumerated(EnumType.STRING)
    private PlacementState state = PlacementState.CONTACTED;

    @Enumerated(EnumType.STRING)
    private @Nullable PlacementState beforeState;

    private String mode = "";

    @Enumerated(EnumType.STRING)
    private @Nullable CloseReason reason;

    private @Nullable String note;
    private @Nullable String event;

    @SuppressWarnings("UnusedVariable") // kept for who asks later
    private @Nullable Double score;

    @SuppressWarnings("UnusedVariable") // kept for who asks later
    private @Nullable String band;

    private Instant startedAt = Instant.EPOCH;
    private Instant changedAt = Instant.EPOCH;
    private String changedBy = "";
    private int retainedMonths;

    @Version
    private int version;

    protected Placement() {}

    Placement(long demand, long talent, String mode, double score, String band, @Nullable String event, String by) {
        this.id = Ids.next();
        this.demand = demand;
        this.talent = talent;
        this.mode = mode;
        this.score = score;
        this.band = band;
        this.event = event;
        this.startedAt = Instant.now();
        this.changedAt = startedAt;
        this.changedBy = by;
    }

    public long id() {
        return id;
    }

    public long demand() {
        return demand;
    }

    public long talent() {
        return talent;
    }

    public PlacementState state() {
        return state;
    }

    public String mode() {
        return mode;
    }

    public @Nullable CloseReason reason() {
        return reason;
    }

    public @Nullable String note() {
        return note;
    }

    public @Nullable String event() {
        return event;
    }

    /** Of the pair when it began. */
    public @Nullable Double score() {
        return score;
    }

    public @Nullable String band() {
        return band;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public String changedBy() {
        return changedBy;
    }

    /** 0, 6 or 12. */
    public int retainedMonths() {
        return retainedMonths;
    }

    /** On its way, and nobody has said anything for thirty days. */
    public boolean stale(Instant now) {
        return state.compareTo(PlacementState.ARRIVED) < 0
                && changedAt.plus(STALE).isBefore(now);
    }

    /** What these hands may do now. */
    public List<Action> allowed(Set<Hand> hands) {
        List<Action> allowed = new ArrayList<>();
        for (Hand h : hands) {
            for (Action a : PlacementLife.TABLE.allowed(state, h)) {
                boolean possible = a != Action.UNDO || beforeState != null;
                boolean more = a != Action.RETAIN || retainedMonths < YEAR;
                if (possible && more && !allowed.contains(a)) {
                    allowed.add(a);
                }
            }
        }
        return allowed;
    }

    /** @throws Problem 403, 409 as the table says, 400 for an end without a reason */
    void act(Action action, @Nullable CloseReason why, @Nullable String said, Set<Hand> hands, String by) {
        PlacementState next = PairLife.step(PlacementLife.TABLE, state, action, hands);
        if (!allowed(hands).contains(action)) {
            throw PlacementLife.TABLE.notNow(state, action, hands.iterator().next());
        }
        if (action == Action.CLOSE && why == null) {
            throw Problem.badRequest("reason.missing", Sentence.of("refused.reason.missing.act"));
        }
        PlacementState was = state;
        if (action == Action.UNDO) {
            boolean second = state == PlacementState.RETAINED && retainedMonths == YEAR;
            state = second ? state : beforeState == null ? was : beforeState;
            retainedMonths = second ? HALF_YEAR : state == PlacementState.RETAINED ? retainedMonths : 0;
            beforeState = second ? beforeState : before(state);
        } else {
            state = next;
            if (action == Action.RETAIN) {
                retainedMonths = retainedMonths == 0 ? HALF_YEAR : YEAR;
            }
            beforeState = action == Action.RETAIN && was == PlacementState.RETAINED ? beforeState : was;
        }
        reason = action == Action.CLOSE ? why : null;
        note = said;
        changedAt = Instant.now();
        changedBy = by;
    }

    /** Every state but the end has one before it. */
    private static @Nullable PlacementState before(PlacementState state) {
        return switch (state) {
            case CONTACTED, CLOSED -> null;
            case INTENT -> PlacementState.CONTACTED;
            case SIGNED -> PlacementState.INTENT;
            case ARRIVED -> PlacementState.SIGNED;
            case RETAINED -> PlacementState.ARRIVED;
        };
    }
}
