package org.talenthub.matching.pairs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.matching.pairs.life.Hand;
import org.talenthub.matching.pairs.life.PairLife;
import org.talenthub.matching.pairs.life.PairReason;
import org.talenthub.matching.pairs.life.PairState;
import org.talenthub.matching.scoring.score.Band;
import org.talenthub.security.Viewer;

/** A demand and a person, and what is decided about them. */
@Entity
class MatchPair {

    @Id
    private long id;

    @Column(name = "demand_id")
    private long demand;

    @Column(name = "talent_id")
    private long talent;

    @Enumerated(EnumType.STRING)
    private PairState state = PairState.NEW;

    @Enumerated(EnumType.STRING)
    private @Nullable PairReason reason;

    private @Nullable String note;
    private double score;
    private double confidence;

    @Enumerated(EnumType.STRING)
    private Band band = Band.WEAK;

    private String weights = "";
    private @Nullable String returnedFor;
    private Instant foundAt = Instant.EPOCH;
    private Instant changedAt = Instant.EPOCH;
    private @Nullable String changedBy;

    /** Stays, whatever is decided later: assessments ask how soon a demand was answered. */
    private @Nullable Instant firstDecidedAt;

    @Version
    private int version;

    protected MatchPair() {}

    long id() {
        return id;
    }

    long demand() {
        return demand;
    }

    long talent() {
        return talent;
    }

    PairState state() {
        return state;
    }

    @Nullable
    PairReason reason() {
        return reason;
    }

    @Nullable
    String note() {
        return note;
    }

    double score() {
        return score;
    }

    double confidence() {
        return confidence;
    }

    Band band() {
        return band;
    }

    String weights() {
        return weights;
    }

    @Nullable
    String returnedFor() {
        return returnedFor;
    }

    Instant foundAt() {
        return foundAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    String changedBy() {
        return changedBy;
    }

    /** @throws Problem 403, 409 as the table says; 400 where a reason is missing */
    void decide(PairState to, @Nullable PairReason why, @Nullable String said, Set<Hand> hands, Viewer by) {
        PairState next = PairLife.step(state, to, hands);
        if (why == null && PairLife.WITH_REASON.contains(next)) {
            throw Problem.badRequest("reason.missing", Sentence.of("refused.reason.missing.decide"));
        }
        state = next;
        reason = PairLife.WITH_REASON.contains(next) || next == PairState.DECLINED ? why : null;
        note = said;
        returnedFor = null;
        changedAt = Instant.now();
        changedBy = by.displayName();
        firstDecidedAt = firstDecidedAt == null ? changedAt : firstDecidedAt;
    }
}
